import { expect, test } from "vitest";
import {
  canAffordOneMore,
  dearestUseMinor,
  earnedCeilingMinor,
  termsOfUse,
} from "../../../shared/domain/campaign/affordable.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";

const tenth: Offer = { kind: "percent", rateBps: 1_000 };
const fifth: Offer = { kind: "percent", rateBps: 2_000 };
const tenthUpTo: Offer = { ...tenth, maxDiscountMinor: 30_000 };
const amount: Offer = { kind: "amount", amountMinor: 20_000 };
const mug: Offer = { kind: "gift", sku: "MUG" };
const triple: Offer = { kind: "points", multiplierBps: 30_000 };

/** A point for each 1,000 spent, which takes off 50: 5%. */
const worths = {
  priceBySku: (sku: string) => (sku === "MUG" ? 45_000 : 0),
  points: { earnPerMinor: 1_000, pointValueMinor: 50 },
};

test.each<[what: string, offers: readonly Offer[], shareBps: number, fixedMinor: number]>([
  ["an amount takes off itself", [amount], 0, 20_000],
  ["a share up to a ceiling takes off the ceiling", [tenthUpTo], 0, 30_000],
  ["a share takes off itself", [tenth], 1_000, 0],
  ["a gift takes off its price", [mug], 0, 45_000],
  [
    "a gift with a ceiling takes off the ceiling, whatever it costs now",
    [{ ...mug, maxDiscountMinor: 30_000 }],
    ...([0, 30_000] as const),
  ],
  ["points take off what the further ones are worth", [triple], 1_000, 0],
  [
    "points that are no more than usual take off nothing",
    [{ kind: "points", multiplierBps: 9_000 }],
    0,
    0,
  ],
  ["of two that are bounded the dearer one counts", [amount, tenthUpTo], 0, 30_000],
  ["of two shares the larger one counts", [tenth, fifth], 2_000, 0],
  ["of a share and an amount each counts", [fifth, amount], 2_000, 20_000],
  ["of two gifts the dearer one counts", [mug, { kind: "gift", sku: "PIN" }], 0, 45_000],
])("%s", (_, offers, shareBps, fixedMinor) => {
  expect(termsOfUse(offers, worths)).toEqual({ shareBps, fixedMinor });
  expect(termsOfUse([...offers].reverse(), worths)).toEqual({ shareBps, fixedMinor });
});

test("a use is bounded where each of the offers is", () => {
  expect(dearestUseMinor([amount, tenthUpTo])).toBe(30_000);
  expect(dearestUseMinor([tenthUpTo, tenth])).toBeUndefined();
  expect(dearestUseMinor([amount, mug])).toBeUndefined();
  expect(dearestUseMinor([amount, { ...mug, maxDiscountMinor: 45_000 }])).toBe(45_000);
});

test.each([
  // A tenth of what earned it, never a unit more.
  [tenth, 99_999, 9_999],
  [tenth, 9, 0],
  [tenthUpTo, 99_999, undefined],
  [amount, 99_999, undefined],
  [mug, 99_999, undefined],
  [triple, 99_999, undefined],
])("%j earned by %i says on the coupon that it takes off at most %j", (offer, spent, most) => {
  expect(earnedCeilingMinor(offer, spent)).toBe(most);
});

test.each<[string, Parameters<typeof canAffordOneMore>[1], budgetMinor: number, boolean]>([
  // Used 10,000; two open, earned by 100,000 in all; one more earned by 50,000.
  ["three shares of a tenth beside it", { shareBps: 1_000, fixedMinor: 0 }, 25_000, true],
  ["a unit less", { shareBps: 1_000, fixedMinor: 0 }, 24_999, false],
  ["three amounts beside it", { shareBps: 0, fixedMinor: 7_000 }, 31_000, true],
  ["a unit less than three amounts", { shareBps: 0, fixedMinor: 7_000 }, 30_999, false],
  ["both", { shareBps: 1_000, fixedMinor: 7_000 }, 46_000, true],
  ["a unit less than both", { shareBps: 1_000, fixedMinor: 7_000 }, 45_999, false],
])("a budget of what was used and %s", (_, terms, budgetMinor, isAffordable) => {
  const commitment = { usedMinor: 10_000, openCount: 2, openSpentMinor: 100_000 };
  expect(canAffordOneMore(commitment, terms, { spentMinor: 50_000, budgetMinor })).toBe(
    isAffordable,
  );
});
