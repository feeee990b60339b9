import { expect, test } from "vitest";
import { tierRanges } from "../../../shared/domain/segment/tierRanges.ts";

const tiers = [
  { tierId: "gold", fromMinor: 500 },
  { tierId: "silver", fromMinor: 100 },
];

test.each([
  ["silver", { min: 100, max: 499 }],
  ["gold", { min: 500 }],
  ["none", { max: 99 }],
  ["", { max: 99 }],
  ["platinum", { min: 1, max: 0 }],
])("tier %j is who spent %j in the rolling year", (tierId, range) => {
  expect(tierRanges([tierId], tiers)).toEqual([range]);
});
