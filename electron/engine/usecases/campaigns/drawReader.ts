import { type Drawn, drawGroups } from "../../../../shared/domain/campaign/draw.ts";
import { addressBit, addressNeeded } from "../../../../shared/domain/consent/address.ts";
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
import type { TargetingModel } from "../../suggest/targeting/learnTargeting.ts";
import { type Choice, chooseCandidates } from "./chooseCandidates.ts";
import { type ShopFiles, withFigures } from "./segmentReader.ts";
import { learnedOnce } from "./targetReader.ts";

export type DrawAsk = {
  readonly question: SegmentQuestion;
  readonly campaign: CampaignRow;
  /** By which it is handed over in parts; absent: only its numbers are wanted. */
  readonly drawId?: string;
};

/** Who answers it may have to learn from the shop's past, and whoever goes on from there need not again. */
export type LearnedAsk = DrawAsk & { readonly learned: () => TargetingModel };

/** Why people of the segment are not drawn, in the order in which it is asked. */
export type SkipReason =
  | "NoMarketingConsent"
  | "NoPhone"
  | "NoEmail"
  | "ContactCapReached"
  /** The best are sought, and the past of who did not agree to personal offers is not weighed. */
  | "NoPersonalConsent"
  /** Came too long ago to be among those who are weighed. */
  | "NotWeighed"
  /** Nothing is to be gained. */
  | "NotChosen"
  | "BudgetReached"
  | "CountReached";

export type Skipped = { readonly why: SkipReason; readonly count: number };

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
    const {
      drawn,
      members: _,
      ...answer
    } = drawnFrom(db, sql, {
      ...ask,
      learned: learnedOnce(db, ask),
    });
    if (ask.drawId !== undefined && drawn.length > 0) drawnById.set(ask.drawId, drawn);
    return answer;
  });

export type DrawPart = {
  readonly drawId: string;
  readonly from: number;
  readonly count: number;
};

/** The next part; a part of nobody drops what is left. */
export const takeDrawn = ({ drawId, from, count }: DrawPart): readonly Drawn[] => {
  if (count === 0) {
    drawnById.delete(drawId);
    return [];
  }
  const drawn = defined(drawnById.get(drawId), `draw ${drawId}`);
  if (from + count >= drawn.length) drawnById.delete(drawId);
  return drawn.slice(from, from + count);
};

/** Who is drawn, and why others are not: each is told by the first reason that holds. */
export const drawnFrom = (
  db: ReadDb,
  sql: Sql,
  ask: LearnedAsk,
): DrawAnswer & { readonly drawn: readonly Drawn[]; readonly members: readonly Candidate[] } => {
  const { campaign } = ask;
  const members = listPeople(db, sql);
  const { reachable, ...addressed } = reachableOf(members, campaign);
  const allowed = notContactedOften(db, reachable, ask);
  // Who was drawn before a cut stays drawn, whatever they have done since, and counts.
  const before = listMembers(db, campaign.campaignId);
  const isDrawn = new Set(before.map(({ customerId }) => customerId));
  const candidates = allowed.filter(({ customerId }) => !isDrawn.has(customerId));
  const choice = chooseCandidates(db, candidates, { ...ask, before });
  const { drawn, leftOut, stoppedBy } = drawGroups(choice.chosen, {
    campaignId: campaign.campaignId,
    holdoutBps: campaign.holdoutBps,
    hasOtherOffer: campaign.otherOffer !== null,
    mostIssued: choice.most?.count,
    budget: choice.budget,
  });
  const issued = drawn.filter(({ arm }) => arm === "issued").length;
  return {
    customers: members.length,
    reachable: reachable.length,
    issued,
    heldOut: drawn.length - issued,
    skipped: inAll([
      ...addressed.skipped,
      { why: "ContactCapReached", count: reachable.length - allowed.length },
      ...choice.skipped,
      ...(stoppedBy === "budget" ? [{ why: "BudgetReached" as const, count: leftOut }] : []),
      ...(stoppedBy === "count" && choice.most ? [{ why: choice.most.why, count: leftOut }] : []),
    ]),
    drawn: drawn.map((one) => withReason(one, choice)),
    members,
  };
};

const withReason = (one: Drawn, { reasonOf }: Choice): Drawn => {
  const reason = one.arm === "issued" ? reasonOf?.(one.customerId) : undefined;
  return reason ? { ...one, reason } : one;
};

/** Who agreed to offers by the campaign's channel, and has an address that it needs. */
export const reachableOf = (
  members: readonly Candidate[],
  { channel }: CampaignRow,
): { readonly reachable: readonly Candidate[]; readonly skipped: readonly Skipped[] } => {
  const bit = consentBit({ purpose: "marketing", channel });
  const willing = members.filter(({ consents }) => (consents & bit) !== 0);
  const needed = addressNeeded(channel);
  const reachable = needed
    ? willing.filter(({ addresses }) => (addresses & addressBit(needed)) !== 0)
    : willing;
  const skipped: readonly Skipped[] = [
    { why: "NoMarketingConsent", count: members.length - willing.length },
    {
      why: needed === "email" ? "NoEmail" : "NoPhone",
      count: willing.length - reachable.length,
    },
  ];
  return { reachable, skipped };
};

const notContactedOften = (
  db: ReadDb,
  people: readonly Candidate[],
  { question, campaign }: DrawAsk,
): readonly Candidate[] => {
  const cap = findSettings(db).contactCapPerMonth;
  if (cap <= 0) return [];
  const fromMs = question.nowMs - CONTACT_CAP_DAYS * DAY_MS;
  const { campaignId } = campaign;
  const { today } = question;
  const reached = new Set(listContactedOften(db, { campaignId, fromMs, today, cap }));
  return people.filter(({ customerId }) => !reached.has(customerId));
};

const inAll = (skipped: readonly Skipped[]): readonly Skipped[] => {
  const countByWhy = new Map<SkipReason, number>();
  for (const { why, count } of skipped) countByWhy.set(why, (countByWhy.get(why) ?? 0) + count);
  return [...countByWhy].flatMap(([why, count]) => (count > 0 ? { why, count } : []));
};
