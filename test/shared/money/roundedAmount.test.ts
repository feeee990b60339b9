import fc from "fast-check";
import { expect, test } from "vitest";
import { roundedAmount } from "../../../shared/money/roundedAmount.ts";

const minor = (text: string, currency: string, isHundredths = false) => {
  const read = roundedAmount(text, { currency, isHundredths });
  return read.ok ? read.value : read.error.kind;
};

test.each([
  ["129000", "VND", 129_000],
  ["129000.0", "VND", 129_000],
  ["129000.5", "VND", 129_001],
  ["129000.4999999", "VND", 129_000],
  ["-0.5", "VND", -1],
  ["-0.4", "VND", 0],
  ["21.989999999", "USD", 2_199],
  ["1.2345", "KWD", 1_235],
  ["1e3", "VND", "MoneyUnreadable"],
  ["1,000", "VND", "MoneyUnreadable"],
  ["", "VND", "MoneyUnreadable"],
  ["١", "VND", "MoneyUnreadable"],
])("%s in %s is %s", (text, currency, expected) => {
  expect(minor(text, currency)).toBe(expected);
});

test.each([
  ["12900000", "VND", 129_000],
  ["12900050", "VND", 129_001],
  ["12900049", "VND", 129_000],
  ["142890", "USD", 142_890],
  ["12345", "KWD", 123_450],
])("%s hundredths in %s are %s", (text, currency, expected) => {
  expect(minor(text, currency, true)).toBe(expected);
});

test("hundredths of a currency with two decimals are its minor units, all of them", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }), (amount) => {
      expect(minor(String(amount), "USD", true)).toBe(amount);
    }),
  );
});
