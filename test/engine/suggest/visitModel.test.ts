import { expect, test } from "vitest";
import type { PastLine } from "../../../electron/engine/suggest/targeting/past.ts";
import { hasBought, rhythmOf } from "../../../electron/engine/suggest/targeting/visitModel.ts";

const TODAY = 20_000;
const bought = (...daysAgo: readonly number[]) => ({
  lines: daysAgo.map(
    (ago, basket): PastLine => ({
      ...{ day: TODAY - ago, basket, product: 0, paidMinor: 5, byCoupon: false, isReduced: false },
    }),
  ),
});

test.each<[what: string, daysAgo: readonly number[], rhythm: object]>([
  ["nobody's", [], { visits: 0, knownDays: 0, lastDaysAgo: 365, everyDays: undefined }],
  ["that of who came twice", [30, 10], { visits: 2, knownDays: 30, everyDays: undefined }],
  ["the middle one of the days between", [44, 4, 14], { visits: 3, lastDaysAgo: 4, everyDays: 30 }],
  ["of days, however much was bought on them", [9, 9, 9], { visits: 1, everyDays: undefined }],
  ["of a year, whose first day belongs to it", [365, 366, 5], { visits: 2, knownDays: 365 }],
  ["of what was before, and not of today", [0, -3, 8], { visits: 1, lastDaysAgo: 8 }],
  ["of eight weeks that count as lately", [1, 7, 8, 56, 57], { activeWeeks: 3 }],
])("a rhythm is %s", (_, daysAgo, rhythm) => {
  expect(rhythmOf(bought(...daysAgo), TODAY)).toMatchObject(rhythm);
});

test.each([
  // Days from ten ago to five ago, both included.
  [11, false],
  [10, true],
  [7, true],
  [5, true],
  [4, false],
])("a purchase %i days ago is within ten to five days ago: %j", (ago, isWithin) => {
  const days = { startDay: TODAY - 10, endDay: TODAY - 5 };
  expect(hasBought(bought(400, ago), days)).toBe(isWithin);
});
