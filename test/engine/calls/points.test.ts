import { describe, expect, test } from "vitest";
import { disagreements } from "../../../electron/engine/repositories/checks.ts";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { dumpStores } from "../db/dump.ts";
import type { TestShop } from "../setUp.ts";
import { openWorld, passDays, sell, type World } from "./world.ts";

/** A point per 10 000 đ, worth 200 đ, for twelve months. */
const tea = (quantity: number) => [{ sku: "TEA", quantity }];

const profileOf = async (shop: TestShop, customerId: string) =>
  (await shop.take("customer.profile", { customerId })).loyalty;

const buy = (world: World, quantity: number, pointsToRedeem = 0) =>
  sell(world, { customerId: world.an, lines: tea(quantity), pointsToRedeem });

/** A sale of two teas on paper, 300 days ago. */
const enterLate = (world: World) =>
  world.take("sale.commit", {
    customerId: world.an,
    lines: tea(2),
    payments: [{ method: "cash", amountMinor: 90_000 }],
    soldAtMs: world.clock.nowMs - 300 * DAY_MS,
  });

describe("points", () => {
  test("come from the sale's own transaction, once, and stand in the ledger", async () => {
    const world = await openWorld();
    const sold = await buy(world, 10);
    expect(sold).toMatchObject({ pointsEarned: 45, pointsBalance: 45 });
    const { entries, balance } = await world.take("loyalty.ledger", { customerId: world.an });
    expect(balance).toBe(45);
    expect(entries).toEqual([
      expect.objectContaining({
        kind: "earn",
        points: 45,
        sourceKind: "sale",
        sourceId: sold.saleId,
        balanceAfter: 45,
      }),
    ]);
  });

  test("are spent in any number up to what there is, and earn none on themselves", async () => {
    const world = await openWorld();
    await buy(world, 10);
    const quote = await world.take("sale.quote", {
      customerId: world.an,
      lines: tea(1),
      pointsToRedeem: 7,
    });
    expect(quote).toMatchObject({
      pointsRedeemed: 7,
      pointsValueMinor: 1_400,
      pointsAvailable: 45,
      pointsUsable: 45,
      totalMinor: 43_600,
      pointsEarned: 4,
    });
    expect(await buy(world, 1, 7)).toMatchObject({ pointsBalance: 42 });
    const refusal = await world.refusal("sale.commit", {
      customerId: world.an,
      lines: tea(1),
      pointsToRedeem: 43,
      payments: [],
    });
    expect(refusal).toEqual({ kind: "PointsShort", available: 42 });
  });

  test("of two sales at once are spent once", async () => {
    const world = await openWorld();
    await buy(world, 10);
    const spendAll = () =>
      world.caller("cashier").send("sale.commit", {
        requestId: world.newId(),
        customerId: world.an,
        lines: tea(1),
        pointsToRedeem: 45,
        payments: [{ method: "cash", amountMinor: 36_000 }],
      });
    const responses = await Promise.all([spendAll(), spendAll()]);
    expect(responses.filter((response) => "result" in response)).toHaveLength(1);
    expect(responses.find((response) => "error" in response)).toMatchObject({
      error: { data: { kind: "PointsShort" } },
    });
  });
});

describe("points that expire", () => {
  const lastGoodDay = 365;

  test("can be spent on their last day, and on no day after it", async () => {
    const world = await openWorld();
    await buy(world, 10);
    passDays(world, lastGoodDay);
    expect(await profileOf(world, world.an)).toMatchObject({
      balance: 45,
      expiring: [{ points: 45, atDay: "2027-11-22" }],
    });
    passDays(world, 1);
    expect(await profileOf(world, world.an)).toMatchObject({ balance: 0, expiring: [] });
    const spend = { customerId: world.an, lines: tea(1), pointsToRedeem: 1 };
    const short = { kind: "PointsShort", available: 0 };
    const before = dumpStores(world.engine().stores);
    expect(await world.refusal("sale.quote", spend)).toEqual(short);
    expect(await world.refusal("sale.commit", { ...spend, payments: [] })).toEqual(short);
    expect(dumpStores(world.engine().stores)).toEqual(before);
  });

  test("are spent by a sale on their last day, and stand in the ledger as spent", async () => {
    const world = await openWorld();
    await buy(world, 10);
    passDays(world, lastGoodDay);
    expect(await buy(world, 1, 45)).toMatchObject({ totalMinor: 36_000, pointsBalance: 3 });
    const { entries } = await world.take("loyalty.ledger", { customerId: world.an });
    expect(entries.map(({ kind, points }) => [kind, points])).toEqual([
      ["earn", 3],
      ["redeem", -45],
      ["earn", 45],
    ]);
  });

  test("are the same for quote, commit and profile on each day", async () => {
    const world = await openWorld();
    await buy(world, 10);
    passDays(world, 100);
    await buy(world, 20);
    passDays(world, 266);
    const { pointsAvailable } = await world.take("sale.quote", {
      customerId: world.an,
      lines: tea(1),
    });
    const { balance } = await profileOf(world, world.an);
    expect(balance).toBe(pointsAvailable);
    const refusal = await world.refusal("sale.commit", {
      customerId: world.an,
      lines: tea(100),
      pointsToRedeem: balance + 1,
      payments: [],
    });
    expect(refusal).toEqual({ kind: "PointsShort", available: balance });
  });

  test("are spent first in, first out: an old lot that was spent cancels no newer one", async () => {
    const world = await openWorld();
    await buy(world, 10);
    passDays(world, 300);
    const { pointsEarned: newer } = await buy(world, 10);
    await buy(world, 1, 45);
    const { pointsAvailable: before = 0 } = await world.take("sale.quote", {
      customerId: world.an,
      lines: tea(1),
    });
    passDays(world, 66);
    const { balance } = await profileOf(world, world.an);
    expect(balance).toBe(before);
    expect(balance).toBeGreaterThanOrEqual(newer);
  });

  test("of a sale entered late expire by its own day, and leave the newer lot alone", async () => {
    const world = await openWorld();
    await buy(world, 10);
    await enterLate(world);
    passDays(world, 100);
    expect(await profileOf(world, world.an)).toMatchObject({ balance: 45 });
    await buy(world, 1);
    passDays(world, 250);
    expect(await profileOf(world, world.an)).toMatchObject({
      balance: 49,
      expiring: [{ points: 45, atDay: "2027-11-22" }],
    });
  });

  test("of a sale entered late are spent before the newer lot, which stays whole", async () => {
    const world = await openWorld();
    await buy(world, 10);
    await enterLate(world);
    await buy(world, 1, 9);
    passDays(world, 100);
    expect(await profileOf(world, world.an)).toMatchObject({ balance: 49 });
    passDays(world, 250);
    expect(await profileOf(world, world.an)).toMatchObject({
      balance: 49,
      expiring: [{ points: 49, atDay: "2027-11-22" }],
    });
  });

  test("are written down when their owner buys next, each lot as an entry of its own", async () => {
    const world = await openWorld();
    await buy(world, 10);
    passDays(world, 10);
    await buy(world, 2);
    passDays(world, 400);
    await buy(world, 1);
    const { entries, balance } = await world.take("loyalty.ledger", { customerId: world.an });
    expect(entries.map(({ kind, points }) => [kind, points])).toEqual([
      ["earn", 4],
      ["expire", -9],
      ["expire", -45],
      ["earn", 9],
      ["earn", 45],
    ]);
    expect(balance).toBe(4);
    expect(disagreements(world.engine().stores.shop)).toEqual([]);
  });
});
