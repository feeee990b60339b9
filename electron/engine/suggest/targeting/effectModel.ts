import {
  chanceOf,
  fitLogistic,
  logOddsOf,
} from "../../../../shared/domain/targeting/fitLogistic.ts";
import { holdBySpread, logOddsBy } from "./rows.ts";
import type { Rhythm } from "./visitModel.ts";

/** What was learned of what a coupon changes, from customers sent one and customers held out. */
export type EffectModel = {
  readonly weights: Float64Array;
  readonly issuedCount: number;
  readonly heldOutCount: number;
};

/** What was expected of a customer before a campaign. */
export type Expected = {
  readonly redeem: number;
  readonly anyway: number;
  readonly rhythm: Rhythm;
};

export type EffectCase = Expected & {
  readonly campaign: number;
  readonly isIssued: boolean;
  readonly hasBought: boolean;
};

/** Of those who use a coupon and were not to come, so many come because of it, until more is known. */
const USUAL_EFFECT = 0.5;
const HOLD = 15;
const HOLD_CAMPAIGN = 2;

/** What the effect may depend on: the use expected, the visit expected, and how long away. */
const effectRow = ({ redeem, anyway, rhythm }: Expected): Float64Array => {
  const { lastDaysAgo, everyDays, activeWeeks } = rhythm;
  return Float64Array.from([
    1,
    logOddsOf(redeem) + 2,
    logOddsOf(anyway),
    logOddsOf(anyway) ** 2 / 4,
    Math.log((lastDaysAgo + 7) / ((everyDays ?? 30) + 7)),
    activeWeeks / 8,
  ]);
};

const WIDTH = 6;

/** Before anything was learned. */
const usual = ({ redeem, anyway }: Expected): number =>
  logOddsOf(anyway + (1 - anyway) * redeem * USUAL_EFFECT);

export const effectLearner = () => {
  const cases: EffectCase[] = [];
  return {
    add: (one: EffectCase): void => {
      cases.push(one);
    },
    learn: () => learned(cases),
  };
};

/**
 * Both arms tell how many bought, each campaign on a level of its own; what the issued bought
 * beyond it is what the coupon did. Without held-out customers the two cannot be told apart, and the
 * usual effect stands.
 */
const learned = (cases: readonly EffectCase[]): EffectModel => {
  const heldOutCount = cases.filter(({ isIssued }) => !isIssued).length;
  const issuedCount = cases.length - heldOutCount;
  if (heldOutCount === 0 || issuedCount === 0) {
    return { weights: new Float64Array(WIDTH), issuedCount, heldOutCount };
  }
  const campaigns = [...new Set(cases.map(({ campaign }) => campaign))].sort((a, b) => a - b);
  const width = WIDTH + campaigns.length;
  const outcomes = {
    width,
    values: new Float64Array(cases.length * width),
    happened: new Uint8Array(cases.length),
    offset: new Float64Array(cases.length),
  };
  for (const [at, one] of cases.entries()) {
    if (one.isIssued) outcomes.values.set(effectRow(one), at * width);
    outcomes.values[at * width + WIDTH + campaigns.indexOf(one.campaign)] = 1;
    outcomes.happened[at] = one.hasBought ? 1 : 0;
    outcomes.offset[at] = one.isIssued ? usual(one) : logOddsOf(one.anyway);
  }
  const hold = holdBySpread(outcomes, HOLD).fill(HOLD_CAMPAIGN, WIDTH);
  const weights = fitLogistic(outcomes, { prior: new Float64Array(width), hold });
  return { weights: weights.slice(0, WIDTH), issuedCount, heldOutCount };
};

/**
 * The chance that the customer buys within the days if the coupon is sent. Whoever comes because of it
 * brings it along: it adds no more than its chance of being used, whatever few campaigns seem to say.
 */
export const chanceWithCoupon = ({ weights }: EffectModel, expected: Expected): number => {
  const logOdds = logOddsBy(weights, effectRow(expected), usual(expected));
  return Math.min(chanceOf(logOdds), expected.anyway + expected.redeem);
};
