import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { fixtureText, opened, readText, refusalOf, written } from "./orderFiles.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("a file that is not of orders is refused by what is in it, whatever its name", () => {
  test.each([
    ["nothing", "", "empty"],
    ["a PDF", bytes("%PDF-1.7\n%âãÏÓ\n"), "pdf"],
    ["a picture", bytes("\x89PNG\r\n\x1a\n\0\0"), "image"],
    ["a photograph", bytes("ÿØÿà\0\x10JFIF"), "image"],
    ["an old or locked workbook", bytes("ÐÏ\x11à¡±\x1aá"), "old-excel"],
    ["a web page that is named .xls", "<html><table><tr><td>1</td></tr></table>", "web-page"],
    ["a packed file", gzipSync(bytes("Name,Total")), "binary"],
    ["a database", bytes("SQLite format 3\0"), "binary"],
  ])("%s", async (_, content, why) => {
    expect(await refusalOf(written(content))).toEqual({ kind: "FileUnreadable", why });
  });

  test("a program, full of zeros", async () => {
    const program = Buffer.concat([bytes("hello,world\n"), Buffer.alloc(5_000, "\x01\0\0\x7f")]);
    expect((await refusalOf(written(program)))?.kind).toBe("EncodingUnknown");
  });

  test.each([
    ["a letter", "Dear shop,\nthank you.\n"],
    ["a list of customers", "Name,Phone,Email\nMai,0901,mai@example.com\n"],
    ["JSON of something else", '{"customers":[{"id":1,"email":"a@example.com"}]}'],
    ["an answer that says no", '{"errors":[{"message":"Throttled"}]}'],
  ])("%s", async (_, content) => {
    expect((await refusalOf(written(content)))?.kind).toBe("FormatUnknown");
  });
});

test("a path without a file, and a folder, are refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "quen-orders-"));
  expect(await refusalOf(join(folder, "none.csv"))).toEqual({
    kind: "FileUnreadable",
    why: "missing",
  });
  expect(await refusalOf(folder)).toEqual({ kind: "FileUnreadable", why: "not-a-file" });
});

test("a file larger than may be is refused before it is read", async () => {
  const path = written(fixtureText("shopify.csv"));
  expect(await refusalOf(path, { caps: { fileBytes: 100 } })).toEqual({
    kind: "FileTooLarge",
    limitBytes: 100,
  });
});

test("a format that is asked for and not there is refused with what is there", async () => {
  const refusal = await refusalOf(written(fixtureText("shopee.csv")), { format: "shopify-csv" });
  expect(refusal?.kind === "FormatUnknown" && refusal.headers?.[0]).toBe("Mã đơn hàng");
});

test("a cell longer than a spreadsheet's rejects its order", async () => {
  const text = fixtureText("shopify.csv").replace("không ghi giá", "x".repeat(40_000));
  const { orders, rejects } = await readText(text);
  expect(orders).toHaveLength(2);
  expect(rejects[0]?.reason).toEqual({ kind: "CellTooLong", limit: 32_767 });
});

test("a file that changes while it is read ends with a reject that says so", async () => {
  const text = fixtureText("shopify.csv");
  const path = written(text);
  const file = await opened(path);
  appendFileSync(path, text.split("\n").slice(-2).join("\n"));
  const reasons: string[] = [];
  if (file.ok) {
    for await (const item of file.value.items) {
      if (item.kind === "reject") reasons.push(JSON.stringify(item.reason));
    }
  }
  expect(reasons).toEqual(['{"kind":"RestUnreadable","why":"changed-while-reading"}']);
});

test("a file of too many broken rows keeps what came before, and says where it stopped", async () => {
  const text = fixtureText("shopify.csv");
  const noise = 'x,"y" z\n'.repeat(50);
  const { orders, rejects } = await readText(text + noise, { caps: { brokenRows: 20 } }).catch(
    () => ({ orders: [], rejects: [] }),
  );
  expect([orders.length, rejects.length]).toEqual([0, 0]);
  expect(await refusalOf(written(text + noise), { caps: { brokenRows: 20 } })).toEqual({
    kind: "FileUnreadable",
    why: "too-many-broken-rows",
  });
});

test("progress goes from nothing to the whole file", async () => {
  const file = await opened(written(fixtureText("shopify.csv")));
  if (!file.ok) throw new Error(file.error.kind);
  const before = file.value.progress();
  for await (const _ of file.value.items);
  const after = file.value.progress();
  expect(before.bytesRead).toBe(0);
  expect(after.bytesRead).toBe(after.bytesTotal);
});

test("200 MB of CSV are read in 64 MB of memory", { timeout: 240_000 }, () => {
  const script = fileURLToPath(new URL("readLargeFile.ts", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "quen-orders-"));
  const run = spawnSync(
    process.execPath,
    ["--max-old-space-size=64", script, join(folder, "large.csv")],
    { encoding: "utf8" },
  );
  expect(run.stderr).toBe("");
  const { megabytes, orders, rejects, heapMb } = JSON.parse(run.stdout);
  expect(megabytes).toBeGreaterThanOrEqual(200);
  expect(orders).toBeGreaterThan(50_000);
  expect(rejects).toBe(0);
  expect(heapMb).toBeLessThan(64);
});
