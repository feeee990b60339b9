import { expect, test } from "vitest";
import { learnTargeting } from "../../../electron/engine/suggest/targeting/learnTargeting.ts";
import {
  chooseOffer,
  scoreCustomers,
} from "../../../electron/engine/suggest/targeting/scoreCustomers.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { BASKET_MINOR, codeOf, couponedShop, dayText, NOW_MS, TODAY } from "./couponedShop.ts";

const tenth: Offer = { kind: "percent", rateBps: 1_000 };
const ahead = { fromDay: dayText(TODAY + 1), toDay: dayText(TODAY + 21), nowMs: NOW_MS };

type Shop = ReturnType<typeof couponedShop>;

const learned = ({ db }: Shop, more = {}) => learnTargeting(db, { nowMs: NOW_MS, ...more });

const scoreOf = (model: ReturnType<typeof learned>, customerId: string, offer: Offer = tenth) =>
  defined(scoreCustomers(model, { customerIds: [customerId], offer, ...ahead })[0], customerId);

/** `customerId` comes every so many days, the last time so many days ago. */
const visits = (shop: Shop, customerId: string, every: number, last: number, sku = "tea") => {
  shop.meet(customerId);
  for (let ago = last; ago < last + 10 * every; ago += every) {
    shop.sell({ customerId, day: TODAY - ago, sku });
  }
};

test("a shop without any campaign ranks by recency, frequency and money, and says so", () => {
  const shop = couponedShop();
  visits(shop, "regular", 7, 3);
  visits(shop, "lost", 7, 200);
  shop.meet("stranger");
  const model = learned(shop);
  expect(model.basis).toBe("recency-frequency-money");
  const [regular, lost, stranger] = ["regular", "lost", "stranger"].map((id) => scoreOf(model, id));
  expect(regular?.redeemProbability).toBeGreaterThan(lost?.redeemProbability ?? 1);
  expect(lost?.redeemProbability).toBeGreaterThan(stranger?.redeemProbability ?? 1);
  expect(regular?.buyAnywayProbability).toBeGreaterThan(0.8);
  expect(lost?.buyAnywayProbability).toBeLessThan(0.3);
});

test("an empty shop answers as well", () => {
  const shop = couponedShop();
  shop.meet("stranger");
  const scored = scoreOf(learned(shop), "stranger");
  expect(scored.reason).toEqual({ kind: "little-known", evidence: { visits: 0, days: 0 } });
  expect(scored.redeemProbability).toBeLessThan(0.1);
});

test("who comes anyway costs the discount, and is told as such", () => {
  const shop = couponedShop();
  visits(shop, "regular", 4, 1);
  const scored = scoreOf(learned(shop), "regular");
  expect(scored.expectedGainMinor).toBeLessThan(0);
  expect(scored.reason).toEqual({
    kind: "would-come-anyway",
    evidence: { everyDays: 4, lastDaysAgo: 1 },
  });
});

test("a campaign of one day asks who comes on that day, one of two days who comes on either", () => {
  const shop = couponedShop();
  visits(shop, "daily", 1, 1);
  const model = learned(shop);
  const anyway = (toDay: number) => {
    const days = { fromDay: dayText(TODAY + 1), toDay: dayText(toDay), nowMs: NOW_MS };
    const question = { customerIds: ["daily"], offer: tenth, ...days };
    return scoreCustomers(model, question)[0]?.buyAnywayProbability ?? 0;
  };
  expect(anyway(TODAY + 1)).toBeGreaterThan(0.05);
  expect(anyway(TODAY + 2)).toBeGreaterThan(1.5 * anyway(TODAY + 1));
});

test("in fewer days than usual fewer use a coupon: as many fewer as would come by themselves", () => {
  const shop = couponedShop();
  visits(shop, "often", 3, 1);
  visits(shop, "monthly", 30, 15);
  const model = learned(shop);
  const usesIn = (days: number, goodDays = days) =>
    scoreCustomers(model, {
      ...{ customerIds: ["often", "monthly"], offer: tenth, ...ahead, goodDays },
      toDay: dayText(TODAY + days),
    }).map(({ redeemProbability }) => redeemProbability);
  const [[oftenIn1 = 0, monthlyIn1 = 0], [often = 1, monthly = 1]] = [usesIn(1), usesIn(21)];
  expect(monthlyIn1).toBeLessThan(0.2 * monthly);
  expect(oftenIn1 / often).toBeGreaterThan(2 * (monthlyIn1 / monthly));
  expect(oftenIn1).toBeLessThan(often);
  expect(usesIn(60)).toEqual([often, monthly]);
  // Earned on one day, and good for three weeks.
  expect(usesIn(1, 21)).toEqual([often, monthly]);
});

