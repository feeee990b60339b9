import type {
  GoesWithEvidence,
  SuggestionReason,
} from "../../../../shared/domain/suggestion/suggestion.ts";
import { WEEK_COUNT } from "../knowledge.ts";
import { companionsIn } from "./companionsIn.ts";
import type { SuggestModel } from "./model.ts";
import { type OwnPurchases, rhythmOf } from "./ownPurchases.ts";

/** What a reason may be told from: goods that may be named, what is in hand, what was bought before. */
export type Telling = {
  readonly model: SuggestModel;
  readonly nowDay: number;
  /** From a moment in days until now, as the shop's calendar counts: what was last night was yesterday. */
  readonly daysAgo: (atDay: number) => number;
  readonly basket: ReadonlySet<number>;
  readonly own: ReadonlyMap<number, OwnPurchases>;
  /** The name of an item, or undefined where it may not be spoken of. */
  readonly nameOf: (item: number) => string | undefined;
};

const FEWEST_TOGETHER = 2;
/** In rhythms: before, it is too soon; long after, the habit has ended, and nobody is due. */
const DUE_FROM = 0.6;
const DUE_UNTIL = 3;
const LONGEST_RHYTHM_DAYS = 200;
const DUE_TIMES = 3;
const HABIT_TIMES = 2;
const CATEGORY_TIMES = 3;
const POPULAR_WEEKS = 4;

/**
 * Why `item` is suggested, as the strongest thing that is true and can be shown: the person's own
 * rhythm, then what lies in the basket, then their habits and taste, then what the shop sells of late.
 * Undefined where nothing true can be said: such a thing is not suggested.
 */
export const reasonFor = (item: number, telling: Telling): SuggestionReason | undefined =>
  due(item, telling) ??
  goesWith(item, telling) ??
  habit(item, telling) ??
  goesWithHabit(item, telling) ??
  oftenInCategory(item, telling) ??
  popularNow(item, telling);

const due = (item: number, { own, nowDay, daysAgo }: Telling): SuggestionReason | undefined => {
  const purchases = own.get(item);
  const rhythm = purchases && rhythmOf(purchases);
  if (!purchases || rhythm === undefined || purchases.times < DUE_TIMES) return undefined;
  const since = nowDay - purchases.lastDay;
  if (rhythm < 1 || rhythm > LONGEST_RHYTHM_DAYS) return undefined;
  if (since < rhythm * DUE_FROM || since > rhythm * DUE_UNTIL) return undefined;
  const everyDays = Math.max(1, Math.round(rhythm));
  return { kind: "due", evidence: { everyDays, lastDaysAgo: daysAgo(purchases.lastDay) } };
};

const goesWith = (item: number, telling: Telling): SuggestionReason | undefined => {
  const { model, basket, nameOf } = telling;
  const { together, baskets } = model.bearings.knowledge;
  const [best, second] = companionsIn(together, item, basket).filter(
    ({ other, count }) => count >= FEWEST_TOGETHER && nameOf(other) !== undefined,
  );
  if (!best) return undefined;
  const evidence: GoesWithEvidence = {
    withSku: model.skus[best.other] ?? "",
    withName: nameOf(best.other) ?? "",
    basketsTogether: best.count,
    basketsWith: baskets[best.other] ?? 0,
    ...(second
      ? { alsoSku: model.skus[second.other] ?? "", alsoName: nameOf(second.other) ?? "" }
      : {}),
  };
  return { kind: "goes-with", evidence };
};

const habit = (item: number, { own, nowDay }: Telling): SuggestionReason | undefined => {
  const purchases = own.get(item);
  if (!purchases || purchases.times < HABIT_TIMES) return undefined;
  const months = Math.max(1, Math.ceil((nowDay - purchases.firstDay) / 30.44));
  return { kind: "habit", evidence: { count: purchases.times, months } };
};

const goesWithHabit = (item: number, telling: Telling): SuggestionReason | undefined => {
  const { model, own, nameOf } = telling;
  const { kindred, buyers } = model.bearings.knowledge;
  const [best] = companionsIn(kindred, item, own).filter(
    ({ other, count }) => count >= FEWEST_TOGETHER && nameOf(other) !== undefined,
  );
  if (!best) return undefined;
  return {
    kind: "goes-with-habit",
    evidence: {
      withSku: model.skus[best.other] ?? "",
      withName: nameOf(best.other) ?? "",
      customersTogether: best.count,
      customersWith: buyers[best.other] ?? 0,
    },
  };
};

const oftenInCategory = (item: number, telling: Telling): SuggestionReason | undefined => {
  const { model, own, nameOf } = telling;
  const category = model.categories[item];
  if (category === undefined) return undefined;
  let count = 0;
  for (const [bought, { times }] of own) {
    // What may not be named is not counted either.
    if (model.categories[bought] === category && nameOf(bought) !== undefined) count += times;
  }
  if (count < CATEGORY_TIMES) return undefined;
  return { kind: "often-in-category", evidence: { category, count } };
};

/** The weeks are those before the learning: the older that is, the fewer of them are of late. */
const popularNow = (item: number, { model, nowDay }: Telling): SuggestionReason | undefined => {
  const { weeks, asOfDay } = model.bearings.knowledge;
  const sinceDays = Math.max(0, Math.floor(nowDay - asOfDay));
  const weekCount = POPULAR_WEEKS - Math.floor(sinceDays / 7);
  let baskets = 0;
  for (let week = 0; week < weekCount; week += 1) baskets += weeks[item * WEEK_COUNT + week] ?? 0;
  if (baskets < FEWEST_TOGETHER) return undefined;
  return { kind: "popular-now", evidence: { baskets, days: weekCount * 7 + sinceDays } };
};
