import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./processes.mjs";
import { readJson, root } from "./root.mjs";

/**
 * Runs every suite, also after one has failed, and ends with the sum of all. `check` is the part
 * that a person waits for before each commit; `test` adds the slow suites.
 */
const [kind = "check"] = process.argv.slice(2);

const results = join(root, "build", "out", "test-results");
const program = (path) => join(root, "node_modules", ...path.split("/"));
const run = (path, args, env = {}) =>
  runToEnd(process.execPath, [program(path), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });

/** A tool that only says yes or no counts as one test. */
const yesOrNo = async (name, path, args) => {
  const code = await run(path, args);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
};

const vitest = async (projects) => {
  const report = join(results, "vitest.json");
  const code = await run("vitest/vitest.mjs", [
    ...["run", "--config", "build/checks/vitest.config.ts", "--passWithNoTests"],
    ...projects.flatMap((project) => ["--project", project]),
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readJson(report) ?? {};
  return { name: "vitest", ...sum(passed, failed, code) };
};

const playwright = async () => {
  const report = join(results, "e2e.json");
  const code = await run(
    "@playwright/test/cli.js",
    ["test", "--config", "build/checks/playwright.config.ts", "--pass-with-no-tests"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  const { expected = 0, flaky = 0, unexpected = 0 } = readJson(report)?.stats ?? {};
  return { name: "e2e", ...sum(expected + flaky, unexpected, code) };
};

/** A suite that could not even start has failed once. */
const sum = (passed, failed, code) => ({ passed, failed: failed || (code === 0 ? 0 : 1) });

const fast = [
  () => yesOrNo("types", "typescript/bin/tsc", ["-b"]),
  () => yesOrNo("lint", "@biomejs/biome/bin/biome", ["check", "."]),
];
const suites = {
  check: [...fast, () => vitest(["unit", "renderer"])],
  test: [...fast, () => vitest(["unit", "renderer", "faults"]), playwright],
};

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const outcomes = [];
for (const suite of suites[kind]) outcomes.push(await suite());

for (const { name, passed, failed } of outcomes) {
  console.log(`${name}: ${passed} passed, ${failed} failed`);
}
const total = (key) => outcomes.reduce((count, outcome) => count + outcome[key], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") === 0 ? 0 : 1;
