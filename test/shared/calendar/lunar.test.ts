import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  civilDayOf,
  lunarBirthday,
  lunarBirthdaysOn,
  lunarDate,
} from "../../../shared/domain/calendar/lunar.ts";
import { addDays } from "../../../shared/kernel/day.ts";

const newYear = (year: number) => civilDayOf({ year, month: 1, day: 1, isLeap: false });
const leapMonth = (year: number) =>
  Array.from({ length: 12 }, (_, index) => index + 1).find(
    (month) => civilDayOf({ year, month, day: 1, isLeap: true }) !== undefined,
  );

describe("the Vietnamese lunar calendar", () => {
  test.each([
    [1968, "1968-01-29"],
    [1985, "1985-01-21"],
    [2007, "2007-02-17"],
    [2024, "2024-02-10"],
    [2025, "2025-01-29"],
    [2026, "2026-02-17"],
    [2027, "2027-02-06"],
    [2028, "2028-01-26"],
    [2029, "2029-02-13"],
    [2030, "2030-02-02"],
    [2031, "2031-01-23"],
    [2032, "2032-02-11"],
  ])("Tết %i is on %s, also where China's new year is a day or a month later", (year, day) => {
    expect(newYear(year)).toBe(day);
  });

  test.each([
    ["2024-09-17"],
    ["2025-10-06"],
    ["2026-09-25"],
    ["2027-09-15"],
    ["2028-10-03"],
    ["2029-09-22"],
    ["2030-09-12"],
    ["2031-10-01"],
    ["2032-09-19"],
  ])("%s is Mid-Autumn", (day) => {
    expect(lunarDate(day)).toMatchObject({ month: 8, day: 15, isLeap: false });
  });

  test.each([
    [1985, 2],
    [2020, 4],
    [2023, 2],
    [2024, undefined],
    [2025, 6],
    [2026, undefined],
    [2028, 5],
    [2033, 11],
  ])("the leap month of %i is %s", (year, month) => {
    expect(leapMonth(year)).toBe(month);
  });

  test("goes on from day to day, and back to the same civil day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (count) => {
        const day = addDays("1901-03-01", count);
        const date = lunarDate(day);
        expect(civilDayOf(date)).toBe(day);
        const next = lunarDate(addDays(day, 1));
        expect(next.day === date.day + 1 || (next.day === 1 && date.day >= 29)).toBe(true);
      }),
    );
  });
});

describe("a lunar birthday", () => {
  test("of somebody born in a leap month is kept in the plain month only", () => {
    expect(lunarBirthday("2025-07-25")).toBe("06-01");
    expect(lunarBirthdaysOn("2025-06-25")).toEqual(["06-01"]);
    expect(lunarBirthdaysOn("2025-07-25")).toEqual([]);
  });

  test("on the 30th is kept on the 29th of a short month", () => {
    expect(lunarBirthdaysOn("2025-01-28")).toEqual(["12-29", "12-30"]);
    expect(lunarBirthdaysOn("2024-02-09")).toEqual(["12-30"]);
  });
});
