import { expect, test } from "vitest";
import { roughMinor } from "../../../shared/money/roughMinor.ts";

test.each([
  [0, 0],
  [7, 7],
  [99, 99],
  [101, 110],
  [16_000_000, 16_000_000],
  [65_380_576, 66_000_000],
  [99_500_000, 100_000_000],
])("%i is about %i", (minor, rough) => {
  expect(roughMinor(minor)).toBe(rough);
});
