import { expect, test } from "vitest";
import { readDay } from "../../../renderer/stores/campaigns/typedDay.ts";

test.each([
  ["30/11/2026", "2026-11-30"],
  ["1/2/2027", "2027-02-01"],
  [" 30.11.26 ", "2026-11-30"],
  ["30-11-2026", "2026-11-30"],
  ["30 11 2026", "2026-11-30"],
  ["30 Nov 2026", "2026-11-30"],
  ["30 november, 2026", "2026-11-30"],
  ["29/2/2028", "2028-02-29"],
  ["2026-11-30", "2026-11-30"],
])("%j is %s", (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test.each([
  ["an empty field", ""],
  ["a day without its year", "30/11"],
  ["a day that no month has", "31/02/2027"],
  ["the month first, where there is no such month", "11/30/2026"],
  ["a month that nobody knows", "3 Foo 2026"],
  ["words", "tomorrow"],
])("%s is no day", (_, typed) => {
  expect(readDay(typed)).toBeUndefined();
});
