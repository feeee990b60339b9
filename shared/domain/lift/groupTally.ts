import type { ArmStats, MeasureSums } from "./armStats.ts";

/** What one customer did in the counted days, and in as many days before them. */
export type Deeds = {
  spentMinor: number;
  marginMinor: number;
  visits: number;
  beforeSpentMinor: number;
  beforeMarginMinor: number;
  beforeVisits: number;
};

/**
 * The sums of one group from what its active customers did; the others add noughts. `isMarginKnown`:
 * the cost of all that was bought is.
 */
export const groupStats = (
  customers: number,
  active: Iterable<Deeds>,
  isMarginKnown: boolean,
): ArmStats => {
  const spend = newSums();
  const margin = newSums();
  const visits = newSums();
  let buyers = 0;
  for (const deeds of active) {
    if (deeds.visits > 0) buyers += 1;
    add(spend, deeds.spentMinor, deeds.beforeSpentMinor);
    add(margin, deeds.marginMinor, deeds.beforeMarginMinor);
    add(visits, deeds.visits, deeds.beforeVisits);
  }
  return {
    customers,
    buyers,
    spendMinor: spend,
    visits,
    ...(isMarginKnown ? { marginMinor: margin } : {}),
  };
};

type Sums = {
  -readonly [K in keyof MeasureSums]: MeasureSums[K];
} & { readonly before: { sum: bigint; sumOfSquares: bigint; sumOfProducts: bigint } };

const newSums = (): Sums => ({
  sum: 0n,
  sumOfSquares: 0n,
  before: { sum: 0n, sumOfSquares: 0n, sumOfProducts: 0n },
});

const add = (sums: Sums, now: number, before: number): void => {
  const [present, past] = [BigInt(now), BigInt(before)];
  sums.sum += present;
  sums.sumOfSquares += present * present;
  sums.before.sum += past;
  sums.before.sumOfSquares += past * past;
  sums.before.sumOfProducts += present * past;
};
