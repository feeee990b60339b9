import { describe, expect, test } from "vitest";
import {
  dayOf,
  daysToMidAutumn,
  daysToTet,
  dayText,
  instantMs,
  lunarAge,
  monthOf,
  weekdayOf,
} from "../../../electron/engine/demo/calendar.ts";

describe("the demo's calendar", () => {
  test("reads and writes days, and refuses what is none", () => {
    expect(dayText(dayOf("2026-02-17"))).toBe("2026-02-17");
    expect(() => dayOf("2026-02-30x")).toThrow("is no day");
  });

  test("puts a minute of the Vietnamese clock on the world's", () => {
    expect(new Date(instantMs(dayOf("2026-11-20"), 6 * 60 + 30)).toISOString()).toBe(
      "2026-11-19T23:30:00.000Z",
    );
  });

  test("knows weekdays and months", () => {
    expect(weekdayOf(dayOf("2026-11-22"))).toBe(0);
    expect(monthOf(dayOf("2026-12-31"))).toBe(11);
  });

  test.each([
    ["2026-02-16", 1],
    ["2026-02-17", 0],
    ["2026-02-20", -3],
    ["2027-01-06", 31],
  ])("counts the days from %s to Tết: %d", (text, days) => {
    expect(daysToTet(dayOf(text))).toBe(days);
  });

  test("counts the days to Mid-Autumn", () => {
    expect(daysToMidAutumn(dayOf("2026-09-01"))).toBe(24);
    expect(daysToMidAutumn(dayOf("2025-10-08"))).toBe(-2);
  });

  test("knows no feast in a year that its table does not have", () => {
    expect(daysToTet(dayOf("2040-01-20"))).toBeUndefined();
  });

  test("has a new moon at each Tết and a full one at each Mid-Autumn, to within a day", () => {
    for (const tet of ["2025-01-29", "2026-02-17", "2027-02-06", "2030-02-02"]) {
      const age = lunarAge(dayOf(tet));
      expect(Math.min(age, 29.53 - age)).toBeLessThan(1.1);
    }
    for (const feast of ["2025-10-06", "2026-09-25", "2027-09-15"]) {
      expect(Math.abs(lunarAge(dayOf(feast)) - 14)).toBeLessThan(1.1);
    }
  });
});
