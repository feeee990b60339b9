import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blackFriday,
  daysOfLastSeason,
  nextSeason,
} from "../../../shared/domain/campaign/seasonDays.ts";
import { campaignTemplates, templateNames } from "../../../shared/domain/campaign/templates.ts";
import { segmentProblems } from "../../../shared/domain/segment/segment.ts";
import { addDays, daysBetween } from "../../../shared/kernel/day.ts";

const shop = { today: "2026-11-24", locale: "vi", snackMinor: 10_000 } as const;

describe("a season", () => {
  test.each([
    ["tet", "2026-11-24", { fromDay: "2027-01-16", toDay: "2027-02-05" }],
    ["tet", "2027-02-05", { fromDay: "2027-01-16", toDay: "2027-02-05" }],
    ["tet", "2027-02-06", { fromDay: "2028-01-05", toDay: "2028-01-25" }],
    ["mid-autumn", "2026-09-26", { fromDay: "2027-09-01", toDay: "2027-09-15" }],
    ["black-friday", "2026-11-24", { fromDay: "2026-11-27", toDay: "2026-11-29" }],
  ] as const)("%s on %s is the next one that is not over", (season, today, days) => {
    expect(nextSeason(season, today)).toEqual(days);
  });

  test("that no calendar here knows moves by about a year as well", () => {
    const day = fc.integer({ min: 0, max: 3_652_058 }).map((count) => addDays("0000-01-01", count));
    fc.assert(
      fc.property(fc.constantFrom("tet", "mid-autumn", "black-friday"), day, (season, fromDay) => {
        const before = daysOfLastSeason(season, { fromDay, toDay: addDays(fromDay, 5) });
        expect(before.fromDay <= before.toDay).toBe(true);
        expect(daysBetween(before.fromDay, fromDay)).toBeLessThan(386);
      }),
    );
  });

  test("comes in every year of two centuries, and is over before the next one is named", () => {
    const day = fc.integer({ min: 0, max: 73_000 }).map((count) => addDays("1950-01-01", count));
    fc.assert(
      fc.property(fc.constantFrom("tet", "mid-autumn", "black-friday"), day, (season, today) => {
        const { fromDay, toDay } = nextSeason(season, today);
        expect(fromDay <= toDay && toDay >= today).toBe(true);
        expect(daysBetween(today, toDay)).toBeLessThan(386);
        expect(nextSeason(season, addDays(toDay, 1)).fromDay > toDay).toBe(true);
      }),
    );
  });

  test.each([
    ["tet", ["2027-01-16", "2027-02-05"], ["2026-01-27", "2026-02-16"]],
    ["tet", ["2027-02-01", "2027-02-05"], ["2026-02-12", "2026-02-16"]],
    ["mid-autumn", ["2027-09-01", "2027-09-15"], ["2026-09-11", "2026-09-25"]],
    ["black-friday", ["2026-11-27", "2026-11-29"], ["2025-11-28", "2025-11-30"]],
  ] as const)("days of %s lay elsewhere in the year before: %j", (season, [
    fromDay,
    toDay,
  ], before) => {
    const last = daysOfLastSeason(season, { fromDay, toDay });
    expect([last.fromDay, last.toDay]).toEqual(before);
  });

  test.each([
    [2024, "2024-11-29"],
    [2025, "2025-11-28"],
    [2029, "2029-11-23"],
    [2030, "2030-11-29"],
  ])("Black Friday %i follows the fourth Thursday of November", (year, day) => {
    expect(blackFriday(year)).toBe(day);
  });
});

describe("the templates", () => {
  test("can all be asked as they are, in both languages", () => {
    for (const locale of ["vi", "en"] as const) {
      const templates = campaignTemplates({
        ...shop,
        locale,
        restocked: { sku: "TEA", name: "Trà sen" },
      });
      expect(templates.map(({ template }) => template)).toEqual(templateNames);
      for (const { segment, name, why, fromDay, toDay } of templates) {
        expect(segmentProblems(segment)).toEqual([]);
        expect(name).not.toBe("");
        expect(why).toMatch(/\.$/u);
        expect(fromDay <= toDay && toDay >= shop.today).toBe(true);
      }
    }
  });

  test("say nothing of goods that came back where none did", () => {
    expect(campaignTemplates(shop).map(({ template }) => template)).not.toContain("back-in-stock");
  });
});
