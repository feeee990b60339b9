import { expect, onTestFinished, test } from "vitest";
import type { ReadDb } from "../../../electron/engine/db/connection.ts";
import { rehearseIn } from "../../../electron/engine/usecases/campaigns/rehearsal/rehearsalReader.ts";
import type { RehearsalAsk } from "../../../electron/engine/usecases/campaigns/rehearsal/rehearsed.ts";
import {
  closeFigures,
  withFigures,
} from "../../../electron/engine/usecases/campaigns/segmentReader.ts";
import {
  agree,
  newCampaign,
  newCustomer,
  openWorld,
  passDays,
  sell,
  type World,
} from "../calls/world.ts";
import { type Asked, KEY_HEX } from "../setUp.ts";
import { openVillage, sellTo } from "./village.ts";

const plan = {
  segment: { all: [{ kind: "purchaseCount", min: 1 }] },
  offer: { kind: "percent", rateBps: 500 },
  fromDay: "2026-12-03",
  toDay: "2026-12-09",
  holdoutBps: 0,
  targeting: "best-gain",
} satisfies Partial<Asked<"campaign.rehearse">>;

/**
 * Baskets of many sizes, so that one person is worth more than the other; and some who come every day,
 * with whom a coupon would cost most and bring nothing.
 */
const openMarket = async (count: number, daily = 0) => {
  const { world, people } = await openVillage(count + daily);
  const [now, always] = [people.slice(0, count), people.slice(count)];
  for (const [at, id] of now.entries()) await sellTo(world, id, 1 + at);
  for (let day = 0; day < 10; day += 1) {
    for (const id of always) await sellTo(world, id, count);
    passDays(world, 1);
  }
  return { world, people: now };
};

const issuedTo = async (world: World, campaignId: string) => {
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  return coupons.map(({ customerId }) => customerId).sort();
};

test("at most so many are those by whom most is gained, not those who cost least", async () => {
  const { world } = await openMarket(40);
  const { choices } = await world.take("campaign.rehearse", plan);
  const best = choices.slice(0, 10).map(({ customerId }) => customerId);
  const { campaignId } = await newCampaign(world, { ...plan, maxCustomers: 10 });
  const done = await world.take("campaign.issue", { campaignId });
  expect(await issuedTo(world, campaignId)).toEqual([...best].sort());
  expect(done.skipped).toContainEqual({ why: "CountReached", count: 30 });
}, 90_000);

test("the best use a budget up once, whether or not anything bounds the offer", async () => {
  const { world } = await openMarket(40, 20);
  const all = await world.take("campaign.rehearse", plan);
  const budgetMinor = Math.round(all.costMinor.value / 2);
  const half = await world.take("campaign.rehearse", { ...plan, budgetMinor });
  expect(half.costMinor.value).toBeLessThanOrEqual(budgetMinor);
  expect(half.costMinor.value).toBeGreaterThan(0.85 * budgetMinor);
  expect(half.issued).toBeLessThan(all.issued);
  expect(half.skipped).toEqual([
    { why: "NotChosen", count: 20 },
    { why: "BudgetReached", count: all.issued - half.issued },
  ]);
  const capped = { ...plan.offer, maxDiscountMinor: 20_000 };
  const bounded = await world.take("campaign.rehearse", {
    ...{ ...plan, offer: capped, budgetMinor: 215_000 },
  });
  expect(bounded.issued).toBe(10);
}, 90_000);

test("the best keep to the budget also where half of them are held out by lot", async () => {
  const { world } = await openMarket(60);
  const all = await world.take("campaign.rehearse", plan);
  const budgetMinor = Math.round(all.costMinor.value / 4);
  for (let at = 0; at < 6; at += 1) {
    const part = { ...plan, budgetMinor, holdoutBps: 5_000 };
    const { costMinor } = await world.take("campaign.rehearse", part);
    expect(costMinor.value).toBeLessThanOrEqual(budgetMinor);
    expect(costMinor.value).toBeGreaterThan(0.75 * budgetMinor);
  }
}, 90_000);

test("a gift costs its price, and is given to nobody any more once it has become sensitive", async () => {
  const { world } = await openMarket(40);
  const put = (sensitive: boolean) =>
    world.take("catalog.import", {
      products: [{ sku: "KIT", name: "Que thử", priceMinor: 9_000, sensitive }],
    });
  await put(false);
  const gift = { ...plan, offer: { kind: "gift", sku: "KIT" } } as const;
  const all = await world.take("campaign.rehearse", gift);
  expect(all.costMinor.value).toBeGreaterThan(0);
  // As many as the budget pays where all are used.
  const bounded = { ...gift, budgetMinor: 179_999 };
  const best = await world.take("campaign.rehearse", bounded);
  expect(best.issued).toBe(19);
  const [first, second] = await Promise.all([
    newCampaign(world, bounded),
    newCampaign(world, { ...bounded, targeting: "everyone" }),
  ]);
  const { issued, heldOut } = await world.take("campaign.issue", first);
  expect(Math.abs(issued + heldOut - best.issued - best.heldOut)).toBeLessThanOrEqual(3);
  await put(true);
  expect(await world.refusal("campaign.issue", second)).toMatchObject({ kind: "GoodsSensitive" });
}, 90_000);

