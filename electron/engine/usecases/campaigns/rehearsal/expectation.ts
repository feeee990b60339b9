import type { ScoredCustomer } from "../../../suggest/targeting/scoreCustomers.ts";

export type Spread = { readonly low: number; readonly value: number; readonly high: number };

export type Expectation = {
  readonly redemptions: Spread;
  readonly costMinor: Spread;
  readonly gainMinor: Spread;
};

/** How far off a whole forecast may be, whatever the number of people: less, the more was learned. */
const DOUBT = { "recency-frequency-money": 0.5, blend: 0.3, learned: 0.15 } as const;

/** 95% of a normal distribution. */
const Z = 1.96;

/**
 * What is to be expected of `people` customers by a sample of them: by chance in who uses a coupon,
 * by chance in the sample, and by what was not learned yet.
 */
export const expectationOf = (
  sample: readonly ScoredCustomer[],
  { people, coupons, basis, mostMinor }: Forecasted,
): Expectation => {
  const spread = (amount: (one: ScoredCustomer) => number, whenUsed: typeof amount) =>
    spreadOf({ sample, people, doubt: DOUBT[basis] }, amount, whenUsed);
  const whenUsed = (amount: number, { redeemProbability }: ScoredCustomer) =>
    redeemProbability > 0 ? amount / redeemProbability : 0;
  const discount = (one: ScoredCustomer) => whenUsed(one.expectedCostMinor, one);
  const redemptions = spread(
    ({ expectedUses }) => expectedUses,
    (one) => whenUsed(one.expectedUses, one),
  );
  const costMinor = spread(({ expectedCostMinor }) => expectedCostMinor, discount);
  const gainMinor = spread(({ expectedGainMinor }) => expectedGainMinor, discount);
  return {
    redemptions: bounded(redemptions, coupons),
    costMinor: bounded(costMinor, mostMinor ?? Number.MAX_SAFE_INTEGER),
    gainMinor,
  };
};

type Forecasted = {
  readonly people: number;
  /** No more can be used. */
  readonly coupons: number;
  /** No more can be taken off; absent where nothing bounds it. */
  readonly mostMinor: number | undefined;
  readonly basis: keyof typeof DOUBT;
};

type Forecast = {
  readonly sample: readonly ScoredCustomer[];
  readonly people: number;
  readonly doubt: number;
};

const spreadOf = (
  { sample, people, doubt }: Forecast,
  amount: (one: ScoredCustomer) => number,
  whenUsed: (one: ScoredCustomer) => number,
): Spread => {
  const count = sample.length;
  if (count === 0) return { low: 0, value: 0, high: 0 };
  const amounts = sample.map(amount);
  const mean = amounts.reduce((sum, one) => sum + one, 0) / count;
  const size = amounts.reduce((sum, one) => sum + Math.abs(one), 0) / count;
  const inSample =
    amounts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, count - 1);
  const byChance =
    sample.reduce((sum, one) => {
      const { redeemProbability: chance } = one;
      return sum + chance * (1 - chance) * whenUsed(one) ** 2;
    }, 0) / count;
  const unseen = Math.max(0, 1 - count / Math.max(1, people));
  const variance =
    people * byChance +
    (people ** 2 * inSample * unseen) / count +
    (doubt * people * size) ** 2 / 4;
  const reach = Z * Math.sqrt(variance);
  return {
    low: Math.floor(people * mean - reach),
    value: Math.round(people * mean),
    high: Math.ceil(people * mean + reach),
  };
};

const bounded = ({ low, value, high }: Spread, most: number): Spread => ({
  low: Math.min(most, Math.max(0, low)),
  value: Math.min(most, value),
  high: Math.min(most, high),
});
