import { describe, expect, test } from "vitest";
import { fixtureText, readText, refusalOf, written } from "../orderFiles.ts";

const [first, second] = JSON.parse(fixtureText("woocommerce.json"));
const orders = [first, second];
const edges = orders.map((node) => ({ cursor: "x", node }));

describe("orders are found wherever in the document they lie", () => {
  test.each([
    ["a list", orders],
    ["orders", { orders }],
    ["orders behind other things", { page: 1, extensions: { cost: [1, 2] }, orders }],
    ["data", { data: orders }],
    ["data.orders", { data: { orders } }],
    ["data.orders.nodes", { data: { orders: { pageInfo: {}, nodes: orders } } }],
    ["data.orders.edges", { data: { orders: { edges } } }],
    ["orders.edges", { orders: { edges } }],
  ])("%s", async (_, document) => {
    const read = await readText(JSON.stringify(document));
    expect(read.rejects).toEqual([]);
    expect(read.orders.map(({ externalId }) => externalId)).toEqual(["801", "802"]);
    expect(read.rows).toEqual([[1], [2]]);
  });

  test.each([
    ["alone", first],
    ["order", { order: first }],
    ["data", { data: first }],
    ["data.order", { data: { order: first } }],
  ])("a single one: %s", async (_, document) => {
    const read = await readText(JSON.stringify(document, null, 2));
    expect(read.orders.map(({ externalId }) => externalId)).toEqual(["801"]);
  });

  test("one document a line, with blank lines and a broken one", async () => {
    const lines = [JSON.stringify(first), "", '{"id": ', JSON.stringify(second)];
    const read = await readText(`${lines.join("\n")}\n`);
    expect(read.orders.map(({ externalId }) => externalId)).toEqual(["801", "802"]);
    expect(read.rejects.map(({ row, reason }) => [row, reason.kind])).toEqual([[3, "NotAnOrder"]]);
  });

  test("with a byte order mark before it", async () => {
    expect((await readText(`\uFEFF${JSON.stringify(orders)}`)).orders).toHaveLength(2);
  });
});

describe("numbers keep every digit that stands in the file", () => {
  const withId = (id: string) => JSON.stringify([first]).replace('"id":801', `"id":${id}`);

  test("an id of 19 digits", async () => {
    const { orders: read } = await readText(withId("1729384756102938475"));
    expect(read[0]?.externalId).toBe("1729384756102938475");
  });

  test("an id that another program shortened is rejected", async () => {
    const { rejects } = await readText(withId("1.7293847561029384e18"));
    expect(rejects[0]?.reason).toEqual({
      kind: "IdPrecisionLost",
      text: "1.7293847561029384e18",
    });
  });

  test("an amount that a program wrote with an exponent is the number that JSON says", async () => {
    const text = JSON.stringify([first]).replace('"total":"375000"', '"total":3.75E5');
    expect((await readText(text)).orders[0]?.totalMinor).toBe(375_000);
  });

  test("the same as a text is no amount", async () => {
    const text = JSON.stringify([first]).replace('"total":"375000"', '"total":"3.75E5"');
    expect((await readText(text)).rejects[0]?.reason.kind).toBe("MoneyUnreadable");
  });

  test("fractions are exact", async () => {
    const text = JSON.stringify([{ ...first, currency: "USD" }]).replace(
      '"total":"375000"',
      '"total":1234.1',
    );
    expect((await readText(text, { currency: "USD" })).orders[0]?.totalMinor).toBe(123_410);
  });
});

/** Brackets within brackets, so many, which cost more to look through the more of them are open. */
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("a document that ends or breaks in the middle keeps what came before", () => {
  const text = JSON.stringify(orders);

  test.each([
    ["cut short", text.slice(0, -40), "cut-short"],
    ["broken", text.replace('"id":802', '"id":!'), "damaged"],
    ["with something behind it", `${text}]`, "damaged"],
    [
      "nested without an end",
      text.replace('"id":802', `"id":802,"meta":${nested(200)}`),
      "damaged",
    ],
  ])("%s", async (_, content, why) => {
    const { orders: read, rejects } = await readText(content);
    expect(read[0]?.externalId).toBe("801");
    expect(rejects.at(-1)).toMatchObject({ reason: { kind: "RestUnreadable", why } });
  });
});

test.each([
  ["are not there", undefined, { kind: "NotAnOrder" }],
  ["are a text", "2 × Nón lá", { kind: "NotAnOrder" }],
  [
    "have one that is none",
    [...second.line_items, "Nón lá"],
    { kind: "FieldMissing", column: "line_items" },
  ],
])("an order whose lines %s is rejected, and no other", async (_, lines, why) => {
  const read = await readText(JSON.stringify([first, { ...second, line_items: lines }]));
  expect(read.orders.map(({ externalId }) => externalId)).toEqual(["801"]);
  expect(read.rejects.map(({ row, reason }) => [row, reason])).toEqual([[2, why]]);
});

test("a name like a trap of the language is a name like others", async () => {
  const text = JSON.stringify([first]).replace('"number"', '"__proto__":{"total":"1"},"number"');
  expect((await readText(text)).orders[0]?.totalMinor).toBe(375_000);
});

test("brackets alone, however many, are no orders", async () => {
  const path = written(`[{"id":801,"line_items":${nested(100_000)}}]`);
  expect(await refusalOf(path)).toEqual({ kind: "FormatUnknown" });
});
