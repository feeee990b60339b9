import fc from "fast-check";
import { expect, test } from "vitest";
import type { WriteDb } from "../../../electron/engine/db/connection.ts";
import { migrate } from "../../../electron/engine/db/migrate.ts";
import { migrations } from "../../../electron/engine/db/migrations.ts";
import { applyFact } from "../../../electron/engine/repositories/applyFact.ts";
import { disagreements } from "../../../electron/engine/repositories/checks.ts";
import { findCommitment } from "../../../electron/engine/repositories/commitments.ts";
import { addDays } from "../../../shared/kernel/day.ts";
import { takeBackTo } from "../../migrations/takeBack.ts";
import { agree, newCampaign, passDays, sell, TODAY, type World } from "../calls/world.ts";
import { planOf } from "../db/planOf.ts";
import { startNextPurchase as start, tea } from "./nextPurchase.ts";
import { tellUse } from "./tellUse.ts";

/** What the rows themselves say, all of them read. */
const fullCount = (world: World, campaignId: string, day: string) =>
  world
    .engine()
    .stores.shop.prepare<unknown[], object>(
      `SELECT coalesce(sum(discount_minor), 0) + coalesce((
                SELECT sum(d.discount_minor) FROM coupon_double_uses AS d JOIN coupons USING (code)
                 WHERE campaign_id = ?), 0) AS usedMinor,
              count(*) FILTER (WHERE is_open) AS openCount,
              coalesce(sum(total_minor) FILTER (WHERE is_open), 0) AS openSpentMinor
         FROM (SELECT r.discount_minor, s.total_minor,
                      CASE WHEN r.code IS NOT NULL THEN r.discount_minor = 0
                           WHEN replaced.code IS NOT NULL THEN 1
                           ELSE to_day >= ? END AS is_open
                 FROM coupons LEFT JOIN coupon_redemptions AS r USING (code)
                      LEFT JOIN coupon_uses_replaced AS replaced USING (code)
                      LEFT JOIN sales AS s ON s.sale_id = earned_by_sale_id
                WHERE campaign_id = ?)`,
    )
    .get(campaignId, day, campaignId);

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("buy"),
      who: fc.nat(1),
      teas: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("use"), who: fc.nat(1), code: fc.nat(40) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("told"),
      code: fc.nat(40),
      atMs: fc.nat(1),
      discountMinor: fc.constantFrom(0, 7_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("restored"), code: fc.nat(40), atMs: fc.nat(1) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("days"), count: fc.integer({ min: 1, max: 4 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const codesOf = (world: World) =>
  world
    .engine()
    .stores.shop.prepare<[], { code: string }>("SELECT code FROM coupons ORDER BY code")
    .all()
    .map(({ code }) => code);

const live = async (world: World, one: Step): Promise<void> => {
  const codes = codesOf(world);
  const customerId = "who" in one && one.who === 1 ? world.binh : world.an;
  const code = "code" in one ? codes[one.code % codes.length] : undefined;
  const { shop } = world.engine().stores;
  switch (one.kind) {
    case "days":
      return passDays(world, one.count);
    case "buy":
      await sell(world, { customerId, lines: tea(one.teas) });
      return;
    case "use": {
      if (code === undefined) return;
      const basket = { customerId, lines: tea(2), couponCodes: [code] };
      const { coupons } = await world.take("sale.quote", basket);
      if (coupons[0]?.accepted) await sell(world, basket);
      return;
    }
    case "told":
      if (code !== undefined) tellUse(world, { ...one, code });
      return;
    case "restored": {
      const known = "SELECT 1 FROM coupon_uses_replaced WHERE code = ?";
      if (code === undefined || shop.prepare<[string], unknown>(known).get(code)) return;
      world.clock.nowMs += 1;
      const restored = { restoredAtMs: world.clock.nowMs, isReplacedRead: true } as const;
      const used = [{ code, atMs: one.atMs }];
      applyFact(
        shop,
        { kind: "shop.restored", ...restored, used },
        { clockMs: world.clock.nowMs, clockCount: 0 },
      );
    }
  }
};

/** Takes away what the version keeps that began to keep sums, and lets it make them anew. */
const migrateFromBefore = (shop: WriteDb): void => {
  takeBackTo(shop, 9);
  migrate(shop, migrations);
};

test("what a campaign is committed to is what all its coupons say, whatever becomes of them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async (steps) => {
      const { world, campaignId: amount } = await start({
        offer: { kind: "amount", amountMinor: 20_000 },
        ...{ budgetMinor: 400_000, maxUsesPerCustomer: 3, maxCustomers: 2 },
      });
      const { campaignId: points } = await newCampaign(world, {
        ...{ trigger: "next-purchase", validDays: 3, budgetMinor: 9_000, maxUsesPerCustomer: 3 },
        offer: { kind: "points", multiplierBps: 20_000 },
      });
      await agree(world, world.binh, "marketing", "print");
      for (const campaignId of [amount, points]) await world.take("campaign.issue", { campaignId });
      await sell(world, { customerId: world.an, lines: tea(2) });
      for (const one of steps) {
        await live(world, one);
        for (const campaignId of [amount, points]) {
          for (const days of [-3, 0, 2, 5, 9, 30]) {
            const day = addDays(TODAY, days);
            const { shop } = world.engine().stores;
            expect(findCommitment(shop, { campaignId, day })).toEqual(
              fullCount(world, campaignId, day),
            );
          }
        }
      }
      const { shop } = world.engine().stores;
      expect(disagreements(shop)).toEqual([]);
      migrateFromBefore(shop);
      expect(disagreements(shop)).toEqual([]);
      shop.exec("UPDATE campaign_commitments SET open_count = open_count + 1");
      shop.exec("UPDATE campaigns SET issued_count = issued_count + 1");
      expect(disagreements(shop)).toEqual(["commitments of campaigns", "members of campaigns"]);
      await world.close();
    }),
    { numRuns: 6, seed: 11 },
  );
}, 60_000);

test("a sale reads no more of its campaign however many people and coupons it has", async () => {
  const { world, campaignId } = await start({
    offer: { kind: "amount", amountMinor: 20_000 },
    ...{ budgetMinor: 400_000, maxCustomers: 20 },
  });
  await world.take("campaign.issue", { campaignId });
  const { shop } = world.engine().stores;
  const { prepare } = shop;
  const texts: string[] = [];
  Object.assign(shop, {
    prepare: (sql: string) => {
      texts.push(sql);
      return prepare(sql);
    },
  });
  const sold = await sell(world, { customerId: world.an, lines: tea(2) });
  Object.assign(shop, { prepare });
  expect(sold.couponsIssued).toHaveLength(1);
  const steps = texts.flatMap((sql) => planOf(shop, sql));
  expect(steps.some((one) => one.includes("campaign_commitments"))).toBe(true);
  const ofWhole = /coupons_by_campaign|(coupons|campaign_members|m) USING .*\(campaign_id=\?\)$/;
  expect(steps.filter((one) => ofWhole.test(one))).toEqual([]);
});
