import { assert } from "../../kernel/assert.ts";
import { allocateMinor } from "../../money/allocate.ts";
import { wholeTimes } from "../../money/money.ts";
import type { LoyaltyRules } from "./loyaltyRules.ts";

/**
 * The points that `lines` earn together, and each line's share, which a return of it takes back.
 *
 * Whole points of the whole purchase, rounded down once; shares by largest remainder, so that they
 * sum to it. `paidMinor` is what was paid for the line, with or without tax as `paidFor` says; its
 * two multipliers multiply (10 000 = once).
 */
export const pointsEarned = (lines: readonly EarningLine[], rules: LoyaltyRules): PointsEarned => {
  assert(rules.earnPerMinor > 0, `a point per ${rules.earnPerMinor} minor units`);
  const weights = lines.map(weightOf);
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const perPoint = BigInt(rules.earnPerMinor) * 10_000n * 10_000n;
  const points = wholeTimes(whole, perPoint);
  return { points, pointsByLine: allocateMinor(points, weights) };
};

export type EarningLine = {
  readonly paidMinor: number;
  readonly customerBps: number;
  readonly couponBps: number;
};

export type PointsEarned = {
  readonly points: number;
  readonly pointsByLine: readonly number[];
};

const weightOf = ({ paidMinor, customerBps, couponBps }: EarningLine): bigint =>
  BigInt(paidMinor) * BigInt(customerBps) * BigInt(couponBps);

/** What counts as paid on a line when points are earned: with its tax, or without it. */
export const paidFor = (
  line: { readonly netMinor: number; readonly totalMinor: number },
  rules: LoyaltyRules,
): number => (rules.earnOnTax ? line.totalMinor : line.netMinor);
