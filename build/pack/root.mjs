import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json; every path of the build starts here. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Says one line to the person who waits. On standard error, because the headless engine and the
 * benchmarks keep standard output for their answers.
 * @param {string} line
 */
export const say = (line) => void process.stderr.write(`quen: ${line}\n`);

/** Something the person can put right; shown without a stack. */
export class SetUpProblem extends Error {}

/**
 * The parsed file, or undefined when it is absent or not JSON.
 * @param {string} path
 * @returns {any}
 */
export const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};
