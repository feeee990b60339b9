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

/**
 * Means, not amounts: parts of a unit count. Rounded for each person, two hundred chances of a cent each would cost nothing,
 * and no budget would hold them.
 */
export type Expectation = {
  readonly expectedCostMinor: number;
  readonly expectedGainMinor: number;
};

/**
 * The cost is the discount of all uses of the coupons, also of those who would have come anyway. The
 * gain is the margin of the purchases that would not have been without the coupon, less that cost;
 * it may be negative, also where the coupon keeps people away. Rounded where it is told, and only there.
 */
export const expectedGain = (prospect: Prospect): Expectation => {
  const more = prospect.buyWithCouponProbability - prospect.buyAnywayProbability;
  const uses = prospect.redeemProbability * prospect.uses;
  const expectedCostMinor = prospect.discountMinor * uses;
  return { expectedCostMinor, expectedGainMinor: prospect.marginMinor * more - expectedCostMinor };
};
