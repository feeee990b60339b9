import { expect, test } from "vitest";
import { migrate } from "../../../electron/engine/db/migrate.ts";
import { migrations } from "../../../electron/engine/db/migrations.ts";
import { takeBackTo } from "../../migrations/takeBack.ts";
import { newCampaign, passDays, sell, type World } from "../calls/world.ts";
import { openVillage, sellTo } from "./village.ts";

const plan = {
  ...{ fromDay: "2026-11-22", toDay: "2026-11-29", holdoutBps: 3_000 },
  offer: { kind: "points", multiplierBps: 20_000 },
} satisfies Parameters<typeof newCampaign>[1];

/** Three teas are 135,000 đ: 13 points, and 27 with a coupon that doubles them. */
const EXTRA_POINTS = 14;
const POINT_MINOR = 200;

/** Everybody buys the same on the next day; who was given a coupon uses it. */
const openTrial = async (earnFirst: number) => {
  const { world, people } = await openVillage(40);
  for (const id of earnFirst > 0 ? people : []) await sellTo(world, id, earnFirst);
  passDays(world, earnFirst > 0 ? 1 : 0);
  const { campaignId } = await newCampaign(world, plan);
  await world.take("campaign.issue", { campaignId });
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  const codes = new Map(coupons.map(({ customerId, code }) => [customerId, code]));
  passDays(world, 1);
  for (const id of people) await sellTo(world, id, 3, [codes.get(id) ?? []].flat());
  return { world, people, campaignId, codes };
};

/** What each buyer with a coupon left more than one without. */
const marginMore = async (world: World, campaignId: string) => {
  const { basis, measures, issued, heldOut } = await world.take("campaign.lift", { campaignId });
  expect(basis).toBe("margin");
  const { issuedMean = Number.NaN, heldOutMean = Number.NaN } =
    measures.find(({ kind }) => kind === "margin") ?? {};
  const [left, right] = [issuedMean * issued.customers, heldOutMean * heldOut.customers];
  return left / issued.buyers - right / heldOut.buyers;
};

test("the points that a coupon added are off the margin, at what a point was worth then", async () => {
  const { world, campaignId } = await openTrial(0);
  expect(await marginMore(world, campaignId)).toBeCloseTo(-EXTRA_POINTS * POINT_MINOR);
  world
    .engine()
    .stores.shop.exec(
      "UPDATE shop SET loyalty_rules = json_set(loyalty_rules, '$.pointValueMinor', 900)",
    );
  expect(await marginMore(world, campaignId)).toBeCloseTo(-EXTRA_POINTS * POINT_MINOR);
}, 90_000);

test.each([
  ["none had points before", 0],
  ["points of before are spent first", 4],
])(
  "they are not off it again when they are spent: %s",
  async (_, earnFirst) => {
    const { world, people, campaignId, codes } = await openTrial(earnFirst);
    const owned = Math.floor((earnFirst * 45_000) / 10_000) + 13;
    for (const customerId of people) {
      const pointsToRedeem = owned + (codes.has(customerId) ? EXTRA_POINTS : 0);
      await sell(world, { customerId, lines: [{ sku: "TEA", quantity: 2 }], pointsToRedeem });
    }
    expect(await marginMore(world, campaignId)).toBeCloseTo(-EXTRA_POINTS * POINT_MINOR, -1);
  },
  90_000,
);

test("they stay counted where they expire unspent: a final result does not change months later", async () => {
  const { world, people, campaignId } = await openTrial(0);
  passDays(world, 30);
  const told = await world.take("campaign.lift", { campaignId });
  passDays(world, 370);
  for (const id of people) await sellTo(world, id, 1);
  const [who = ""] = people;
  const { entries } = await world.take("loyalty.ledger", { customerId: who });
  expect(entries.map(({ kind }) => kind)).toContain("expire");
  expect(await world.take("campaign.lift", { campaignId })).toEqual(told);
}, 90_000);

test("of uses from before their points were kept the margin is not known, and the spend is told", async () => {
  const { world, campaignId } = await openTrial(0);
  const { shop } = world.engine().stores;
  const basis = async () => (await world.take("campaign.lift", { campaignId })).basis;
  expect(await basis()).toBe("margin");
  takeBackTo(shop, 13);
  migrate(shop, migrations);
  expect(await basis()).toBe("spend");
}, 90_000);

test("a rehearsal counts the points that each customer's tier would have added, as they are measured", async () => {
  const { world, people } = await openVillage(4);
  // Above 3,000,000 d in a year a point more is earned for every five.
  for (const id of people) await sellTo(world, id, 70);
  passDays(world, 1);
  for (const id of people) await sellTo(world, id, 10);
  passDays(world, 1);
  const planned = {
    ...{ ...plan, segment: {}, holdoutBps: 0 },
    ...{ fromDay: "2026-11-24", toDay: "2026-11-24" },
  };
  const { replay } = await world.take("campaign.rehearse", planned);
  expect(replay).toMatchObject({ fromDay: "2026-11-23", baskets: 4, discountMinor: 4 * 54 * 200 });
  const { campaignId } = await newCampaign(world, planned);
  await world.take("campaign.issue", { campaignId });
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  const codes = new Map(coupons.map(({ customerId, code }) => [customerId, code]));
  for (const id of people) await sellTo(world, id, 10, [codes.get(id) ?? []].flat());
  const { extraPointsMinor } = await world.take("campaign.lift", { campaignId });
  expect(extraPointsMinor).toBe(replay?.discountMinor);
}, 90_000);

test("a forecast expects of each customer what their tier's points cost", async () => {
  const { world, people } = await openVillage(4);
  // Above 3,000,000 d in a year a point more is earned for every five.
  for (const id of people) await sellTo(world, id, 70);
  passDays(world, 1);
  const costMinor = async () => {
    const planned = { ...plan, segment: { all: [bought] }, fromDay: "2026-11-23" };
    return (await world.take("campaign.rehearse", planned)).costMinor.value;
  };
  const byTier = await costMinor();
  world
    .engine()
    .stores.shop.exec(
      "UPDATE shop SET loyalty_rules = json_set(loyalty_rules, '$.tiers', json('[]'))",
    );
  const asUsual = await costMinor();
  expect(asUsual).toBeGreaterThan(0);
  expect(byTier / asUsual).toBeCloseTo(1.2, 2);
}, 90_000);

const bought = { kind: "purchaseCount", min: 1 } as const;