test("who stays away longer than ever is told as lapsing, with the days counted", () => {
  const shop = couponedShop();
  visits(shop, "slipping", 10, 50);
  const { reason } = scoreOf(learned(shop), "slipping");
  expect(reason).toEqual({ kind: "lapsing", evidence: { everyDays: 10, lastDaysAgo: 50 } });
});

test("the margin is the shop's own where costs are known, and said to be assumed where not", () => {
  const known = couponedShop();
  for (let at = 0; at < 10; at += 1) visits(known, `c${at}`, 7, at);
  expect(learned(known).margin).toEqual({ rateBps: 4_000, isAssumed: false });
  const unknown = couponedShop({ knowsCosts: false });
  visits(unknown, "c", 7, 1);
  expect(learned(unknown).margin).toEqual({ rateBps: 2_500, isAssumed: true });
  const assumed = learned(unknown, { assumedMarginBps: 3_500 }).margin;
  expect(assumed).toEqual({ rateBps: 3_500, isAssumed: true });
});

/** One ended campaign that forty were sent: the first half used it. */
const afterOneCampaign = (shop: Shop) => {
  const ids = Array.from({ length: 40 }, (_, at) => `c${at}`);
  ids.forEach((id, at) => {
    visits(shop, id, 45, 15 + ((7 * at) % 40));
  });
  const startDay = TODAY - 60;
  const issued = { campaignId: "k", offer: tenth, startDay, endDay: startDay + 20 };
  shop.issue({ ...issued, issued: ids, heldOut: [] });
  for (const id of ids.slice(0, 20)) {
    shop.sell({ customerId: id, day: startDay + 5, code: codeOf("k", id) });
  }
};

test("who used a coupon before is likelier to use the next, and it is the reason told", () => {
  const shop = couponedShop();
  afterOneCampaign(shop);
  const model = learned(shop);
  expect(model.basis).toBe("blend");
  const [user, other] = [scoreOf(model, "c1"), scoreOf(model, "c30")];
  expect(user.redeemProbability).toBeGreaterThan(other.redeemProbability + 0.15);
  expect(user.reason).toEqual({ kind: "used-before", evidence: { used: 1, of: 1 } });
});

test("without held-out customers, half of the uses by who was not to come count as brought", () => {
  const shop = couponedShop();
  afterOneCampaign(shop);
  const model = learned(shop);
  expect(model.effect.heldOutCount).toBe(0);
  const user = scoreOf(model, "c1");
  const brought = 0.5 * user.redeemProbability * (1 - user.buyAnywayProbability);
  const added = user.buyWithCouponProbability - user.buyAnywayProbability;
  expect(added).toBeCloseTo(brought, 4);
});

test("a campaign that still runs teaches nothing yet", () => {
  const shop = couponedShop();
  shop.meet("early");
  const running = { startDay: TODAY - 5, endDay: TODAY + 5, issued: ["early"], heldOut: [] };
  shop.issue({ campaignId: "now", offer: tenth, ...running });
  shop.sell({ customerId: "early", day: TODAY - 1, code: codeOf("now", "early") });
  const model = learned(shop);
  expect(model).toMatchObject({ endedCount: 0, redeem: { sentCount: 0 } });
  expect(model.basis).toBe("recency-frequency-money");
});

test("coupons for purchases tell of their use, but not of who comes anyway: their people were there", () => {
  const startDay = TODAY - 120;
  const ids = Array.from({ length: 40 }, (_, at) => `c${at}`);
  const shopWith = (hasCampaign: boolean) => {
    const shop = couponedShop();
    for (const id of ids) visits(shop, id, 60, 125);
    const buyers = ids.slice(0, 20);
    for (const customerId of buyers) shop.sell({ customerId, day: startDay + 5 });
    const [issued, heldOut] = [buyers.slice(0, 10), buyers.slice(10)];
    const days = { startDay, endDay: startDay + 20, validDays: 10 };
    if (hasCampaign) shop.issue({ campaignId: "k", offer: tenth, ...days, issued, heldOut });
    return learned(shop);
  };
  const [without, after] = [shopWith(false), shopWith(true)];
  expect(after.redeem.sentCount).toBe(10);
  expect(after.effect).toMatchObject({ issuedCount: 0, heldOutCount: 0 });
  for (const id of ["c0", "c15", "c30"]) {
    const { buyAnywayProbability } = scoreOf(after, id);
    expect(buyAnywayProbability).toBeCloseTo(scoreOf(without, id).buyAnywayProbability, 9);
  }
});

