import { describe, expect, test } from "vitest";
import { proposeMapping } from "../../../../electron/engine/imports/formats/proposeMapping.ts";
import type { OrderMapping } from "../../../../electron/engine/imports/orderFile.ts";
import { fixturePath, readFixture, readText, refusalOf, utc, written } from "../orderFiles.ts";

const mapping: OrderMapping = {
  name: "sapo-file",
  columns: {
    externalId: "Mã đơn hàng",
    placedAt: "Ngày tạo",
    name: "Khách hàng",
    phone: "Điện thoại",
    state: "Trạng thái",
    product: "Tên sản phẩm",
    quantity: "Số lượng",
    unitPrice: "Đơn giá",
    total: "Khách phải trả",
  },
};

test("an unknown file is refused with its headers and a guess at what they mean", async () => {
  expect(await refusalOf(fixturePath("table.csv"))).toEqual({
    kind: "FormatUnknown",
    headers: Object.values(mapping.columns)
      .slice(0, 4)
      .concat(["Trạng thái", "Tên sản phẩm", "Số lượng", "Đơn giá", "Khách phải trả"]),
    proposedMapping: { columns: mapping.columns, missing: [], dateOrder: "day-first" },
  });
});

test("the guess, confirmed, reads the file: titles above, merged cells, points in thousands", async () => {
  const { file, orders, rows, rejects } = await readFixture("table.csv", { mapping });
  expect(file).toMatchObject({ format: "mapped", source: "sapo-file" });
  expect(rejects).toEqual([]);
  expect(rows).toEqual([[4, 5], [6], [7]]);
  expect(orders[0]).toEqual({
    source: "sapo-file",
    externalId: "SON0001",
    number: "SON0001",
    placedAtMs: utc("2026-03-13T02:30:00Z"),
    updatedAtMs: utc("2026-03-13T02:30:00Z"),
    state: "fulfilled",
    currency: "VND",
    linesMinor: 370_000,
    discountMinor: 0,
    shippingMinor: 0,
    taxMinor: 0,
    totalMinor: 370_000,
    refundedMinor: 0,
    buyer: { name: "Trần Thị Mai", phone: "0901000001" },
    lines: [
      {
        name: "Khăn lụa",
        quantity: 2,
        unitPriceMinor: 150_000,
        discountMinor: 0,
        totalMinor: 300_000,
      },
      {
        name: "Nón lá",
        quantity: 1,
        unitPriceMinor: 70_000,
        discountMinor: 0,
        totalMinor: 70_000,
      },
    ],
  });
  expect(orders.map(({ state }) => state)).toEqual(["fulfilled", "pending", "cancelled"]);
});

test("a mapping's own words for states come first", async () => {
  const stateWords = { "ĐANG giao dịch": "paid" };
  const { orders } = await readFixture("table.csv", { mapping: { ...mapping, stateWords } });
  expect(orders[1]?.state).toBe("paid");
});

const simple = (columns: Record<string, string>): OrderMapping => ({
  name: "stall",
  columns: { externalId: "No", placedAt: "Day", product: "Thing", unitPrice: "Price", ...columns },
});

test("a list without states, totals and counts is a list of sales that were made", async () => {
  const text = "No,Day,Thing,Price\n1,2026-03-01,Hat,5\n1,2026-03-01,Scarf,7\n";
  const { orders } = await readText(text, { mapping: simple({}) });
  expect(orders[0]).toMatchObject({ state: "paid", totalMinor: 12, lines: [{}, { quantity: 1 }] });
});

test("two rows alike, side by side, are two pieces; a run told twice is one", async () => {
  const rows = ["1,2026-03-01,Hat,5", "1,2026-03-01,Hat,5"];
  const text = ["No,Day,Thing,Price", ...rows, "2,2026-03-01,Hat,5", ...rows].join("\n");
  const { orders } = await readText(text, { mapping: simple({}) });
  expect(orders.find(({ externalId }) => externalId === "1")?.totalMinor).toBe(10);
});

test("rows that contradict each other about their order make none", async () => {
  const text = "No,Day,Thing,Price,Sum\n1,2026-03-01,Hat,5,12\n1,2026-03-01,Scarf,7,13\n";
  const { orders, rejects } = await readText(text, { mapping: simple({ total: "Sum" }) });
  expect(orders).toEqual([]);
  expect(rejects[0]?.reason).toEqual({ kind: "RowsDisagree", column: "Sum", text: "13" });
});

