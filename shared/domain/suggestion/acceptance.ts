/** How often something was shown, and what came of it. */
export type ShownCounts = {
  readonly shown: number;
  readonly taken: number;
  readonly dismissed: number;
};

export const noneShown: ShownCounts = { shown: 0, taken: 0, dismissed: 0 };

/**
 * How much likelier than the shop's usual suggestion this one is taken, by what was learned of the
 * product and of the kind of reason: a factor on its score, 1 where nothing is known.
 *
 * Both rates are pulled toward the shop's own mean as if so many more had been shown at it, and the
 * factor is bounded: what the basket and the person say stays the greater part.
 */
export const acceptanceFactor = (counted: {
  readonly product: ShownCounts;
  readonly reason: ShownCounts;
  readonly shop: ShownCounts;
}): number => {
  const mean = smoothedRate(counted.shop, { rate: USUAL_RATE, weight: SHOP_WEIGHT });
  const ratio = (counts: ShownCounts, weight: number) =>
    smoothedRate(counts, { rate: mean, weight }) / mean;
  const factor = ratio(counted.product, PRODUCT_WEIGHT) * ratio(counted.reason, REASON_WEIGHT);
  return Math.min(GREATEST_FACTOR, Math.max(LEAST_FACTOR, factor));
};

export const LEAST_FACTOR = 0.7;
export const GREATEST_FACTOR = 1.4;

/** Of a hundred suggestions some eight are taken where nothing is known of a shop. */
const USUAL_RATE = 0.08;
const SHOP_WEIGHT = 25;
const PRODUCT_WEIGHT = 60;
const REASON_WEIGHT = 200;
/** To wave something away says more than to pass it by: it counts as so many times shown. */
const DISMISSAL_WEIGHT = 3;

type Prior = { readonly rate: number; readonly weight: number };

const smoothedRate = ({ shown, taken, dismissed }: ShownCounts, { rate, weight }: Prior): number =>
  (taken + rate * weight) / (shown + (DISMISSAL_WEIGHT - 1) * dismissed + weight);
