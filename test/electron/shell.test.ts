import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { engineHost } from "../../electron/main/broker/engineHost.ts";
import { launchOptions } from "../../electron/main/launchOptions.ts";
import { fileLog } from "../../electron/main/log.ts";
import { keepDocuments } from "../../electron/main/pages/documents.ts";
import { documentPolicy, windowPolicy } from "../../electron/main/pages/policies.ts";
import { plainName } from "../../electron/main/plainName.ts";
import { rememberedPlace, rememberPlace } from "../../electron/main/windowPlace.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "quen-shell-"));
const cwd = resolve("/shops");
const optionsOf = (args: readonly string[], env: Record<string, string> = {}) =>
  launchOptions({ args, env, cwd, delimiter: ":" });

test.each([
  [["--data", "lan"], {}, join(cwd, "lan")],
  [["--no-sandbox", "--data=lan"], {}, join(cwd, "lan")],
  [[], { QUEN_DATA_DIR: "mai" }, join(cwd, "mai")],
  [["--data", "lan"], { QUEN_DATA_DIR: "mai" }, join(cwd, "lan")],
  [[], {}, undefined],
  [["--data"], {}, undefined],
])("started with %j and %j, the shop is in %s", (args, env, expected) => {
  expect(optionsOf(args, env).dataDir).toBe(expected);
});

test("prepared files are taken in their order, and empty names are none", () => {
  const { pickFiles } = optionsOf([], { QUEN_PICK_FILE: "a.csv::b.csv" });
  expect(pickFiles).toEqual([join(cwd, "a.csv"), join(cwd, "b.csv")]);
});

test.each([
  ["10", "utility-process"],
  ["11", "utility-process"],
  ["9", "node-child"],
  [undefined, "node-child"],
])("with Node-API %s the engine runs in a %s", (napi, host) => {
  expect(engineHost(napi)).toBe(host);
});

test("the window may run its own scripts only, and talk to nobody", () => {
  expect(windowPolicy).toContain("script-src 'self';");
  expect(windowPolicy).toContain("style-src 'self';");
  expect(windowPolicy).toContain("connect-src 'self';");
  expect(windowPolicy).not.toContain("unsafe");
});

test("a printed document may run nothing and load nothing", () => {
  expect(documentPolicy).toContain("default-src 'none';");
  expect(documentPolicy).not.toContain("script-src");
});

test("the last twenty documents can be shown, older ones are gone", () => {
  let count = 0;
  const documents = keepDocuments(() => {
    count += 1;
    return `d${count}`;
  });
  const addresses = Array.from({ length: 21 }, (_, index) => documents.add(`page ${index}`));
  expect(addresses[0]).toBe("app://quen/document/d1");
  expect(documents.find("d1")).toBeUndefined();
  expect(documents.find("d2")).toBe("page 1");
  expect(documents.find("d21")).toBe("page 20");
});

test("of lists of thousands only the newest is kept, however long it is, and small pages beside it", () => {
  let count = 0;
  const documents = keepDocuments(() => {
    count += 1;
    return `d${count}`;
  });
  const list = "slip".repeat(6_000_000);
  for (const page of ["receipt", list, list, "receipt", list]) documents.add(page);
  const kept = ["d1", "d2", "d3", "d4", "d5"].filter((id) => documents.find(id) !== undefined);
  expect(kept).toEqual(["d4", "d5"]);
  documents.add(list + list);
  expect(documents.find("d6")).toHaveLength(2 * list.length);
  expect(documents.find("d5")).toBeUndefined();
});

test("the log moves on when it is full, keeps four files and one line a message", () => {
  const folder = newFolder();
  const log = fileLog(folder, { nowMs: () => 0 }, 100);
  for (let line = 0; line < 40; line += 1) log(`line ${line}\nof two`);
  expect(readdirSync(folder).sort()).toEqual([
    "main.1.log",
    "main.2.log",
    "main.3.log",
    "main.log",
  ]);
  const newest = readFileSync(join(folder, "main.log"), "utf8");
  expect(newest).toContain("1970-01-01T00:00:00.000Z line 39 | of two\n");
});

test("a log that the disk does not take keeps nobody from selling, and says later how much is missing", () => {
  const folder = newFolder();
  const log = fileLog(folder, { nowMs: () => 0 });
  // In the way of the file, as a full disk is, and as easily out of it again.
  mkdirSync(join(folder, "main.log"));
  log("lost");
  log("lost too");
  rmdirSync(join(folder, "main.log"));
  log("there is room again");
  log("and more");
  const lines = readFileSync(join(folder, "main.log"), "utf8").trimEnd().split("\n");
  expect(lines.map((line) => line.slice("1970-01-01T00:00:00.000Z ".length))).toEqual([
    "2 lines before this one could not be written (EISDIR)",
    "there is room again",
    "and more",
  ]);
});

test("a folder of logs that cannot be made does not keep the shop from opening", () => {
  const file = join(newFolder(), "logs");
  writeFileSync(file, "not a folder");
  const log = fileLog(file, { nowMs: () => 0 });
  expect(() => log("nowhere to go")).not.toThrow();
});

test.each([
  ["phiếu tháng 11.pdf", "phiếu tháng 11.pdf"],
  ["../../etc/passwd", "-..-etc-passwd"],
  ["C:\\a.pdf", "C--a.pdf"],
  ["a\u0000b.pdf", "a-b.pdf"],
])("a file named %j is saved as %j", (suggested, expected) => {
  expect(plainName(suggested)).toBe(expected);
});

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const place = { x: 100, y: 100, width: 1280, height: 800, maximized: false };

test("the window comes back where it stood", () => {
  const file = join(newFolder(), "window.json");
  rememberPlace(file, place);
  expect(rememberedPlace(file, [screen])).toEqual(place);
});

test("a place on a screen that is gone is forgotten", () => {
  const file = join(newFolder(), "window.json");
  rememberPlace(file, { ...place, x: 5_000 });
  expect(rememberedPlace(file, [screen])).toBeUndefined();
});

test("a place that cannot be kept does not stop the window from closing", () => {
  expect(() => rememberPlace(newFolder(), place)).not.toThrow();
});

test("a torn file of the place costs no more than the place", () => {
  const file = join(newFolder(), "window.json");
  expect(existsSync(file)).toBe(false);
  expect(rememberedPlace(file, [screen])).toBeUndefined();
  writeFileSync(file, '{"x":1');
  expect(rememberedPlace(file, [screen])).toBeUndefined();
});
