import { earnedCeilingMinor } from "../../../../../shared/domain/campaign/affordable.ts";
import { USUAL_VALID_DAYS } from "../../../../../shared/domain/campaign/campaign.ts";
import { offerArm } from "../../../../../shared/domain/campaign/holdout.ts";
import { consentBit } from "../../../../../shared/domain/consent/consentMask.ts";
import { addDays } from "../../../../../shared/kernel/day.ts";
import {
  largestMinor,
  type Proportion,
  proportionOfMinor,
} from "../../../../../shared/money/money.ts";
import type { ReadDb } from "../../../db/connection.ts";
import type { CampaignRow } from "../../../repositories/campaigns.ts";
import { type Candidate, listPeople } from "../../../repositories/figures/askFigures.ts";
import type { Sql } from "../../../repositories/sqlTerms.ts";
import { campaignUse } from "../campaignUse.ts";
import { weighableOf } from "../chooseCandidates.ts";
import { leastSaleMinor } from "../earnCoupons.ts";
import { targetingModel } from "../targetReader.ts";
import { expectationOf } from "./expectation.ts";
import {
  learnedOf,
  MOST_REPLAYED,
  MOST_SCORED,
  mostCostMinor,
  offerByArm,
  type Person,
  powerOf,
  type Rehearsal,
  type RehearsalAsk,
  sampled,
  scaled,
  scoreByArm,
} from "./rehearsed.ts";
import { replayTill, type TillReplay, type TillTerms } from "./tillReplay.ts";

/**
 * Coupons that purchases earn: who would have earned them in the past days says how many there will be,
 * and what was learned of these people, how many of them are used.
 */
export const rehearseTill = (db: ReadDb, sql: Sql, ask: RehearsalAsk): Rehearsal => {
  const members = listPeople(db, sql);
  const willing = members.filter(mayEarn);
  const sample = sampled(willing, MOST_REPLAYED).map((one) => personOf(one, ask.campaign));
  const offers = offerByArm(ask);
  const replay = replayTill(
    db,
    sample.map(({ customerId, arm }) => ({ customerId, offer: offers[arm] })),
    termsOf(db, ask, { sampled: sample.length, of: willing.length }),
  );
  const scale = sample.length === 0 ? 1 : willing.length / sample.length;
  const earners = Math.round((replay?.customers ?? 0) * scale);
  const heldOut = Math.round((earners * ask.campaign.holdoutBps) / 10_000);
  const given = (scale * (10_000 - ask.campaign.holdoutBps)) / 10_000;
  return {
    draw: {
      customers: members.length,
      reachable: willing.length,
      issued: earners - heldOut,
      heldOut,
      skipped:
        willing.length < members.length
          ? [{ why: "NoMarketingConsent", count: members.length - willing.length }]
          : [],
    },
    ...toldOf(replay, given),
    power: powerOf(replay?.spendsAfter ?? [], {
      ...{ customers: earners, holdoutBps: ask.campaign.holdoutBps },
      isTrial: ask.campaign.otherOffer !== null,
      sampleSize: replay?.customers ?? 0,
    }),
    ...expectedOf(db, ask, { replay, sample, given, willing }),
  };
};

/** At the till it is handed over on paper. */
const mayEarn = ({ consents }: Candidate): boolean =>
  (["print", "counter"] as const).some(
    (channel) => (consents & consentBit({ purpose: "marketing", channel })) !== 0,
  );

const personOf = ({ customerId }: Candidate, campaign: CampaignRow): Person => ({
  customerId,
  arm: campaign.otherOffer === null ? "a" : offerArm(customerId, campaign.campaignId),
});

/** The sample's share of the budget, as if nobody of it were held out. */
const termsOf = (
  db: ReadDb,
  { campaign, replay }: RehearsalAsk,
  share: { readonly sampled: number; readonly of: number },
): TillTerms => {
  const { budgetMinor, maxCustomers, holdoutBps, maxUsesPerCustomer } = campaign;
  const part = 10_000 * share.sampled;
  const of = Math.max(1, 10_000 - holdoutBps) * Math.max(1, share.of);
  return {
    ...replay,
    maxUsesPerCustomer,
    minimumSaleMinor: leastSaleMinor(campaign),
    validDays: campaign.validDays ?? USUAL_VALID_DAYS,
    use: campaignUse(db, campaign, replay.points),
    ...(budgetMinor === null ? {} : { budgetMinor: shareOfBudget(budgetMinor, { part, of }) }),
    ...(maxCustomers === null ? {} : { maxCustomers: Math.round((maxCustomers * part) / of) }),
  };
};

/** Where hardly anybody is not held out, theirs would be more than any sum may be. */
const shareOfBudget = (budgetMinor: number, share: Proportion): number => {
  const most = Math.floor((largestMinor * share.of) / Math.max(1, share.part));
  return proportionOfMinor(Math.min(budgetMinor, most), share);
};

const toldOf = (replay: TillReplay | undefined, given: number): Pick<Rehearsal, "replay"> => {
  if (!replay) return {};
  const { spendsAfter: _, earnedBy: __, earned, ...told } = replay;
  return { replay: { ...scaled(told, given), earned: Math.round(earned * given) } };
};

type Earned = {
  readonly replay: TillReplay | undefined;
  readonly sample: readonly Person[];
  readonly willing: readonly Candidate[];
  /** How many coupons given each of the sample's stands for. */
  readonly given: number;
};

/** Each coupon is as likely to be used as one that its owner is given now, for as many days. */
const expectedOf = (db: ReadDb, ask: RehearsalAsk, { replay, sample, given, willing }: Earned) => {
  const { today } = ask.replay;
  const validDays = ask.campaign.validDays ?? USUAL_VALID_DAYS;
  const days = { fromDay: addDays(today, 1), toDay: addDays(today, validDays) };
  const asked = { ...ask, campaign: { ...ask.campaign, ...days, maxUsesPerCustomer: 1 } };
  const model = targetingModel(db, asked);
  const earners = earnersOf(sample, replay, ask);
  const scored = scoreByArm(model, sampled(earners, MOST_SCORED), asked);
  const coupons = scored.flatMap((one) =>
    Array.from({ length: replay?.earnedBy.get(one.customerId)?.length ?? 0 }, () => one),
  );
  const count = Math.round((replay?.earned ?? 0) * given);
  return {
    expected: expectationOf(coupons, {
      ...{ people: count, coupons: count, basis: model.basis },
      mostMinor: mostCostMinor(db, ask, count),
    }),
    ...learnedOf(model, scored, new Set(weighableOf(willing))),
  };
};

/** Who would have earned any, with what their coupons would have said that they take off at most. */
const earnersOf = (
  sample: readonly Person[],
  replay: TillReplay | undefined,
  ask: RehearsalAsk,
): readonly Person[] => {
  const offers = offerByArm(ask);
  const isBudgeted = ask.campaign.budgetMinor !== null;
  return sample.flatMap((person) => {
    const spent = replay?.earnedBy.get(person.customerId);
    if (!spent || !isBudgeted) return spent ? [person] : [];
    const ceilingOf = (minor: number) => earnedCeilingMinor(offers[person.arm], minor) ?? [];
    return [{ ...person, ceilingsMinor: spent.flatMap(ceilingOf) }];
  });
};
