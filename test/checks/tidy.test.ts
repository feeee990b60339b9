import { expect, test } from "vitest";
import { readSources } from "../../build/checks/sources.ts";
import { tidyViolations } from "../../build/checks/tidy.ts";

const violationsOf = (path: string, text: string) => tidyViolations([{ path, text }]);

test("the house is tidy", () => {
  expect(tidyViolations(readSources())).toEqual([]);
});

// Put together from parts, so that this file is tidy itself.
const dot = ".";
const slash = "/";
const hash = "#";
test.each([
  ["the clock read in a rule", "shared/domain/a.ts", "const now = Date.now();"],
  ["a date of now", "electron/engine/usecases/a.ts", "const today = new Date();"],
  ["an id made on the spot", "electron/engine/usecases/a.ts", "const id = randomUUID();"],
  ["chance in a rule", "shared/domain/a.ts", "if (Math.random() < 0.1) hold();"],
  ["money added outside money", "renderer/stores/a.ts", "const sum = left.minor + right.minor;"],
  ["money taken off", "shared/domain/a.ts", "total -= line.minor;"],
  ["a test that runs alone", "test/shared/a.test.ts", `test${dot}only("one", () => {});`],
  ["a test that never runs", "test/shared/a.test.ts", `describe${dot}skip("one", () => {});`],
  ["the number of an issue", "shared/money/a.ts", `// See issue ${hash}12.`],
  ["a bare number of an issue", "build/decisions/0001-a.md", `As in ${hash}12 said.`],
  ["a registry", "package.json", `"https://registry${dot}example.org/zod"`],
  ["a path of one machine", "build/checks/a.ts", `const root = "${slash}home/mai/quen";`],
  ["a name that says nothing", "shared/domain/helpers.ts", ""],
  ["a folder that says nothing", "shared/utils/sum.ts", ""],
  ["a second index", "shared/money/index.ts", ""],
  ["a file of many ideas", "shared/money/a.ts", "let a = 1;\n".repeat(301)],
])("%s is found", (_, path, text) => {
  expect(violationsOf(path, text)).toHaveLength(1);
});

test.each([
  ["the engine's clock", "electron/engine/hosts/systemPorts.ts", "nowMs: () => Date.now()"],
  ["a date of a given instant", "shared/domain/a.ts", "new Date(nowMs)"],
  ["money's own sums", "shared/money/a.ts", "money(left.minor + right.minor, left.currency)"],
  ["a colour", "renderer/ui/a.css", `a { color: ${hash}123; }`],
  ["an address of a page", "electron/main/a.ts", '"app://quen/document/1"'],
  ["the contract's index", "shared/contract/index.ts", ""],
])("%s is no violation", (_, path, text) => {
  expect(violationsOf(path, text)).toEqual([]);
});
