import { assert } from "../../kernel/assert.ts";

/**
 * What one group of customers did over the counted days: all that a lift is computed from.
 * Everybody who was drawn counts, also who bought nothing and whose coupon lies in a drawer.
 */
export type ArmStats = {
  readonly customers: number;
  /** Customers with at least one purchase in the counted days. */
  readonly buyers: number;
  /** After discounts and returns. */
  readonly spendMinor: MeasureSums;
  /** Spend less what the goods cost the shop, where all costs are known: discounts are off it. */
  readonly marginMinor?: MeasureSums;
  readonly visits: MeasureSums;
};

/** Two groups that the lot drew from the same customers, of which one got what the other did not. */
export type Arms = { readonly issued: ArmStats; readonly heldOut: ArmStats };

/**
 * One measure's sums over the customers of a group. Whole numbers without a bound: the square of
 * one good customer's dongs is above 2^53 already, and the spread hangs on the last digits.
 */
export type MeasureSums = {
  readonly sum: bigint;
  readonly sumOfSquares: bigint;
  /** The same customers in an equally long time before the campaign. All groups have it, or none. */
  readonly before?: BeforeSums;
};

export type BeforeSums = {
  readonly sum: bigint;
  readonly sumOfSquares: bigint;
  /** Of each customer's measure before × measure now. */
  readonly sumOfProducts: bigint;
};

/** Both groups as they must be, measured alike, with no sums that no list of customers has. */
export const checkedArms = (arms: Arms): Arms => {
  const [issued, heldOut] = [checkedArm(arms.issued), checkedArm(arms.heldOut)];
  assert(!issued.marginMinor === !heldOut.marginMinor, "both groups know their margin, or none");
  return arms;
};

const checkedArm = (arm: ArmStats): ArmStats => {
  const { customers, buyers, spendMinor, marginMinor, visits } = arm;
  assert(Number.isSafeInteger(customers) && customers >= 0, `${customers} customers are no count`);
  assert(Number.isSafeInteger(buyers) && buyers >= 0, `${buyers} buyers are no count`);
  assert(buyers <= customers, `${buyers} of ${customers} customers bought`);
  for (const measure of [spendMinor, visits, ...(marginMinor ? [marginMinor] : [])]) {
    assert(isPossible(customers, measure), "squares are too small for their sum");
    assert(
      !measure.before || isPossible(customers, measure.before),
      "squares before are too small",
    );
  }
  return arm;
};

/** By Cauchy and Schwarz: the squares of n numbers sum to at least their sum's square over n. */
const isPossible = (count: number, { sum, sumOfSquares }: SquareSums): boolean =>
  BigInt(count) * sumOfSquares >= sum * sum;

type SquareSums = { readonly sum: bigint; readonly sumOfSquares: bigint };
