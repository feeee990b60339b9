import type { ReadDb } from "../../../db/connection.ts";
import type { Sql } from "../../../repositories/sqlTerms.ts";
import { weighableOf } from "../chooseCandidates.ts";
import { drawnFrom } from "../drawReader.ts";
import { type ShopFiles, withFigures } from "../segmentReader.ts";
import { learnedOnce } from "../targetReader.ts";
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
  type Told,
} from "./rehearsed.ts";
import { replayOffers } from "./replay.ts";
import { rehearseTill } from "./tillRehearsal.ts";

export const rehearseFigures = (files: ShopFiles, ask: RehearsalAsk): Rehearsal =>
  withFigures(files, ask.question, (db, sql) => rehearseIn(db, sql, ask));

export const rehearseIn = (db: ReadDb, sql: Sql, ask: RehearsalAsk): Rehearsal =>
  ask.campaign.trigger === "list" ? rehearseList(db, sql, ask) : rehearseTill(db, sql, ask);

const rehearseList = (db: ReadDb, sql: Sql, ask: RehearsalAsk): Rehearsal => {
  const learned = learnedOnce(db, ask);
  const { drawn, members, ...draw } = drawnFrom(db, sql, { ...ask, learned });
  const people = drawn
    .filter(({ arm }) => arm === "issued")
    .map(({ customerId, offerArm }) => ({ customerId, arm: offerArm ?? ("a" as const) }));
  const coupons = people.length * ask.campaign.maxUsesPerCustomer;
  const model = learned();
  const scored = scoreByArm(model, sampled(people, MOST_SCORED), ask);
  const replayed = replayPeople(db, people, ask);
  return {
    draw,
    expected: expectationOf(scored, {
      ...{ people: people.length, coupons, basis: model.basis },
      mostMinor: mostCostMinor(db, ask, coupons),
    }),
    ...replayed.told,
    power: powerOf(replayed.spends, {
      customers: drawn.length,
      ...{ holdoutBps: ask.campaign.holdoutBps, isTrial: ask.campaign.otherOffer !== null },
      sampleSize: replayed.sampleSize,
    }),
    ...learnedOf(model, scored, new Set(weighableOf(members))),
  };
};

type Replayed = {
  readonly told: { readonly replay?: Told };
  readonly spends: readonly number[];
  readonly sampleSize: number;
};

const replayPeople = (db: ReadDb, people: readonly Person[], ask: RehearsalAsk): Replayed => {
  const offers = offerByArm(ask);
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
