import { expect, test } from "vitest";
import { declaredDays } from "../../../shared/domain/lift/declaredDays.ts";
import type { LiftDays } from "../../../shared/domain/lift/evidence.ts";
import { type LookupStats, suggestionGain } from "../../../shared/domain/lift/suggestionGain.ts";
import { addDays, daysBetween } from "../../../shared/kernel/day.ts";
import { type Chance, chance } from "./chance.ts";
import { sumsOf, tally } from "./village.ts";

const FIRST_DAY = "2025-01-01";
const YEAR = 365;
const STRETCHES = [28, 84, 182];

type Day = { readonly count: number; readonly sum: number; readonly squares: number };
type Shop = { readonly shown: readonly Day[]; readonly control: readonly Day[] };
type Days = { readonly fromDay: string; readonly toDay: string };

/** A shop in which suggesting does nothing: on each day the baskets of both groups, summed up to it. */
const shop = (fate: Chance): Shop => ({ shown: group(fate, 20), control: group(fate, 5) });

const group = (fate: Chance, aDay: number): readonly Day[] => {
  const until: Day[] = [{ count: 0, sum: 0, squares: 0 }];
  for (let day = 0; day < 3 * YEAR; day += 1) {
    let { count, sum, squares } = until.at(-1) ?? { count: 0, sum: 0, squares: 0 };
    for (let left = fate.count(aDay); left > 0; left -= 1) {
      const paid = Math.round(200 * Math.exp(0.6 * fate.normal()));
      [count, sum, squares] = [count + 1, sum + paid, squares + paid ** 2];
    }
    until.push({ count, sum, squares });
  }
  return until;
};

const statsOf = (until: readonly Day[], from: number, to: number): LookupStats => {
  const [first, last] = [until[from], until[to]];
  if (!first || !last) throw new Error(`days ${from} to ${to}`);
  const count = last.count - first.count;
  const basket = { ...tally(), sum: last.sum - first.sum, squares: last.squares - first.squares };
  const lines = { ...tally(), sum: count, squares: count };
  return { lookups: count, sales: count, basketMinor: sumsOf(basket), lines: sumsOf(lines) };
};

/** What the page has a verdict on, where `asked` is looked at. */
type Judged = (asked: Days) => readonly Days[];

/** Whether on any evening of the second year, or of so many, suggesting is said to help or to cost. */
const isEverTold = (of: Shop, judged: Judged, years: number): boolean =>
  Array.from({ length: years * YEAR }, (_, at) => addDays(FIRST_DAY, YEAR + at)).some((today) => {
    const pages = STRETCHES.flatMap((length) =>
      judged({ fromDay: addDays(today, 1 - length), toDay: today }),
    );
    const each = new Map(pages.map((days) => [`${days.fromDay} ${days.toDay}`, days]));
    return [...each.values()].some((days) => isTold(of, { ...days, horizonDays: 0, today }));
  });

const isTold = ({ shown, control }: Shop, days: LiftDays): boolean => {
  const { fromDay, toDay, today } = days;
  const from = daysBetween(FIRST_DAY, fromDay);
  const to = daysBetween(FIRST_DAY, toDay < today ? toDay : today) + 1;
  const arms = { shown: statsOf(shown, from, to), control: statsOf(control, from, to) };
  const { kind } = suggestionGain({ ...arms, kinds: [] }, days).verdict;
  return kind === "helped" || kind === "cost";
};

const shareTold = (judged: Judged, { shops, years }: { shops: number; years: number }): number => {
  const fate = chance(7);
  const told = Array.from({ length: shops }, () => isEverTold(shop(fate), judged, years));
  return told.filter(Boolean).length / shops;
};

test("nothing is said to help or cost in a year when nothing does, whichever weeks are looked at", () => {
  const thisYearAndLast: Judged = ({ toDay }) =>
    toDay.endsWith("-01-01")
      ? [declaredDays(toDay), declaredDays(addDays(toDay, -1))]
      : [declaredDays(toDay)];
  expect(shareTold(thisYearAndLast, { shops: 150, years: 1 })).toBeLessThanOrEqual(0.05);
});

test("who has a verdict on each stretch is fooled, so nobody has", () => {
  expect(shareTold((asked) => [asked], { shops: 60, years: 2 })).toBeGreaterThan(0.07);
});
