import { expect, test } from "vitest";
import { type LookupStats, suggestionGain } from "../../../shared/domain/lift/suggestionGain.ts";
import { weekGain } from "../../../shared/domain/lift/weekGain.ts";
import { chance } from "./chance.ts";
import { add, sumsOf, tally } from "./village.ts";

const month = { fromDay: "2026-09-02", toDay: "2026-09-27", today: "2026-10-01" };

/** Sales of about 50,000 d, and `more` on top. */
const sales = (seed: number, count: number, more: number): LookupStats => {
  const { normal } = chance(seed);
  const [basket, lines] = [tally(), tally()];
  for (let at = 0; at < count; at += 1) {
    add(basket, Math.round(50_000 * Math.exp(0.5 * normal())) + more);
    add(lines, 1);
  }
  return { lookups: count, sales: count, basketMinor: sumsOf(basket), lines: sumsOf(lines) };
};

test("a week has a span of its own, wide enough to stand beside those of a year", () => {
  const week = { shown: sales(1, 120, 30_000), control: sales(2, 40, 0) };
  const one = weekGain("2026-09-07", week, month);
  const days = { fromDay: "2026-09-07", toDay: "2026-09-13", horizonDays: 0, today: month.today };
  const alone = suggestionGain({ ...week, kinds: [] }, days).perLookup.basketMinor;
  expect(one?.low).toBeGreaterThan(0);
  expect(one?.value).toBe(alone?.value);
  expect(one?.low).toBeLessThan(alone?.low ?? 0);
  expect(one?.high).toBeGreaterThan(alone?.high ?? 0);
});

test("a week that still goes on is told with more caution than one that is over", () => {
  const week = { shown: sales(3, 60, 10_000), control: sales(4, 60, 0) };
  const over = weekGain("2026-09-07", week, month);
  const running = weekGain("2026-09-07", week, { ...month, today: "2026-09-10" });
  expect([over?.rule, running?.rule]).toEqual(["final", "anytime"]);
  expect(running?.low).toBeLessThan(over?.low ?? 0);
});

test("the days asked for may begin or end in the middle of a week", () => {
  const week = { shown: sales(5, 20, 0), control: sales(6, 20, 0) };
  for (const weekDay of ["2026-08-31", "2026-09-21"]) {
    expect(weekGain(weekDay, week, month)?.rule).toBe("final");
  }
});

test("nine sales in either group say nothing", () => {
  const week = { shown: sales(7, 200, 0), control: sales(8, 9, 0) };
  expect(weekGain("2026-09-07", week, month)).toBeUndefined();
});

test("of a hundred shops in which nothing is gained, few see any week of a year claim it", () => {
  let claimed = 0;
  for (let shop = 0; shop < 100; shop += 1) {
    const isClaimed = Array.from({ length: 52 }, (_, at) => at).some((at) => {
      const seed = 1_000 + 104 * shop + 2 * at;
      const week = { shown: sales(seed, 60, 0), control: sales(seed + 1, 20, 0) };
      const { low = 0, high = 0 } = weekGain("2026-09-07", week, month) ?? {};
      return low > 0 || high < 0;
    });
    if (isClaimed) claimed += 1;
  }
  expect(claimed).toBeLessThanOrEqual(5);
});
