import { assert } from "../../kernel/assert.ts";
import type { SuggestionReason } from "../suggestion/suggestion.ts";
import { armLift } from "./armLift.ts";
import type { ArmStats, MeasureSums } from "./armStats.ts";
import { type Estimate, estimateOf } from "./estimate.ts";
import { type Evidence, evidenceOn, type LiftDays } from "./evidence.ts";
import { type Rate, rateBounds, rateDifference } from "./rateDifference.ts";
import { MOST_DAYS_TO_TELL, type Verdict } from "./verdict.ts";

/** One group's lookups: each is one basket up to its payment, and by its id the lot is drawn. */
export type LookupStats = {
  readonly lookups: number;
  /** Lookups after which something was paid. */
  readonly sales: number;
  readonly basketMinor: MeasureSums;
  readonly lines: MeasureSums;
};

/** One kind of reason: how often what it offered was bought, shown and (had it been) not shown. */
export type KindStats = {
  readonly kind: SuggestionReason["kind"];
  /** Lookups at which it was shown; at so many something of it went into the basket. */
  readonly shown: Taken;
  /** Lookups of the control share at which it would have been shown; so many bought it anyway. */
  readonly hidden: Taken;
};

export type Taken = { readonly lookups: number; readonly taken: number };

export type SuggestionStats = {
  readonly shown: LookupStats;
  readonly control: LookupStats;
  readonly kinds: readonly KindStats[];
};

export type SuggestionGain = {
  readonly perLookup: {
    readonly basketMinor: Estimate | undefined;
    readonly linesMilli: Estimate | undefined;
  };
  readonly total: {
    readonly basketMinor: Estimate | undefined;
    readonly lines: Estimate | undefined;
  };
  readonly verdict: Verdict;
  readonly kinds: readonly KindGain[];
};

export type KindGain = {
  readonly kind: SuggestionReason["kind"];
  /** Undefined where it was never shown. */
  readonly acceptanceBps: Estimate | undefined;
  /** Accepted beyond what is bought anyway; undefined where it was never shown, or never hidden. */
  readonly gainBps: Estimate | undefined;
};

/** What showing suggestions brings, against the lookups that were shown none by lot. */
export const suggestionGain = (stats: SuggestionStats, days: LiftDays): SuggestionGain => {
  const arms = { issued: armOf(stats.shown), heldOut: armOf(stats.control) };
  const evidence = evidenceOn(days);
  const { perCustomer, total, verdict } = armLift(
    { arms, mostCustomers: lookupsAYear(stats, evidence) },
    evidence,
  );
  const kindEvidence = evidenceOn(days, Math.max(1, stats.kinds.length));
  return {
    perLookup: { basketMinor: perCustomer.spendMinor, linesMilli: perCustomer.visitsMilli },
    total: { basketMinor: total.spendMinor, lines: total.visits },
    verdict,
    kinds: stats.kinds.map((kind) => kindGain(kind, kindEvidence)),
  };
};

/** As many as there would be at the pace of these days. */
const lookupsAYear = ({ shown, control }: SuggestionStats, { daysCounted }: Evidence): number =>
  Math.round(((shown.lookups + control.lookups) * MOST_DAYS_TO_TELL) / Math.max(1, daysCounted));

/** Lookups as a group of a lot: each is one customer of it. */
export const armOf = ({ lookups, sales, basketMinor, lines }: LookupStats): ArmStats => ({
  customers: lookups,
  buyers: sales,
  spendMinor: basketMinor,
  visits: lines,
});

const kindGain = ({ kind, shown, hidden }: KindStats, evidence: Evidence): KindGain => {
  const [taken, anyway] = [rateOf(shown), rateOf(hidden)];
  const inBps = (bounds: Parameters<typeof estimateOf>[0]) => estimateOf(bounds, evidence, 10_000);
  return {
    kind,
    acceptanceBps: taken && inBps(rateBounds(taken, evidence.z)),
    gainBps: taken && anyway && inBps(rateDifference(taken, anyway, evidence.z)),
  };
};

const rateOf = ({ lookups, taken }: Taken): Rate | undefined => {
  assert(taken >= 0 && taken <= lookups, `${taken} of ${lookups} lookups took a suggestion`);
  return lookups > 0 ? { hits: taken, units: lookups } : undefined;
};
