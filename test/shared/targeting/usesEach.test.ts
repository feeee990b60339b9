import fc from "fast-check";
import { expect, test } from "vitest";
import { usesEach } from "../../../shared/domain/targeting/usesEach.ts";

test.each([
  // The chance of at least one purchase, coupons → used by who uses any
  { chance: 0, most: 3, uses: 1 },
  { chance: 0.5, most: 1, uses: 1 },
  // A rate of ln 2: twice or more with a chance of 1 - (1 + ln 2) / 2.
  { chance: 0.5, most: 2, uses: 1.307 },
  // A rate of ln 2 without end: its mean over the chance of any.
  { chance: 0.5, most: 10, uses: 1.386 },
  { chance: 0.95, most: 3, uses: 2.448 },
])("who buys with a chance of $chance uses $uses of $most coupons", ({ chance, most, uses }) => {
  expect(usesEach(chance, most)).toBeCloseTo(uses, 3);
});

test("uses are from one to all of them, and never fewer for more coupons or more purchases", () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(chance, chance, fc.integer({ min: 1, max: 9 }), (some, other, most) => {
      const [less, more] = [Math.min(some, other), Math.max(some, other)];
      const uses = usesEach(less, most);
      expect(uses).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(uses).toBeLessThanOrEqual(most + 1e-9);
      expect(usesEach(less, most + 1)).toBeGreaterThanOrEqual(uses - 1e-9);
      expect(usesEach(more, most)).toBeGreaterThanOrEqual(uses - 1e-6);
    }),
  );
});
