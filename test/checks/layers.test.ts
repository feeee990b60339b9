import { expect, test } from "vitest";
import { layerViolations } from "../../build/checks/layers.ts";
import { readSources } from "../../build/checks/sources.ts";

const violationsOf = (path: string, text: string) =>
  layerViolations([{ path, text }]).map(({ found }) => found);

test("every import follows an allowed arrow", () => {
  expect(layerViolations(readSources())).toEqual([]);
});

test.each([
  ["a rule that knows a repository", "shared/domain/sale/a.ts", "../../../electron/engine/db/b.ts"],
  ["money that knows the domain", "shared/money/a.ts", "../domain/sale/b.ts"],
  ["a window that reaches into Electron", "renderer/ui/a.tsx", "../../electron/main/b.ts"],
  ["main that knows the engine", "electron/main/a.ts", "../engine/usecases/b.ts"],
  ["a repository that knows a use case", "electron/engine/repositories/a.ts", "../usecases/b.ts"],
  ["a feature that knows another", "renderer/features/till/a.tsx", "../orders/b.tsx"],
  ["a button that knows a store", "renderer/ui/a.tsx", "../stores/b.ts"],
  ["code that leans on a test", "shared/money/a.ts", "../../test/shared/money/b.ts"],
  ["a folder that the table does not know", "electron/other/a.ts", "../main/b.ts"],
  ["a rule that reads files", "shared/domain/sale/a.ts", "node:fs"],
  ["an engine that knows Electron", "electron/engine/hosts/a.ts", "electron"],
  ["a use case that opens SQLite itself", "electron/engine/usecases/a.ts", "better-sqlite3"],
])("%s is found", (_, path, imported) => {
  expect(violationsOf(path, `import { b } from "${imported}";`)).toEqual([imported]);
});

test.each([
  ["electron/engine/usecases/a.ts", "../../../shared/domain/sale/b.ts"],
  ["renderer/features/till/a.tsx", "./Basket.tsx"],
  ["renderer/App.tsx", "./features/till/Till.tsx"],
  ["electron/main/broker/a.ts", "electron"],
])("%s may import %s", (path, imported) => {
  expect(violationsOf(path, `import { b } from "${imported}";`)).toEqual([]);
});

test("imports of types, of effects and on demand are seen too", () => {
  const text = [
    'import type { A } from "../domain/a.ts";',
    'import "../domain/b.ts";',
    'await import("../domain/c.ts");',
    'export { d } from "../domain/d.ts";',
  ].join("\n");
  expect(violationsOf("shared/money/a.ts", text)).toHaveLength(4);
});
