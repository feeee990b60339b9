import { assert } from "../../kernel/assert.ts";
import { addDays, daysBetween } from "../../kernel/day.ts";
import { alwaysZ, onceZ } from "./quantiles.ts";

/** The days of a campaign or of a trial, as declared before it began. Both ends belong to it. */
export type LiftDays = {
  readonly fromDay: string;
  readonly toDay: string;
  /** So many days after `toDay` purchases still count: who stocked up buys less afterwards. */
  readonly horizonDays: number;
  readonly today: string;
};

/** `anytime` holds however often it is looked at; `final` is looked at once, when all is over. */
export type EstimateRule = "anytime" | "final";

/** Not exported: nobody else can write an `Evidence` down. */
const earned = Symbol("earned");

/** What may be claimed today. Made by `evidenceOn` alone, from the days and never from a wish. */
export type Evidence = {
  readonly rule: EstimateRule;
  /** How many standard deviations an estimate must be able to move. */
  readonly z: number;
  readonly daysCounted: number;
  readonly daysInAll: number;
  /** For plans only: what will be asked while it runs, and when it is over. */
  readonly planned: Readonly<Record<EstimateRule, number>>;
  readonly [earned]: true;
};

/**
 * Of a hundred campaigns that do nothing at most five may ever get another verdict: one while they
 * run, three when they are over, and one is kept back, since spreads are estimated from heavy tails
 * and spans then hold a little less than they say.
 */
export const ERROR_SHARE: Readonly<Record<EstimateRule, number>> = { anytime: 0.01, final: 0.03 };
export const CONFIDENCE_BPS = 9_500;

/** Where `questions` are asked of the same days, the errors allowed are shared among them. */
export const evidenceOn = (days: LiftDays, questions = 1): Evidence => {
  const { fromDay, toDay, horizonDays, today } = days;
  assert(Number.isSafeInteger(horizonDays) && horizonDays >= 0, "a horizon is whole days");
  assert(fromDay <= toDay, `${fromDay} is after ${toDay}`);
  const lastDay = lastCountedDay(days);
  const rule: EstimateRule = today > lastDay ? "final" : "anytime";
  const daysInAll = daysFrom(fromDay, lastDay);
  const planned = {
    anytime: alwaysZ(ERROR_SHARE.anytime / questions, daysInAll),
    final: onceZ(ERROR_SHARE.final / questions),
  };
  const daysCounted = Math.min(daysInAll, Math.max(0, daysFrom(fromDay, today)));
  return { rule, z: planned[rule], daysCounted, daysInAll, planned, [earned]: true };
};

/** Purchases from `fromDay` to this day count, and no later ones: the sums must keep to it. */
export const lastCountedDay = ({ toDay, horizonDays }: Omit<LiftDays, "today">): string =>
  addDays(toDay, horizonDays);

/** Both ends counted. */
const daysFrom = (fromDay: string, toDay: string): number => daysBetween(fromDay, toDay) + 1;
