import { expect, test } from "vitest";
import { type LookupStats, suggestionGain } from "../../../shared/domain/lift/suggestionGain.ts";
import { chance } from "./chance.ts";
import { add, sumsOf, tally } from "./village.ts";

const quarter = { fromDay: "2026-07-01", toDay: "2026-09-30", horizonDays: 0, today: "2026-10-01" };

/** Lookups of which most end in a sale, and some in one line more than without a suggestion. */
const lookups = (seed: number, count: number, oneMore: number): LookupStats => {
  const { even, normal, count: countOf } = chance(seed);
  const [basket, lines] = [tally(), tally()];
  let sales = 0;
  for (let at = 0; at < count; at += 1) {
    const bought = even() < 0.9 ? 1 + countOf(1.5) + (even() < oneMore ? 1 : 0) : 0;
    let spent = 0;
    for (let line = 0; line < bought; line += 1) spent += Math.round(30 * Math.exp(0.7 * normal()));
    if (bought > 0) sales += 1;
    add(basket, spent);
    add(lines, bought);
  }
  return { lookups: count, sales, basketMinor: sumsOf(basket), lines: sumsOf(lines) };
};

test("what suggestions bring is told against the lookups that were shown none", () => {
  const stats = { shown: lookups(1, 19_000, 0.3), control: lookups(2, 1_000, 0), kinds: [] };
  const { verdict, perLookup, total } = suggestionGain(stats, quarter);
  expect(verdict.kind).toBe("helped");
  expect(perLookup.linesMilli?.low).toBeLessThanOrEqual(270);
  expect(perLookup.linesMilli?.high).toBeGreaterThanOrEqual(270);
  expect(total.lines?.value).toBeGreaterThan(1_000);
  const earlier = suggestionGain(stats, { ...quarter, today: "2026-09-30" }).total.basketMinor;
  expect(earlier?.rule).toBe("anytime");
  expect(earlier?.low).toBeLessThan(total.basketMinor?.low ?? 0);
});

test("each kind's acceptance is told, and what of it would have been bought anyway", () => {
  const none = lookups(3, 0, 0);
  const kinds = [
    {
      kind: "due",
      shown: { lookups: 1_000, taken: 400 },
      hidden: { lookups: 100, taken: 38 },
    },
    { kind: "goes-with", shown: { lookups: 900, taken: 180 }, hidden: { lookups: 90, taken: 4 } },
    { kind: "habit", shown: { lookups: 10, taken: 1 }, hidden: { lookups: 0, taken: 0 } },
    { kind: "popular-now", shown: { lookups: 0, taken: 0 }, hidden: { lookups: 0, taken: 0 } },
  ] as const;
  const [due, goesWith, habit, popular] = suggestionGain(
    { shown: none, control: none, kinds },
    quarter,
  ).kinds;
  expect(due).toMatchObject({ acceptanceBps: { value: 4_000 }, gainBps: { value: 200 } });
  // Who is due for something buys it without being told: nothing is claimed.
  expect(due?.gainBps?.low).toBeLessThan(0);
  expect(goesWith?.acceptanceBps?.value).toBe(2_000);
  expect(goesWith?.gainBps?.low).toBeGreaterThan(0);
  expect(habit).toMatchObject({ acceptanceBps: { value: 1_000 }, gainBps: undefined });
  expect(popular).toMatchObject({ acceptanceBps: undefined, gainBps: undefined });
});

test("each of several kinds is told with more caution than one alone", () => {
  const none = lookups(3, 0, 0);
  const counts = { shown: { lookups: 900, taken: 180 }, hidden: { lookups: 90, taken: 4 } };
  const gainOf = (...kinds: readonly ("due" | "habit" | "new")[]) =>
    suggestionGain(
      { shown: none, control: none, kinds: kinds.map((kind) => ({ kind, ...counts })) },
      quarter,
    ).kinds[0]?.gainBps;
  const [alone, among] = [gainOf("due"), gainOf("due", "habit", "new")];
  expect(among?.value).toBe(alone?.value);
  expect(among?.low).toBeLessThan(alone?.low ?? 0);
});

test("what would take more sales than a year brings at this pace is told as too little", () => {
  const stats = { shown: lookups(1, 900, 0.03), control: lookups(2, 100, 0), kinds: [] };
  const told = (fromDay: string) => suggestionGain(stats, { ...quarter, fromDay }).verdict;
  expect(told("2026-07-01")).toEqual({ kind: "untold", reason: "chance", isTooSmall: true });
  // The same lookups in three days are a hundred thousand a year.
  expect(told("2026-09-28")).toMatchObject({ customersToTell: expect.any(Number) });
});

test("more taken than was shown is a defect", () => {
  const none = lookups(3, 0, 0);
  const kinds = [
    { kind: "due", shown: { lookups: 1, taken: 2 }, hidden: { lookups: 0, taken: 0 } },
  ] as const;
  expect(() => suggestionGain({ shown: none, control: none, kinds }, quarter)).toThrow("2 of 1");
});
