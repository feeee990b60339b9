import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findRuntime, getRuntime } from "./electronRuntime.mjs";
import { staleBundles } from "./freshness.mjs";
import { findNode, installPackages, packagesAreCurrent } from "./packages.mjs";
import { quietStdout, runToEnd } from "./processes.mjs";
import { root, SetUpProblem, say } from "./root.mjs";
import { installParts, missingParts } from "./systemLibraries.mjs";

/**
 * Makes this machine ready for a command, and does only what is missing: a second run looks at
 * some files and returns.
 * @param {Needs} needs
 */
export const setUp = async (needs) => {
  if (isReady(needs)) return;
  await alone(async () => {
    if (!packagesAreCurrent(root)) await installPackages(root);
    const missing = missingParts(needs);
    if (missing.length > 0) await installParts(missing);
    if (needs.window && !findRuntime(root)) {
      const { source, version } = await getRuntime(root);
      say(`the window runs on Electron ${version} (${source})`);
    }
    await makeBundles(needs);
  });
};

/** @param {Needs} needs */
const isReady = (needs) =>
  packagesAreCurrent(root) &&
  missingParts(needs).length === 0 &&
  (!needs.window || findRuntime(root) !== undefined) &&
  staleBundles(root, needs.bundles).length === 0;

/** @param {Needs} needs */
const makeBundles = async ({ bundles }) => {
  const stale = staleBundles(root, bundles);
  if (stale.length === 0) return;
  say(`bundling ${stale.join(", ")}`);
  const script = join(root, "build", "pack", "bundle.ts");
  const options = { cwd: root, stdio: quietStdout };
  const code = await runToEnd(findNode(root), [script, ...stale], options);
  if (code !== 0) throw new SetUpProblem("The sources could not be bundled; see above.");
};

/**
 * Two commands started together must not install or bundle at the same time.
 * @param {() => Promise<void>} work
 */
const alone = async (work) => {
  const lock = join(root, "build", "out", "set-up.lock");
  mkdirSync(join(root, "build", "out"), { recursive: true });
  while (!takeLock(lock)) await wait(200);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
};

/** @param {string} lock */
const takeLock = (lock) => {
  try {
    const file = openSync(lock, "wx");
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch {
    if (!isAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
};

/** @param {string} lock */
const isAlive = (lock) => {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * @typedef {{
 *   window?: boolean,
 *   pdf?: boolean,
 *   bundles: readonly import("./freshness.mjs").BundleName[],
 * }} Needs
 */