test("a budget for an offer without a ceiling is not passed by before anything was ever bought", async () => {
  const { world } = await openVillage(5);
  const all = { ...plan, segment: {}, budgetMinor: 1_000, targeting: "everyone" } as const;
  const { issued, skipped } = await world.take("campaign.rehearse", all);
  expect(issued).toBe(0);
  expect(skipped).toContainEqual({ why: "BudgetReached", count: 6 });
  const points = { ...all, offer: { kind: "points", multiplierBps: 10_001 } } as const;
  expect((await world.take("campaign.rehearse", points)).issued).toBe(6);
}, 90_000);

test("everybody who is left out is told by the reason that holds for them", async () => {
  const { world, people } = await openMarket(12);
  for (const id of people) await agree(world, id, "marketing", "sms");
  const reached = await newCustomer(world, { name: "Trần Cúc", phones: ["+84 905 111 222"] });
  await agree(world, reached, "marketing", "sms");
  const unknown = await newCustomer(world, { name: "Mai Dung", phones: ["+84 905 333 444"] });
  for (const id of [reached, unknown]) await sellTo(world, id, 3);
  const rehearse = (over: Partial<Asked<"campaign.rehearse">>) =>
    world.take("campaign.rehearse", { ...plan, ...over });
  const bySms = await rehearse({ channel: "sms" });
  expect(bySms.reachable).toBe(1);
  expect(bySms.skipped).toEqual([
    { why: "NoMarketingConsent", count: 1 },
    { why: "NoPhone", count: 12 },
    { why: "NoPersonalConsent", count: 1 },
  ]);
  const { reachable } = await world.take("segment.preview", { segment: plan.segment });
  expect(reachable).toMatchObject({ print: 12, sms: 1 });
  const dear = await rehearse({ offer: { kind: "percent", rateBps: 9_000 } });
  expect(dear.skipped).toEqual([
    { why: "NoMarketingConsent", count: 2 },
    { why: "NotChosen", count: 12 },
  ]);
}, 90_000);

test("what a coupon brings is no more than its uses could, whatever a lucky campaign seems to say", async () => {
  const { world, people } = await openVillage(60);
  for (const id of people) await sellTo(world, id, 2);
  passDays(world, 1);
  const days = { fromDay: "2026-11-23", toDay: "2026-11-29" };
  const { campaignId } = await newCampaign(world, { ...days, holdoutBps: 5_000 });
  await world.take("campaign.issue", { campaignId });
  for (const [at, id] of (await issuedTo(world, campaignId)).entries()) {
    passDays(world, at % 5 === 4 ? 1 : 0);
    await sellTo(world, id, 2);
  }
  passDays(world, 12);
  const later = { fromDay: "2026-12-20", toDay: "2026-12-26", targeting: "everyone" } as const;
  const next = await world.take("campaign.rehearse", { ...plan, ...later });
  const marginMinor = 2 * 15_000;
  expect(next.learnedFrom).toMatchObject({ campaigns: 1, redemptions: 0 });
  // The uses are told rounded.
  expect(next.gainMinor.value).toBeLessThan((next.redemptions.value + 0.5) * marginMinor);
  for (const { redeemProbability, expectedGainMinor } of next.choices) {
    expect(expectedGainMinor).toBeLessThanOrEqual(redeemProbability * marginMinor);
  }
}, 90_000);

test("everybody within a budget costs no more than it, though who comes oftenest stands first", async () => {
  const { world } = await openMarket(20, 20);
  const everyone = { ...plan, targeting: "everyone" } as const;
  const all = await world.take("campaign.rehearse", everyone);
  const budgetMinor = Math.round(all.costMinor.value / 4);
  for (const holdoutBps of [0, 3_000]) {
    const bounded = { ...everyone, budgetMinor, holdoutBps };
    const { costMinor, issued, skipped } = await world.take("campaign.rehearse", bounded);
    expect(costMinor.value).toBeLessThanOrEqual(budgetMinor);
    expect(costMinor.value).toBeGreaterThan(0.75 * budgetMinor);
    expect(issued).toBeGreaterThan(0);
    expect(skipped).toEqual([{ why: "BudgetReached", count: expect.any(Number) }]);
  }
}, 90_000);

