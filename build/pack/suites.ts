import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runToEnd } from "./processes.mjs";
import { readJson, root } from "./root.mjs";

/**
 * Runs every suite, also after one has failed, and ends with the sum of all. `check` is the part
 * that a person waits for before each commit; `test` adds the slow suites.
 */
const kind = process.argv[2] === "test" ? "test" : "check";

type Outcome = {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** What failed, as far as the tool tells: a long log hides it. */
  readonly failures?: readonly string[];
};
type Suite = () => Promise<Outcome>;

const results = join(root, "build", "out", "test-results");

const run = (program: string, args: readonly string[]) =>
  runToEnd(process.execPath, [join(root, "node_modules", program), ...args], { cwd: root });

/** A tool that only says yes or no counts as one test. */
const yesOrNo =
  (name: string, program: string, args: readonly string[]): Suite =>
  async () => {
    const code = await run(program, args);
    return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  };

const vitest =
  (projects: readonly string[]): Suite =>
  async () => {
    const report = join(results, "vitest.json");
    const code = await run("vitest/vitest.mjs", [
      ...["run", "--config", "build/checks/vitest.config.ts", "--passWithNoTests"],
      ...projects.flatMap((project) => ["--project", project]),
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ]);
    const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readJson(report) ?? {};
    return outcome(
      {
        name: "vitest",
        passed: numPassedTests,
        failed: numFailedTests,
        failures: testResults.flatMap(failuresOfFile),
      },
      code,
    );
  };

type VitestFile = {
  readonly name: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
};

const failuresOfFile = ({ name, message, assertionResults }: VitestFile): readonly string[] => [
  ...(message ? [`${name}: ${message}`] : []),
  ...assertionResults
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) => `${name} › ${fullName}: ${failureMessages[0] ?? ""}`),
];

const endToEnd: Suite = async () => {
  const report = join(results, "e2e.json");
  const config = "build/checks/playwright.config.ts";
  const args = ["test", "--config", config, "--pass-with-no-tests"];
  const code = await run("@playwright/test/cli.js", args);
  const { stats: { expected = 0, unexpected = 0 } = {}, suites: groups = [] } =
    readJson(report) ?? {};
  const failures = groups.flatMap(failuresOfGroup);
  return outcome({ name: "e2e", passed: expected, failed: unexpected, failures }, code);
};

type PlaywrightGroup = {
  readonly file: string;
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[];
  readonly suites?: readonly PlaywrightGroup[];
};

const failuresOfGroup = ({
  file,
  specs,
  suites: inner = [],
}: PlaywrightGroup): readonly string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ title }) => `${file} › ${title}`),
  ...inner.flatMap(failuresOfGroup),
];

/** A suite that could not even start has failed once. */
const outcome = (counted: Outcome, code: number): Outcome =>
  code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;

const fast = [
  yesOrNo("types", "typescript/bin/tsc", ["-b"]),
  yesOrNo("lint", "@biomejs/biome/bin/biome", ["check", "."]),
];
const suites: Readonly<Record<typeof kind, readonly Suite[]>> = {
  check: [...fast, vitest(["unit", "renderer"])],
  test: [...fast, vitest(["unit", "renderer", "faults"]), endToEnd],
};

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const outcomes: Outcome[] = [];
for (const suite of suites[kind]) outcomes.push(await suite());

for (const failure of outcomes.flatMap(({ failures = [] }) => failures)) {
  console.log(`failed: ${failure.slice(0, 500)}`);
}
const total = (key: "passed" | "failed") => outcomes.reduce((sum, each) => sum + each[key], 0);
for (const { name, passed, failed } of outcomes) {
  console.log(`${name}: ${passed} passed, ${failed} failed`);
}
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") === 0 ? 0 : 1;
