import { expect, test } from "vitest";
import { sell, TEA } from "../calls/world.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { importOrders, type Stage, shopifyJson, type ToldOrder } from "./toldOrders.ts";

/** Orders of 190 000 đ by one buyer: 19 points each when they are paid. */
const tell = (shop: TestShop, stage: Stage, more: Partial<ToldOrder> = {}) =>
  importOrders(shop, shopifyJson, [{ id: 1, stage, updatedMinute: 0, isMarked: true, ...more }]);

const buyerOf = async (shop: TestShop): Promise<string> => {
  const { matches } = await shop.take("customer.search", { text: "van an" });
  expect(matches).toHaveLength(1);
  return matches[0]?.customerId ?? "";
};

const pointsOf = async (shop: TestShop) => {
  const customerId = await buyerOf(shop);
  const { entries, balance } = await shop.take("loyalty.ledger", { customerId });
  const { totals } = await shop.take("customer.profile", { customerId });
  return {
    entries: entries
      .map((one) => [one.kind, one.points, one.sourceKind, one.sourceId, one.balanceAfter])
      .reverse(),
    balance,
    spentMinor: totals.spentMinor,
    onlineCount: totals.onlineCount,
  };
};

const earned = ["earn", 19, "order", "shopify:9000001", 19];
const takenBack = ["take-back", -19, "order", "shopify:9000001", 0];

test("a paid order that is cancelled gives its points back once, whatever is told of it after", async () => {
  const shop = await openShop();
  await tell(shop, "paid", { updatedMinute: 1 });
  expect(await pointsOf(shop)).toEqual({
    entries: [earned],
    balance: 19,
    spentMinor: 190_000,
    onlineCount: 1,
  });

  const nothing = { entries: [earned, takenBack], balance: 0, spentMinor: 0, onlineCount: 0 };
  expect(await tell(shop, "cancelled", { updatedMinute: 2 })).toMatchObject({ updated: 1 });
  expect(await pointsOf(shop)).toEqual(nothing);
  expect(await tell(shop, "cancelled", { updatedMinute: 2 })).toMatchObject({ unchanged: 1 });
  expect(await pointsOf(shop)).toEqual(nothing);
  expect(await tell(shop, "cancelled", { updatedMinute: 3 })).toMatchObject({ updated: 1 });
  expect(await pointsOf(shop)).toEqual(nothing);
  expect(await tell(shop, "paid", { updatedMinute: 1 })).toMatchObject({ unchanged: 1 });
  // At the very moment of the cancellation, "paid" is the state before it.
  expect(await tell(shop, "paid", { updatedMinute: 3 })).toMatchObject({ unchanged: 1 });
  expect(await pointsOf(shop)).toEqual(nothing);

  const { orders } = await shop.take("orders.list", {});
  expect(orders).toMatchObject([
    { externalId: "9000001", state: "cancelled", totalMinor: 190_000 },
  ]);
  expect((await shop.take("engine.health", {})).disagreements).toEqual([]);
});

test("an order that is cancelled after part of its money went back gives back the rest", async () => {
  const shop = await openShop();
  await tell(shop, "paid");
  await tell(shop, "partially_refunded", { updatedMinute: 1 });
  await tell(shop, "cancelled", { updatedMinute: 2 });
  expect((await pointsOf(shop)).entries).toEqual([
    earned,
    ["take-back", -4, "order", "shopify:9000001", 15],
    ["take-back", -15, "order", "shopify:9000001", 0],
  ]);
});

test("a cancelled order of which nothing was told before never had points", async () => {
  const shop = await openShop();
  await tell(shop, "cancelled", { updatedMinute: 2 });
  await tell(shop, "paid", { updatedMinute: 1 });
  expect(await pointsOf(shop)).toEqual({
    entries: [],
    balance: 0,
    spentMinor: 0,
    onlineCount: 0,
  });
});

test("points that are taken back leave the lot of their own order, and no older one", async () => {
  const shop = await openShop();
  await tell(shop, "paid", { id: 1 });
  await tell(shop, "paid", { id: 4 });
  await tell(shop, "cancelled", { id: 4, updatedMinute: 1 });
  const { loyalty } = await shop.take("customer.profile", { customerId: await buyerOf(shop) });
  expect(loyalty).toMatchObject({ balance: 19 });
  shop.clock.nowMs = Date.UTC(2027, 9, 20);
  const later = await shop.take("customer.profile", { customerId: await buyerOf(shop) });
  expect(later.loyalty.expiring).toEqual([{ points: 19, atDay: "2027-11-01" }]);
});

test("what is earned after points were taken back that had been spent pays that debt first, and the rest expires", async () => {
  const shop = await openShop();
  await shop.take("catalog.import", { products: [TEA] });
  await tell(shop, "paid");
  const customerId = await buyerOf(shop);
  const buy = (quantity: number, pointsToRedeem = 0) =>
    sell(shop, { customerId, lines: [{ sku: "TEA", quantity }], pointsToRedeem });
  expect(await buy(1, 19)).toMatchObject({ pointsEarned: 4, pointsBalance: 4 });
  await tell(shop, "cancelled", { updatedMinute: 1 });
  expect((await pointsOf(shop)).balance).toBe(-15);
  expect(await buy(10)).toMatchObject({ pointsEarned: 45, pointsBalance: 30 });
  const { loyalty } = await shop.take("customer.profile", { customerId });
  expect(loyalty).toMatchObject({ balance: 30 });
  shop.clock.nowMs = Date.UTC(2027, 10, 20);
  const { loyalty: last } = await shop.take("customer.profile", { customerId });
  expect(last.expiring).toEqual([{ points: 30, atDay: "2027-11-22" }]);
  shop.clock.nowMs = Date.UTC(2027, 10, 24);
  expect(await buy(1)).toMatchObject({ pointsEarned: 4, pointsBalance: 4 });
  expect((await shop.take("engine.health", {})).disagreements).toEqual([]);
});
