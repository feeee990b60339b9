import { describe, expect, test } from "vitest";
import { defaultLoyaltyRules } from "../../../shared/domain/loyalty/loyaltyRules.ts";
import {
  monthsLater,
  pointsExpireDay,
  rollingYearFromDay,
} from "../../../shared/domain/loyalty/pointsDays.ts";
import { nextTierOf, tierOf } from "../../../shared/domain/loyalty/tier.ts";
import { listCurrencies } from "../../../shared/money/currency.ts";
import { shareOfMinor } from "../../../shared/money/money.ts";

describe("a new shop's rules", () => {
  test.each([
    ["VND", 10_000, 200],
    ["USD", 100, 2],
    ["KWD", 1_000, 20],
    ["JPY", 100, 2],
  ])("in %s: a point per %i, worth %i", (currency, earnPerMinor, pointValueMinor) => {
    expect(defaultLoyaltyRules(currency)).toMatchObject({ earnPerMinor, pointValueMinor });
  });

  test("give back exactly two in a hundred, in every currency there is", () => {
    for (const currency of listCurrencies()) {
      const { earnPerMinor, pointValueMinor } = defaultLoyaltyRules(currency);
      expect([currency, pointValueMinor]).toEqual([currency, shareOfMinor(earnPerMinor, 200)]);
      expect(pointValueMinor * 50).toBe(earnPerMinor);
    }
  });
});

describe("tiers", () => {
  const rules = defaultLoyaltyRules("VND");

  test.each([
    [0, "New face", "Regular", 3_000_000],
    [2_999_999, "New face", "Regular", 1],
    [3_000_000, "Regular", "Like family", 7_000_000],
    [10_000_000, "Like family", undefined, undefined],
  ])("%i đ in a year is %s", (spentMinor, tier, next, missingMinor) => {
    expect(tierOf(spentMinor, rules)?.name.en).toBe(tier);
    expect(nextTierOf(spentMinor, rules)?.tier.name.en).toBe(next);
    expect(nextTierOf(spentMinor, rules)?.missingMinor).toBe(missingMinor);
  });

  test("may start above nothing, or not be there at all", () => {
    const [, regular] = rules.tiers;
    const late = { ...rules, tiers: regular ? [regular] : [] };
    expect(tierOf(10, late)).toBeUndefined();
    expect(nextTierOf(10, late)?.missingMinor).toBe(2_999_990);
    expect(nextTierOf(10, { ...rules, tiers: [] })).toBeUndefined();
  });
});

describe("days", () => {
  test.each([
    ["2026-03-15", 12, "2027-03-15"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -12, "2025-01-15"],
  ])("%s and %i months is %s", (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });

  test("points are good through the same day a year on, or for ever", () => {
    const rules = defaultLoyaltyRules("VND");
    expect(pointsExpireDay("2026-03-15", rules)).toBe("2027-03-15");
    expect(pointsExpireDay("2026-03-15", { ...rules, expiresAfterMonths: null })).toBeNull();
  });

  test.each([
    ["2026-11-22", "2025-11-23"],
    ["2026-12-31", "2026-01-01"],
    ["2024-02-29", "2023-03-01"],
    ["2025-02-28", "2024-02-29"],
  ])("the year that ends on %s starts on %s", (day, fromDay) => {
    expect(rollingYearFromDay(day)).toBe(fromDay);
  });

  test("what is not a day is a defect", () => {
    expect(() => monthsLater("22/11/2026", 1)).toThrow("not a day");
  });
});
