import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../electron/main/pages/writeWhole.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quen-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = Buffer.from("%PDF-1.4 new");

test("a file is written whole, over an older one, with nothing left beside it", async () => {
  const path = join(folder, "coupons.pdf");
  writeFileSync(path, "older");
  expect(await writeWhole(path, bytes)).toBeUndefined();
  expect(readFileSync(path)).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(["coupons.pdf"]);
});

test("a folder that is gone is told, and none is made", async () => {
  expect(await writeWhole(join(folder, "usb", "coupons.pdf"), bytes)).toBe("gone");
  expect(readdirSync(folder)).toEqual([]);
});

test("what cannot be replaced stays as it was, and nothing lies beside it", async () => {
  const path = join(folder, "coupons.pdf");
  mkdirSync(path);
  writeFileSync(join(path, "kept"), "kept");
  expect(await writeWhole(path, bytes)).toBe("failed");
  expect(readdirSync(folder)).toEqual(["coupons.pdf"]);
  expect(readdirSync(path)).toEqual(["kept"]);
});