test("a line's amount stands where it differs from price times pieces", async () => {
  const text = "No,Day,Thing,Price,Pieces,Amount\n1,2026-03-01,Hat,50,3,140\n";
  const options = { mapping: simple({ quantity: "Pieces", lineTotal: "Amount" }) };
  const { orders } = await readText(text, options);
  expect(orders[0]?.lines[0]).toMatchObject({
    unitPriceMinor: 50,
    discountMinor: 10,
    totalMinor: 140,
  });
});

describe("the column settles how decimals are written", () => {
  const table = (...prices: readonly string[]) =>
    ["No;Day;Thing;Price", ...prices.map((price, row) => `${row};2026-03-01;Hat;${price}`)].join(
      "\n",
    );
  const amounts = async (text: string, decimalSeparator?: "." | ",") => {
    const options = { currency: "USD", mapping: { ...simple({}), decimalSeparator } };
    const { orders, rejects } = await readText(text, options);
    return [
      ...orders.map(({ totalMinor }) => totalMinor),
      ...rejects.map(({ reason }) => reason.kind),
    ];
  };

  test("by another value of the column", async () => {
    expect(await amounts(table("1.234", "1.234,56"))).toEqual([123_400, 123_456]);
    expect(await amounts(table("1.234", "59.8"))).toEqual([5_980, "MoneyUnreadable"]);
  });

  test("by the mapping, before all else", async () => {
    expect(await amounts(table("1.234"), ",")).toEqual([123_400]);
  });

  test("by the one value itself, where it has both marks; never by an exponent", async () => {
    expect(await amounts(table("1.234,56", "1e3"))).toEqual([123_456, "MoneyUnreadable"]);
    expect(await amounts(table("1,234.56", "1E3"))).toEqual([123_456, "MoneyUnreadable"]);
  });

  test("not at all, and the row is rejected", async () => {
    expect(await amounts(table("1.234"))).toEqual(["MoneyUnreadable"]);
    expect(await amounts(table("1.234", "59,80", "59.80"))).toEqual([
      5_980,
      5_980,
      "MoneyUnreadable",
    ]);
  });
});

describe("a mapping that cannot be is refused before anything is read", () => {
  test.each([
    [
      "no id",
      { externalId: "" },
      { why: "no column chosen for externalId", missing: ["externalId"] },
    ],
    [
      "no price",
      { unitPrice: "" },
      { why: "no column chosen for unitPrice", missing: ["unitPrice"] },
    ],
    ["a header that is not there", { phone: "Tel" }, { why: "no column Tel", absent: ["Tel"] }],
  ])("%s", async (_, columns, told) => {
    const path = written("No,Day,Thing,Price\n1,2026-03-01,Hat,5\n");
    expect(await refusalOf(path, { mapping: simple(columns) })).toEqual({
      kind: "MappingInvalid",
      ...told,
    });
  });

  test("a state that does not exist", async () => {
    const wrong = { ...mapping, stateWords: { Xong: "finished" } };
    expect(await refusalOf(fixturePath("table.csv"), { mapping: wrong })).toEqual({
      kind: "MappingInvalid",
      why: "no such state: finished",
    });
  });
});

describe("headers are guessed by their words in two languages", () => {
  test.each([
    ["Ngày bán", "placedAt"],
    ["Số điện thoại", "phone"],
    ["SĐT", "phone"],
    ["Thành tiền", "lineTotal"],
    ["Tên hàng", "product"],
    ["Order No.", "externalId"],
    ["Customer name", "name"],
    ["Unit price", "unitPrice"],
    ["Order total", "total"],
    ["E-mail", "email"],
  ])("%s is %s", (header, column) => {
    expect(proposeMapping([header], []).columns).toEqual({ [column]: header });
  });

  test("no header serves two things", () => {
    const { columns, missing } = proposeMapping(["Mã đơn hàng", "Ngày"], []);
    expect(columns).toEqual({ externalId: "Mã đơn hàng", placedAt: "Ngày" });
    expect(missing).toEqual(["product", "unitPrice"]);
  });
});
