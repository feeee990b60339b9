import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { dropScratchFiles, openScratch } from "../../../electron/engine/db/scratchFile.ts";
import { importOrders, shopifyJson } from "../orders/toldOrders.ts";
import { openShop } from "../setUp.ts";

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "quen-scratch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const scratchIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith("scratch-"));

test("holds more than its memory on the disk, no word of it in the clear, and goes when closed", () => {
  const folder = newFolder();
  const db = openScratch(folder, "CREATE TABLE people (name TEXT NOT NULL) STRICT");
  const add = db.prepare<[string]>("INSERT INTO people VALUES (?)");
  for (let at = 0; at < 60_000; at += 1) add.run(`Nguyễn Thị Thu Hà ${at} `.repeat(20));
  const [name = "", ...others] = scratchIn(folder);
  expect(others).toEqual([]);
  const bytes = readFileSync(join(folder, name));
  expect(bytes.length).toBeGreaterThan(1_000_000);
  for (const word of ["SQLite format", "Nguyễn Thị", "CREATE TABLE"]) {
    expect(bytes.includes(word)).toBe(false);
  }
  expect(db.prepare<[], { n: number }>("SELECT count(*) AS n FROM people").get()?.n).toBe(60_000);
  db.close();
  expect(scratchIn(folder)).toEqual([]);
});

test("two at a time are two, and only what a killed engine left is dropped", () => {
  const folder = newFolder();
  const [one, other] = [openScratch(folder, ""), openScratch(folder, "")];
  expect(scratchIn(folder)).toHaveLength(2);
  one.close();
  other.close();
  writeFileSync(join(folder, "scratch-0123456789abcdef.db"), "left");
  writeFileSync(join(folder, "scratch-notes.db"), "somebody's own");
  dropScratchFiles(folder);
  expect(scratchIn(folder)).toEqual(["scratch-notes.db"]);
});

test("a rehearsal leaves nothing behind, and a start clears up what a kill left", async () => {
  const shop = await openShop({ isFast: true });
  const rehearse = { ...shopifyJson, more: { dryRun: true } };
  await importOrders(shop, rehearse, [{ id: 1, stage: "paid", updatedMinute: 0, isMarked: true }]);
  expect(scratchIn(shop.dataDir)).toEqual([]);
  const left = join(shop.dataDir, "scratch-0123456789abcdef.db");
  writeFileSync(left, "left by a kill");
  await shop.restart();
  expect(existsSync(left)).toBe(false);
});

test("of lists of rejected rows a start clears away the half of a kill, and no whole one", async () => {
  const shop = await openShop({ isFast: true });
  const lists = join(shop.dataDir, "rejects");
  const id = "01a22d47-da3c-7370-8007-1c5ac75ed36d";
  mkdirSync(lists, { recursive: true });
  for (const name of [`${id}.csv`, `${id}.csv.part`]) writeFileSync(join(lists, name), name);
  await shop.restart();
  expect(readdirSync(lists)).toEqual([`${id}.csv`]);
});
