import { expect, test } from "vitest";
import { insertRow } from "../../../electron/engine/db/rows.ts";
import { learnTargeting } from "../../../electron/engine/suggest/targeting/learnTargeting.ts";
import { scoreCustomers } from "../../../electron/engine/suggest/targeting/scoreCustomers.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { codeOf, couponedShop, dayText, NOW_MS, TODAY } from "./couponedShop.ts";

const tenth: Offer = { kind: "percent", rateBps: 1_000 };
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type Shop = ReturnType<typeof couponedShop>;

const learned = ({ db }: Shop, nowMs = NOW_MS) => learnTargeting(db, { nowMs });

const scoreOf = (shop: Shop, customerId: string, nowMs = NOW_MS) => {
  const ahead = { fromDay: dayText(TODAY + 1), toDay: dayText(TODAY + 21), nowMs };
  const question = { customerIds: [customerId], offer: tenth, ...ahead };
  return defined(scoreCustomers(learned(shop, nowMs), question)[0], customerId);
};

const people = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);

/** In Vietnam it is six in the morning while in Greenwich it is eleven of the evening before. */
const AT_SIX = -1;

test("a coupon used early on its first day was not known before the campaign", () => {
  const shopUsedAt = (hourUtc: number) => {
    const shop = couponedShop({ timezone: "Asia/Ho_Chi_Minh" });
    const ids = people(40);
    for (const id of ids) shop.meet(id);
    const startDay = TODAY - 60;
    const days = { startDay, endDay: startDay + 20 };
    shop.issue({ campaignId: "k", offer: tenth, ...days, issued: ids, heldOut: [] });
    for (const customerId of ids.slice(0, 10)) {
      shop.sell({ customerId, day: startDay, hourUtc, code: codeOf("k", customerId) });
    }
    shop.meet("new");
    return shop;
  };
  const [early, late] = [shopUsedAt(AT_SIX), shopUsedAt(3)];
  for (const id of ["c0", "c30", "new"]) expect(scoreOf(early, id)).toEqual(scoreOf(late, id));
});

test("an order counts on the day that it was in the shop", () => {
  const shop = couponedShop({ timezone: "Asia/Ho_Chi_Minh" });
  shop.meet("c");
  for (const day of [TODAY - 20, TODAY - 10, TODAY]) {
    const externalId = `${day}`;
    const placedAtMs = day * DAY_MS + AT_SIX * HOUR_MS;
    insertRow(shop.db, "orders", {
      ...{ source: "web", externalId, number: externalId, customerId: "c", state: "paid" },
      ...{ placedAtMs, updatedAtMs: placedAtMs, currency: "VND", version: "1" },
      ...{ linesMinor: 1, discountMinor: 0, shippingMinor: 0, taxMinor: 0, totalMinor: 1 },
      refundedMinor: 0,
    });
    insertRow(shop.db, "order_lines", {
      ...{ source: "web", externalId, line: 1, sku: "tea", name: "tea", quantity: 1 },
      ...{ unitPriceMinor: 1, discountMinor: 0, totalMinor: 1 },
    });
  }
  // Seven in the evening of the last day: it began one day before tomorrow.
  const { reason } = scoreOf(shop, "c", TODAY * DAY_MS + 12 * HOUR_MS);
  expect(reason).toMatchObject({ evidence: { visits: 3, days: 21 } });
});

test("a campaign teaches nothing in the evening of its last day, wherever the shop is", () => {
  const shop = couponedShop({ timezone: "America/Los_Angeles" });
  const ids = people(5);
  for (const id of ids) shop.meet(id);
  const days = { startDay: TODAY - 20, endDay: TODAY };
  shop.issue({ campaignId: "k", offer: tenth, ...days, issued: ids, heldOut: [] });
  // Eight in the evening there.
  expect(learned(shop, (TODAY + 1) * DAY_MS + 4 * HOUR_MS).endedCount).toBe(0);
  expect(learned(shop, (TODAY + 1) * DAY_MS + 12 * HOUR_MS).endedCount).toBe(1);
});

test("a list that was drawn in the middle of its days teaches by those that were left", () => {
  const ids = people(40);
  const drawnDay = TODAY - 60;
  const shopWithList = (startDay: number) => {
    const shop = couponedShop();
    // All were drawn because they had come lately; in the days that were left nobody came.
    for (const [at, customerId] of ids.entries()) {
      shop.meet(customerId);
      for (const ago of [70, 80, 130]) shop.sell({ customerId, day: TODAY - ago - (at % 9) });
    }
    const arms = { issued: ids.slice(0, 20), heldOut: ids.slice(20) };
    const days = { startDay, issuedDay: drawnDay, endDay: TODAY - 40 };
    shop.issue({ campaignId: "k", offer: tenth, ...days, ...arms });
    return shop;
  };
  const [early, late] = [shopWithList(TODAY - 100), shopWithList(drawnDay)];
  for (const id of ["c0", "c30"]) expect(scoreOf(early, id)).toEqual(scoreOf(late, id));
});

