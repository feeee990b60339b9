import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  DAY_MS,
  dayOf,
  daysBetween,
  earliestDayAfter,
  mondayOf,
} from "../../../shared/kernel/day.ts";

const day = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays("1980-01-01", count));

test("as many days on, as many days lie between, over leap years and backwards", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -2_000, max: 2_000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count);
    }),
  );
  expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
});

test("no day lies behind those of four figures, nor before the first: days are compared as text", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -9_000_000, max: 9_000_000 }), (from, count) => {
      const moved = addDays(from, count);
      expect(moved).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(moved > from).toBe(count > 0);
    }),
  );
  expect([addDays("9999-12-31", 14), addDays("0000-01-05", -14)]).toEqual([
    "9999-12-31",
    "0000-01-01",
  ]);
});

test.each([
  "Pacific/Kiritimati",
  "Asia/Ho_Chi_Minh",
  "UTC",
  "Pacific/Niue",
])("in %s nothing that comes after an instant is of a day before the earliest", (timezone) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 * DAY_MS }), (atMs) => {
      expect(dayOf(atMs, timezone) >= earliestDayAfter(atMs)).toBe(true);
    }),
  );
});

test("a week's days share its Monday, and the next week begins with the next one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 6 }), (week, at) => {
      const monday = addDays("1980-01-07", 7 * week);
      expect(mondayOf(addDays(monday, at))).toBe(monday);
    }),
  );
  expect(mondayOf("2026-11-30")).toBe("2026-11-30");
});
