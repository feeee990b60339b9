import { expect, test } from "vitest";
import { meanDifference, type Side } from "../../../shared/domain/lift/difference.ts";
import { add, sumsOf, tally } from "./village.ts";

type Doings = readonly (readonly [before: number, now: number])[];

const sideOf = (doings: Doings, knowsBefore: boolean): Side => {
  const sums = tally();
  for (const [before, now] of doings) add(sums, now, before);
  const units = doings.length;
  return { units, active: units, sums: sumsOf(sums, knowsBefore), sizeSum: BigInt(sums.sum) };
};

const moreIn = (left: Doings, right: Doings, knowsBefore = true): number | undefined =>
  meanDifference({ left: sideOf(left, knowsBefore), right: sideOf(right, knowsBefore) })?.value;

const before = [10, 20, 30, 40, 50];
/** What has nothing to do with the time before, and sums to nothing. */
const chance = [1, -2, 0, 2, -1];
const as = (now: (before: number) => number, more = 0): Doings =>
  before.map((each, at) => [each + more, now(each + more) + (chance[at] ?? 0)]);

test.each<[what: string, now: (before: number) => number, value: number]>([
  // The left group spent 8 more before; what of it is expected again is taken off.
  ["half of it comes again", (each) => 0.5 * each + 1, 0],
  ["all of it comes again", (each) => each, 0],
  ["three times as much comes, of which no more than all is taken off", (each) => 3 * each, 16],
  ["it turns round, of which nothing is taken off", (each) => 100 - each, -8],
])("of a difference before, where %s", (_, now, value) => {
  expect(moreIn(as(now, 8), as(now))).toBeCloseTo(value, 9);
});

test("where the time before is not known, nothing is taken off", () => {
  expect(
    moreIn(
      as((each) => each, 8),
      as((each) => each),
      false,
    ),
  ).toBeCloseTo(8, 9);
});
