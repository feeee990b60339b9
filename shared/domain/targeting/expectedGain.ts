import { proportionOfMinor, subtractMinor } from "../../money/money.ts";

/** What is known and assumed of one customer and one offer; chances are from 0 to 1. */
export type Prospect = {
  /** That the coupon is used, if it is sent. */
  readonly redeemProbability: number;
  /** That the customer buys within the days of the offer without any coupon. */
  readonly buyAnywayProbability: number;
  /** That the customer buys within these days if the coupon is sent. */
  readonly buyWithCouponProbability: number;
  /** What a purchase leaves over its goods' cost, before the discount. */
  readonly marginMinor: number;
  /** What the coupon takes off when it is used. */
  readonly discountMinor: number;
  /** How many coupons are used by who uses any. */
  readonly uses: number;
};

export type Expectation = {
  readonly expectedCostMinor: number;
  readonly expectedGainMinor: number;
};

/** Chances are counted in millionths, so that money stays whole. */
const WHOLE = 1_000_000;

/**
 * The cost is the discount of all uses of the coupons, also of those who would have come anyway. The
 * gain is the margin of the purchases that would not have been without the coupon, less that cost;
 * it may be negative, also where the coupon keeps people away. Each is rounded once.
 */
export const expectedGain = (prospect: Prospect): Expectation => {
  const more = prospect.buyWithCouponProbability - prospect.buyAnywayProbability;
  const uses = prospect.redeemProbability * prospect.uses;
  const expectedCostMinor = inShare(prospect.discountMinor, uses);
  const marginMinor = inShare(prospect.marginMinor, more);
  return { expectedCostMinor, expectedGainMinor: subtractMinor(marginMinor, expectedCostMinor) };
};

const inShare = (minor: number, share: number): number =>
  proportionOfMinor(minor, { part: Math.round(share * WHOLE), of: WHOLE });
