import { dearestUseMinor } from "../../../../shared/domain/campaign/affordable.ts";
import { USUAL_VALID_DAYS } from "../../../../shared/domain/campaign/campaign.ts";
import type { DrawTerms } from "../../../../shared/domain/campaign/draw.ts";
import type { LoyaltyRules } from "../../../../shared/domain/loyalty/loyaltyRules.ts";
import {
  type Bounds,
  rankWithinBudget,
  type Scored,
} from "../../../../shared/domain/targeting/rankWithinBudget.ts";
import type { TargetReason } from "../../../../shared/domain/targeting/targetReason.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { daysBetween } from "../../../../shared/kernel/day.ts";
import { proportionOfMinor, shareOfMinor, subtractMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import type { MemberRow } from "../../repositories/campaigns.ts";
import { findSettings, findShop } from "../../repositories/shop.ts";
import { learnTargeting, type TargetingModel } from "../../suggest/targeting/learnTargeting.ts";
import {
  type ScoredCustomer,
  type ScoreQuestion,
  scoreCustomers,
} from "../../suggest/targeting/scoreCustomers.ts";
import { campaignUse, offersOf } from "./campaignUse.ts";
import type { ChooseAsk } from "./chooseCandidates.ts";
import { type CostsInTurn, costsInTurn } from "./costsInTurn.ts";
import type { DrawAsk, Skipped } from "./drawReader.ts";

/** So many of the latest visitors are weighed: each takes a tenth of a millisecond or two. */
const MOST_WEIGHED = 50_000;

/** Who uses coupons, who comes anyway and what a coupon changes, learned from this shop's past. */
export const targetingModel = (db: ReadDb, { question, campaign }: DrawAsk): TargetingModel => {
  const { fromDay, toDay } = campaign;
  const { pointValueMinor: part, earnPerMinor: of } = loyaltyOf(db);
  return learnTargeting(db, {
    nowMs: question.nowMs,
    periodDays: Math.min(90, daysBetween(fromDay, toDay) + 1),
    assumedMarginBps: findSettings(db).assumedMarginBps,
    pointsWorthBps: proportionOfMinor(10_000, { part, of }),
  });
};

/** The model when it is first asked for, and the same one after that: learning takes seconds. */
export const learnedOnce = (db: ReadDb, ask: DrawAsk): (() => TargetingModel) => {
  let model: TargetingModel | undefined;
  return () => {
    model ??= targetingModel(db, ask);
    return model;
  };
};

const loyaltyOf = (db: ReadDb): LoyaltyRules =>
  defined(findShop(db), "a shop with campaigns").loyalty;

export const scoreAll = (
  model: TargetingModel,
  { question, campaign }: DrawAsk,
  given: Pick<ScoreQuestion, "offer" | "ceilingsMinor"> & {
    readonly customerIds: readonly string[];
  },
): readonly ScoredCustomer[] => {
  const { fromDay, toDay, maxUsesPerCustomer: usesEach } = campaign;
  const days = { fromDay, toDay, ...goodDaysOf(campaign) };
  return scoreCustomers(model, { ...given, ...days, usesEach, nowMs: question.nowMs });
};

const goodDaysOf = ({ trigger, validDays }: DrawAsk["campaign"]) =>
  trigger === "next-purchase" ? { goodDays: validDays ?? USUAL_VALID_DAYS } : {};

export type ChosenByGain = {
  /** The best first; the draw stops at the campaign's bounds. */
  readonly chosen: readonly string[];
  readonly budget?: DrawTerms["budget"];
  readonly skipped: readonly Skipped[];
  readonly reasonOf: (customerId: string) => TargetReason | undefined;
};

/**
 * Those of `candidates`, the latest visitors first, by whom the shop should gain most, and why others
 * are not among them.
 */
export const chooseByGain = (candidates: readonly string[], ask: ChooseAsk): ChosenByGain => {
  const customerIds = candidates.slice(0, MOST_WEIGHED);
  const model = ask.learned();
  const scored = scoreByLot(model, customerIds, ask);
  const leftMinor = leftOfBudget(model, ask);
  const ranked = rankWithinBudget(scored, boundsOf(leftMinor, ask));
  const costMinorById = new Map(ranked.map((one) => [one.customerId, one.expectedCostMinor]));
  const reasonById = new Map(ranked.map((one) => [one.customerId, one.reason]));
  return {
    chosen: ranked.map(({ customerId }) => customerId),
    reasonOf: (customerId) => reasonById.get(customerId),
    ...(leftMinor === undefined ? {} : { budget: { leftMinor, costMinorById } }),
    skipped: [
      { why: "NotWeighed", count: candidates.length - customerIds.length },
      { why: "NotChosen", count: scored.length - ranked.length },
    ],
  };
};

type Weighed = Scored & Pick<ScoredCustomer, "reason">;

/**
 * Of two offers each gets one by lot, so the mean of both is expected, and the reason is of the one by
 * which more is gained.
 */
const scoreByLot = (
  model: TargetingModel,
  customerIds: readonly string[],
  ask: DrawAsk,
): readonly Weighed[] => {
  const [first, second] = offersOf(ask.campaign).map((offer) =>
    scoreAll(model, ask, { customerIds, offer }),
  );
  if (!first || !second) return first ?? [];
  const mean = (left: number, right: number) => (left + right) / 2;
  return first.map((one, at) => {
    const other = second[at] ?? one;
    const { reason } = other.expectedGainMinor > one.expectedGainMinor ? other : one;
    return {
      customerId: one.customerId,
      expectedCostMinor: mean(one.expectedCostMinor, other.expectedCostMinor),
      expectedGainMinor: mean(one.expectedGainMinor, other.expectedGainMinor),
      reason,
    };
  });
};

/**
 * What the budget leaves for an offer of which nothing else says what a use may take off: it is held by
 * what is expected. Elsewhere it has become a number of people.
 */
const leftOfBudget = (model: TargetingModel, ask: ChooseAsk): number | undefined => {
  const { budgetMinor } = ask.campaign;
  if (budgetMinor === null || dearestUseMinor(offersOf(ask.campaign)) !== undefined) {
    return undefined;
  }
  const issued = ask.before.filter(({ arm }) => arm === "issued");
  return Math.max(0, subtractMinor(budgetMinor, committedMinor(model, ask, issued)));
};

/** What is scarce in the choice: the held-out share of it costs nothing, and takes nobody's place. */
const boundsOf = (leftMinor: number | undefined, ask: ChooseAsk): Bounds => {
  if (leftMinor === undefined) return {};
  const { maxCustomers, holdoutBps } = ask.campaign;
  const issuedShare = Math.max(1, 10_000 - holdoutBps) / 10_000;
  const issuedCount = ask.before.filter(({ arm }) => arm === "issued").length;
  const places = maxCustomers === null ? undefined : Math.max(0, maxCustomers - issuedCount);
  return {
    budgetMinor: Math.floor(leftMinor / issuedShare),
    ...(places === undefined ? {} : { maxCustomers: Math.ceil(places / issuedShare) }),
  };
};

/** What those who were issued before a cut are expected to use. */
const committedMinor = (
  model: TargetingModel,
  ask: ChooseAsk,
  issued: readonly MemberRow[],
): number => {
  const customerIds = issued.map(({ customerId }) => customerId);
  const scored = scoreByLot(model, customerIds, ask);
  return Math.ceil(scored.reduce((sum, one) => sum + one.expectedCostMinor, 0));
};

/**
 * What is left of the budget for everybody in their order, of an offer that nothing bounds, and what
 * each should cost; where nobody may be weighed, as much as if all coupons were used on the shop's usual
 * baskets. Undefined: nothing bounds the campaign, or nothing is ever taken off.
 */
export const budgetInTurn = (
  db: ReadDb,
  { customerIds, weighable }: Pick<CostsInTurn, "customerIds" | "weighable">,
  ask: ChooseAsk,
): DrawTerms["budget"] => {
  const { campaign } = ask;
  if (campaign.budgetMinor === null || dearestUseMinor(offersOf(campaign)) !== undefined) {
    return undefined;
  }
  const { shareBps, fixedMinor } = campaignUse(db, campaign, loyaltyOf(db));
  if (shareBps === 0 && fixedMinor === 0) return undefined;
  const model = ask.learned();
  // What nobody can reckon yet, since nothing was ever bought, no budget can be held for.
  if (model.usualBasketMinor === 0 && fixedMinor === 0) return nothingLeft;
  const useMinor = Math.max(shareOfMinor(model.usualBasketMinor, shareBps), fixedMinor);
  const unweighedMinor = useMinor * campaign.maxUsesPerCustomer;
  const weigh = (ids: readonly string[]) => scoreByLot(model, ids, ask);
  return {
    leftMinor: leftOfBudget(model, ask) ?? 0,
    costMinorById: costsInTurn({ customerIds, weighable, unweighedMinor, weigh }),
  };
};

const nothingLeft = { leftMinor: 0, costMinorById: { get: () => 1 } };
