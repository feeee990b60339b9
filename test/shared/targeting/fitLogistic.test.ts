import { expect, test } from "vitest";
import { chanceOf, fitLogistic, logOddsOf } from "../../../shared/domain/targeting/fitLogistic.ts";

const held = (prior: readonly number[], hold: number) => ({
  prior: Float64Array.from(prior),
  hold: new Float64Array(prior.length).fill(hold),
});

/** Rows on a grid whose outcomes fall exactly as often as `weights` say, in a hundred each. */
const outcomesOf = (weights: readonly [number, number]) => {
  const values: number[] = [];
  const happened: number[] = [];
  for (let x = -2; x <= 2; x += 0.5) {
    const often = Math.round(100 * chanceOf(weights[0] + weights[1] * x));
    for (let at = 0; at < 100; at += 1) {
      values.push(1, x);
      happened.push(at < often ? 1 : 0);
    }
  }
  const rows = { values: Float64Array.from(values), happened: Uint8Array.from(happened) };
  return { width: 2, ...rows };
};

test("without anything to learn from, the weights are those that were believed before", () => {
  const nothing = { width: 2, values: new Float64Array(), happened: new Uint8Array() };
  expect([...fitLogistic(nothing, held([-2, 0.3], 10))]).toEqual([-2, 0.3]);
});

test("with much to learn from, the weights are those that made it happen", () => {
  const weights = fitLogistic(outcomesOf([-0.5, 1.2]), held([0, 0], 0.1));
  expect(weights[0]).toBeCloseTo(-0.5, 1);
  expect(weights[1]).toBeCloseTo(1.2, 1);
});

test("the more strongly a weight is held, the nearer it stays to what was believed", () => {
  const at = (hold: number) =>
    fitLogistic(outcomesOf([0, 1.5]), held([0, 0], hold))[1] ?? Number.NaN;
  expect(at(1)).toBeGreaterThan(at(100));
  expect(at(100)).toBeGreaterThan(at(10_000));
  expect(at(10_000)).toBeGreaterThan(0);
});

test("what the outcomes pull and what the belief holds are in balance", () => {
  const outcomes = outcomesOf([0.4, 0.9]);
  const hold = 50;
  const weights = fitLogistic(outcomes, held([-1, 0.2], hold));
  const [level = 0, slope = 0] = weights;
  const pull = [0, 0];
  outcomes.happened.forEach((came, row) => {
    const x = outcomes.values[2 * row + 1] ?? 0;
    const miss = came - chanceOf(level + slope * x);
    pull[0] = (pull[0] ?? 0) + miss;
    pull[1] = (pull[1] ?? 0) + miss * x;
  });
  expect(pull[0]).toBeCloseTo(hold * (level + 1), 1);
  expect(pull[1]).toBeCloseTo(hold * (slope - 0.2), 1);
});

test("what a row starts from is not learned again", () => {
  const outcomes = outcomesOf([1, 0.8]);
  const offset = Float64Array.from(outcomes.happened, (_, row) => {
    return 1 + 0.8 * (outcomes.values[2 * row + 1] ?? 0);
  });
  const weights = fitLogistic({ ...outcomes, offset }, held([0, 0], 1));
  expect(Math.abs(weights[0] ?? 1)).toBeLessThan(0.05);
  expect(Math.abs(weights[1] ?? 1)).toBeLessThan(0.05);
});

test("chances and log-odds are each other's inverse", () => {
  for (const chance of [0.001, 0.2, 0.5, 0.97]) {
    expect(chanceOf(logOddsOf(chance))).toBeCloseTo(chance, 10);
  }
  expect(Number.isFinite(logOddsOf(0)) && Number.isFinite(logOddsOf(1))).toBe(true);
});