test("a budget bounds an offer without a ceiling also where nobody may be weighed", async () => {
  const world = await openWorld({ isFast: true });
  for (let at = 0; at < 9; at += 1) {
    const id = await newCustomer(world, { name: `Khách ${at}` });
    await agree(world, id, "marketing", "print");
    await sellTo(world, id, 2);
  }
  // A tenth of the usual basket of 90,000 d, twice each.
  const few = { targeting: "everyone", budgetMinor: 60_000, maxUsesPerCustomer: 2 } as const;
  const offer = { kind: "percent", rateBps: 1_000 } as const;
  const { campaignId } = await newCampaign(world, { ...plan, ...few, offer });
  const done = await world.take("campaign.issue", { campaignId });
  expect(done.issued).toBe(3);
  expect(done.skipped).toContainEqual({ why: "BudgetReached", count: 6 });
}, 90_000);

test("where two offers are tried, the budget counts both of them", async () => {
  const { world } = await openMarket(40);
  const trial = { ...plan, otherOffer: { kind: "percent", rateBps: 1_000 } } as const;
  const all = await world.take("campaign.rehearse", trial);
  const budgetMinor = Math.round(all.costMinor.value / 2);
  const half = await world.take("campaign.rehearse", { ...trial, budgetMinor });
  // Who gets the dearer one is drawn by lot, and baskets are of many sizes.
  expect(half.costMinor.value).toBeLessThan(1.2 * budgetMinor);
  expect(half.costMinor.value).toBeGreaterThan(0.7 * budgetMinor);
}, 90_000);

test("several coupons each are forecast as several uses by those who come often", async () => {
  const { world } = await openMarket(10, 20);
  const rehearse = (maxUsesPerCustomer: number) =>
    world.take("campaign.rehearse", { ...plan, targeting: "everyone", maxUsesPerCustomer });
  const [one, three] = [await rehearse(1), await rehearse(3)];
  expect(three.issued).toBe(one.issued);
  expect(three.redemptions.value).toBeGreaterThan(1.3 * one.redemptions.value);
  expect(three.costMinor.value).toBeGreaterThan(1.3 * one.costMinor.value);
  expect(three.costMinor.value).toBeLessThanOrEqual(3 * one.costMinor.value);
  expect(three.gainMinor.value).toBeLessThan(one.gainMinor.value);
  expect(three.redemptions.high).toBeLessThanOrEqual(3 * three.issued);
}, 90_000);

test.each([
  { what: "the best", over: {} },
  { what: "everybody within a budget", over: { targeting: "everyone", budgetMinor: 90_000 } },
] as const)("a rehearsal of $what learns from the shop's past once", async ({ over }) => {
  const { world } = await openMarket(5);
  const { dataDir } = world;
  let learnings = 0;
  Object.assign(world.engine().worker, {
    rehearseCampaign: async (ask: RehearsalAsk) =>
      withFigures({ dataDir, keyHex: KEY_HEX }, ask.question, (db, sql) => {
        const prepare: ReadDb["prepare"] = (text) => {
          if (text.includes("AS productNumber")) learnings += 1;
          return db.prepare(text);
        };
        return rehearseIn({ prepare }, sql, ask);
      }),
  });
  onTestFinished(closeFigures);
  expect((await world.take("campaign.rehearse", { ...plan, ...over })).issued).toBeGreaterThan(0);
  expect(learnings).toBe(1);
}, 90_000);

test("chances of a part of a cent add up: a budget in dollars holds for small baskets too", async () => {
  const world = await openWorld({ isFast: true, currency: "USD" });
  await world.take("catalog.import", {
    products: [{ sku: "CUP", name: "Coffee", priceMinor: 300, costMinor: 200 }],
  });
  for (let at = 0; at < 60; at += 1) {
    const customerId = await newCustomer(world, { name: `Guest ${at}` });
    await agree(world, customerId, "marketing", "print");
    await agree(world, customerId, "personalization", "counter");
    await sell(world, { customerId, lines: [{ sku: "CUP", quantity: 1 }] });
  }
  passDays(world, 60);
  const winBack = {
    ...{ ...plan, fromDay: "2027-01-22", toDay: "2027-02-11" },
    ...({ targeting: "everyone", offer: { kind: "percent", rateBps: 500 } } as const),
  };
  const all = await world.take("campaign.rehearse", winBack);
  expect(all.issued).toBe(60);
  expect(all.costMinor.value).toBeGreaterThan(0);
  const budgetMinor = Math.floor(all.costMinor.value / 2);
  const half = await world.take("campaign.rehearse", { ...winBack, budgetMinor });
  expect(half.costMinor.value).toBeLessThanOrEqual(budgetMinor);
  expect(half.issued).toBeLessThan(35);
  expect(half.issued).toBeGreaterThan(25);
}, 90_000);
