import fc from "fast-check";
import { expect, test } from "vitest";
import type { ForeignOrder } from "../../../shared/domain/order/order.ts";
import { laterOrder } from "../../../shared/domain/order/orderVersion.ts";
import { fixtureText, readText } from "./orderFiles.ts";

type Kept = ReadonlyMap<string, ForeignOrder>;

/** What a shop keeps that imports these payloads one after the other. */
const kept = (orders: readonly ForeignOrder[]): Kept => {
  const orderById = new Map<string, ForeignOrder>();
  for (const order of orders) {
    const before = orderById.get(order.externalId);
    orderById.set(order.externalId, before ? laterOrder(before, order) : order);
  }
  return orderById;
};

const [header = "", ...rest] = fixtureText("shopify.csv").split("\n");
const [one, two, three] = [rest.slice(0, 3), rest.slice(3, 4), rest.slice(4, 5)].map((rows) =>
  rows.join("\n"),
);
const paidLater = two?.replace("pending,,", "paid,2026-03-09 08:00:00 +0700,");
const refundedLater = three
  ?.replace("partially_refunded", "refunded")
  .replace("150000,,,,", "300000,,,,");
const file = (...orders: readonly (string | undefined)[]) => [header, ...orders, ""].join("\n");

/** Exports of one shop that overlap, some older and some newer. */
const files = [
  file(one, two),
  file(two, three),
  file(three, one),
  file(paidLater, refundedLater),
  file(one, two, three, one),
];
const payloads = await Promise.all(files.map(async (text) => (await readText(text)).orders));

test("overlapping files in any order, some of them twice, end at the same orders", () => {
  const end = kept(payloads.flat());
  expect([...end.values()].map(({ number, state }) => [number, state]).sort()).toEqual([
    ["#2001", "fulfilled"],
    ["#2002", "fulfilled"],
    ["#2003", "refunded"],
  ]);
  const order = fc.array(fc.nat(files.length - 1), { maxLength: 4 });
  fc.assert(
    fc.property(fc.shuffledSubarray(payloads, { minLength: files.length }), order, (all, again) => {
      const repeated = again.map((index) => payloads[index] ?? []);
      expect(kept([...all, ...repeated].flat())).toEqual(end);
    }),
  );
});

test("files put together into one, headers and all, end at the same orders", async () => {
  const { orders, rejects } = await readText(files.join(""));
  expect(rejects).toEqual([]);
  expect(kept(orders)).toEqual(kept(payloads.flat()));
});
