import fc from "fast-check";
import { expect, test } from "vitest";
import { holdoutBucket, isHeldOut } from "../../../shared/domain/campaign/holdout.ts";

/** UUIDv7 texts of one import: alike but for their last digits, the hardest case for a hash. */
const customers = Array.from(
  { length: 20_000 },
  (_, at) =>
    `019a6b2c-7d00-7${(at % 4096).toString(16).padStart(3, "0")}-8000-${at.toString(16).padStart(12, "0")}`,
);
const seeds = ["019a6b2c-0000-7000-8000-000000000001", "019a6b2c-0000-7000-8000-000000000002"];
const [seed = "", nextSeed = ""] = seeds;

const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

const tally = (cellOf: (customerId: string) => number, cells: number): readonly number[] => {
  const counts = Array.from({ length: cells }, () => 0);
  for (const customerId of customers) {
    const cell = cellOf(customerId);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
};

test("customers are spread evenly over the buckets", () => {
  // 149.4 is the 0.999 quantile of chi-square with 99 degrees of freedom.
  for (const each of seeds) {
    const counts = tally((customerId) => Math.floor(holdoutBucket(customerId, each) / 100), 100);
    expect(chiSquare(counts)).toBeLessThan(149.4);
  }
});

test("the buckets of two campaigns have nothing to do with each other", () => {
  const tenth = (customerId: string, each: string) =>
    Math.floor(holdoutBucket(customerId, each) / 1_000);
  const counts = tally((id) => tenth(id, seed) * 10 + tenth(id, nextSeed), 100);
  expect(chiSquare(counts)).toBeLessThan(149.4);
});

test.each([[1_000], [2_500], [5_000]])("%i basis points of the customers are held out", (bps) => {
  const heldOut = customers.filter((customerId) => isHeldOut(customerId, seed, bps)).length;
  const share = bps / 10_000;
  const deviation = Math.sqrt(customers.length * share * (1 - share));
  expect(Math.abs(heldOut - customers.length * share)).toBeLessThan(4 * deviation);
});

test("nobody is held out at 0 and everybody at 10 000", () => {
  expect(customers.some((customerId) => isHeldOut(customerId, seed, 0))).toBe(false);
  expect(customers.every((customerId) => isHeldOut(customerId, seed, 10_000))).toBe(true);
});

test("asking again answers the same, and a larger share holds out the same people and more", () => {
  const bps = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), bps, bps, (customerId, campaignId, one, two) => {
      const smaller = isHeldOut(customerId, campaignId, Math.min(one, two));
      expect(isHeldOut(customerId, campaignId, Math.min(one, two))).toBe(smaller);
      if (smaller) expect(isHeldOut(customerId, campaignId, Math.max(one, two))).toBe(true);
    }),
  );
});

test("a share below nothing or above all is a defect", () => {
  expect(() => isHeldOut("a", "b", -1)).toThrow("basis points");
  expect(() => isHeldOut("a", "b", 10_001)).toThrow("basis points");
});
