import { expect, test } from "vitest";
import { alwaysZ, onceZ, studentZ } from "../../../shared/domain/lift/quantiles.ts";
import { chance } from "./chance.ts";

test.each([
  [0.05, 1.95996],
  [0.01, 2.57583],
  [0.001, 3.29053],
])("a single look that errs with chance %d keeps %d deviations", (errorShare, z) => {
  expect(onceZ(errorShare)).toBeCloseTo(z, 4);
});

test.each([
  [4, 2.776],
  [10, 2.228],
  [30, 2.042],
  [1_000, 1.962],
])("with %i degrees of freedom 1.96 becomes %d, as in Student's table", (freedom, t) => {
  expect(studentZ(1.96, freedom)).toBeCloseTo(t, 1);
  expect(studentZ(1.96, freedom)).toBeGreaterThan(t - 0.005);
});

test("the fewer have bought the further chance reaches", () => {
  const reaches = [3, 5, 8, 20, 100, 10_000].map((freedom) => studentZ(3.5, freedom));
  expect(reaches).toEqual(reaches.toSorted((left, right) => right - left));
  expect(reaches.at(-1)).toBeCloseTo(3.5, 2);
});

const WALKS = 4_000;
const LOOKS = 60;

/** How many walks are ever found further out than `z`, looked at after each of their steps. */
const caught = (z: number): number => {
  const { normal } = chance(11);
  let count = 0;
  for (let walk = 0; walk < WALKS; walk += 1) {
    let place = 0;
    let isCaught = false;
    for (let look = 1; look <= LOOKS; look += 1) {
      place += normal();
      isCaught ||= Math.abs(place) > z * Math.sqrt(look);
    }
    if (isCaught) count += 1;
  }
  return count / WALKS;
};

test("a walk of chance alone, looked at on sixty days, leaves its bounds as seldom as promised", () => {
  expect(caught(alwaysZ(0.05, LOOKS))).toBeLessThanOrEqual(0.05);
  expect(caught(alwaysZ(0.01, LOOKS))).toBeLessThanOrEqual(0.01);
  // And the bounds of a single look are left by every third.
  expect(caught(onceZ(0.05))).toBeGreaterThan(0.3);
});
