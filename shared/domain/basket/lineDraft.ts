import { assert } from "../../kernel/assert.ts";
import {
  largestMinor,
  multiplyMilli,
  shareOfMinor,
  subtractMinor,
  sumMinor,
  wholeMinor,
} from "../../money/money.ts";
import type { BasketLine, LineDiscount } from "./basket.ts";

/** A line while it is being priced: each step takes off some more, tax comes last. */
export type LineDraft = {
  readonly line: BasketLine;
  readonly grossMinor: number;
  /** After the line's own discount and before any coupon. */
  readonly spendMinor: number;
  /** What is left to pay after the discounts so far. */
  readonly dueMinor: number;
  readonly discounts: readonly LineDiscount[];
  /** The best points multiplier of the coupons so far (10 000 = once). */
  readonly multiplierBps: number;
  readonly pointsSpent: number;
};

/** Line price, then the line's own discount: its rate on the gross, or its amount, or both. */
export const draftLine = (line: BasketLine): LineDraft => {
  const grossMinor = multiplyMilli(line.unitPriceMinor, line.quantityMilli);
  const minor = lineDiscount(line);
  const spendMinor = subtractMinor(grossMinor, minor);
  const untouched: LineDraft = {
    line,
    grossMinor,
    spendMinor,
    dueMinor: grossMinor,
    discounts: [],
    multiplierBps: 10_000,
    pointsSpent: 0,
  };
  return takeOff(untouched, { kind: "line", minor });
};

/** The draft after one more discount; a discount of 0 leaves no trace. */
export const takeOff = (draft: LineDraft, discount: LineDiscount): LineDraft => {
  if (discount.minor === 0) return draft;
  const dueMinor = subtractMinor(draft.dueMinor, discount.minor);
  assert(discount.minor > 0 && dueMinor >= 0, `a discount of ${discount.minor} on a line`);
  return { ...draft, dueMinor, discounts: [...draft.discounts, discount] };
};

/** Whether the line's own discount is more than the line costs: a slip of the finger. */
export const isDiscountTooLarge = (line: BasketLine): boolean =>
  lineDiscount(line) > multiplyMilli(line.unitPriceMinor, line.quantityMilli);

const lineDiscount = (line: BasketLine): number => {
  const grossMinor = multiplyMilli(line.unitPriceMinor, line.quantityMilli);
  return sumMinor([shareOfMinor(grossMinor, line.discountBps ?? 0), line.discountMinor ?? 0]);
};

/**
 * Whether the lines together cost more than `largestMinor`: sums above it might stop being exact.
 */
export const isAboveLargest = (lines: readonly BasketLine[]): boolean => {
  const grossMilli = lines.reduce(
    (sum, line) => sum + BigInt(line.unitPriceMinor) * BigInt(line.quantityMilli),
    0n,
  );
  return grossMilli > BigInt(largestMinor) * 1_000n;
};

/** Stops on what the contract never lets through: nothing is bought zero times or below nothing. */
export const assertLine = (line: BasketLine): void => {
  const { quantityMilli, unitPriceMinor, taxRateBps, discountBps = 0, discountMinor = 0 } = line;
  assert(wholeMinor(quantityMilli) > 0, `a quantity of ${quantityMilli} thousandths`);
  assert(wholeMinor(unitPriceMinor) >= 0, `a unit price of ${unitPriceMinor}`);
  assert(taxRateBps >= 0 && taxRateBps <= 10_000, `a tax rate of ${taxRateBps} basis points`);
  assert(discountBps >= 0 && discountBps <= 10_000, `a discount of ${discountBps} basis points`);
  assert(wholeMinor(discountMinor) >= 0, `a discount of ${discountMinor}`);
};
