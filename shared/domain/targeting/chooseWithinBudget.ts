import { sumMinor } from "../../money/money.ts";
import type { Expectation } from "./expectedGain.ts";

export type Scored = Expectation & { readonly customerId: string };

export type Bounds = {
  /** At most so much expected discount in all. Absent: no bound. */
  readonly budgetMinor?: number | undefined;
  readonly maxCustomers?: number | undefined;
};

export type Chosen<S> = {
  /** The best first. */
  readonly chosen: readonly S[];
  /** All from whom something is to be gained, as they were asked: also who did not fit. */
  readonly ranked: readonly S[];
  /** From whom nothing is to be gained, and whom each of the bounds left out. */
  readonly leftOut: {
    readonly noGain: number;
    readonly budget: number;
    readonly count: number;
  };
  readonly expectedCostMinor: number;
  readonly expectedGainMinor: number;
};

/**
 * Those who bring most in all, within both bounds; nobody from whom nothing is to be gained. What is
 * scarce says who goes first: places go by the gain; a budget has a price, at which each unit of
 * expected discount is counted against the gain. Who does not fit any more is passed over for who
 * does. Equal ones stand in the order of their ids, so that asking twice answers the same.
 */
export const chooseWithinBudget = <S extends Scored>(
  scored: readonly S[],
  { budgetMinor = Number.POSITIVE_INFINITY, maxCustomers = Number.POSITIVE_INFINITY }: Bounds,
): Chosen<S> => {
  const worthy = scored.filter(({ expectedGainMinor }) => expectedGainMinor > 0);
  const price = priceOfBudget(worthy, { budgetMinor, maxCustomers });
  const ranked = [...worthy].sort(byWorthAt(price));
  const chosen: S[] = [];
  const leftOut = { noGain: scored.length - worthy.length, budget: 0, count: 0 };
  let expectedCostMinor = 0;
  for (const one of ranked) {
    const withOne = sumMinor([expectedCostMinor, one.expectedCostMinor]);
    if (chosen.length >= maxCustomers) leftOut.count += 1;
    else if (withOne > budgetMinor) leftOut.budget += 1;
    else {
      expectedCostMinor = withOne;
      chosen.push(one);
    }
  }
  const expectedGainMinor = sumMinor(chosen.map((one) => one.expectedGainMinor));
  return { chosen, ranked, leftOut, expectedCostMinor, expectedGainMinor };
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
  return sumMinor(bought.slice(0, maxCustomers).map((one) => one.expectedCostMinor));
};

const byWorthAt =
  (price: number) =>
  (left: Scored, right: Scored): number =>
    worthAt(price, right) - worthAt(price, left) ||
    right.expectedGainMinor - left.expectedGainMinor ||
    (left.customerId < right.customerId ? -1 : 1);

const worthAt = (price: number, { expectedGainMinor, expectedCostMinor }: Scored): number =>
  expectedGainMinor - price * expectedCostMinor;

const returnOf = ({ expectedGainMinor, expectedCostMinor }: Scored): number =>
  expectedGainMinor / Math.max(expectedCostMinor, 1);
