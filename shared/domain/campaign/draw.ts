import type { TargetReason } from "../targeting/targetReason.ts";
import { isHeldOut, offerArm } from "./holdout.ts";

export type DrawTerms = {
  readonly campaignId: string;
  readonly holdoutBps: number;
  readonly hasOtherOffer: boolean;
  /** At most so many are issued, whatever the reason; absent: no bound. */
  readonly mostIssued?: number | undefined;
  /** What the issued may be expected to cost in all, of which parts of a unit count; absent: no bound. */
  readonly budget?:
    | {
        readonly leftMinor: number;
        /** Asked in the order of the candidates, and only as far as the draw goes. */
        readonly costMinorById: Pick<ReadonlyMap<string, number>, "get">;
      }
    | undefined;
};

export type Drawn = {
  readonly customerId: string;
  readonly arm: "issued" | "held-out";
  readonly offerArm?: "a" | "b" | undefined;
  /** What was expected of them, where the best were chosen. */
  readonly reason?: TargetReason | undefined;
};

export type Draw = {
  /** In the order of the candidates. */
  readonly drawn: readonly Drawn[];
  /** Candidates whom a bound left out, and which. */
  readonly leftOut: number;
  readonly stoppedBy?: "count" | "budget";
};

/**
 * Draws who is held out among `candidates`, the first of whom go first. Whoever the bound leaves out
 * is in neither group: both groups are chosen alike, and only chance parts them.
 */
export const drawGroups = (candidates: readonly string[], terms: DrawTerms): Draw => {
  const { campaignId, holdoutBps, hasOtherOffer, budget } = terms;
  const mostIssued = terms.mostIssued ?? Number.POSITIVE_INFINITY;
  const drawn: Drawn[] = [];
  let issuedCount = 0;
  let costMinor = 0;
  for (const customerId of candidates) {
    if (issuedCount >= mostIssued) return stopped(candidates, drawn, "count");
    if (isHeldOut(customerId, campaignId, holdoutBps)) {
      drawn.push({ customerId, arm: "held-out" });
      continue;
    }
    costMinor += budget?.costMinorById.get(customerId) ?? 0;
    if (budget && costMinor > budget.leftMinor) return stopped(candidates, drawn, "budget");
    issuedCount += 1;
    const arm = hasOtherOffer ? { offerArm: offerArm(customerId, campaignId) } : {};
    drawn.push({ customerId, arm: "issued", ...arm });
  }
  return { drawn, leftOut: 0 };
};

const stopped = (
  candidates: readonly string[],
  drawn: readonly Drawn[],
  stoppedBy: "count" | "budget",
): Draw => ({ drawn, leftOut: candidates.length - drawn.length, stoppedBy });
