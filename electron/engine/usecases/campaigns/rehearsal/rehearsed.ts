import { holdoutBucket } from "../../../../../shared/domain/campaign/holdout.ts";
import type { Offer } from "../../../../../shared/domain/coupon/offer.ts";
import {
  type CampaignPlan,
  type CampaignPower,
  campaignPower,
} from "../../../../../shared/domain/lift/campaignPower.ts";
import type { ReadDb } from "../../../db/connection.ts";
import type { TargetingModel } from "../../../suggest/targeting/learnTargeting.ts";
import type { ScoredCustomer } from "../../../suggest/targeting/scoreCustomers.ts";
import { campaignUse, offerOfArm } from "../campaignUse.ts";
import type { DrawAnswer, DrawAsk } from "../drawReader.ts";
import { scoreAll } from "../targetReader.ts";
import type { Expectation } from "./expectation.ts";
import type { Replay, ReplayTerms } from "./replay.ts";

export type RehearsalAsk = DrawAsk & { readonly replay: ReplayTerms };

export type Rehearsal = {
  readonly draw: DrawAnswer;
  readonly expected: Expectation;
  /** Of coupons for the next purchase, also how many would have been earned. */
  readonly replay?: Told & { readonly earned?: number };
  readonly power: CampaignPower | undefined;
  /** The best first. */
  readonly choices: readonly ScoredPerson[];
  readonly basis: TargetingModel["basis"];
  readonly hasVisits: boolean;
  readonly campaigns: number;
  readonly redemptions: number;
  /** The share of a price that the gain takes for profit, where too few costs are known. */
  readonly assumedMarginBps?: number;
};

export type Told = Omit<Replay, "spends">;
export type ScoredPerson = ScoredCustomer & { readonly arm: "a" | "b" };
export type Person = {
  readonly customerId: string;
  readonly arm: "a" | "b";
  /** What each of their coupons takes off at most, where that stands on the coupon itself. */
  readonly ceilingsMinor?: readonly number[];
};

/** So many are reckoned one by one; of more, a sample by lot, and the sums are scaled. */
export const MOST_SCORED = 2_000;
export const MOST_REPLAYED = 10_000;
const CHOICES_SHOWN = 20;

/**
 * The best first, of those who agreed to be weighed, and what all of it was learned from. The sums count
 * everybody; what is expected of one person is for who agreed to it.
 */
export const learnedOf = (
  model: TargetingModel,
  scored: readonly ScoredPerson[],
  isWeighable: ReadonlySet<string>,
) => ({
  choices: scored
    .filter(({ customerId }) => isWeighable.has(customerId))
    .sort((left, right) => right.expectedGainMinor - left.expectedGainMinor)
    .slice(0, CHOICES_SHOWN),
  basis: model.basis,
  hasVisits: model.usualBasketMinor > 0,
  campaigns: model.endedCount,
  redemptions: model.redeem.usedCount,
  ...(model.margin.isAssumed && { assumedMarginBps: model.margin.rateBps }),
});

/** Each by the offer of their own arm. */
export const scoreByArm = (
  model: TargetingModel,
  people: readonly Person[],
  ask: DrawAsk,
): readonly ScoredPerson[] => {
  const offers = offerByArm(ask);
  return (["a", "b"] as const).flatMap((arm) => {
    const given = new Map(
      people.flatMap((one) => (one.arm === arm ? [[one.customerId, one.ceilingsMinor]] : [])),
    );
    const scored = scoreAll(model, ask, {
      customerIds: [...given.keys()],
      offer: offers[arm],
      ceilingsMinor: (customerId) => given.get(customerId) ?? [],
    });
    return scored.map((one) => ({ ...one, arm }));
  });
};

export const offerByArm = ({ campaign }: DrawAsk): { readonly a: Offer; readonly b: Offer } => ({
  a: offerOfArm(campaign, "a"),
  b: offerOfArm(campaign, "b"),
});

/** The same ones each time it is asked. */
export const sampled = <P extends { readonly customerId: string }>(
  people: readonly P[],
  most: number,
): readonly P[] =>
  people.length <= most
    ? people
    : [...people]
        .map((one) => ({ one, lot: holdoutBucket(one.customerId, "rehearsal") }))
        .sort((left, right) => left.lot - right.lot)
        .slice(0, most)
        .map(({ one }) => one);

/** A sample's sums for all whom it stands for. */
export const scaled = (replay: Told, scale: number): Told => ({
  ...replay,
  customers: Math.round(replay.customers * scale),
  baskets: Math.round(replay.baskets * scale),
  discountMinor: Math.round(replay.discountMinor * scale),
  spentMinor: Math.round(replay.spentMinor * scale),
  ...(replay.marginMinor === undefined
    ? {}
    : { marginMinor: Math.round(replay.marginMinor * scale) }),
});

/** What the groups will be able to tell, by what their members spent in as many days. */
export const powerOf = (
  spends: readonly number[],
  plan: Pick<CampaignPlan, "customers" | "holdoutBps" | "isTrial"> & {
    readonly sampleSize: number;
  },
): CampaignPower | undefined => {
  const { sampleSize, ...groups } = plan;
  const mean = spends.reduce((sum, one) => sum + one, 0) / Math.max(1, spends.length);
  if (mean <= 0) return undefined;
  const variance =
    spends.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, spends.length - 1);
  return campaignPower({
    ...groups,
    buyRateBps: Math.round((10_000 * spends.length) / Math.max(1, sampleSize)),
    meanSpendMinor: mean,
    sdSpendMinor: Math.sqrt(variance),
  });
};

/** The most that so many coupons can take off, all used; undefined where nothing bounds it. */
export const mostCostMinor = (
  db: ReadDb,
  { campaign, replay }: RehearsalAsk,
  coupons: number,
): number | undefined => {
  const { shareBps, fixedMinor } = campaignUse(db, campaign, replay.points);
  const ofAll = shareBps === 0 ? coupons * fixedMinor : undefined;
  // The till keeps within the budget whatever is used; a list's coupons were as many as it allows.
  const budgetMinor = campaign.trigger === "next-purchase" ? campaign.budgetMinor : null;
  return budgetMinor === null ? ofAll : Math.min(ofAll ?? budgetMinor, budgetMinor);
};
