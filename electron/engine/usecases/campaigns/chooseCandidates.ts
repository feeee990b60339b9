import { dearestUseMinor } from "../../../../shared/domain/campaign/affordable.ts";
import type { DrawTerms } from "../../../../shared/domain/campaign/draw.ts";
import { consentBit } from "../../../../shared/domain/consent/consentMask.ts";
import type { TargetReason } from "../../../../shared/domain/targeting/targetReason.ts";
import type { ReadDb } from "../../db/connection.ts";
import type { CampaignRow, MemberRow } from "../../repositories/campaigns.ts";
import type { Candidate } from "../../repositories/figures/askFigures.ts";
import { offersOf } from "./campaignUse.ts";
import type { LearnedAsk, Skipped } from "./drawReader.ts";
import { budgetInTurn, chooseByGain } from "./targetReader.ts";

export type ChooseAsk = LearnedAsk & {
  /** Who was drawn before a cut: they count. */
  readonly before: readonly MemberRow[];
};

export type Choice = {
  /** The first of them first. */
  readonly chosen: readonly string[];
  /** How many of the chosen are issued at most, and which bound says so. */
  readonly most?: Bound | undefined;
  readonly budget?: DrawTerms["budget"];
  readonly skipped: readonly Skipped[];
  /** What was expected of each, where that chose them. */
  readonly reasonOf?: (customerId: string) => TargetReason | undefined;
};

type Bound = { readonly count: number; readonly why: "BudgetReached" | "CountReached" };

/** Everybody in their order, or the best by expected gain, and how far the campaign's bounds go. */
export const chooseCandidates = (
  db: ReadDb,
  candidates: readonly Candidate[],
  ask: ChooseAsk,
): Choice => {
  const weighable = weighableOf(candidates);
  if (ask.campaign.targeting === "best-gain") {
    const { chosen, budget, skipped, reasonOf } = chooseByGain(weighable, ask);
    return {
      ...{ chosen, budget, reasonOf },
      most: boundOf(ask),
      skipped: [
        { why: "NoPersonalConsent", count: candidates.length - weighable.length },
        ...skipped,
      ],
    };
  }
  const chosen = candidates.map(({ customerId }) => customerId);
  return {
    chosen,
    most: boundOf(ask),
    budget: budgetInTurn(db, { customerIds: chosen, weighable }, ask),
    skipped: [],
  };
};

/** Only who agreed to personal offers is weighed: the past of others chooses nothing for them. */
export const weighableOf = (candidates: readonly Candidate[]): readonly string[] => {
  const bit = consentBit({ purpose: "personalization", channel: "counter" });
  return candidates.flatMap(({ customerId, consents }) =>
    (consents & bit) === 0 ? [] : customerId,
  );
};

/**
 * How many more people the campaign reaches at most. The budget holds in the worst case, where all
 * use their coupons; of an offer that nothing bounds, the draw stops at the budget itself.
 */
const boundOf = ({ campaign, before }: ChooseAsk): Bound | undefined => {
  const { maxCustomers } = campaign;
  const issuedCount = before.filter(({ arm }) => arm === "issued").length;
  const left = (count: number) => Math.max(0, count - issuedCount);
  const affordable = affordableCount(campaign);
  if (affordable !== undefined && affordable <= (maxCustomers ?? affordable)) {
    return { count: left(affordable), why: "BudgetReached" };
  }
  return maxCustomers === null ? undefined : { count: left(maxCustomers), why: "CountReached" };
};

const affordableCount = (campaign: CampaignRow): number | undefined => {
  const { budgetMinor, maxUsesPerCustomer } = campaign;
  const dearestMinor = dearestUseMinor(offersOf(campaign));
  if (budgetMinor === null || dearestMinor === undefined || dearestMinor === 0) return undefined;
  return Math.floor(budgetMinor / (dearestMinor * maxUsesPerCustomer));
};
