import { drawGroups } from "../../../shared/domain/campaign/draw.ts";
import {
  type Bounds,
  rankWithinBudget,
  type Scored,
} from "../../../shared/domain/targeting/rankWithinBudget.ts";

/** Who is issued of a campaign that holds nobody out, the first first. */
export const firstWithin = <S extends Scored>(
  scored: readonly S[],
  bounds: Bounds,
): readonly S[] => {
  const ranked = rankWithinBudget(scored, bounds);
  const costMinorById = new Map(ranked.map((one) => [one.customerId, one.expectedCostMinor]));
  const { drawn } = drawGroups(
    ranked.map(({ customerId }) => customerId),
    {
      ...{ campaignId: "c", holdoutBps: 0, hasOtherOffer: false },
      mostIssued: bounds.maxCustomers,
      ...(bounds.budgetMinor !== undefined && {
        budget: { leftMinor: bounds.budgetMinor, costMinorById },
      }),
    },
  );
  return ranked.slice(0, drawn.length);
};
