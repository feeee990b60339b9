import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundCash } from "../../../shared/money/cashRounding.ts";
import {
  add,
  money,
  multiplyMilli,
  proportionOfMinor,
  proportionTowardZero,
  shareAtRate,
  shareOfMinor,
  subtract,
  subtractMinor,
  sumMinor,
  taxWithinMinor,
  unitsNeeded,
} from "../../../shared/money/money.ts";

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe("money of one currency", () => {
  test("adds and subtracts exactly, and back", () => {
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        const sum = add(money(left, "KWD"), money(right, "KWD"));
        expect(subtract(sum, money(right, "KWD"))).toEqual(money(left, "KWD"));
      }),
    );
  });

  test("never meets another currency", () => {
    expect(() => add(money(1, "VND"), money(1, "USD"))).toThrow("VND plus USD");
    expect(() => subtract(money(1, "VND"), money(1, "USD"))).toThrow("VND minus USD");
  });

  test.each([
    0.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
  ])("%s is no whole number of minor units", (minor) => {
    expect(() => money(minor, "USD")).toThrow("not a whole number");
    expect(() => sumMinor([minor])).toThrow("not a whole number");
    expect(() => multiplyMilli(minor, 1_000)).toThrow("not a whole number");
  });

  test("a sum that a double cannot hold stops instead of losing a unit", () => {
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow("not a whole number");
    expect(() => subtractMinor(-Number.MAX_SAFE_INTEGER, 1)).toThrow("not a whole number");
    expect(sumMinor([Number.MAX_SAFE_INTEGER, -1, 1])).toBe(Number.MAX_SAFE_INTEGER);
    expect(sumMinor([])).toBe(0);
  });
});

describe("rounding is half away from zero", () => {
  test.each([
    [5, 1_000, 1],
    [4, 1_000, 0],
    [-5, 1_000, -1],
    [-4, 1_000, 0],
    [1_005, 5_000, 503],
    [30, 1_000, 3],
  ])("the share of %i at %i basis points is %i", (whole, rateBps, share) => {
    expect(shareOfMinor(whole, rateBps)).toBe(share);
    expect(shareAtRate(money(whole, "USD"), rateBps)).toEqual(money(share, "USD"));
  });

  test.each([
    ["1.5 kg at 33 333 đ", 33_333, 1_500, 50_000],
    ["0.35 kg at 89 000 đ", 89_000, 350, 31_150],
    ["1 g at 499 đ a kilogram", 499, 1, 0],
    ["1 g at 500 đ a kilogram", 500, 1, 1],
    ["three at 0.10", 10, 3_000, 30],
  ])("%s", (_, unitMinor, quantityMilli, minor) => {
    expect(multiplyMilli(unitMinor, quantityMilli)).toBe(minor);
  });

  test("a proportion is at most half a unit off, and turns its sign with the amount", () => {
    const part = fc.nat(1_000_000_000);
    const of = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(amount, part, of, (whole, part, of) => {
        fc.pre(part <= of);
        const rounded = proportionOfMinor(whole, { part, of });
        const off = 2n * (BigInt(rounded) * BigInt(of) - BigInt(whole) * BigInt(part));
        expect(off <= BigInt(of) && off >= -BigInt(of)).toBe(true);
        expect(proportionOfMinor(-whole, { part, of })).toBe(0 - rounded);
      }),
    );
  });

  test("toward zero it never passes the exact proportion", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(1_000),
        fc.integer({ min: 1, max: 1_000 }),
        (whole, part, of) => {
          const floored = BigInt(proportionTowardZero(whole, { part, of }));
          const exact = BigInt(whole) * BigInt(part);
          expect(floored * BigInt(of) <= exact && exact < (floored + 1n) * BigInt(of)).toBe(true);
        },
      ),
    );
  });

  test("nothing is divided by nothing", () => {
    expect(() => proportionOfMinor(1, { part: 1, of: 0 })).toThrow("cannot divide");
    expect(() => proportionTowardZero(1, { part: 1, of: 0 })).toThrow("cannot divide");
  });
});

describe("tax inside a price", () => {
  test.each([
    ["10% in 110 000 đ", 110_000, 1_000, 10_000],
    ["8% in 479 900 đ", 479_900, 800, 35_548],
    ["8.25% in $10.00", 1_000, 825, 76],
    ["none at 0%", 999, 0, 0],
  ])("%s", (_, gross, rateBps, tax) => expect(taxWithinMinor(gross, rateBps)).toBe(tax));
});

test("units needed reach the amount, and one fewer does not", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 5_000 }), (minor, unitMinor) => {
      const units = unitsNeeded(minor, unitMinor);
      expect(units * unitMinor).toBeGreaterThanOrEqual(minor);
      expect((units - 1) * unitMinor).toBeLessThan(minor === 0 ? 1 : minor);
    }),
  );
});

describe("cash", () => {
  test.each([
    [412_300, 500, 412_500],
    [412_250, 500, 412_500],
    [412_249, 500, 412_000],
    [-250, 500, -500],
    [-249, 500, 0],
    [412_345, 0, 412_345],
    [412_345, 1, 412_345],
    [1_499, 1_000, 1_000],
    [1_002, 5, 1_000],
    [1_003, 5, 1_005],
  ])("%i at a step of %i is %i", (minor, stepMinor, rounded) => {
    expect(roundCash(minor, stepMinor)).toBe(rounded);
  });

  test("is a multiple of the step, at most half a step away", () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(5, 100, 500, 1_000), (minor, step) => {
        const rounded = roundCash(minor, step);
        expect(Math.abs(rounded % step)).toBe(0);
        expect(Math.abs(rounded - minor) * 2).toBeLessThanOrEqual(step);
      }),
    );
  });
});
