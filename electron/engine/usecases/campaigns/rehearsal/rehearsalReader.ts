import { holdoutBucket } from "../../../../../shared/domain/campaign/holdout.ts";
import type { Offer } from "../../../../../shared/domain/coupon/offer.ts";
import {
  type CampaignPower,
  campaignPower,
} from "../../../../../shared/domain/lift/campaignPower.ts";
import type { ReadDb } from "../../../db/connection.ts";
import type { TargetingModel } from "../../../suggest/targeting/learnTargeting.ts";
import type { ScoredCustomer } from "../../../suggest/targeting/scoreCustomers.ts";
import { type DrawAnswer, type DrawAsk, drawnFrom } from "../drawReader.ts";
import { type ShopFiles, withFigures } from "../segmentReader.ts";
import { scoreAll, targetingModel } from "../targetReader.ts";
import { type Expectation, expectationOf } from "./expectation.ts";
import { type Replay, type ReplayTerms, replayOffers } from "./replay.ts";

export type RehearsalAsk = DrawAsk & { readonly replay: ReplayTerms };

export type Rehearsal = {
  readonly draw: DrawAnswer;
  readonly expected: Expectation;
  readonly replay?: Omit<Replay, "spends">;
  readonly power: CampaignPower | undefined;
  /** The best first. */
  readonly choices: readonly (ScoredCustomer & { readonly arm: "a" | "b" })[];
  readonly basis: TargetingModel["basis"];
  readonly hasVisits: boolean;
  readonly campaigns: number;
  readonly redemptions: number;
};

/** So many are reckoned one by one; of more, a sample by lot, and the sums are scaled. */
const MOST_SCORED = 2_000;
const MOST_REPLAYED = 10_000;
const CHOICES_SHOWN = 20;

export const rehearseFigures = (files: ShopFiles, ask: RehearsalAsk): Rehearsal =>
  withFigures(files, ask.question, (db, sql) => {
    const { drawn, ...draw } = drawnFrom(db, sql, ask);
    const offers = offersOf(ask);
    const people = drawn
      .filter(({ arm }) => arm === "issued")
      .map(({ customerId, offerArm }) => ({ customerId, arm: offerArm ?? ("a" as const) }));
    const model = targetingModel(db, ask);
    const scored = (["a", "b"] as const).flatMap((arm) => {
      const ids = sampled(people, MOST_SCORED).flatMap((one) =>
        one.arm === arm ? one.customerId : [],
      );
      return scoreAll(model, ask, { customerIds: ids, offer: offers[arm] }).map((one) => ({
        ...one,
        arm,
      }));
    });
    const replayed = replayPeople(db, people, ask);
    const { holdoutBps } = ask.campaign;
    return {
      draw,
      expected: expectationOf(scored, people.length, model.basis),
      ...replayed.told,
      power: powerOf(replayed, drawn.length, holdoutBps),
      choices: scored
        .sort((left, right) => right.expectedGainMinor - left.expectedGainMinor)
        .slice(0, CHOICES_SHOWN),
      basis: model.basis,
      hasVisits: model.usualBasketMinor > 0,
      campaigns: model.shop.campaigns.length,
      redemptions: model.redeem.usedCount,
    };
  });

type Person = { readonly customerId: string; readonly arm: "a" | "b" };

const offersOf = ({ campaign }: DrawAsk): { readonly a: Offer; readonly b: Offer } => ({
  a: JSON.parse(campaign.offer),
  b: JSON.parse(campaign.otherOffer ?? campaign.offer),
});

/** The same ones each time it is asked. */
const sampled = (people: readonly Person[], most: number): readonly Person[] =>
  people.length <= most
    ? people
    : [...people]
        .map((one) => ({ one, lot: holdoutBucket(one.customerId, "rehearsal") }))
        .sort((left, right) => left.lot - right.lot)
        .slice(0, most)
        .map(({ one }) => one);

type Replayed = {
  readonly told: { readonly replay?: Omit<Replay, "spends"> };
  readonly spends: readonly number[];
  readonly sampleSize: number;
};

const replayPeople = (db: ReadDb, people: readonly Person[], ask: RehearsalAsk): Replayed => {
  const offers = offersOf(ask);
  const sample = sampled(people, MOST_REPLAYED).map(({ customerId, arm }) => ({
    customerId,
    offer: offers[arm],
  }));
  const replay = replayOffers(db, sample, ask.replay);
  if (!replay) return { told: {}, spends: [], sampleSize: sample.length };
  const { spends, ...told } = replay;
  const scale = sample.length === 0 ? 1 : people.length / sample.length;
  return { told: { replay: scaled(told, scale) }, spends, sampleSize: sample.length };
};

const scaled = (replay: Omit<Replay, "spends">, scale: number): Omit<Replay, "spends"> => ({
  ...replay,
  customers: Math.round(replay.customers * scale),
  baskets: Math.round(replay.baskets * scale),
  discountMinor: Math.round(replay.discountMinor * scale),
  spentMinor: Math.round(replay.spentMinor * scale),
  ...(replay.marginMinor === undefined
    ? {}
    : { marginMinor: Math.round(replay.marginMinor * scale) }),
});

/** What the held-out group will be able to tell, by what these people spent in as many days. */
const powerOf = (
  { spends, sampleSize }: Replayed,
  customers: number,
  holdoutBps: number,
): CampaignPower | undefined => {
  const mean = spends.reduce((sum, one) => sum + one, 0) / Math.max(1, spends.length);
  if (mean <= 0) return undefined;
  const variance =
    spends.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, spends.length - 1);
  return campaignPower({
    customers,
    holdoutBps,
    buyRateBps: Math.round((10_000 * spends.length) / Math.max(1, sampleSize)),
    meanSpendMinor: mean,
    sdSpendMinor: Math.sqrt(variance),
  });
};
