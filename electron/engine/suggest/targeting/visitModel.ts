import {
  chanceOf,
  fitLogistic,
  logOddsOf,
} from "../../../../shared/domain/targeting/fitLogistic.ts";
import type { CustomerPast } from "./past.ts";
import { holdBySpread, logOddsBy, rowsOf } from "./rows.ts";

/** When somebody came, as known when `day` begins. */
export type Rhythm = {
  /** Days with a purchase within the year before. */
  readonly visits: number;
  /** Since the first of them. */
  readonly knownDays: number;
  readonly lastDaysAgo: number;
  /** The middle one of the days between two visits; absent below three visits. */
  readonly everyDays: number | undefined;
  /** Of the last eight weeks. */
  readonly activeWeeks: number;
};

const YEAR = 365;
const WEEKS = 8;

export const rhythmOf = ({ lines }: Pick<CustomerPast, "lines">, day: number): Rhythm => {
  const days = new Set<number>();
  for (const line of lines) if (line.day < day && line.day >= day - YEAR) days.add(line.day);
  const sorted = [...days].sort((left, right) => left - right);
  const gaps = sorted.slice(1).map((one, at) => one - (sorted[at] ?? one));
  gaps.sort((left, right) => left - right);
  const weeks = new Set(sorted.map((one) => Math.ceil((day - one) / 7)));
  return {
    visits: sorted.length,
    knownDays: day - (sorted[0] ?? day),
    lastDaysAgo: day - (sorted.at(-1) ?? day - YEAR),
    everyDays: gaps.length < 2 ? undefined : Math.max(1, gaps[Math.floor(gaps.length / 2)] ?? 1),
    activeWeeks: [...weeks].filter((week) => week <= WEEKS).length,
  };
};

/** Half a visit in two months is believed of everybody. */
const VISITS_OF_DOUBT = 0.5;
const DAYS_OF_DOUBT = 60;
const GAP_OF_DOUBT = 7;

/** The weights while there is little to learn from: somebody comes as often as they came. */
const prior = Float64Array.from([0, 1, -0.6, 0, 0.3]);
const HOLD = 20;
const HOLD_LEVEL = 5;

/** What is measured: a level, the visits to expect, how overdue, how long ago, how lately active. */
const visitRow = (rhythm: Rhythm, periodDays: number): Float64Array => {
  const { visits, knownDays, lastDaysAgo, everyDays, activeWeeks } = rhythm;
  const aDay = (visits + VISITS_OF_DOUBT) / (knownDays + DAYS_OF_DOUBT);
  const gap = everyDays ?? DAYS_OF_DOUBT;
  return Float64Array.from([
    1,
    logOddsOf(1 - Math.exp(-aDay * periodDays)),
    Math.max(0, Math.log((lastDaysAgo + GAP_OF_DOUBT) / (gap + GAP_OF_DOUBT))),
    Math.log1p(lastDaysAgo) - 3,
    activeWeeks / WEEKS - 0.3,
  ]);
};

/** What was learned of who comes by themselves. */
export type VisitModel = { readonly weights: Float64Array };

/** Gathers past windows in which no coupon spoke, and whether the customer came. */
export const visitLearner = () => {
  const rows: Float64Array[] = [];
  const came: number[] = [];
  return {
    add: (rhythm: Rhythm, periodDays: number, hasCome: boolean): void => {
      rows.push(visitRow(rhythm, periodDays));
      came.push(hasCome ? 1 : 0);
    },
    learn: (): VisitModel => {
      const outcomes = rowsOf(rows, came, prior.length);
      const hold = holdBySpread(outcomes, HOLD);
      hold[0] = HOLD_LEVEL;
      return { weights: fitLogistic(outcomes, { prior, hold }) };
    },
  };
};

/** The chance that the customer buys within the next `periodDays` days without a coupon. */
export const visitChance = ({ weights }: VisitModel, rhythm: Rhythm, periodDays: number): number =>
  chanceOf(logOddsBy(weights, visitRow(rhythm, periodDays)));

/** Whether a purchase lies within these days, both included. */
export const hasBought = (
  { lines }: Pick<CustomerPast, "lines">,
  { startDay, endDay }: { readonly startDay: number; readonly endDay: number },
): boolean => lines.some(({ day }) => day >= startDay && day <= endDay);
