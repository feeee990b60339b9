import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../../../build/pack/root.mjs";

const folder = mkdtempSync(join(tmpdir(), "quen-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRANSACTIONS = "customer_id,basket_id,timestamp,item_id,quantity,amount";
const QUERIES = "stage,customer_id,basket_id,hidden_item_id";

/** Two customers with three baskets each, which each counts from 1. */
const purchases = (timeOf: (day: number) => string, quote = ""): readonly string[] =>
  ["A", "B"].flatMap((customer) =>
    [1, 2, 3].flatMap((basket) =>
      ["tea", `rice, ${customer}`].map((item) =>
        [customer, basket, timeOf(basket * 7), `"${item}"`, 1, "2.50"]
          .map((cell) => (String(cell).startsWith('"') ? cell : `${quote}${cell}${quote}`))
          .join(","),
      ),
    ),
  );
const day = (at: number) => `2026-01-${String(at).padStart(2, "0")}`;
const asked = ["A", "B"].map((customer) => `test,${customer},3,tea`);

const file = (name: string, lines: readonly string[], end = "\n"): string => {
  const path = join(folder, name);
  const text = [...lines, ""].join(end);
  writeFileSync(path, name.includes("packed") ? gzipSync(text) : text);
  return path;
};

const measure = (args: Readonly<Record<string, string>>) => {
  const words = Object.entries(args).flatMap(([name, value]) => [`--${name}`, value]);
  const bench = join(root, "test", "bench", "suggest.ts");
  return spawnSync(process.execPath, [bench, "--only", ...words], { encoding: "utf8" });
};

const transactions = file("plain.csv", [TRANSACTIONS, ...purchases(day)]);
const queries = file("queries.csv", [QUERIES, ...asked, "test,nobody,3,tea", "test,A,99,tea"]);

describe("the suggestions' benchmark reads", () => {
  const unixS = (at: number) => String(Date.UTC(2026, 0, at) / 1_000);
  const spaced = (at: number) => `${day(at)} 08:30:00`;

  test.each([
    ["plain files", transactions],
    [
      "files of Windows, quoted",
      file("crlf.csv", [TRANSACTIONS, ...purchases(spaced, '"')], "\r\n"),
    ],
    ["packed files under any name", file("packed", [TRANSACTIONS, ...purchases(day)])],
    ["Unix time", file("unix.csv", [TRANSACTIONS, ...purchases(unixS)])],
  ])("%s, and asks of each customer's own baskets", (_, transactions) => {
    const { stdout, stderr, status } = measure({ transactions, queries, cut: "last" });
    expect([status, stderr]).toEqual([0, ""]);
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ task: "complete-basket", queries: 2, hit5: 1, hit5Repeat: 1 }),
      expect.objectContaining({ task: "next-basket", queries: 2, recall10: 1 }),
    ]);
  });
});

describe("what it cannot measure it says in one sentence", () => {
  test.each([
    ["a cut that is no day", { cut: "soon" }, '--cut takes a day such as 2011-10-01, or "last"'],
    ["a cut before everything", { cut: "2020-01-01" }, "No purchase lies before the cut"],
    ["a cut behind everything", { cut: "2030-01-01" }, "asks nothing that can be answered"],
    ["no such file", { transactions: join(folder, "none.csv") }, "none.csv is not there"],
    ["an empty file", { transactions: file("empty.csv", []) }, "empty.csv is empty"],
    ["no purchase", { transactions: file("head.csv", [TRANSACTIONS]) }, "has no purchase in it"],
    ["another table", { transactions: queries }, "has no column timestamp, item_id"],
    [
      "a time that is none",
      { transactions: file("time.csv", [TRANSACTIONS, ...purchases(() => "once")]) },
      'No time can be read from the timestamp "once"',
    ],
    ["no question", { queries: file("none asked.csv", [QUERIES]) }, "0 lines are of the stage"],
  ])("%s", (_, args, sentence) => {
    const { stdout, stderr, status } = measure({ transactions, queries, cut: "last", ...args });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
