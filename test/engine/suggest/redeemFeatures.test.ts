import { expect, test } from "vitest";
import {
  type CustomerPast,
  coverageOf,
  type PastCampaign,
  type PastLine,
  type Standing,
} from "../../../electron/engine/suggest/targeting/past.ts";
import { redeemFeatures } from "../../../electron/engine/suggest/targeting/redeemFeatures.ts";

const START = 20_000;
const campaign = (startDay: number, over: Partial<PastCampaign> = {}): PastCampaign => ({
  ...{ kind: "percent", startDay, endDay: startDay + 10, offers: [] },
  ...over,
});
const standing: Standing = {
  campaign: { kind: "percent", startDay: START },
  coverage: coverageOf([{ offer: "new", products: new Set([0]) }]),
  campaigns: [campaign(START - 90), campaign(START - 60, { kind: "gift" }), campaign(START)],
  usualLineMinor: 100,
};
const line = (day: number, over: Partial<PastLine> = {}): PastLine => ({
  ...{ day, basket: day, product: 0, paidMinor: 100, byCoupon: false, isReduced: false },
  ...over,
});
const past: CustomerPast = {
  customerId: "c",
  lines: [line(START - 80, { byCoupon: true }), line(START - 5, { product: 1 })],
  received: [0, 1],
  heldOut: [],
  redemptions: [{ day: START - 80, campaign: 0, offer: "k" }],
};

test("nothing that came on the campaign's first day or later explains it", () => {
  const later: CustomerPast = {
    ...past,
    lines: [...past.lines, line(START), line(START + 3, { byCoupon: true, isReduced: true })],
    received: [...past.received, 2],
    redemptions: [...past.redemptions, { day: START, campaign: 2, offer: "new" }],
  };
  expect(redeemFeatures(later, standing)).toEqual(redeemFeatures(past, standing));
});

test("what was done with coupons is told of all, and of those of the same kind", () => {
  const { redeemed, everRedeemed, response, responseToKind } = redeemFeatures(past, standing);
  expect({ redeemed, everRedeemed }).toEqual({ redeemed: Math.log1p(1), everRedeemed: 1 });
  // One of two used, and of one of this kind that one: as if two more were sent at a tenth.
  expect(response).toBeCloseTo(Math.log((1 / 0.1 + 2) / (2 + 2)), 12);
  expect(responseToKind).toBeCloseTo(Math.log((1 / 0.1 + 2) / (1 + 2)), 12);
});

test("what was bought is told by how lately, how much, and of which goods", () => {
  const { recency, lines, spent, inOffers, offersTouched, activeWeeks } = redeemFeatures(
    past,
    standing,
  );
  expect({ recency, lines, spent }).toEqual({
    ...{ recency: Math.log1p(5), lines: Math.log1p(2), spent: Math.log1p(2) },
  });
  expect({ inOffers, offersTouched, activeWeeks }).toEqual({
    ...{ inOffers: Math.log1p(1), offersTouched: Math.log1p(1), activeWeeks: 1 / 8 },
  });
});
