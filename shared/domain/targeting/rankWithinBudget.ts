import type { Expectation } from "./expectedGain.ts";

export type Scored = Expectation & { readonly customerId: string };

export type Bounds = {
  /** At most so much expected discount in all. Absent: no bound. */
  readonly budgetMinor?: number | undefined;
  readonly maxCustomers?: number | undefined;
};

/**
 * Those of whom the first, as many as both bounds allow, bring most in all; nobody from whom nothing is
 * to be gained. What is scarce says who goes first: places go by the gain; a budget has a price, at
 * which each unit of expected discount is counted against the gain. Equal ones stand in the order of
 * their ids, so that asking twice answers the same.
 */
export const rankWithinBudget = <S extends Scored>(
  scored: readonly S[],
  { budgetMinor = Number.POSITIVE_INFINITY, maxCustomers = Number.POSITIVE_INFINITY }: Bounds,
): readonly S[] => {
  const worthy = scored.filter(({ expectedGainMinor }) => expectedGainMinor > 0);
  const price = priceOfBudget(worthy, { budgetMinor, maxCustomers });
  return [...worthy].sort(byWorthAt(price));
};

type Limits = { readonly budgetMinor: number; readonly maxCustomers: number };

const HALVINGS = 40;

/**
 * What a unit of expected discount must bring at least, so that the best at this price keep to the
 * budget: 0 where it is not scarce. This is the multiplier of the budget in the choice's linear
 * relaxation, found by halving.
 */
const priceOfBudget = (worthy: readonly Scored[], limits: Limits): number => {
  const isKept = (price: number) =>
    costAt(worthy, price, limits.maxCustomers) <= limits.budgetMinor;
  if (isKept(0)) return 0;
  let low = 0;
  let high = worthy.reduce((most, one) => Math.max(most, returnOf(one)), 0);
  for (let at = 0; at < HALVINGS; at += 1) {
    const middle = (low + high) / 2;
    if (isKept(middle)) high = middle;
    else low = middle;
  }
  return high;
};

/** What those cost who are worth most at this price, as many as there are places. */
const costAt = (worthy: readonly Scored[], price: number, maxCustomers: number): number => {
  const bought = worthy.filter((one) => worthAt(price, one) > 0);
  if (bought.length > maxCustomers) bought.sort(byWorthAt(price));
  return bought.slice(0, maxCustomers).reduce((sum, one) => sum + one.expectedCostMinor, 0);
};

const byWorthAt =
  (price: number) =>
  (left: Scored, right: Scored): number =>
    worthAt(price, right) - worthAt(price, left) ||
    right.expectedGainMinor - left.expectedGainMinor ||
    (left.customerId < right.customerId ? -1 : 1);

const worthAt = (price: number, { expectedGainMinor, expectedCostMinor }: Scored): number =>
  expectedGainMinor - price * expectedCostMinor;

/** Nobody is infinitely worth it. */
const LEAST_COST_MINOR = 0.001;

const returnOf = ({ expectedGainMinor, expectedCostMinor }: Scored): number =>
  expectedGainMinor / Math.max(expectedCostMinor, LEAST_COST_MINOR);
