import { isHeldOut, offerArm } from "./holdout.ts";

export type DrawTerms = {
  readonly campaignId: string;
  readonly holdoutBps: number;
  readonly hasOtherOffer: boolean;
  /** At most so many are issued, whatever the reason; absent: no bound. */
  readonly mostIssued?: number | undefined;
};

export type Drawn = {
  readonly customerId: string;
  readonly arm: "issued" | "held-out";
  readonly offerArm?: "a" | "b" | undefined;
};

export type Draw = {
  /** In the order of the candidates. */
  readonly drawn: readonly Drawn[];
  /** Candidates whom the bound left out. */
  readonly leftOut: number;
};

/**
 * Draws who is held out among `candidates`, the first of whom go first. Whoever the bound leaves out
 * is in neither group: both groups are chosen alike, and only chance parts them.
 */
export const drawGroups = (candidates: readonly string[], terms: DrawTerms): Draw => {
  const { campaignId, holdoutBps, hasOtherOffer, mostIssued = Number.POSITIVE_INFINITY } = terms;
  const drawn: Drawn[] = [];
  let issuedCount = 0;
  for (const customerId of candidates) {
    if (issuedCount >= mostIssued) break;
    if (isHeldOut(customerId, campaignId, holdoutBps)) {
      drawn.push({ customerId, arm: "held-out" });
      continue;
    }
    issuedCount += 1;
    const arm = hasOtherOffer ? { offerArm: offerArm(customerId, campaignId) } : {};
    drawn.push({ customerId, arm: "issued", ...arm });
  }
  return { drawn, leftOut: candidates.length - drawn.length };
};
