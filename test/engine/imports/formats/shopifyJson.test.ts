import { describe, expect, test } from "vitest";
import { fixtureText, readFixture, readText, utc } from "../orderFiles.ts";

const rest = () => JSON.parse(fixtureText("shopify-rest.json")).orders[0];
const graphql = () => JSON.parse(fixtureText("shopify-graphql.json")).data.orders.edges[0].node;

test("an order of the REST API is read with its refunds that succeeded", async () => {
  const { file, orders } = await readFixture("shopify-rest.json");
  expect(file).toMatchObject({ format: "shopify-json", source: "shopify", headers: ["order"] });
  expect(orders[0]).toEqual({
    source: "shopify",
    externalId: "6100000000001",
    number: "#2001",
    placedAtMs: utc("2026-03-01T02:14:30Z"),
    updatedAtMs: utc("2026-03-03T03:00:05Z"),
    state: "fulfilled",
    currency: "VND",
    linesMinor: 445_000,
    discountMinor: 15_000,
    shippingMinor: 25_000,
    taxMinor: 0,
    totalMinor: 455_000,
    refundedMinor: 5_000,
    note: "Gói quà",
    buyer: {
      name: "Trần Thị Mai",
      phone: "+84901000001",
      email: "mai.tran@example.com",
      shopAccount: "7700000000001",
      address: "5 Nguyễn Huệ, Huế",
      acceptsMarketing: true,
    },
    lines: [
      {
        sku: "KL-X",
        externalProductId: "11",
        name: "Khăn lụa - Xanh",
        quantity: 2,
        unitPriceMinor: 150_000,
        discountMinor: 5_000,
        totalMinor: 295_000,
      },
      {
        sku: "NL",
        externalProductId: "22",
        name: "Nón lá",
        quantity: 1,
        unitPriceMinor: 150_000,
        discountMinor: 0,
        totalMinor: 150_000,
      },
    ],
  });
});

test("an order of GraphQL is read with the discount's exact shares and the day it was paid", async () => {
  const { orders } = await readFixture("shopify-graphql.json");
  expect(orders[0]).toMatchObject({
    externalId: "6100000000001",
    paidAtMs: utc("2026-03-01T02:15:00Z"),
    state: "fulfilled",
    linesMinor: 430_000,
    discountMinor: 0,
    totalMinor: 455_000,
    buyer: { name: "Trần Thị Mai", phone: "+84901000001", acceptsMarketing: false },
    lines: [
      { externalProductId: "11", discountMinor: 13_334, totalMinor: 286_666 },
      { name: "Nón lá", discountMinor: 6_666, totalMinor: 143_334 },
    ],
  });
});

test("CSV, REST and GraphQL name one order alike, so that they meet in one", async () => {
  const files = ["shopify.csv", "shopify-rest.json", "shopify-graphql.json"];
  const ids = await Promise.all(
    files.map(async (name) => (await readFixture(name)).orders[0]?.externalId),
  );
  expect(new Set(ids)).toEqual(new Set(["6100000000001"]));
});

test("a bulk export, whose lines stand apart from their order, is put back together", async () => {
  const { lineItems, ...order } = graphql();
  const parts = lineItems.nodes.map((line: object) => ({ ...line, __parentId: order.id }));
  const second = { ...order, id: "gid://shopify/Order/2" };
  const secondPart = { ...parts[0], __parentId: second.id };
  const text = [order, ...parts, second, secondPart].map((line) => JSON.stringify(line)).join("\n");
  const { orders, rejects } = await readText(text);
  expect(rejects).toEqual([]);
  expect(orders.map(({ externalId, lines }) => [externalId, lines.length])).toEqual([
    ["6100000000001", 2],
    ["2", 1],
  ]);
});

describe("an order that is not all there, or no order, is rejected", () => {
  test.each([
    [
      "lines left for another page",
      { lineItems: { pageInfo: { hasNextPage: true }, nodes: [] } },
      "LinesIncomplete",
    ],
    ["a test order", { test: true }, "TestOrder"],
    ["no total", { totalPriceSet: null }, "FieldMissing"],
    ["no date", { createdAt: null }, "FieldMissing"],
    ["no lines", { lineItems: null }, "FieldMissing"],
    ["an unknown state", { displayFinancialStatus: "MELTED" }, "StateUnknown"],
  ])("%s", async (_, part, kind) => {
    const { orders, rejects } = await readText(JSON.stringify([{ ...graphql(), ...part }]));
    expect(orders).toEqual([]);
    expect(rejects[0]?.reason.kind).toBe(kind);
    expect(rejects[0]?.cells[0]).toContain("gid://shopify/Order/6100000000001");
  });

  test("REST without its lines", async () => {
    const { line_items: _, ...order } = rest();
    const { rejects } = await readText(JSON.stringify([order]));
    expect(rejects[0]?.reason).toEqual({ kind: "FieldMissing", column: "line_items" });
  });

  test("something else among the orders", async () => {
    const { orders, rejects } = await readText(JSON.stringify([rest(), { hello: 1 }, 7, rest()]));
    expect(orders).toHaveLength(2);
    expect(rejects.map(({ row, reason }) => [row, reason.kind])).toEqual([
      [2, "NotAnOrder"],
      [3, "NotAnOrder"],
    ]);
  });
});

describe("Haravan and Sapo are Shopify's in shape and sources of their own", () => {
  test("Haravan tells in words what was cancelled", async () => {
    const order = { ...rest(), cancelled_status: "cancelled", fulfillment_status: "notfulfilled" };
    const { file, orders } = await readText(JSON.stringify({ order }));
    expect(file).toMatchObject({ format: "haravan-json", source: "haravan" });
    expect(orders[0]).toMatchObject({ state: "cancelled", source: "haravan" });
  });

  test("Sapo names its dates with `on`, and masks names", async () => {
    const { created_at, updated_at, ...order } = rest();
    const sapo = {
      ...order,
      name: "***",
      order_number: 1001,
      created_on: created_at,
      modified_on: updated_at,
      billing_address: { name: "***", phone: "***" },
      shipping_address: { name: "***" },
      customer: { id: 42, first_name: "***", last_name: "***" },
      total_refunded: 0.0,
    };
    const { file, orders } = await readText(JSON.stringify({ order: sapo }));
    expect(file.format).toBe("sapo-json");
    expect(orders[0]).toMatchObject({ number: "1001", refundedMinor: 0 });
    expect(orders[0]?.buyer).toEqual({
      email: "mai.tran@example.com",
      shopAccount: "42",
      acceptsMarketing: true,
    });
  });
});
