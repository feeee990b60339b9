import { defined } from "../../kernel/assert.ts";
import { paidFor, pointsEarned } from "../loyalty/pointsEarned.ts";
import type { BasketTerms } from "./basket.ts";
import type { TaxedLine } from "./taxLines.ts";

/** The points of the basket, and each line with its share of them. */
export const earnOnLines = (
  lines: readonly TaxedLine[],
  { loyalty, pointsMultiplierBps = 10_000 }: BasketTerms,
): { readonly points: number; readonly lines: readonly EarningTaxedLine[] } => {
  const { points, pointsByLine } = pointsEarned(
    lines.map((line) => ({
      paidMinor: paidFor(line, loyalty),
      customerBps: pointsMultiplierBps,
      couponBps: line.multiplierBps,
    })),
    loyalty,
  );
  return {
    points,
    lines: lines.map((line, index) => ({
      ...line,
      pointsEarned: defined(pointsByLine[index], `points ${index}`),
    })),
  };
};

export type EarningTaxedLine = TaxedLine & { readonly pointsEarned: number };
