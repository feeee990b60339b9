import { assert, defined } from "../../kernel/assert.ts";
import { allocateMinor } from "../../money/allocate.ts";
import { sumMinor, unitsNeeded } from "../../money/money.ts";
import type { BasketTerms } from "./basket.ts";
import { type LineDraft, takeOff } from "./lineDraft.ts";

/**
 * Pays with points, as a discount shared over the lines by what they cost. No more points are
 * taken than the amount due needs; the last one may be worth less than its full value.
 */
export const redeemPoints = (
  drafts: readonly LineDraft[],
  { pointsToRedeem, pointsAvailable, loyalty: { pointValueMinor } }: BasketTerms,
): Redeemed => {
  assert(pointsToRedeem >= 0, `${pointsToRedeem} points to redeem`);
  const dueMinor = sumMinor(drafts.map((draft) => draft.dueMinor));
  const neededPoints = pointValueMinor === 0 ? 0 : unitsNeeded(dueMinor, pointValueMinor);
  const pointsRedeemed = Math.min(pointsToRedeem, neededPoints);
  // Multiplied only below the amount due, so the product is never too large to be exact.
  const pointsValueMinor =
    pointsRedeemed === neededPoints && neededPoints > 0
      ? dueMinor
      : pointsRedeemed * pointValueMinor;

  const values = allocateMinor(
    pointsValueMinor,
    drafts.map((draft) => draft.dueMinor),
  );
  const points = allocateMinor(pointsRedeemed, values);
  const paid = drafts.map((draft, index) => ({
    ...takeOff(draft, { kind: "points", minor: defined(values[index], `value ${index}`) }),
    pointsSpent: defined(points[index], `points ${index}`),
  }));
  const pointsUsable = Math.max(0, Math.min(pointsAvailable, neededPoints));
  return { drafts: paid, pointsRedeemed, pointsValueMinor, pointsUsable };
};

type Redeemed = {
  readonly drafts: readonly LineDraft[];
  readonly pointsRedeemed: number;
  readonly pointsValueMinor: number;
  readonly pointsUsable: number;
};
