import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptanceFactor,
  GREATEST_FACTOR,
  LEAST_FACTOR,
  noneShown,
  type ShownCounts,
} from "../../../shared/domain/suggestion/acceptance.ts";

const counts = (most: number): fc.Arbitrary<ShownCounts> =>
  fc
    .tuple(
      fc.nat(most),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([shown, takenShare, restShare]) => {
      const taken = Math.floor(shown * takenShare);
      return { shown, taken, dismissed: Math.floor((shown - taken) * restShare) };
    });

const shop = { shown: 1_000, taken: 80, dismissed: 20 };
const product = (over: Partial<ShownCounts>) =>
  acceptanceFactor({ product: { ...noneShown, ...over }, reason: noneShown, shop });

describe("how people take what they are shown", () => {
  test("changes nothing where nothing is known", () => {
    fc.assert(
      fc.property(counts(100_000), (all) => {
        const known = { product: noneShown, reason: noneShown, shop: all };
        expect(acceptanceFactor(known)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("never lifts or lowers a score beyond its bounds", () => {
    fc.assert(
      fc.property(counts(5_000), counts(50_000), counts(100_000), (one, reason, all) => {
        const factor = acceptanceFactor({ product: one, reason, shop: all });
        expect(factor).toBeGreaterThanOrEqual(LEAST_FACTOR);
        expect(factor).toBeLessThanOrEqual(GREATEST_FACTOR);
      }),
    );
  });

  test("speaks for what is taken, and against what is passed by, more against what is waved away", () => {
    expect(product({ shown: 20, taken: 5 })).toBeGreaterThan(1);
    expect(product({ shown: 20 })).toBeLessThan(1);
    expect(product({ shown: 9, dismissed: 3 })).toBeLessThan(product({ shown: 9 }));
  });

  test("counts what is waved away as three times passed by", () => {
    expect(product({ shown: 9, dismissed: 3 })).toBe(product({ shown: 6 + 3 * 3 }));
  });

  test("is slow to believe: a first yes or no hardly counts, many do", () => {
    expect(Math.abs(product({ shown: 1 }) - 1)).toBeLessThan(0.05);
    expect(product({ shown: 4, taken: 1 })).toBeLessThan(product({ shown: 40, taken: 10 }));
    expect(product({ shown: 200, taken: 100 })).toBe(GREATEST_FACTOR);
    expect(product({ shown: 200 })).toBe(LEAST_FACTOR);
  });

  test("never falls where one more of the shown was taken", () => {
    fc.assert(
      fc.property(counts(500), counts(5_000), (one, all) => {
        fc.pre(one.taken + one.dismissed < one.shown);
        const factor = (taken: number) =>
          acceptanceFactor({ product: { ...one, taken }, reason: noneShown, shop: all });
        expect(factor(one.taken + 1)).toBeGreaterThanOrEqual(factor(one.taken));
      }),
    );
  });
});
