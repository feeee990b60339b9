import { dearestUseMinor } from "../../../../shared/domain/campaign/affordable.ts";
import { type Drawn, drawGroups } from "../../../../shared/domain/campaign/draw.ts";
import { consentBit } from "../../../../shared/domain/consent/consentMask.ts";
import { CONTACT_CAP_DAYS } from "../../../../shared/domain/shop/shopSettings.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { DAY_MS } from "../../../../shared/kernel/day.ts";
import type { ReadDb } from "../../db/connection.ts";
import { type CampaignRow, listContactedOften, listMembers } from "../../repositories/campaigns.ts";
import { type Candidate, listPeople } from "../../repositories/figures/askFigures.ts";
import type { SegmentQuestion } from "../../repositories/figures/conditionSql.ts";
import { findSettings } from "../../repositories/shop.ts";
import type { Sql } from "../../repositories/sqlTerms.ts";
import { type ShopFiles, withFigures } from "./segmentReader.ts";
import { chooseByGain, expectedUseMinor } from "./targetReader.ts";

export type DrawAsk = {
  readonly question: SegmentQuestion;
  readonly campaign: CampaignRow;
  /** By which it is handed over in parts; absent: only its numbers are wanted. */
  readonly drawId?: string;
};

export type Skipped = { readonly why: string; readonly count: number };

export type DrawAnswer = {
  /** Everybody of the segment, and who of them may be reached by the campaign's channel. */
  readonly customers: number;
  readonly reachable: number;
  readonly issued: number;
  readonly heldOut: number;
  readonly skipped: readonly Skipped[];
};

/** A million people at once would hold the till. A part that reaches the end drops its draw. */
const drawnById = new Map<string, readonly Drawn[]>();

export const drawFigures = (files: ShopFiles, ask: DrawAsk): DrawAnswer =>
  withFigures(files, ask.question, (db, sql) => {
    const { drawn, ...answer } = drawnFrom(db, sql, ask);
    if (ask.drawId !== undefined && drawn.length > 0) drawnById.set(ask.drawId, drawn);
    return answer;
  });

export type DrawPart = {
  readonly drawId: string;
  readonly from: number;
  readonly count: number;
};

export const takeDrawn = ({ drawId, from, count }: DrawPart): readonly Drawn[] => {
  const drawn = defined(drawnById.get(drawId), `draw ${drawId}`);
  if (from + count >= drawn.length) drawnById.delete(drawId);
  return drawn.slice(from, from + count);
};

/**
 * Who is drawn, and why others are not, in this order: who did not agree to offers by the campaign's
 * channel, who was reached too often lately, whom the budget does not reach, who was not chosen.
 */
export const drawnFrom = (
  db: ReadDb,
  sql: Sql,
  { campaign, question }: DrawAsk,
): DrawAnswer & { readonly drawn: readonly Drawn[] } => {
  const members = listPeople(db, sql);
  const bit = consentBit({ purpose: "marketing", channel: campaign.channel });
  const willing = members.filter(({ consents }) => (consents & bit) !== 0);
  const cap = findSettings(db).contactCapPerMonth;
  const fromMs = question.nowMs - CONTACT_CAP_DAYS * DAY_MS;
  const reached = new Set(listContactedOften(db, { fromMs, cap }));
  const allowed = willing.filter(({ customerId }) => cap > 0 && !reached.has(customerId));
  // Who was drawn before a cut stays drawn, whatever they have done since, and counts.
  const before = listMembers(db, campaign.campaignId);
  const isDrawn = new Set(before.map(({ customerId }) => customerId));
  const candidates = allowed.flatMap(({ customerId }) =>
    isDrawn.has(customerId) ? [] : customerId,
  );
  const weighable = weighableOf(candidates, members);
  const most = boundOf(campaign, {
    issuedCount: before.filter(({ arm }) => arm === "issued").length,
    expectedUseMinor: () => expectedUseMinor(db, weighable, { campaign, question }),
  });
  const chosen =
    campaign.targeting === "everyone"
      ? candidates
      : chooseByGain(db, weighable, { campaign, question });
  const { drawn, leftOut } = drawGroups(chosen, {
    campaignId: campaign.campaignId,
    holdoutBps: campaign.holdoutBps,
    hasOtherOffer: campaign.otherOffer !== null,
    most,
  });
  const issued = drawn.filter(({ arm }) => arm === "issued").length;
  const skipped = [
    { why: "NoMarketingConsent", count: members.length - willing.length },
    { why: "ContactCapReached", count: willing.length - allowed.length },
    { why: "BudgetReached", count: most?.why === "BudgetReached" ? leftOut : 0 },
    {
      why: "NotChosen",
      count: candidates.length - chosen.length + (most?.why === "NotChosen" ? leftOut : 0),
    },
  ];
  return {
    customers: members.length,
    reachable: willing.length,
    issued,
    heldOut: drawn.length - issued,
    skipped: skipped.filter(({ count }) => count > 0),
    drawn,
  };
};

/** Only who agreed to personal offers is weighed: the past of others chooses nothing for them. */
const weighableOf = (
  candidates: readonly string[],
  members: readonly Candidate[],
): readonly string[] => {
  const bit = consentBit({ purpose: "personalization", channel: "counter" });
  const isWilling = new Set(
    members.flatMap(({ customerId, consents }) => ((consents & bit) === 0 ? [] : customerId)),
  );
  return candidates.filter((id) => isWilling.has(id));
};

/**
 * How many people the campaign reaches at most, and which of its bounds says so. The budget holds in
 * the worst case, where all use their coupons; of an offer that nothing bounds, as expected.
 */
const boundOf = (
  campaign: CampaignRow,
  {
    issuedCount,
    expectedUseMinor: expected,
  }: { readonly issuedCount: number; readonly expectedUseMinor: () => number | undefined },
) => {
  const { budgetMinor, maxCustomers, maxUsesPerCustomer } = campaign;
  const offers = [campaign.offer, campaign.otherOffer].flatMap((text) => text ?? []);
  const useMinor =
    budgetMinor === null
      ? undefined
      : (dearestUseMinor(offers.map((text) => JSON.parse(text))) ?? expected());
  const affordable =
    budgetMinor === null || !useMinor
      ? undefined
      : Math.floor(budgetMinor / (useMinor * maxUsesPerCustomer));
  const left = (count: number) => Math.max(0, count - issuedCount);
  if (affordable !== undefined && affordable <= (maxCustomers ?? affordable)) {
    return { count: left(affordable), why: "BudgetReached" as const };
  }
  return maxCustomers === null
    ? undefined
    : { count: left(maxCustomers), why: "NotChosen" as const };
};
