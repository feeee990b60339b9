import { existsSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { rejectsWriter } from "../../../electron/engine/imports/rejectsWriter.ts";
import { rejectText } from "../../../shared/domain/order/rejectText.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { fixtureText, type ReadFile, readFileAt, readText, written } from "./orderFiles.ts";

const csv = fixtureText("shopify.csv");
const faulty = csv.replace("1,Nón lá,150000", "1,Nón lá,viele");

const writeRejects = async ({ file, rejects }: ReadFile, locale: Locale = "en") => {
  const path = `${written("")}.rejected.csv`;
  const writer = rejectsWriter({ path, headers: file.headers, locale });
  for (const reject of rejects) await writer.write(reject);
  return { path, finished: await writer.finish() };
};

const tableAt = (path: string) =>
  Papa.parse<string[]>(readFileSync(path, "utf8").replace("\uFEFF", ""), { skipEmptyLines: true })
    .data;

test("rejected rows are written as they were, with their number and the reason in words", async () => {
  const read = await readText(faulty);
  const { path, finished } = await writeRejects(read);
  expect(finished).toBe(path);
  const [header = [], ...rows] = tableAt(path);
  expect(header.slice(0, 79)).toEqual(read.file.headers);
  expect(header.slice(79)).toEqual(["Row", "Why it was rejected"]);
  expect(rows.map((row) => row.slice(79))).toEqual([
    ["2", "“viele” in “Lineitem price” is not an amount that can be read in one way only."],
    ["3", "“viele” in “Lineitem price” is not an amount that can be read in one way only."],
  ]);
  expect(rows[0]?.[44]).toBe("Gói quà\nkhông ghi giá");
});

test("the reasons are told in the shop's language", async () => {
  const { path } = await writeRejects(await readText(faulty), "vi");
  expect(tableAt(path)[1]?.at(-1)).toBe(
    "“viele” ở cột “Lineitem price” không phải là số tiền đọc được theo một cách duy nhất.",
  );
  const reason = { kind: "RestUnreadable", why: "cut-short" } as const;
  expect(rejectText(reason, "vi")).toBe("Từ đây trở đi tệp không được đọc: tệp bị cắt cụt.");
});

test("rejected rows, mended, are imported as if they had been right from the start", async () => {
  const { path } = await writeRejects(await readText(faulty));
  const mended = readFileSync(path, "utf8").replaceAll(",viele,", ",150000,");
  const { orders, rejects } = await readText(mended);
  expect(rejects).toEqual([]);
  expect(orders).toEqual((await readText(csv)).orders.slice(0, 1));
});

test("no cell is a formula for a spreadsheet, and the import takes the guard off again", async () => {
  const traps = ["=1+1", "+84901000001", "-5", "@SUM(A1)", "\tx", "\rx", "=a\nb"];
  const path = `${written("")}.rejected.csv`;
  const writer = rejectsWriter({ path, headers: traps.map((_, at) => `c${at}`), locale: "en" });
  await writer.write({ kind: "reject", row: 2, cells: traps, reason: { kind: "NotAnOrder" } });
  await writer.finish();
  expect(tableAt(path)[1]?.slice(0, traps.length)).toEqual(traps.map((trap) => `'${trap}`));

  const phone = csv.replaceAll("+84901000001", "'+84901000001");
  expect((await readText(phone)).orders[0]?.buyer?.phone).toBe("+84901000001");
});

test("a number that was kept as a formula's text is the same number in the list of rejects", async () => {
  const guarded = (text: string) =>
    text
      .replaceAll("+84901000001", '"=""84901000001"""')
      .replaceAll("6100000000001", '"=""6100000000001"""');
  const { path } = await writeRejects(await readText(guarded(faulty)));
  const mended = readFileSync(path, "utf8").replaceAll(",viele,", ",150000,");
  const [order] = (await readText(mended)).orders;
  expect(order).toMatchObject({ externalId: "6100000000001", buyer: { phone: "84901000001" } });
  expect(order).toEqual((await readText(guarded(csv))).orders[0]);
});

test("where nothing is rejected no file is made, and a file appears only when it is whole", async () => {
  const { path, finished } = await writeRejects(await readText(csv));
  expect(finished).toBeUndefined();
  expect(existsSync(path)).toBe(false);

  const read = await readText(faulty);
  const writer = rejectsWriter({ path, headers: read.file.headers, locale: "en" });
  for (const reject of Array.from({ length: 1_000 }, () => read.rejects).flat()) {
    await writer.write(reject);
  }
  expect(existsSync(path)).toBe(false);
  await writer.finish();
  expect(tableAt(path)).toHaveLength(2_001);
});

test("a rejected order of a JSON document is its text", async () => {
  const read = await readText(fixtureText("woocommerce.json").replace('"VND"', '"USD"'));
  const { path } = await writeRejects(read);
  const [header, row] = tableAt(path);
  expect(header).toEqual(["order", "Row", "Why it was rejected"]);
  expect(JSON.parse(row?.[0] ?? "")).toMatchObject({ id: "801", currency: "USD" });
  expect(row?.[2]).toContain("USD");
});

test("a row with more cells than headers loses none of them", async () => {
  const { path } = await writeRejects(await readText(csv.replace("#2002,", "#2002,x,")));
  const row = tableAt(path).find(([name]) => name === "#2002") ?? [];
  expect(row).toHaveLength(82);
  expect((await readFileAt(path)).rejects).toHaveLength(1);
});
