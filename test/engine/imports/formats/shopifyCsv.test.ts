import { describe, expect, test } from "vitest";
import { fixtureText, readFixture, readText, utc } from "../orderFiles.ts";

const csv = fixtureText("shopify.csv");

/** The fixture with one text put in place of another, wherever it stands. */
const changed = (from: string, to: string) => {
  if (!csv.includes(from)) throw new Error(`${from} is not in the fixture`);
  return csv.replaceAll(from, to);
};

test("an order of several rows is read whole, with all that its first row tells", async () => {
  const { file, orders, rejects, rows } = await readFixture("shopify.csv");
  expect(file).toMatchObject({ format: "shopify-csv", source: "shopify" });
  expect(file.headers).toHaveLength(79);
  expect(rejects).toEqual([]);
  expect(rows).toEqual([[2, 3], [4], [5]]);
  expect(orders[0]).toEqual({
    source: "shopify",
    externalId: "6100000000001",
    number: "#2001",
    placedAtMs: utc("2026-03-01T02:14:30Z"),
    updatedAtMs: utc("2026-03-03T03:00:00Z"),
    paidAtMs: utc("2026-03-01T02:15:00Z"),
    state: "fulfilled",
    currency: "VND",
    linesMinor: 450_000,
    discountMinor: 20_000,
    shippingMinor: 25_000,
    taxMinor: 0,
    totalMinor: 455_000,
    refundedMinor: 0,
    note: "Gói quà\nkhông ghi giá",
    buyer: {
      name: "Trần Thị Mai",
      phone: "+84901000001",
      email: "mai.tran@example.com",
      address: "5 Nguyễn Huệ, Huế, Thừa Thiên Huế",
      acceptsMarketing: true,
    },
    lines: [
      {
        sku: "KL-X",
        name: "Khăn lụa - Xanh",
        quantity: 2,
        unitPriceMinor: 150_000,
        discountMinor: 0,
        totalMinor: 300_000,
      },
      {
        sku: "NL",
        name: "Nón lá",
        quantity: 1,
        unitPriceMinor: 150_000,
        discountMinor: 0,
        totalMinor: 150_000,
      },
    ],
  });
});

test("cash on delivery that was sent is pending, and part of the money back is told", async () => {
  const { orders } = await readFixture("shopify.csv");
  expect(orders[1]).toMatchObject({
    state: "pending",
    buyer: { name: "Lê Văn Ba", phone: "0902000002", acceptsMarketing: false },
    lines: [{ name: 'Nón lá, "loại đặc biệt"' }],
  });
  expect(orders[1]).not.toHaveProperty("paidAtMs");
  expect(orders[2]).toMatchObject({
    state: "partially-refunded",
    refundedMinor: 150_000,
    taxMinor: 27_273,
  });
});

describe("the state is told by two words and a date", () => {
  test.each([
    // financial status, fulfilment, cancelled, state
    ["paid", "unfulfilled", "", "paid"],
    ["paid", "partial", "", "paid"],
    ["paid", "fulfilled", "", "fulfilled"],
    ["authorized", "unfulfilled", "", "pending"],
    ["partially_paid", "fulfilled", "", "pending"],
    ["expired", "unfulfilled", "", "pending"],
    ["refunded", "fulfilled", "", "refunded"],
    ["voided", "unfulfilled", "", "cancelled"],
    ["paid", "fulfilled", "2026-03-05 10:00:00 +0700", "cancelled"],
  ])("%s, %s, cancelled %j is %s", async (financial, fulfilment, cancelled, state) => {
    const header = "Name,Financial Status,Fulfillment Status,Cancelled at,Total,Created at,Id";
    const line = "Lineitem quantity,Lineitem name,Lineitem price";
    const row = `Q1,${financial},${fulfilment},${cancelled},5,2026-03-01 10:00:00 +0700,9,1,Nón,5`;
    const { orders } = await readText(`${header},${line}\n${row}\n`);
    expect(orders[0]?.state).toBe(state);
  });
});

