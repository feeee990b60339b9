import { assert } from "../../kernel/assert.ts";
import type { MeasureSums } from "./armStats.ts";

/** One measure of one group. `active` are the units whose measure is not nought. */
export type Side = {
  readonly units: number;
  readonly active: number;
  readonly sums: MeasureSums;
  /** The sum that says how large a thing is: the spend for its margin, else the measure's own. */
  readonly sizeSum: bigint;
};

export type Sides = { readonly left: Side; readonly right: Side };

/** What a unit of the left group has more than one of the right, and how sure that is. */
export type Difference = {
  readonly value: number;
  /** The standard deviation of `value`. */
  readonly deviation: number;
  /** How many degrees of freedom `deviation` was estimated with. */
  readonly freedom: number;
};

/** Below so many active units a spread cannot be estimated, and nothing is said. */
export const LEAST_ACTIVE = 5;

/**
 * The difference of the groups' means, less what they differed in before, where that is known;
 * undefined where there is too little to know how much chance moves it.
 * Source: README.md in this folder, "How sure".
 */
export const meanDifference = (sides: Sides): Difference | undefined => {
  const { left, right } = sides;
  assert(!left.sums.before === !right.sums.before, "both groups know the time before, or none");
  const freedom = left.active + right.active - 2;
  if (Math.min(left.units, right.units) < 2 || freedom < LEAST_ACTIVE - 2) return undefined;

  const share = shareFromBefore(sides);
  const [leftSquares, rightSquares] = [squares(left, share), squares(right, share)];
  const together = (leftSquares + rightSquares) / (left.units + right.units - 2);
  if (together <= 0) return undefined;

  const spread = (side: Side, own: number) =>
    Math.max(own / (side.units - 1), together * activity(side, sides) * size(side, sides) ** 2);
  return {
    value: adjustedMean(left, share) - adjustedMean(right, share),
    deviation: Math.sqrt(
      spread(left, leftSquares) / left.units + spread(right, rightSquares) / right.units,
    ),
    freedom,
  };
};

/**
 * How much of a difference before the campaign is expected again in it: the slope within the
 * groups, kept between none and all of it. Any share is fair, since the groups were drawn by lot;
 * the bounds keep one customer's wild purchase from bending it.
 */
const shareFromBefore = ({ left, right }: Sides): number => {
  const across = productSum(left) + productSum(right);
  const before = squaresBefore(left) + squaresBefore(right);
  return before > 0 ? Math.min(1, Math.max(0, across / before)) : 0;
};

const adjustedMean = ({ units, sums }: Side, share: number): number =>
  (Number(sums.sum) - share * Number(sums.before?.sum ?? 0n)) / units;

/** The sum of squares around the group's own mean, after taking off `share` of the time before. */
const squares = (side: Side, share: number): number => {
  const { sum, sumOfSquares } = side.sums;
  const now = centred(side.units, sumOfSquares, sum * sum);
  return Math.max(0, now - 2 * share * productSum(side) + share * share * squaresBefore(side));
};

const productSum = ({ units, sums: { sum, before } }: Side): number =>
  before ? centred(units, before.sumOfProducts, sum * before.sum) : 0;

const squaresBefore = ({ units, sums: { before } }: Side): number =>
  before ? centred(units, before.sumOfSquares, before.sum * before.sum) : 0;

/** Exact up to the one division, since both numbers are whole and may be almost the same. */
const centred = (units: number, sumOfProducts: bigint, productOfSums: bigint): number =>
  Number(BigInt(units) * sumOfProducts - productOfSums) / units;

/**
 * How many of the group's units are active against all: where twice as many buy, the spread is
 * about twice as large. Two active units in four are added, so that nobody bought is not never.
 */
const activity = (side: Side, { left, right }: Sides): number =>
  (side.active + 2) /
  (side.units + 4) /
  ((left.active + right.active + 4) / (left.units + right.units + 8));

/**
 * How large the group's active units are against all: where a purchase is twice as large, the
 * spread is four times. Some purchases of the common size are added, since a few tell little.
 */
const size = ({ active, sizeSum }: Side, { left, right }: Sides): number => {
  const common = Number(left.sizeSum + right.sizeSum) / (left.active + right.active);
  if (common <= 0) return 1;
  const own = (Number(sizeSum) + COMMON_SIZES * common) / (active + COMMON_SIZES);
  return Math.max(0, own / common);
};

const COMMON_SIZES = 60;
