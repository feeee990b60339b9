import { describe, expect, test } from "vitest";
import { soldQuantityMilli } from "../../../shared/domain/catalog/soldQuantity.ts";
import { taxRateOn, vietnamStandardRates } from "../../../shared/domain/catalog/taxRate.ts";

describe("how much is sold", () => {
  test.each([
    ["one, when nothing is said", {}, "unit", 1_000],
    ["three pieces", { quantity: 3 }, "unit", 3_000],
    ["three pieces in thousandths", { quantityMilli: 3_000 }, "unit", 3_000],
    ["350 grams", { quantityMilli: 350 }, "weight", 350],
    ["two kilograms", { quantity: 2 }, "weight", 2_000],
    ["half a piece", { quantityMilli: 500 }, "unit", undefined],
    ["no piece", { quantity: 0 }, "unit", undefined],
    ["fewer than none", { quantityMilli: -350 }, "weight", undefined],
    ["two answers at once", { quantity: 1, quantityMilli: 1_000 }, "unit", undefined],
  ] as const)("%s", (_, asked, soldBy, quantityMilli) => {
    expect(soldQuantityMilli(asked, soldBy)).toEqual(
      quantityMilli === undefined
        ? { ok: false, error: { kind: "QuantityInvalid" } }
        : { ok: true, value: quantityMilli },
    );
  });
});

describe("the tax rate of a day", () => {
  test.each([
    ["2021-12-31", 1_000],
    ["2022-02-01", 800],
    ["2023-03-01", 1_000],
    ["2025-06-30", 800],
    ["2026-12-31", 800],
    ["2027-01-01", 1_000],
  ])("in Vietnam on %s is %i basis points", (day, rateBps) => {
    expect(taxRateOn(day, vietnamStandardRates)).toBe(rateBps);
    expect(taxRateOn(day, [...vietnamStandardRates].reverse())).toBe(rateBps);
  });

  test("is not known before the first", () => {
    expect(taxRateOn("1998-12-31", vietnamStandardRates)).toBeUndefined();
  });
});
