import { expect, test } from "vitest";
import { ERROR_SHARE } from "../../../shared/domain/lift/evidence.ts";
import { onceZ } from "../../../shared/domain/lift/quantiles.ts";
import { rateBounds, rateDifference } from "../../../shared/domain/lift/rateDifference.ts";

test("shares and their differences have the spans of Newcombe's papers", () => {
  const one = rateBounds({ hits: 81, units: 263 }, onceZ(0.05));
  expect(one.low).toBeCloseTo(0.2553, 4);
  expect(one.high).toBeCloseTo(0.3662, 4);
  const two = rateDifference({ hits: 56, units: 70 }, { hits: 48, units: 80 }, onceZ(0.05));
  expect(two.low).toBeCloseTo(0.0524, 4);
  expect(two.high).toBeCloseTo(0.3339, 4);
});

test("nobody and everybody are shares too", () => {
  const none = rateBounds({ hits: 0, units: 12 }, onceZ(0.05));
  expect(none).toMatchObject({ value: 0, low: 0 });
  expect(none.high).toBeCloseTo(0.2425, 3);
  expect(rateBounds({ hits: 12, units: 12 }, onceZ(0.05)).high).toBe(1);
});

/** The chance of each count of hits. */
const binomial = (units: number, share: number): readonly number[] => {
  const chances = [(1 - share) ** units];
  for (let hits = 1; hits <= units; hits += 1) {
    const last = chances.at(-1) ?? 0;
    chances.push((last * (units - hits + 1) * share) / (hits * (1 - share)));
  }
  return chances;
};

test.each([
  [88, 12, 0.2, 0.2],
  [200, 22, 0.1, 0.1],
  [200, 22, 0.3, 0.2],
  [200, 50, 0.2, 0.2],
  [200, 50, 0.5, 0.3],
  [400, 44, 0.08, 0.05],
])("of %i and %i who buy with chances %d and %d the span holds the truth", (...row) => {
  const [issued, heldOut, one, two] = row;
  const [ones, twos] = [binomial(issued, one), binomial(heldOut, two)];
  const z = onceZ(ERROR_SHARE.final);
  let covered = 0;
  for (const [hits, likely] of ones.entries()) {
    for (const [others, alsoLikely] of twos.entries()) {
      const { low, high } = rateDifference(
        { hits, units: issued },
        { hits: others, units: heldOut },
        z,
      );
      if (low <= one - two && one - two <= high) covered += likely * alsoLikely;
    }
  }
  expect(covered).toBeGreaterThanOrEqual(0.95);
});
