import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { defaultCaps } from "../../../electron/engine/imports/orderFile.ts";
import { readXlsxRows } from "../../../electron/engine/imports/xlsx/readXlsxRows.ts";
import { fixtureText, readFileAt, readText, refusalOf, utc, written } from "./orderFiles.ts";
import { type Cells, rowPerCell, workbook } from "./workbooks.ts";

const cellsOf = (name: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(fixtureText(name).replace("\uFEFF", ""), { skipEmptyLines: true }).data;

const csvOf = (rows: readonly Cells[]): string => {
  const sheets = readXlsxRows(workbook([{ name: "s", rows }]));
  if (!sheets.ok) throw new Error(sheets.error.kind);
  return new TextDecoder().decode(sheets.value[0]?.csv);
};

describe("a workbook tells the same orders as its CSV", () => {
  test.each([
    ["shopee.csv", "shopee"],
    ["tiktok-shop.csv", "tiktok-shop"],
    ["lazada.csv", "lazada"],
    ["shopify.csv", "shopify-csv"],
  ])("%s", async (name, format) => {
    const read = await readText(workbook([{ name: "orders", rows: cellsOf(name) }]));
    expect(read.file.format).toBe(format);
    expect(read.rejects).toEqual([]);
    const plain = await readText(fixtureText(name));
    expect(read.orders).toEqual(plain.orders);
    expect(read.rows).toEqual(plain.rows);
  });
});

test("one row element per cell is read to the last column", async () => {
  const rows = rowPerCell(cellsOf("tiktok-shop.csv"));
  const read = await readText(workbook([{ name: "OrderSKUList", rows }]));
  expect(read.orders).toEqual((await readText(fixtureText("tiktok-shop.csv"))).orders);
});

test("the sheet with the orders is found among others", async () => {
  const sheets = [
    { name: "Hướng dẫn", rows: [["Xin chào"]] },
    { name: "orders", rows: cellsOf("shopee.csv") },
  ];
  const read = await readText(workbook(sheets));
  expect(read.orders).toHaveLength(2);
});

test("of sheets that are not known the likeliest is shown for mapping", async () => {
  const rows = [["Mã đơn hàng", "Ngày tạo", "Tên sản phẩm", "Đơn giá"]];
  const path = written(
    workbook([
      { name: "a", rows: [["x", "y", "z"]] },
      { name: "b", rows },
    ]),
  );
  expect(await refusalOf(path)).toMatchObject({
    headers: rows[0],
    proposedMapping: { missing: [] },
  });
});

test("a workbook that is named .csv is a workbook", async () => {
  const path = written(workbook([{ name: "orders", rows: cellsOf("shopee.csv") }]), "orders.csv");
  expect((await readFileAt(path)).orders).toHaveLength(2);
});

test("numbers, dates, holes and letters of a sheet become plain text", () => {
  expect(
    csvOf([
      ["A", "B"],
      [],
      [165_000.5, 59.89, { day: 46_117.588 }, undefined, 'say "so"', "two\nlines", " edge "],
      [582_836_886_501_426_300, 0.0000001, -5, 1e15],
    ]),
  ).toBe(
    [
      "A,B",
      "",
      '165000.5,59.89,2026-04-05 14:06:43,,"say ""so""","two\nlines"," edge "',
      "5.828368865014263e+17,0.000000100000,-5,1000000000000000",
    ].join("\n"),
  );
});

test("dates that a spreadsheet keeps as dates are the shop's local time", async () => {
  const [header = [], row = []] = cellsOf("shopee.csv");
  const dated = row.map((cell) => (cell === "2026-03-10 20:05" ? { day: 46_091.836_805_6 } : cell));
  const read = await readText(workbook([{ name: "orders", rows: [header, dated] }]));
  expect(read.orders[0]?.placedAtMs).toBe(utc("2026-03-10T13:05:00Z"));
});

test("an id that lost its last digits as a number is rejected, with its order", async () => {
  const [header = [], explained = [], ...rows] = cellsOf("tiktok-shop.csv");
  const numeric = rows.map(([id = "", ...cells]) => [Number(id), ...cells]);
  const read = await readText(workbook([{ name: "s", rows: [header, explained, ...numeric] }]));
  expect(read.orders).toEqual([]);
  expect(new Set(read.rejects.map(({ reason }) => reason.kind))).toEqual(
    new Set(["IdPrecisionLost"]),
  );
});

describe("a workbook that cannot be read is refused with its reason", () => {
  const whole = workbook([{ name: "orders", rows: cellsOf("shopee.csv") }]);

  test.each([
    ["half written", whole.subarray(0, whole.length / 2), "damaged"],
    ["without its last bytes", whole.subarray(0, whole.length - 30), "damaged"],
    ["a zip of something else", workbook([]), "not-a-workbook"],
    ["with a broken sheet", broken(whole), "damaged"],
  ])("%s", async (_, bytes, why) => {
    expect(await refusalOf(written(bytes, "orders.xlsx"))).toEqual({ kind: "FileUnreadable", why });
  });

  test("one that would unpack to more than may be", async () => {
    const bomb = workbook([{ name: "s", rows: " ".repeat(3_000_000) }]);
    expect(bomb.length).toBeLessThan(20_000);
    expect(readXlsxRows(bomb, { ...defaultCaps, expandedBytes: 1_000_000 })).toEqual({
      ok: false,
      error: { kind: "FileTooLarge", limitBytes: 1_000_000 },
    });
  });

  test("one that lies about how much it unpacks to", () => {
    const bomb = Buffer.from(workbook([{ name: "s", rows: " ".repeat(3_000_000) }]));
    lie(bomb, 1_000);
    const read = readXlsxRows(bomb, { ...defaultCaps, expandedBytes: 100_000 });
    const size = read.ok ? (read.value[0]?.csv.length ?? 0) : 0;
    expect(size).toBeLessThan(2_000);
  });

  test("one larger than workbooks may be", async () => {
    const path = written(whole, "orders.xlsx");
    expect(await refusalOf(path, { caps: { xlsxBytes: 100 } })).toEqual({
      kind: "FileTooLarge",
      limitBytes: 100,
    });
  });
});

/** Garbles the packed bytes of the first sheet. */
function broken(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf("xl/worksheets/sheet1.xml") + 40;
  return copy.fill(0xff, at, at + 40);
}

/** Writes `size` as the unpacked size of each part, in the list and before the part itself. */
function lie(bytes: Buffer, size: number): void {
  for (let at = bytes.indexOf("PK\x03\x04"); at !== -1; at = bytes.indexOf("PK\x03\x04", at + 4)) {
    if (bytes.readUInt32LE(at + 22) > 1_000_000) bytes.writeUInt32LE(size, at + 22);
  }
  for (let at = bytes.indexOf("PK\x01\x02"); at !== -1; at = bytes.indexOf("PK\x01\x02", at + 4)) {
    if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(size, at + 24);
  }
}
