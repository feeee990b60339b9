import { assert } from "../kernel/assert.ts";
import { type Money, money, wholeMinor } from "./money.ts";

/**
 * Splits `whole` in proportion to `weights`, by largest remainder. The parts sum to `whole`
 * exactly, none has the other sign, and each is within one unit of its exact share. Units left
 * over go to the largest fractions, among equals to the earliest; a weight of 0 gets nothing.
 */
export const allocate = (whole: Money, weights: readonly number[]): readonly Money[] =>
  allocateMinor(whole.minor, weights).map((minor) => money(minor, whole.currency));

/**
 * As `allocate`, on bare minor units. Where `whole` ≤ the sum of the weights, no part exceeds its
 * weight.
 */
export const allocateMinor = (
  whole: number,
  weights: readonly (number | bigint)[],
): readonly number[] => {
  const exact = weights.map(toWeight);
  const total = exact.reduce((sum, weight) => sum + weight, 0n);
  if (wholeMinor(whole) === 0) return exact.map(() => 0);
  assert(total > 0n, `${whole} cannot be split over weights that are all 0`);
  const shares = exact.map((weight) => (BigInt(whole) * weight) / total);
  return giveLeftover(BigInt(whole), shares, (index) => remainder(whole, exact[index], total));
};

const toWeight = (weight: number | bigint): bigint => {
  assert(weight >= 0, `a weight of ${weight} is negative`);
  return typeof weight === "bigint" ? weight : BigInt(wholeMinor(weight));
};

const remainder = (whole: number, weight: bigint | undefined, total: bigint): bigint => {
  const rest = (BigInt(whole) * (weight ?? 0n)) % total;
  return rest < 0n ? -rest : rest;
};

const giveLeftover = (
  whole: bigint,
  shares: readonly bigint[],
  remainderAt: (index: number) => bigint,
): readonly number[] => {
  const leftover = shares.reduce((rest, share) => rest - share, whole);
  const count = Number(leftover < 0n ? -leftover : leftover);
  const lucky = new Set(byLargest(shares.length, remainderAt).slice(0, count));
  const unit = leftover < 0n ? -1 : 1;
  return shares.map((share, index) => Number(share) + (lucky.has(index) ? unit : 0));
};

const byLargest = (length: number, sizeAt: (index: number) => bigint): readonly number[] => {
  const sizes = Array.from({ length }, (_, index) => ({ index, size: sizeAt(index) }));
  // The sort is stable, so equal remainders keep the order of the weights.
  sizes.sort((left, right) => Number(right.size > left.size) - Number(right.size < left.size));
  return sizes.map(({ index }) => index);
};
