import { describe, expect, test } from "vitest";
import { fixtureText, readFixture, readText, utc } from "../orderFiles.ts";

const orders = () => JSON.parse(fixtureText("woocommerce.json"));

test("an order of the REST API is read, be its numbers texts or its texts numbers", async () => {
  const { file, orders: read } = await readFixture("woocommerce.json");
  expect(file).toMatchObject({ format: "woocommerce-json", source: "woocommerce" });
  expect(read[0]).toEqual({
    source: "woocommerce",
    externalId: "801",
    number: "801",
    placedAtMs: utc("2026-03-05T01:00:00Z"),
    updatedAtMs: utc("2026-03-07T03:00:00Z"),
    paidAtMs: utc("2026-03-05T01:01:00Z"),
    state: "partially-refunded",
    currency: "VND",
    linesMinor: 355_000,
    discountMinor: 0,
    shippingMinor: 20_000,
    taxMinor: 0,
    totalMinor: 375_000,
    refundedMinor: 70_000,
    note: "Gói quà",
    buyer: {
      name: "Trần Thị Mai",
      phone: "0901000001",
      email: "mai.tran@example.com",
      shopAccount: "7",
      address: "5 Nguyễn Huệ, Huế",
    },
    lines: [
      {
        sku: "KL-X",
        externalProductId: "94",
        name: "Khăn lụa – xanh",
        quantity: 2,
        unitPriceMinor: 150_000,
        discountMinor: 15_000,
        totalMinor: 285_000,
      },
      {
        sku: "22",
        externalProductId: "22",
        name: "Nón lá",
        quantity: 1,
        unitPriceMinor: 70_000,
        discountMinor: 0,
        totalMinor: 70_000,
      },
    ],
  });
});

test("a guest has no account, and cash on delivery that is processed is not paid", async () => {
  const { orders: read } = await readFixture("woocommerce.json");
  expect(read[1]?.state).toBe("pending");
  expect(read[1]).not.toHaveProperty("paidAtMs");
  expect(read[1]?.buyer).toEqual({ name: "Lê Văn Ba", phone: "0902000002" });
});

describe("the state is told by WooCommerce's word, and unknown words by the payment", () => {
  test.each([
    // status, payment method, paid, refunds, state
    ["pending", "bacs", null, [], "pending"],
    ["on-hold", "bacs", null, [], "pending"],
    ["processing", "bacs", "2026-03-06T01:00:00", [], "paid"],
    ["processing", "cod", "2026-03-06T01:00:00", [], "pending"],
    ["completed", "cod", null, [], "fulfilled"],
    ["completed", "bacs", null, [{ total: "-10000" }], "partially-refunded"],
    ["completed", "bacs", null, [{ total: "-30000" }, { total: "-40000" }], "refunded"],
    ["refunded", "bacs", null, [], "refunded"],
    ["cancelled", "bacs", null, [], "cancelled"],
    ["failed", "bacs", null, [], "cancelled"],
    ["being-embroidered", "bacs", "2026-03-06T01:00:00", [], "paid"],
    ["being-embroidered", "bacs", null, [], "pending"],
  ])("%s by %s, paid %s, refunds %j is %s", async (status, method, paid, refunds, state) => {
    const part = { status, payment_method: method, date_paid_gmt: paid, refunds };
    const { orders: read } = await readText(JSON.stringify([{ ...orders()[1], ...part }]));
    expect(read[0]?.state).toBe(state);
  });
});

test("a piece and a half is rejected, for the shop counts pieces", async () => {
  const [order] = orders();
  order.line_items[0].quantity = 1.5;
  const { orders: read, rejects } = await readText(JSON.stringify({ data: order }));
  expect(read).toEqual([]);
  expect(rejects[0]?.reason).toEqual({
    kind: "QuantityUnreadable",
    column: "quantity",
    text: "1.5",
  });
});

test("local dates are the shop's when there are none in UTC", async () => {
  const { date_created_gmt: _, ...order } = orders()[0];
  const { orders: read } = await readText(JSON.stringify([order]));
  expect(read[0]?.placedAtMs).toBe(utc("2026-03-05T01:00:00Z"));
});

test("the CSV of packed lines is read, whatever stands in a product's name", async () => {
  const { file, orders: read } = await readFixture("woocommerce.csv");
  expect(file.format).toBe("woocommerce-csv");
  expect(read[0]).toMatchObject({
    externalId: "801",
    placedAtMs: utc("2026-03-05T01:00:00Z"),
    state: "fulfilled",
    linesMinor: 355_000,
    discountMinor: 0,
    totalMinor: 375_000,
    buyer: { name: "Trần Thị Mai", shopAccount: "7" },
    lines: [
      {
        name: "Khăn lụa | xanh: loại dài",
        quantity: 2,
        unitPriceMinor: 150_000,
        discountMinor: 15_000,
      },
      { name: "Nón lá", quantity: 1 },
    ],
  });
  expect(read[1]).toMatchObject({ state: "pending", lines: [{ sku: "NL" }] });
});

test("several lines in one cell, and packed refunds, are read too", async () => {
  const header = "order_id,date,status,order_total,refund_items,line_items";
  const lines =
    "id:1|name:Nón; lá|quantity:2|total:100;id:2|name:Khăn|sku:KL|quantity:1|subtotal:60|total:50";
  const row = `9,2026-03-05 08:00:00,completed,150,amount:20|reason:x;amount:30|reason:y,"${lines}"`;
  const { orders: read } = await readText(`${header}\n${row}\n`);
  expect(read[0]).toMatchObject({
    refundedMinor: 50,
    lines: [
      { name: "Nón; lá", quantity: 2, totalMinor: 100 },
      { name: "Khăn", sku: "KL", discountMinor: 10 },
    ],
  });
});

test("an export with a row for each line is known by its billing columns", async () => {
  const header =
    "Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Phone (Billing)," +
    "Order Total Amount,SKU,Item Name,Quantity (- Refund),Item Cost";
  const text = [
    header,
    "901,Processing,2026-03-05 08:00,Mai,Trần Thị,0901000001,220000,KL,Khăn lụa,1,150000",
    "901,Processing,2026-03-05 08:00,Mai,Trần Thị,0901000001,220000,NL,Nón lá,1,70000",
  ].join("\n");
  const { file, orders: read } = await readText(text);
  expect(file).toMatchObject({ format: "woocommerce-csv", source: "woocommerce" });
  expect(read[0]).toMatchObject({
    externalId: "901",
    state: "paid",
    totalMinor: 220_000,
    buyer: { name: "Trần Thị Mai", phone: "0901000001" },
    lines: [{ sku: "KL" }, { sku: "NL" }],
  });
});
