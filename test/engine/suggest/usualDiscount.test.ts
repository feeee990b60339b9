import { expect, test } from "vitest";
import {
  type Meant,
  meanWithinMinor,
  usualDiscountMinor,
} from "../../../electron/engine/suggest/targeting/usualDiscount.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";

const meant = (offer: Offer, over: Partial<Meant> = {}): Meant => ({
  offer,
  shareInScope: 1,
  giftMinor: 0,
  pointsWorthBps: 500,
  ...over,
});

const tenth: Offer = { kind: "percent", rateBps: 1_000 };
const amount: Offer = { kind: "amount", amountMinor: 30_000 };
const triple: Offer = { kind: "points", multiplierBps: 30_000 };

test.each<[what: string, meant: Meant, basketMinor: number, discountMinor: number]>([
  ["a share of all of it", meant(tenth), 100_000, 10_000],
  ["a share of what is in scope", meant(tenth, { shareInScope: 0.25 }), 100_000, 2_500],
  ["no more than its ceiling", meant({ ...tenth, maxDiscountMinor: 4_000 }), 100_000, 4_000],
  [
    "a share of what it asks for, where that is more",
    meant({ ...tenth, minimumSpendMinor: 300_000 }),
    100_000,
    30_000,
  ],
  [
    "a share of the basket, where that is more",
    meant({ ...tenth, minimumSpendMinor: 50_000 }),
    100_000,
    10_000,
  ],
  ["an amount", meant(amount), 100_000, 30_000],
  ["an amount, no more than is spent", meant(amount), 20_000, 20_000],
  [
    "an amount, of what it asks for",
    meant({ ...amount, minimumSpendMinor: 25_000 }),
    20_000,
    25_000,
  ],
  ["what twice as many points more are worth", meant(triple), 100_000, 10_000],
  ["what points of goods in scope are worth", meant(triple, { shareInScope: 0.5 }), 100_000, 5_000],
  ["nothing by points that are not more", meant({ ...triple, multiplierBps: 5_000 }), 100_000, 0],
  ["a gift's price", meant({ kind: "gift", sku: "MUG" }, { giftMinor: 45_000 }), 100_000, 45_000],
])("a coupon takes off %s", (_, one, basketMinor, discountMinor) => {
  expect(usualDiscountMinor(one, basketMinor)).toBe(discountMinor);
});

test.each([
  // The usual discount and the ceilings on somebody's coupons → what they take off each, on average.
  [9_000, [], 9_000],
  [9_000, [5_000], 5_000],
  [9_000, [5_000, 20_000], 7_000],
  [9_000, [1, 2], 2],
])("%i within the ceilings %j is %i", (discountMinor, ceilingsMinor, meanMinor) => {
  expect(meanWithinMinor(discountMinor, ceilingsMinor)).toBe(meanMinor);
});
