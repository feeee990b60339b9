import { expect, test } from "vitest";
import { readStock, twoReadings } from "../../../renderer/stores/goods/typedStock.ts";

test.each([
  ["12,25", "vi", 12.25],
  ["12.25", "vi", 12.25],
  ["0.425", "vi", 0.425],
  ["1200", "vi", 1_200],
  ["1.200,5", "vi", 1_200.5],
  ["12.000.500", "vi", undefined],
  ["0,000", "vi", 0],
  ["1.200", "en", 1.2],
  ["1,200.5", "en", 1_200.5],
  ["1,25", "en", 1.25],
  ["bao", "vi", undefined],
] as const)("of weighed goods %s in %s is %s kg", (typed, locale, kilograms) => {
  expect(readStock(typed, { soldBy: "weight", locale })).toBe(kilograms);
});

test.each([
  ["1.200", "vi"],
  [" 18.500 ", "vi"],
  ["1,200", "en"],
] as const)("%s in %s may be meant in two ways, and is not guessed", (typed, locale) => {
  expect(twoReadings(typed, locale)).toBeDefined();
  expect(readStock(typed, { soldBy: "weight", locale })).toBeUndefined();
});

test("pieces have no such doubt: a mark sets their thousands apart", () => {
  expect(readStock("1.200", { soldBy: "unit", locale: "vi" })).toBe(1_200);
});
