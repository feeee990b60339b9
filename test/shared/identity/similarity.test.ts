import fc from "fast-check";
import { expect, test } from "vitest";
import { jaroSimilarity, jaroWinkler } from "../../../shared/domain/identity/similarity.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcde"), maxLength: 12 });

test.each([
  ["martha", "marhta", 0.944, 0.961],
  ["dixon", "dicksonx", 0.767, 0.813],
  ["jellyfish", "smellyfish", 0.896, 0.896],
  ["dwayne", "duane", 0.822, 0.84],
  ["abc", "xyz", 0, 0],
  ["", "abc", 0, 0],
])("%s and %s are alike as the papers say", (left, right, jaro, winkler) => {
  expect(jaroSimilarity(left, right)).toBeCloseTo(jaro, 3);
  expect(jaroWinkler(left, right)).toBeCloseTo(winkler, 3);
});

test("likeness is the same both ways round, from 0 to 1, and 1 for equal texts only", () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      const likeness = jaroWinkler(left, right);
      expect(likeness).toBe(jaroWinkler(right, left));
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(likeness === 1).toBe(left === right);
    }),
    { numRuns: 2_000 },
  );
});

test("a common beginning never makes two texts less alike", () => {
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(jaroWinkler(left, right)).toBeGreaterThanOrEqual(jaroSimilarity(left, right));
    }),
  );
});
