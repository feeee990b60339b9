import { mondayOf } from "../../kernel/day.ts";
import type { MeasureSums } from "../lift/armStats.ts";
import type { KindStats, LookupStats } from "../lift/suggestionGain.ts";
import { noneShown, type ShownCounts } from "./acceptance.ts";
import type { DrawnLookup } from "./fairLookups.ts";
import type { ReasonKind, ShownOutcome } from "./lookup.ts";

/** One sale's lookup, with what was paid for. */
export type LookupSale = DrawnLookup & {
  readonly totalMinor: number;
  readonly lineCount: number;
  readonly outcomes: readonly ShownOutcome[];
};

/** All that a report on suggestions is made of; it stays small however many lookups there were. */
export type LookupTally = {
  /** All of them; compared are only those that may be. */
  readonly lookups: { readonly shown: number; readonly control: number };
  /** The first business day of those that are compared; absent where there are none. */
  readonly firstDay?: string;
  readonly shown: LookupStats;
  readonly control: LookupStats;
  readonly kinds: readonly KindStats[];
  readonly byReason: ReadonlyMap<ReasonKind, ShownCounts>;
  readonly byProduct: ReadonlyMap<string, ShownCounts>;
  /** By the Monday of the week. */
  readonly byWeek: ReadonlyMap<string, WeekTally>;
};

export type WeekTally = {
  readonly counts: ShownCounts;
  readonly shown: LookupStats;
  readonly control: LookupStats;
};

/** Reads `sales` once; of them only what `isFair` lets through is compared. */
export const tallyLookups = (
  sales: Iterable<LookupSale>,
  isFair: (sale: DrawnLookup) => boolean,
): LookupTally => {
  const lookups = { shown: 0, control: 0 };
  let firstDay: string | undefined;
  const arms = { shown: newArm(), control: newArm() };
  const kinds = new Map<ReasonKind, { shown: TakenCount; hidden: TakenCount }>();
  const byReason = new Map<ReasonKind, ShownCounts>();
  const byProduct = new Map<string, ShownCounts>();
  const weeks = new Map<string, Week>();
  for (const sale of sales) {
    const arm = sale.isControl ? "control" : "shown";
    lookups[arm] += 1;
    const week = weekOf(weeks, sale);
    if (isFair(sale)) {
      if (firstDay === undefined || sale.businessDay < firstDay) firstDay = sale.businessDay;
      for (const group of [arms, week]) addSale(group[arm], sale);
      addKinds(kinds, sale);
    }
    if (sale.isControl) continue;
    week.counts = sale.outcomes.reduce(withOutcome, week.counts);
    for (const one of sale.outcomes) {
      byReason.set(one.reasonKind, withOutcome(byReason.get(one.reasonKind) ?? noneShown, one));
      byProduct.set(one.sku, withOutcome(byProduct.get(one.sku) ?? noneShown, one));
    }
  }
  return {
    lookups,
    ...(firstDay !== undefined && { firstDay }),
    shown: statsOf(arms.shown),
    control: statsOf(arms.control),
    kinds: [...kinds].map(([kind, { shown, hidden }]) => ({ kind, shown, hidden })),
    byReason,
    byProduct,
    byWeek: new Map([...weeks].map(([weekDay, week]) => [weekDay, tallyOf(week)])),
  };
};

type TakenCount = { lookups: number; taken: number };
type Sums = { sum: bigint; sumOfSquares: bigint };
type Arm = { lookups: number; readonly basket: Sums; readonly lines: Sums };

const newArm = (): Arm => ({
  lookups: 0,
  basket: { sum: 0n, sumOfSquares: 0n },
  lines: { sum: 0n, sumOfSquares: 0n },
});

const addSale = (arm: Arm, { totalMinor, lineCount }: LookupSale): void => {
  arm.lookups += 1;
  addTo(arm.basket, BigInt(totalMinor));
  addTo(arm.lines, BigInt(lineCount));
};

const addTo = (sums: Sums, value: bigint): void => {
  sums.sum += value;
  sums.sumOfSquares += value * value;
};

/** A lookup is written with its sale: each of them ended in one. */
const statsOf = ({ lookups, basket, lines }: Arm): LookupStats => ({
  lookups,
  sales: lookups,
  basketMinor: { ...basket } satisfies MeasureSums,
  lines: { ...lines },
});

/** Once for each kind: a lookup at which something of it went into the basket, whoever put it in. */
const addKinds = (
  kinds: Map<ReasonKind, { shown: TakenCount; hidden: TakenCount }>,
  { isControl, outcomes }: LookupSale,
): void => {
  for (const kind of new Set(outcomes.map(({ reasonKind }) => reasonKind))) {
    const none = () => ({ lookups: 0, taken: 0 });
    const stats = kinds.get(kind) ?? { shown: none(), hidden: none() };
    kinds.set(kind, stats);
    const count = isControl ? stats.hidden : stats.shown;
    count.lookups += 1;
    const isIn = outcomes.some(
      ({ reasonKind, outcome }) =>
        reasonKind === kind && (outcome === "taken" || outcome === "bought"),
    );
    if (isIn) count.taken += 1;
  }
};

const withOutcome = (counts: ShownCounts, { outcome }: ShownOutcome): ShownCounts => ({
  shown: counts.shown + 1,
  taken: counts.taken + (outcome === "taken" ? 1 : 0),
  dismissed: counts.dismissed + (outcome === "dismissed" ? 1 : 0),
});

type Week = { counts: ShownCounts; readonly shown: Arm; readonly control: Arm };

const weekOf = (weeks: Map<string, Week>, { businessDay }: LookupSale): Week => {
  const weekDay = mondayOf(businessDay);
  const week = weeks.get(weekDay) ?? { counts: noneShown, shown: newArm(), control: newArm() };
  weeks.set(weekDay, week);
  return week;
};

const tallyOf = ({ counts, shown, control }: Week): WeekTally => ({
  counts,
  shown: statsOf(shown),
  control: statsOf(control),
});
