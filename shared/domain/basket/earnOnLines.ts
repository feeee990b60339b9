import { defined } from "../../kernel/assert.ts";
import { subtractMinor } from "../../money/money.ts";
import { paidFor, pointsEarned } from "../loyalty/pointsEarned.ts";
import type { BasketTerms } from "./basket.ts";
import type { TaxedLine } from "./taxLines.ts";

/** The points of the basket, how many of them its coupons gave, and each line with its share of all. */
export const earnOnLines = (
  lines: readonly TaxedLine[],
  { loyalty, pointsMultiplierBps = 10_000 }: BasketTerms,
): Earned => {
  const earning = lines.map((line) => ({
    paidMinor: paidFor(line, loyalty),
    customerBps: pointsMultiplierBps,
    couponBps: line.multiplierBps,
  }));
  const { points, pointsByLine } = pointsEarned(earning, loyalty);
  const plain = earning.map((line) => ({ ...line, couponBps: 10_000 }));
  return {
    points,
    extraPoints: subtractMinor(points, pointsEarned(plain, loyalty).points),
    lines: lines.map((line, index) => ({
      ...line,
      pointsEarned: defined(pointsByLine[index], `points ${index}`),
    })),
  };
};

type Earned = {
  readonly points: number;
  readonly extraPoints: number;
  readonly lines: readonly EarningTaxedLine[];
};

export type EarningTaxedLine = TaxedLine & { readonly pointsEarned: number };
