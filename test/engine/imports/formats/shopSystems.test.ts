import { describe, expect, test } from "vitest";
import { laterOrder } from "../../../../shared/domain/order/orderVersion.ts";
import { readText, utc } from "../orderFiles.ts";

const vendureOrder = (over: object = {}) => ({
  id: "7",
  code: "T7",
  state: "PaymentSettled",
  createdAt: "2026-11-20T01:00:00.000Z",
  updatedAt: "2026-11-20T02:00:00.000Z",
  orderPlacedAt: "2026-11-20T01:30:00.000Z",
  currencyCode: "VND",
  customer: { id: "3", firstName: "Hà", lastName: "Trần", emailAddress: "ha@example.com" },
  lines: [
    {
      quantity: 2,
      linePriceWithTax: 25_800_000,
      discountedLinePriceWithTax: 23_220_000,
      proratedLinePriceWithTax: 22_220_000,
      productVariant: { id: "11", sku: "AT-M", name: "Áo thun" },
    },
    {
      quantity: 0,
      linePriceWithTax: 0,
      discountedLinePriceWithTax: 0,
      proratedLinePriceWithTax: 0,
      productVariant: { id: "12", sku: "QJ", name: "Quần jean" },
    },
  ],
  shippingWithTax: 3_000_000,
  total: 23_200_049,
  totalWithTax: 25_220_050,
  payments: [
    { amount: 25_220_050, state: "Settled", createdAt: "2026-11-20T01:40:00.000Z", refunds: [] },
  ],
  ...over,
});

describe("Vendure", () => {
  const read = async (over: object = {}) =>
    readText(JSON.stringify({ data: { orders: { items: [vendureOrder(over)], totalItems: 1 } } }));

  test("counts in hundredths of a đồng too, which are rounded once", async () => {
    const { orders, rejects, file } = await read();
    expect([file.format, rejects]).toEqual(["vendure-json", []]);
    expect(orders[0]).toMatchObject({
      source: "vendure",
      externalId: "7",
      number: "T7",
      state: "paid",
      paidAtMs: utc("2026-11-20T01:40:00Z"),
      totalMinor: 252_201,
      taxMinor: 20_201,
      shippingMinor: 30_000,
      discountMinor: 10_000,
      lines: [
        {
          sku: "AT-M",
          externalProductId: "11",
          name: "Áo thun",
          quantity: 2,
          unitPriceMinor: 129_000,
          discountMinor: 25_800,
          totalMinor: 232_200,
        },
      ],
      buyer: { name: "Trần Hà", email: "ha@example.com", shopAccount: "3" },
    });
  });

  const refund = (total: number, state = "Settled") => ({
    payments: [{ amount: 25_220_050, state: "Settled", refunds: [{ total, state }] }],
  });

  test.each([
    ["a cart", { state: "AddingItems", orderPlacedAt: null, payments: [] }, "pending"],
    ["authorised only", { state: "PaymentAuthorized", payments: [] }, "pending"],
    ["sent before it is paid", { state: "Shipped", payments: [] }, "pending"],
    ["sent in part", { state: "PartiallyShipped" }, "paid"],
    ["delivered", { state: "Delivered" }, "fulfilled"],
    ["cancelled", { state: "Cancelled" }, "cancelled"],
    ["refunded in part", refund(5_000_000), "partially-refunded"],
    ["refunded", refund(25_220_050), "refunded"],
    ["a refund that failed", refund(25_220_050, "Failed"), "paid"],
  ])("%s", async (_, over, state) => {
    const { orders, rejects } = await read(over);
    expect(rejects).toEqual([]);
    expect(orders[0]?.state).toBe(state);
  });

  test.each([
    ["another state", { state: "Teleported" }, "StateUnknown"],
    ["another currency", { currencyCode: "EUR" }, "CurrencyDiffers"],
    ["an amount that is none", { totalWithTax: "12,5" }, "MoneyUnreadable"],
    ["an amount below zero", { totalWithTax: -500 }, "AmountNegative"],
  ])("%s is rejected", async (_, over, kind) => {
    expect((await read(over)).rejects.map(({ reason }) => reason.kind)).toEqual([kind]);
  });
});

