import type { Arms } from "./armStats.ts";
import type { Difference } from "./difference.ts";
import type { Estimate } from "./estimate.ts";
import type { EstimateRule, Evidence } from "./evidence.ts";
import { studentZ } from "./quantiles.ts";

/** What may be said of a difference without chance having said it. */
export type Verdict =
  | { readonly kind: "helped" }
  | { readonly kind: "cost" }
  /** Up or down, it lies within what is worth no trouble. */
  | { readonly kind: "no-difference"; readonly withinMinor: number }
  /** More can still come. */
  | ({ readonly kind: "too-early" } & Untold)
  /** All days are over, and chance alone could have done it. */
  | ({ readonly kind: "untold" } & Untold);

export type Untold = {
  readonly reason: UntoldReason;
  /** About so many more days, where the campaign lasts that long. */
  readonly daysToTell?: number;
  /** About so many customers in all, drawn in the same shares, where the shop has them. */
  readonly customersToTell?: number;
  /** Neither the days nor the people that it would take can be had. */
  readonly isTooSmall?: true;
};

export type UntoldReason =
  | "not-begun"
  | "nothing-given"
  | "too-few-held-out"
  | "too-few-issued"
  | "too-few-buyers"
  | "chance";

/** Groups below this have too few people for any verdict. */
export const LEAST_CUSTOMERS = 10;
/** So many of both groups together must have bought before there is any verdict. */
export const LEAST_BUYERS = 10;
/** More customers than this are not in sight, whatever shop it is. */
export const MOST_CUSTOMERS_TO_TELL = 1_000_000;
/** Nobody waits longer for an answer than a year. */
export const MOST_DAYS_TO_TELL = 365;

export type Finding = {
  readonly arms: Arms;
  readonly difference: Difference | undefined;
  readonly total: Estimate | undefined;
  readonly worthMinor: number;
  /** As many as the shop could ever draw. */
  readonly mostCustomers?: number | undefined;
};

export const verdictOn = (finding: Finding, evidence: Evidence): Verdict => {
  const { total, worthMinor } = finding;
  const reason = startUpReason(finding, evidence);
  if (total === undefined || reason !== "chance") return untold(finding, evidence, reason);
  if (total.low >= -worthMinor && total.high <= worthMinor) {
    return { kind: "no-difference", withinMinor: worthMinor };
  }
  if (total.low > 0) return { kind: "helped" };
  if (total.high < 0) return { kind: "cost" };
  return untold(finding, evidence, reason);
};

const startUpReason = ({ arms, total }: Finding, { daysCounted }: Evidence): UntoldReason => {
  const { issued, heldOut } = arms;
  if (daysCounted === 0) return "not-begun";
  if (issued.customers === 0) return "nothing-given";
  if (heldOut.customers < LEAST_CUSTOMERS) return "too-few-held-out";
  if (issued.customers < LEAST_CUSTOMERS) return "too-few-issued";
  const hasBuyers = issued.buyers + heldOut.buyers >= LEAST_BUYERS;
  return hasBuyers && total !== undefined ? "chance" : "too-few-buyers";
};

const untold = (finding: Finding, evidence: Evidence, reason: UntoldReason): Verdict => {
  const isOver = evidence.rule === "final";
  const hasTooFew = reason === "too-few-held-out" || reason === "too-few-issued";
  const days = isOver || hasTooFew ? undefined : daysToTell(finding, evidence);
  const customers = customersToTell(finding, evidence);
  const isHopeless = days === undefined && customers === undefined;
  return {
    kind: isOver ? "untold" : "too-early",
    reason,
    ...(days !== undefined && { daysToTell: days }),
    ...(customers !== undefined && { customersToTell: customers }),
    ...(isHopeless && isSizeKnown(finding, { isOver, reason }) && { isTooSmall: true }),
  };
};

type Stage = { readonly isOver: boolean; readonly reason: UntoldReason };

/**
 * While it runs, it may still be that nobody has bought yet; once it is over, that was all. With
 * nobody to compare with its size is not what is wrong.
 */
const isSizeKnown = ({ arms, difference }: Finding, { isOver, reason }: Stage): boolean =>
  reason !== "not-begun" &&
  Math.min(arms.issued.customers, arms.heldOut.customers) > 0 &&
  (isOver || difference !== undefined);

/** The days still to go until it is told with a chance of 80%: by the way, or when all is over. */
const daysToTell = (finding: Finding, evidence: Evidence): number | undefined => {
  const { daysCounted, daysInAll, planned } = evidence;
  const { issued, heldOut } = finding.arms;
  const buyersGrowth = LEAST_BUYERS / (issued.buyers + heldOut.buyers);
  const growthFor = (rule: EstimateRule) =>
    Math.max(buyersGrowth, growthToTell(finding, planned[rule]));
  const byTheWay = Math.ceil(daysCounted * growthFor("anytime")) - daysCounted;
  const whenOver =
    daysCounted * growthFor("final") <= daysInAll ? daysInAll : Number.POSITIVE_INFINITY;
  const days = Math.max(1, Math.min(byTheWay, whenOver + 1 - daysCounted));
  return days <= Math.min(daysInAll + 1 - daysCounted, MOST_DAYS_TO_TELL) ? days : undefined;
};

/** How many customers the whole campaign would have needed, in the same shares, in tens. */
const customersToTell = (finding: Finding, evidence: Evidence): number | undefined => {
  const { daysCounted, daysInAll, planned } = evidence;
  const { issued, heldOut } = finding.arms;
  const customersNow = issued.customers + heldOut.customers;
  const growth = Math.max(
    (growthToTell(finding, planned.final) * daysCounted) / daysInAll,
    LEAST_CUSTOMERS / Math.min(issued.customers, heldOut.customers),
  );
  const customers = Math.ceil((customersNow * growth) / 10) * 10;
  const most = Math.min(finding.mostCustomers ?? MOST_CUSTOMERS_TO_TELL, MOST_CUSTOMERS_TO_TELL);
  return customers > customersNow && customers <= most ? customers : undefined;
};

/** 80% of a normal distribution lie below so many standard deviations: the chance planned for. */
export const PLANNED_CHANCE_Z = 0.8416;

/**
 * How many times as much must be known until what shows now (or, where that is less, what is worth
 * the trouble) is `z` and the planned chance away from nothing. It grows with days and customers.
 */
const growthToTell = ({ arms, difference, worthMinor }: Finding, z: number): number => {
  if (!difference) return Number.POSITIVE_INFINITY;
  const { value, deviation, freedom } = difference;
  const effect = Math.max(Math.abs(value), worthMinor / arms.issued.customers);
  return (((studentZ(z, freedom) + PLANNED_CHANCE_Z) * deviation) / effect) ** 2;
};
