import {
  chanceOf,
  fitLogistic,
  type Held,
  logOddsOf,
  type Outcomes,
} from "../../../../shared/domain/targeting/fitLogistic.ts";
import type { CustomerPast, PastCampaign, Shelf, Standing } from "./past.ts";
import {
  type RedeemFeature,
  redeemFeatures,
  redeemPrior,
  USUAL_RESPONSE,
} from "./redeemFeatures.ts";
import { holdBySpread, logOddsBy, spreadOf } from "./rows.ts";
import { type Taste, writeTaste } from "./taste.ts";

/** What was learned of who uses coupons. */
export type RedeemModel = {
  /** The level of all campaigns, then of each kind. */
  readonly level: number;
  readonly levelByKind: ReadonlyMap<string, number>;
  readonly weights: Float64Array;
  readonly taste: Taste;
  readonly shelf: Shelf;
  /** Customers who were sent coupons, and those of them who used one. */
  readonly sentCount: number;
  readonly usedCount: number;
};

/** A customer who was sent a campaign's coupons, as known before it, and whether one was used. */
export type RedeemCase = {
  readonly past: CustomerPast;
  readonly standing: Standing;
  /** Where the campaign stands in the list of campaigns. */
  readonly campaign: number;
  readonly isUsed: boolean;
};

const features = Object.keys(redeemPrior) as readonly RedeemFeature[];
const prior = features.map((feature) => redeemPrior[feature]);
/** How many outcomes of usual doubt each prior is worth, for a value of usual spread. */
const HOLD = 40;
/** Categories are many, so each must be surer. */
const HOLD_TASTE = 300;
/** Levels: of all campaigns and of each kind. */
const HOLD_KIND = 1;
/** A campaign's own luck, which tells nothing of the next one, is taken out beside. */
const HOLD_CAMPAIGN = 0.5;
const TASTE_SPREAD = 0.1;
/** Features at which the prior's level was set: somebody who bought lately now and then. */
const USUAL_LOG_ODDS = logOddsOf(USUAL_RESPONSE) - 1;

/** Gathers cases one by one, so that nobody's history need be kept, and then learns from them. */
export const redeemLearner = (options: { readonly taste: Taste; readonly shelf: Shelf }) => {
  const { taste, shelf } = options;
  const width = features.length + taste.places;
  const rows: Float64Array[] = [];
  const cases: Case[] = [];
  return {
    add: ({ past, standing, campaign, isUsed }: RedeemCase): void => {
      rows.push(rowOf(past, standing, { taste, shelf, width }));
      cases.push({ campaign, kind: standing.campaign.kind, used: isUsed });
    },
    learn: () => learned({ rows, cases, taste, shelf, width }),
  };
};

type Case = { readonly campaign: number; readonly kind: string; readonly used: boolean };

type Gathered = Shape & { readonly rows: readonly Float64Array[]; readonly cases: readonly Case[] };

const learned = ({ rows, cases, taste, shelf, width }: Gathered): RedeemModel => {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].sort();
  const campaigns = [...new Set(cases.map(({ campaign }) => campaign))].sort((a, b) => a - b);
  const levels = 1 + kinds.length + campaigns.length;
  const values = new Float64Array(rows.length * (levels + width));
  for (const [at, row] of rows.entries()) {
    const first = at * (levels + width);
    const { kind, campaign } = cases[at] ?? { kind: "", campaign: -1 };
    values[first] = 1;
    values[first + 1 + kinds.indexOf(kind)] = 1;
    values[first + 1 + kinds.length + campaigns.indexOf(campaign)] = 1;
    values.set(row, first + levels);
  }
  const outcomes = {
    width: levels + width,
    values,
    happened: Uint8Array.from(cases, ({ used }) => (used ? 1 : 0)),
  };
  const held = holdOf(outcomes, { kindCount: kinds.length, levels });
  const weights = fitLogistic(outcomes, held);
  return {
    level: weights[0] ?? 0,
    levelByKind: new Map(kinds.map((kind, at) => [kind, weights[1 + at] ?? 0])),
    weights: weights.slice(levels),
    taste,
    shelf,
    sentCount: cases.length,
    usedCount: cases.filter(({ used }) => used).length,
  };
};

/** The chance that a customer uses a coupon of the campaign they stand before. */
export const redeemChance = (
  model: RedeemModel,
  past: CustomerPast,
  standing: Standing,
): number => {
  const { taste, shelf, weights } = model;
  const row = rowOf(past, standing, { taste, shelf, width: weights.length });
  const level = model.level + (model.levelByKind.get(standing.campaign.kind) ?? 0);
  return chanceOf(logOddsBy(weights, row, level));
};

/** The outcomes of a campaign that are known by `day`: it has ended. */
export const hasEnded = ({ endDay, isStopped }: PastCampaign, day: number): boolean =>
  endDay < day && !isStopped;

type Shape = { readonly taste: Taste; readonly shelf: Shelf; readonly width: number };

const rowOf = (
  past: CustomerPast,
  standing: Standing,
  { taste, shelf, width }: Shape,
): Float64Array => {
  const row = new Float64Array(width);
  const measured = redeemFeatures(past, standing);
  features.forEach((feature, at) => {
    row[at] = measured[feature];
  });
  const day = standing.campaign.startDay;
  writeTaste(past, { taste, shelf, day }, row.subarray(features.length));
  return row;
};

type Levels = { readonly kindCount: number; readonly levels: number };

const holdOf = (outcomes: Outcomes, { kindCount, levels }: Levels): Held => {
  const { width, values, happened } = outcomes;
  const held = { prior: new Float64Array(width), hold: holdBySpread(outcomes, HOLD) };
  held.prior[0] = USUAL_LOG_ODDS;
  held.prior.set(prior, levels);
  held.hold.fill(HOLD_CAMPAIGN, 0, levels);
  held.hold.fill(HOLD_KIND, 0, 1 + kindCount);
  for (let f = levels + features.length; f < width; f += 1) {
    const spread = spreadOf(values, { width, column: f, rows: happened.length });
    held.hold[f] = HOLD_TASTE * (spread + TASTE_SPREAD) ** 2;
  }
  return held;
};