const medusaOrder = (over: object = {}) => ({
  id: "order_01",
  display_id: 5,
  status: "pending",
  email: "ha@example.com",
  currency_code: "usd",
  created_at: "2026-11-20T01:00:00.000Z",
  updated_at: "2026-11-20T02:00:00.000Z",
  canceled_at: null,
  total: 21.989999999,
  tax_total: 1.99,
  discount_total: 3,
  shipping_total: 5,
  customer_id: "cus_1",
  items: [
    {
      title: "M",
      product_title: "T-shirt",
      variant_title: "M",
      variant_sku: "AT-M",
      variant_id: "variant_1",
      quantity: 2,
      unit_price: 10,
      original_total: 20,
      total: 18,
    },
  ],
  shipping_address: {
    first_name: "Hà",
    last_name: "Trần",
    country_code: "vn",
    phone: "0912345678",
  },
  summary: { refunded_total: 0 },
  payment_status: "captured",
  fulfillment_status: "not_fulfilled",
  ...over,
});

describe("Medusa", () => {
  const read = async (over: object = {}) =>
    readText(JSON.stringify({ orders: [medusaOrder(over)], count: 1 }), { currency: "USD" });

  test("counts in units of the currency, finer than money is paid", async () => {
    const { orders, rejects, file } = await read();
    expect([file.format, rejects]).toEqual(["medusa-json", []]);
    expect(orders[0]).toMatchObject({
      source: "medusa",
      externalId: "order_01",
      number: "5",
      state: "paid",
      totalMinor: 2_199,
      taxMinor: 199,
      shippingMinor: 500,
      discountMinor: 100,
      lines: [
        {
          sku: "AT-M",
          externalProductId: "variant_1",
          name: "T-shirt - M",
          quantity: 2,
          unitPriceMinor: 1_000,
          discountMinor: 200,
          totalMinor: 1_800,
        },
      ],
      buyer: { name: "Trần Hà", phone: "0912345678", shopAccount: "cus_1" },
    });
  });

  test.each([
    ["not paid", { payment_status: "not_paid" }, "pending"],
    ["without a word on its payment", { payment_status: undefined }, "pending"],
    ["paid and sent", { fulfillment_status: "delivered" }, "fulfilled"],
    ["cancelled", { canceled_at: "2026-11-21T00:00:00Z" }, "cancelled"],
    [
      "refunded in part",
      { payment_status: "partially_refunded", summary: { refunded_total: 4.5 } },
      "partially-refunded",
    ],
  ])("%s", async (_, over, state) => {
    expect((await read(over)).orders[0]?.state).toBe(state);
  });

  test("an order of Medusa 1, which counted in minor units, is no order that is known", async () => {
    await expect(read({ object: "order" })).rejects.toThrow("FormatUnknown");
  });
});

describe("exports that overlap", () => {
  const vendureAt = (updatedAt: string, state: string) => vendureOrder({ updatedAt, state });
  const medusaAt = (updated_at: string, payment_status: string) =>
    medusaOrder({ updated_at, payment_status });

  test.each([
    [
      "Vendure",
      [
        vendureAt("2026-11-20T02:00:00.000Z", "PaymentSettled"),
        vendureAt("2026-11-21T02:00:00.000Z", "Delivered"),
        vendureAt("2026-11-20T02:00:00.000Z", "PaymentSettled"),
      ],
      "VND",
      "fulfilled",
    ],
    [
      "Medusa",
      [
        medusaAt("2026-11-20T02:00:00.000Z", "not_paid"),
        medusaAt("2026-11-21T02:00:00.000Z", "captured"),
        medusaAt("2026-11-20T02:00:00.000Z", "not_paid"),
      ],
      "USD",
      "paid",
    ],
  ])("of %s end at the latest payload, in any order", async (_, payloads, currency, state) => {
    const { orders } = await readText(JSON.stringify({ orders: payloads }), { currency });
    expect(orders).toHaveLength(3);
    const ends = [orders, [...orders].reverse(), [...orders, ...orders]].map((all) =>
      all.reduce(laterOrder),
    );
    expect(ends.map((end) => end.state)).toEqual([state, state, state]);
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });
});