test("as long as a coupon that a purchase earned is good, its campaign teaches nothing", () => {
  const shop = couponedShop();
  shop.meet("early");
  const days = { startDay: TODAY - 40, endDay: TODAY - 5, issued: ["early"], heldOut: [] };
  shop.issue({ campaignId: "k", offer: tenth, ...days, validDays: 14 });
  expect(learned(shop)).toMatchObject({ endedCount: 0, redeem: { sentCount: 0 } });
});

test("a campaign that was stopped does not teach that its coupons are not used", () => {
  const shop = couponedShop();
  const ids = Array.from({ length: 30 }, (_, at) => `c${at}`);
  for (const id of ids) visits(shop, id, 14, 61);
  const days = { startDay: TODAY - 60, endDay: TODAY - 40, issued: ids, heldOut: [] };
  shop.issue({ campaignId: "k", offer: tenth, ...days, isStopped: true });
  expect(learned(shop)).toMatchObject({ endedCount: 0, redeem: { sentCount: 0 } });
});

test("each gets the offer whose goods they buy", () => {
  const shop = couponedShop();
  visits(shop, "tea-lover", 7, 2, "tea");
  visits(shop, "mug-lover", 7, 2, "mug");
  const model = learned(shop);
  const offers: readonly Offer[] = ["Tea", "Cups"].map((category) => ({
    ...{ kind: "percent", rateBps: 1_000 },
    scope: { categories: [category] },
  }));
  const placeFor = (customerId: string) =>
    chooseOffer(model, { customerId, offers, nowMs: NOW_MS }).place;
  expect([placeFor("tea-lover"), placeFor("mug-lover")]).toEqual([0, 1]);
});

test("what somebody bought themselves counts more than what sells best in its category", () => {
  const shop = couponedShop();
  for (let at = 0; at < 8; at += 1) visits(shop, `c${at}`, 7, at, "mug");
  visits(shop, "bowl-lover", 7, 2, "bowl");
  const offers = ["mug", "bowl"].map((sku): Offer => ({ ...tenth, scope: { skus: [sku] } }));
  const question = { customerId: "bowl-lover", offers, nowMs: NOW_MS };
  expect(chooseOffer(learned(shop), question).place).toBe(1);
});

test("sensitive goods are neither counted nor told", () => {
  const shop = couponedShop();
  visits(shop, "private", 7, 2, "test-kit");
  const offer: Offer = { ...tenth, scope: { categories: ["Health"] } };
  const model = learned(shop);
  expect(model.shop.categoryNames).not.toContain("Health");
  expect(scoreOf(model, "private", offer).reason.kind).toBe("little-known");
});

test.each<{ offer: Offer; cost: number }>([
  { offer: { kind: "amount", amountMinor: 10_000 }, cost: 10_000 },
  { offer: { kind: "percent", rateBps: 2_000 }, cost: 20_000 },
  { offer: { kind: "percent", rateBps: 2_000, maxDiscountMinor: 5_000 }, cost: 5_000 },
  { offer: { kind: "points", multiplierBps: 15_000 }, cost: 500 },
  { offer: { kind: "gift", sku: "mug" }, cost: BASKET_MINOR },
  // Sensitive, and so never learned from: it costs its price all the same.
  { offer: { kind: "gift", sku: "test-kit" }, cost: BASKET_MINOR },
])("a use of $offer costs $cost", ({ offer, cost }) => {
  const shop = couponedShop();
  visits(shop, "c", 7, 2);
  const { expectedCostMinor, redeemProbability } = scoreOf(learned(shop), "c", offer);
  expect(expectedCostMinor / redeemProbability).toBeCloseTo(cost, -1);
});

test("points are worth what the shop says they are", () => {
  const shop = couponedShop();
  visits(shop, "c", 7, 2);
  const offer: Offer = { kind: "points", multiplierBps: 15_000 };
  const model = learned(shop, { pointsWorthBps: 300 });
  const { expectedCostMinor, redeemProbability } = scoreOf(model, "c", offer);
  expect(expectedCostMinor / redeemProbability).toBeCloseTo(1_500, -1);
});

test("learning twice learns the same", () => {
  const shop = couponedShop();
  afterOneCampaign(shop);
  expect(scoreOf(learned(shop), "c5")).toEqual(scoreOf(learned(shop), "c5"));
});
