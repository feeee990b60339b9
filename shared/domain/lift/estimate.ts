import type { Difference } from "./difference.ts";
import { CONFIDENCE_BPS, type EstimateRule, type Evidence } from "./evidence.ts";
import { studentZ } from "./quantiles.ts";
import type { Bounds } from "./rateDifference.ts";

/** A number that chance has moved, in whole units, and the span that it truly lies in. */
export type Estimate = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly confidenceBps: number;
  readonly rule: EstimateRule;
};

/**
 * `bounds` times `scale` in whole units, rounded here and nowhere before: the value half away from
 * zero, the span outwards, so that rounding never makes anything look surer than it is.
 */
export const estimateOf = (
  { value, low, high }: Bounds,
  { rule }: Evidence,
  scale: number,
): Estimate => ({
  value: bounded(Math.sign(value) * Math.round(Math.abs(value * scale))),
  low: bounded(Math.floor(low * scale)),
  high: bounded(Math.ceil(high * scale)),
  confidenceBps: CONFIDENCE_BPS,
  rule,
});

export const differenceBounds = (
  difference: Difference | undefined,
  { z }: Evidence,
): Bounds | undefined => {
  if (!difference) return undefined;
  const { value, deviation, freedom } = difference;
  const reach = studentZ(z, freedom) * deviation;
  return { value, low: value - reach, high: value + reach };
};

/** Never minus nought, never beyond what is a whole number in a double. */
const bounded = (value: number): number =>
  Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value)) + 0;