describe("an order with one fault is rejected whole, with all its rows and the reason", () => {
  test.each([
    ["a word for a price", "1,Nón lá,150000", "1,Nón lá,viele", [2, 3], "MoneyUnreadable"],
    ["an amount with an exponent", "430000,25000", "430000,25e3", [2, 3], "MoneyUnreadable"],
    ["an amount below zero", "1,Nón lá,150000", "1,Nón lá,-150000", [2, 3], "AmountNegative"],
    ["half a piece", "1,Nón lá,150000", "0.5,Nón lá,150000", [2, 3], "QuantityUnreadable"],
    ["no piece", "1,Nón lá,150000", "0,Nón lá,150000", [2, 3], "QuantityUnreadable"],
    ["no product", "1,Nón lá,150000", "1,,150000", [2, 3], "FieldMissing"],
    ["a day that no calendar has", "2026-03-03", "2026-02-30", [2, 3], "DateUnreadable"],
    ["an unknown state", "partially_refunded", "zerlegt", [5], "StateUnknown"],
    ["a shortened id", "6100000000001", "6.1E+12", [2, 3], "IdPrecisionLost"],
    ["an absurd amount", "455000", "455000000000000", [2, 3], "MoneyUnreadable"],
  ])("%s", async (_, from, to, rows, kind) => {
    const { orders, rejects } = await readText(changed(from, to));
    expect(rejects.map(({ row }) => row)).toEqual(rows);
    expect(rejects.map(({ reason }) => reason.kind)).toEqual(rows.map(() => kind));
    expect(rejects[0]?.cells).toHaveLength(79);
    expect(orders).toHaveLength(2);
  });
});

test("an order in another currency is rejected and never converted", async () => {
  const { orders, rejects } = await readFixture("shopify.csv", { currency: "USD" });
  expect(orders).toEqual([]);
  expect(rejects.map(({ reason }) => reason)).toEqual(
    [1, 2, 3, 4].map(() => ({ kind: "CurrencyDiffers", text: "VND" })),
  );
});

test("rows of an order whose first row is missing are rejected", async () => {
  const lines = csv.split("\n");
  // The first row of the first order goes over two lines, for its note.
  const { orders, rejects } = await readText([lines[0], ...lines.slice(3)].join("\n"));
  expect(orders).toHaveLength(2);
  expect(rejects.map(({ reason }) => reason.kind)).toEqual(["HeadMissing"]);
});

test("a discount that stands on the lines and in the order's sum is taken off once", async () => {
  const header =
    "Name,Financial Status,Subtotal,Total,Discount Amount,Created at,Id,Lineitem quantity";
  const row = "Q1,paid,90,90,10,2026-03-01 10:00:00 +0700,9,2";
  const text = `${header},Lineitem name,Lineitem price,Lineitem discount\n${row},Nón,50,10\n`;
  const { orders } = await readText(text);
  expect(orders[0]).toMatchObject({ linesMinor: 90, discountMinor: 0, totalMinor: 90 });
});

test("an export without ids knows its orders by their names", async () => {
  const header = "Name,Financial Status,Total,Created at,Lineitem quantity,Lineitem name";
  const row = "Q7,paid,50,2026-03-01 10:00:00 +0700,1,Nón";
  const { orders } = await readText(`${header},Lineitem price\n${row},50\n`);
  expect(orders[0]).toMatchObject({ externalId: "Q7", number: "Q7" });
});

describe("an amount with both marks is read where the currency has such decimals", () => {
  test.each([
    ["EUR", "1.234,56", [123_456]],
    ["EUR", "1,234.56", [123_456]],
    ["EUR", "1e3", "MoneyUnreadable"],
    ["VND", "1.234,56", "MoneyUnreadable"],
    ["VND", "1.234,00", [1_234]],
  ])("%s %s is %j", async (currency, amount, outcome) => {
    const header = "Name;Financial Status;Currency;Total;Created at;Id;Lineitem quantity";
    const row = `Q7;paid;${currency};${amount};2026-03-01 10:00:00 +0700;9;1;Nón;${amount}`;
    const text = `${header};Lineitem name;Lineitem price\n${row}\n`;
    const { orders, rejects } = await readText(text, { currency });
    const reasons = rejects.map(({ reason }) => reason);
    if (typeof outcome === "string") {
      expect([orders, reasons]).toMatchObject([[], [{ kind: outcome, text: amount }]]);
    } else {
      expect(orders.map(({ totalMinor }) => totalMinor)).toEqual(outcome);
      expect(reasons).toEqual([]);
    }
  });
});

test("a file that a spreadsheet saved with semicolons and points in its thousands reads the same", async () => {
  const header = "Name;Financial Status;Total;Created at;Id;Lineitem quantity;Lineitem name";
  const row = "Q7;paid;1.250.000;2026-03-01 10:00:00 +0700;9;2;Nón";
  const { orders } = await readText(`sep=;\n${header};Lineitem price\n${row};625.000\n`);
  expect(orders[0]).toMatchObject({ totalMinor: 1_250_000, linesMinor: 1_250_000 });
});
