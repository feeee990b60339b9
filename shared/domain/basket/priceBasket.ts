import { assert, defined } from "../../kernel/assert.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { sumMinor } from "../../money/money.ts";
import { applyCoupons } from "./applyCoupons.ts";
import type { BasketLine, BasketRefusal, BasketTerms, PricedBasket, PricedLine } from "./basket.ts";
import { type EarningTaxedLine, earnOnLines } from "./earnOnLines.ts";
import { assertLine, draftLine, isAboveLargest, isDiscountTooLarge } from "./lineDraft.ts";
import { redeemPoints } from "./redeemPoints.ts";
import { inGivenOrder, settledOrder } from "./settledOrder.ts";
import { taxLines } from "./taxLines.ts";

export type * from "./basket.ts";

/**
 * What `lines` cost under `terms`: line price, line discount, coupons, points, tax, in this order.
 *
 * Rounds half away from zero, once for each discount and once for each tax rate; lines get their
 * shares by largest remainder, so that they sum to the document. The order of the lines changes
 * nothing but the order of the answer. A coupon that does nothing is answered with why, not
 * refused.
 * Refuses with `PointsShort` when more points are asked for than there are, `DiscountTooLarge` when
 * a line's own discount is more than it costs, `AmountTooLarge` above `largestMinor`.
 * Source: README.md in this folder.
 */
export const priceBasket = (
  lines: readonly BasketLine[],
  terms: BasketTerms,
): Result<PricedBasket, BasketRefusal> => {
  const available = Math.max(0, terms.pointsAvailable);
  if (terms.pointsToRedeem > available) return err({ kind: "PointsShort", available });
  lines.forEach(assertLine);
  if (isAboveLargest(lines)) return err({ kind: "AmountTooLarge" });
  const slip = lines.find(isDiscountTooLarge);
  if (slip) return err({ kind: "DiscountTooLarge", sku: slip.sku });

  const order = settledOrder(lines);
  const drafts = order.map((place) => draftLine(defined(lines[place], `line ${place}`)));
  const couponed = applyCoupons(drafts, terms.coupons);
  const redeemed = redeemPoints(couponed.drafts, terms);
  const taxed = taxLines(redeemed.drafts, terms.taxMode);
  const earned = earnOnLines(taxed.lines, terms);

  const priced: PricedBasket = {
    ...sumLines(inGivenOrder(order, earned.lines).map(toPricedLine)),
    taxes: taxed.taxes,
    coupons: couponed.coupons,
    pointsRedeemed: redeemed.pointsRedeemed,
    pointsValueMinor: redeemed.pointsValueMinor,
    pointsUsable: redeemed.pointsUsable,
    pointsEarned: earned.points,
    extraPoints: earned.extraPoints,
  };
  assertSums(priced);
  return ok(priced);
};

const toPricedLine = (draft: EarningTaxedLine): PricedLine => ({
  sku: draft.line.sku,
  name: draft.line.name,
  quantityMilli: draft.line.quantityMilli,
  unitPriceMinor: draft.line.unitPriceMinor,
  grossMinor: draft.grossMinor,
  discountMinor: sumMinor(draft.discounts.map((discount) => discount.minor)),
  netMinor: draft.netMinor,
  taxRateBps: draft.line.taxRateBps,
  taxMinor: draft.taxMinor,
  totalMinor: draft.totalMinor,
  discounts: draft.discounts,
  pointsEarned: draft.pointsEarned,
  pointsSpent: draft.pointsSpent,
});

const sumLines = (lines: readonly PricedLine[]) => ({
  lines,
  grossMinor: sumMinor(lines.map((line) => line.grossMinor)),
  discountMinor: sumMinor(lines.map((line) => line.discountMinor)),
  netMinor: sumMinor(lines.map((line) => line.netMinor)),
  taxMinor: sumMinor(lines.map((line) => line.taxMinor)),
  totalMinor: sumMinor(lines.map((line) => line.totalMinor)),
});

/**
 * The document comes from its lines; taxes, points and coupons were found on the whole. They must
 * meet.
 */
const assertSums = (basket: PricedBasket): void => {
  const { lines, taxes, coupons } = basket;
  const pairs: readonly (readonly [whole: number, parts: readonly number[]])[] = [
    [basket.netMinor, taxes.map((tax) => tax.netMinor)],
    [basket.taxMinor, taxes.map((tax) => tax.taxMinor)],
    [basket.pointsEarned, lines.map((line) => line.pointsEarned)],
    [basket.pointsRedeemed, lines.map((line) => line.pointsSpent)],
    [basket.pointsValueMinor, takenOff(lines, "points")],
    [sumMinor(coupons.map((coupon) => coupon.discountMinor)), takenOff(lines, "coupon")],
  ];
  for (const [whole, parts] of pairs)
    assert(sumMinor(parts) === whole, `parts do not sum to ${whole}`);
};

const takenOff = (lines: readonly PricedLine[], kind: "coupon" | "points"): readonly number[] =>
  lines.flatMap((line) =>
    line.discounts.filter((discount) => discount.kind === kind).map((discount) => discount.minor),
  );