test("of two offers that were tried, each teaches of its own kind, and the held out of both", () => {
  const shop = couponedShop();
  const ids = people(60);
  for (const id of ids) shop.meet(id);
  const [ofTenth, ofGift, heldOut] = [ids.slice(0, 25), ids.slice(25, 50), ids.slice(50)];
  const gift: Offer = { kind: "gift", sku: "mug" };
  const days = { startDay: TODAY - 60, endDay: TODAY - 40 };
  const other = { offer: gift, issued: ofGift };
  shop.issue({ campaignId: "k", offer: tenth, ...days, issued: ofTenth, heldOut, other });
  for (const customerId of ofGift.slice(0, 20)) {
    shop.sell({ customerId, day: TODAY - 50, code: codeOf("k", customerId) });
  }
  shop.meet("new");
  const model = learned(shop);
  const ahead = { fromDay: dayText(TODAY + 1), toDay: dayText(TODAY + 21), nowMs: NOW_MS };
  const chanceOf = (offer: Offer): number => {
    const [scored] = scoreCustomers(model, { customerIds: ["new"], offer, ...ahead });
    return defined(scored, "new").redeemProbability;
  };
  expect(chanceOf(gift)).toBeGreaterThan(1.5 * chanceOf(tenth));
  expect(model.endedCount).toBe(1);
  expect(model.effect).toMatchObject({ issuedCount: 50, heldOutCount: 10 });
  expect(scoreOf(shop, "c30").reason).toMatchObject({
    ...{ kind: "used-before", evidence: { used: 1, of: 1 } },
  });
});

test("who was held out tells of the second offer what they would tell of it alone", () => {
  const withCoupon = (isSecond: boolean): number => {
    const shop = couponedShop();
    const [ids, heldOut] = [people(70).slice(0, 50), people(70).slice(50)];
    for (const id of [...ids, ...heldOut, "new"]) shop.meet(id);
    const days = { startDay: TODAY - 60, endDay: TODAY - 40 };
    const drawn = isSecond ? { issued: [], other: { offer: tenth, issued: ids } } : { issued: ids };
    shop.issue({ campaignId: "k", offer: tenth, ...days, ...drawn, heldOut });
    for (const customerId of ids.slice(0, 30)) {
      shop.sell({ customerId, day: TODAY - 50, code: codeOf("k", customerId) });
    }
    return scoreOf(shop, "new").buyWithCouponProbability;
  };
  expect(withCoupon(true)).toBeCloseTo(withCoupon(false), 9);
});

/** Fifty-five sales of one thing, each told by `more`. */
const sold = (more: object, options: { readonly knowsCosts?: boolean } = {}) => {
  const shop = couponedShop(options);
  for (const [at, customerId] of people(55).entries()) {
    shop.meet(customerId);
    shop.sell({ customerId, day: TODAY - at, ...more });
  }
  return learned(shop).margin;
};

test("the margin is of what goods cost when they were sold", () => {
  expect(sold({ unitCostMinor: 90_000 })).toEqual({ rateBps: 1_000, isAssumed: false });
  const forgotten = { knowsCosts: false };
  expect(sold({ unitCostMinor: 90_000 }, forgotten)).toEqual({ rateBps: 1_000, isAssumed: false });
});

test("what sells below its cost leaves nothing to give away", () => {
  expect(sold({ unitCostMinor: 130_000 })).toEqual({ rateBps: 0, isAssumed: false });
});

test("the tax in a price is no part of what a purchase leaves", () => {
  // Of 100 000 paid 10 000 are tax and 60 000 cost: 30 000 are left.
  expect(sold({ taxMinor: 10_000 })).toEqual({ rateBps: 3_000, isAssumed: false });
});

test("twenty sold lines are too few to believe, however often they are looked at", () => {
  const shop = couponedShop();
  const ids = people(20);
  for (const customerId of ids) {
    shop.meet(customerId);
    shop.sell({ customerId, day: TODAY - 50 });
  }
  const days = { startDay: TODAY - 40, endDay: TODAY - 20 };
  shop.issue({ campaignId: "k", offer: tenth, ...days, issued: ids, heldOut: [] });
  expect(learned(shop).margin).toEqual({ rateBps: 2_500, isAssumed: true });
});

test("one basket as large as a year's sales does not change what is expected of the others", () => {
  const costOf = (more: (shop: Shop) => void): number => {
    const shop = couponedShop();
    for (const [at, customerId] of people(30).entries()) {
      shop.meet(customerId);
      for (const ago of [10, 40, 70]) shop.sell({ customerId, day: TODAY - ago - at });
    }
    more(shop);
    return scoreOf(shop, "c5").expectedCostMinor;
  };
  const village = (shop: Shop): void => {
    shop.meet("village");
    shop.sell({ customerId: "village", day: TODAY - 20, totalMinor: 500_000_000 });
  };
  const usual = costOf(() => undefined);
  expect(costOf(village)).toBeGreaterThan(0.9 * usual);
  expect(costOf(village)).toBeLessThan(1.1 * usual);
});

test("who kept a coupon of a campaign that was stopped does not seem to use none", () => {
  const probabilityWith = (isStopped: boolean): number => {
    const shop = couponedShop();
    for (const customerId of ["kept", "other"]) {
      shop.meet(customerId);
      for (const ago of [70, 80, 90]) shop.sell({ customerId, day: TODAY - ago });
    }
    const days = { startDay: TODAY - 40, endDay: TODAY - 20, heldOut: [] };
    shop.issue({ campaignId: "k", offer: tenth, ...days, issued: ["kept"], isStopped });
    const [kept, other] = ["kept", "other"].map((id) => scoreOf(shop, id).redeemProbability);
    return (kept ?? 0) / (other ?? 1);
  };
  expect(probabilityWith(false)).toBeLessThan(1);
  expect(probabilityWith(true)).toBe(1);
});
