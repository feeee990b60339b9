import { proportionOfMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import { LIMIT } from "../../db/rows.ts";
import { type EffectModel, effectLearner } from "./effectModel.ts";
import { type Sold, soldOf } from "./offerFit.ts";
import {
  type Coverage,
  type CustomerPast,
  coverageOf,
  type PastCampaign,
  type Standing,
} from "./past.ts";
import { openPast, type ShopPast } from "./readPast.ts";
import { hasEnded, type RedeemModel, redeemChance, redeemLearner } from "./redeemModel.ts";
import { IDS_A_PAGE, sampleIds } from "./sampleIds.ts";
import { tasteOf } from "./taste.ts";
import { paidAsUsualMinor, paidByBasket } from "./usualBasket.ts";
import { hasBought, rhythmOf, type VisitModel, visitChance, visitLearner } from "./visitModel.ts";

export type LearnOptions = {
  readonly nowMs: number;
  /** The days that a usual campaign lasts; past windows of this length tell who comes anyway. */
  readonly periodDays?: number;
  /** What a sale leaves over its goods' cost, where too few costs are known. */
  readonly assumedMarginBps?: number;
  /** The share of what is spent that the points for it are worth. */
  readonly pointsWorthBps?: number;
};

/** What was learned of this shop's customers and coupons; kept in memory, learned again at will. */
export type TargetingModel = {
  readonly shop: ShopPast;
  /** Of its campaigns those that are over, of which alone anything is learned. */
  readonly endedCount: number;
  readonly redeem: RedeemModel;
  readonly visits: VisitModel;
  readonly effect: EffectModel;
  readonly sold: Sold;
  readonly usualLineMinor: number;
  readonly usualBasketMinor: number;
  readonly pointsWorthBps: number;
  /** How long the lists lasted by which the use of coupons was learned; until then, a usual one. */
  readonly usualDays: number;
  /** What a sale leaves over its goods' cost, of what is paid. */
  readonly margin: { readonly rateBps: number; readonly isAssumed: boolean };
  /** `recency-frequency-money` where no coupon was used yet, `learned` from a hundred uses on. */
  readonly basis: "recency-frequency-money" | "blend" | "learned";
};

const DEFAULT_PERIOD_DAYS = 28;
/** What is believed of who uses coupons is meant of three weeks. */
const BELIEVED_DAYS = 21;
const DEFAULT_MARGIN_BPS = 2_500;
const DEFAULT_POINTS_WORTH_BPS = 100;
/** So many lines with a known cost are believed. */
const FEWEST_COSTS = 50;
const USES_LEARNED = 100;
const MOST_VISITORS = 6_000;
const MOST_MEMBERS = 15_000;

/**
 * Learns who uses coupons, who comes anyway and what a coupon changes, from what happened before
 * `nowMs`. Reads only. Takes seconds, for a reading takes a tenth of a millisecond and a long history one
 * or two: for a thread of its own. Memory is bounded by the samples taken, not by the number of customers.
 */
export const learnTargeting = (db: ReadDb, options: LearnOptions): TargetingModel => {
  const shop = openPast(db, options.nowMs);
  const today = shop.dayAt(options.nowMs);
  const visitors = sampleIds((after) => pageOfBuyers(db, after), MOST_VISITORS);
  const periodDays = options.periodDays ?? DEFAULT_PERIOD_DAYS;
  const seen = readVisitors(shop, visitors, { today, periodDays });
  // Now, before the members are read: most of them are visitors, and would count again.
  const margin = marginOf(shop, options.assumedMarginBps ?? DEFAULT_MARGIN_BPS);
  const sold = soldOf(seen.soldByProduct, shop.shelf);
  const paidMinor = paidAsUsualMinor(seen.basketsMinor);
  const usualLineMinor = Math.round(paidMinor / Math.max(sold.total, 1));
  const usualBasketMinor = Math.round(paidMinor / Math.max(seen.basketsMinor.length, 1));

  const members = memberIds(db, shop, today);
  const standings = shop.campaigns.map((campaign) => ({
    campaign,
    coverage: coverageOf(campaign.offers),
    campaigns: shop.campaigns,
    usualLineMinor,
  }));
  const learning = { shop, members, today, standings };
  const learner = redeemLearner({ taste: tasteOf(sold.byCategory), shelf: shop.shelf });
  eachMember(learning, ({ past, campaign, standing, isIssued }) => {
    if (!isIssued) {
      if (standing.campaign.isEarned) return;
      const { startDay, endDay } = standing.campaign;
      const rhythm = rhythmOf(past, startDay);
      seen.visits.add(rhythm, 1 + endDay - startDay, hasBought(past, standing.campaign));
      return;
    }
    const isUsed = past.redemptions.some((one) => one.campaign === campaign);
    learner.add({ past, standing, campaign, isUsed });
  });
  const redeem = learner.learn();
  const visits = seen.visits.learn();
  const effect = learnEffect(learning, redeem, visits);
  const pointsWorthBps = options.pointsWorthBps ?? DEFAULT_POINTS_WORTH_BPS;
  const usual = { usualLineMinor, usualBasketMinor, margin, basis: basisOf(redeem) };
  const endedCount = endedIds(shop, today).length;
  const usualDays = usualDaysOf(shop, today);
  return { shop, endedCount, usualDays, redeem, visits, effect, sold, pointsWorthBps, ...usual };
};

const basisOf = ({ usedCount }: RedeemModel): TargetingModel["basis"] =>
  usedCount === 0 ? "recency-frequency-money" : usedCount < USES_LEARNED ? "blend" : "learned";

const usualDaysOf = ({ campaigns }: ShopPast, today: number): number => {
  const lists = campaigns.filter((one) => !one.isEarned && hasEnded(one, today));
  const days = lists.reduce((sum, { startDay, endDay }) => sum + 1 + endDay - startDay, 0);
  return lists.length === 0 ? BELIEVED_DAYS : days / lists.length;
};

const marginOf = ({ margin }: ShopPast, assumedBps: number): TargetingModel["margin"] => {
  const { lines, paidMinor, leftMinor } = margin;
  if (lines < FEWEST_COSTS || paidMinor <= 0) return { rateBps: assumedBps, isAssumed: true };
  const rateBps = proportionOfMinor(10_000, { part: leftMinor, of: paidMinor });
  return { rateBps: Math.max(0, rateBps), isAssumed: false };
};

type Window = { readonly today: number; readonly periodDays: number };

const readVisitors = (shop: ShopPast, ids: readonly string[], { today, periodDays }: Window) => {
  const visits = visitLearner();
  const soldByProduct = new Float64Array(shop.products.length);
  const basketsMinor: number[] = [];
  for (const id of ids) {
    const past = shop.read(id);
    for (const { product } of past.lines) {
      soldByProduct[product] = (soldByProduct[product] ?? 0) + 1;
    }
    basketsMinor.push(...paidByBasket(past));
    for (const startDay of [today - periodDays, today - 2 * periodDays]) {
      const days = { startDay, endDay: startDay + periodDays - 1 };
      const rhythm = rhythmOf(past, startDay);
      // Nobody is asked for who was not known, nor while a coupon spoke to them.
      if (rhythm.visits === 0 || isSpokenTo(past, shop, days)) continue;
      visits.add(rhythm, periodDays, hasBought(past, days));
    }
  }
  return { visits, soldByProduct, basketsMinor };
};

type Days = { readonly startDay: number; readonly endDay: number };

const isSpokenTo = ({ received }: CustomerPast, { campaigns }: ShopPast, days: Days): boolean =>
  received.some((at) => {
    const campaign = campaigns[at];
    return campaign && campaign.startDay <= days.endDay && campaign.endDay >= days.startDay;
  });

type Learning = {
  readonly shop: ShopPast;
  readonly members: readonly string[];
  readonly today: number;
  readonly standings: readonly (Standing & {
    readonly campaign: PastCampaign;
    readonly coverage: Coverage;
  })[];
};

type Membership = {
  readonly past: CustomerPast;
  readonly campaign: number;
  readonly standing: Learning["standings"][number];
  readonly isIssued: boolean;
};

/** Each sampled member in each campaign that has ended, in either arm. */
const eachMember = (
  { shop, members, today, standings }: Learning,
  tell: (membership: Membership) => void,
): void => {
  for (const id of members) {
    const past = shop.read(id);
    for (const campaign of [...past.received, ...past.heldOut]) {
      const standing = standings[campaign];
      if (!standing || !hasEnded(standing.campaign, today)) continue;
      tell({ past, campaign, standing, isIssued: past.received.includes(campaign) });
    }
  }
};

const learnEffect = (learning: Learning, redeem: RedeemModel, visits: VisitModel): EffectModel => {
  const learner = effectLearner();
  eachMember(learning, ({ past, campaign, standing, isIssued }) => {
    if (standing.campaign.isEarned) return;
    const { startDay, endDay } = standing.campaign;
    const rhythm = rhythmOf(past, startDay);
    learner.add({
      redeem: redeemChance(redeem, past, standing),
      anyway: visitChance(visits, rhythm, 1 + endDay - startDay),
      rhythm,
      // Who was held out was held out of both offers that were tried: they share a level.
      campaign: standing.campaign.besides ?? campaign,
      isIssued,
      hasBought: hasBought(past, standing.campaign),
    });
  });
  return learner.learn();
};

/** Members of ended campaigns, the latest first, at most so many in all. */
const memberIds = (db: ReadDb, shop: ShopPast, today: number): readonly string[] => {
  const ids = new Set<string>();
  for (const campaignId of endedIds(shop, today)) {
    const room = MOST_MEMBERS - ids.size;
    if (room <= 0) break;
    const page = (after: string) => pageOfMembers(db, campaignId, after);
    for (const id of sampleIds(page, room)) ids.add(id);
  }
  return [...ids];
};

/** Each once, also of those that tried two offers. */
const endedIds = ({ campaigns, campaignIds }: ShopPast, today: number): readonly string[] =>
  campaignIds.filter((_, at) => {
    const campaign = campaigns[at];
    return campaign && campaign.besides === undefined && hasEnded(campaign, today);
  });

const pageOfBuyers = (db: ReadDb, after: string): readonly string[] =>
  db
    .prepare<[string, number], { customerId: string }>(
      `SELECT customer_id AS customerId FROM customer_totals WHERE customer_id > ?
        ORDER BY customer_id ${LIMIT}`,
    )
    .all(after, IDS_A_PAGE)
    .map(({ customerId }) => customerId);

const pageOfMembers = (db: ReadDb, campaignId: string, after: string): readonly string[] =>
  db
    .prepare<[string, string, number], { customerId: string }>(
      `SELECT customer_id AS customerId FROM campaign_members
        WHERE campaign_id = ? AND customer_id > ? ORDER BY customer_id ${LIMIT}`,
    )
    .all(campaignId, after, IDS_A_PAGE)
    .map(({ customerId }) => customerId);
