import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyExponent } from "../../../shared/money/currency.ts";
import { largestMinor } from "../../../shared/money/money.ts";
import {
  type DecimalSeparator,
  parseMoney,
  provenDecimalSeparator,
} from "../../../shared/money/parseMoney.ts";

const read = (text: string, currency: string, decimalSeparator?: DecimalSeparator) => {
  const result = parseMoney(text, { currency, decimalSeparator });
  return result.ok ? result.value : result.error.kind;
};

describe("an amount with one reading is read to the unit", () => {
  test.each([
    // text, currency, minor units
    ["0", "VND", 0],
    ["165000", "VND", 165_000],
    ["165000.00", "VND", 165_000],
    ["129000.0", "VND", 129_000],
    ["129.000", "VND", 129_000],
    ["1.234", "VND", 1_234],
    ["1,234", "VND", 1_234],
    ["1.234.567", "VND", 1_234_567],
    ["1.234.567,00", "VND", 1_234_567],
    ["165000.000", "VND", 165_000],
    ["129.000 ₫", "VND", 129_000],
    ["129.000\u00a0₫", "VND", 129_000],
    ["₫129,000", "VND", 129_000],
    ["129000đ", "VND", 129_000],
    ["129.000 VNĐ", "VND", 129_000],
    ["VND 129000", "VND", 129_000],
    ["-129000", "VND", -129_000],
    ["−129000", "VND", -129_000],
    ["-₫129.000", "VND", -129_000],
    ["₫-129.000", "VND", -129_000],
    ["-0.00", "VND", 0],
    ["59.89", "USD", 5_989],
    ["59,89", "USD", 5_989],
    ["59.9", "USD", 5_990],
    ["59.890000", "USD", 5_989],
    [".5", "USD", 50],
    ["$1,234.56", "USD", 123_456],
    ["US$1,234.56", "USD", 123_456],
    ["1.234,56", "USD", 123_456],
    ["1 234,56", "EUR", 123_456],
    ["1\u202f234,56 €", "EUR", 123_456],
    ["1'234.56", "EUR", 123_456],
    ["0.123", "KWD", 123],
    ["1234.567", "KWD", 1_234_567],
    ["1,234.567", "KWD", 1_234_567],
    ["  42 ", "USD", 4_200],
  ])("%j in %s is %d", (text, currency, minor) => {
    expect(read(text, currency)).toBe(minor);
  });
});

describe("a settled decimal separator decides what could be read in two ways", () => {
  test.each([
    ["1.234", "USD", ",", 123_400],
    ["1,234", "USD", ".", 123_400],
    ["1.230", "USD", ".", 123],
    ["1.234", "KWD", ".", 1_234],
    ["165.000", "VND", ".", 165],
    ["165.000", "VND", ",", 165_000],
  ] as const)("%j in %s with %j is %d", (text, currency, separator, minor) => {
    expect(read(text, currency, separator)).toBe(minor);
  });

  test.each([
    ["59.89", "USD", ","],
    ["59,89", "USD", "."],
    ["1,234.56", "USD", ","],
  ] as const)("%j in %s contradicts %j and is refused", (text, currency, separator) => {
    expect(read(text, currency, separator)).toBe("MoneyUnreadable");
  });
});

describe("what is not one amount of this currency is refused", () => {
  test.each([
    ["", "VND"],
    [" ", "VND"],
    ["-", "VND"],
    ["1e3", "VND"],
    ["1E3", "USD"],
    ["5.82837E+17", "VND"],
    ["12.5", "VND"],
    ["59.891", "USD"],
    ["1.234", "USD"],
    ["1,234", "USD"],
    ["1.230", "USD"],
    ["1.234", "KWD"],
    ["1.23.45", "USD"],
    ["12,34,567", "USD"],
    ["1,2345.67", "USD"],
    ["1.234,567", "VND"],
    ["5.", "USD"],
    ["--5", "USD"],
    ["5-", "USD"],
    ["(5)", "USD"],
    ["NaN", "USD"],
    ["Infinity", "USD"],
    ["0x10", "USD"],
    ["١٢٣", "USD"],
    ["１２３", "USD"],
    ["$5", "VND"],
    ["5 USD", "VND"],
    ["₫5", "USD"],
    ["VND 5 VND", "VND"],
    ["5 5", "VND"],
    ["=5+5", "VND"],
    ["100000000000001", "VND"],
    ["9007199254740993", "VND"],
    ["9".repeat(60), "VND"],
  ])("%j in %s", (text, currency) => {
    expect(read(text, currency)).toBe("MoneyUnreadable");
  });
});

test("the refusal carries the text that was refused", () => {
  expect(parseMoney("1e3", { currency: "VND" })).toEqual({
    ok: false,
    error: { kind: "MoneyUnreadable", text: "1e3" },
  });
});

describe("a text proves its decimal separator or nothing", () => {
  test.each([
    ["59.89", "."],
    ["59,89", ","],
    ["1,234.567", "."],
    ["1.234,567", ","],
    ["1.234.567", ","],
    ["1,234,567", "."],
    ["0.234", "."],
    ["1234,567", ","],
    ["1.234", undefined],
    ["1,234", undefined],
    ["1234", undefined],
    ["abc", undefined],
  ])("%j proves %j", (text, separator) => {
    expect(provenDecimalSeparator(text)).toBe(separator);
  });
});

/** As a shop would write it: grouped or not, with either decimal mark. */
const written = (minor: number, currency: string, mark: DecimalSeparator, isGrouped: boolean) => {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, mark === "." ? "," : ".");
  const fraction = exponent === 0 ? "" : mark + digits.slice(-exponent);
  return (minor < 0 ? "-" : "") + (isGrouped ? groups : whole) + fraction;
};

const amount = fc.integer({ min: -largestMinor, max: largestMinor });
const currency = fc.constantFrom("VND", "USD", "KWD", "CLF");
const mark = fc.constantFrom<DecimalSeparator>(".", ",");

test("what is written with a known separator is read back, to the last unit", () => {
  fc.assert(
    fc.property(amount, currency, mark, fc.boolean(), (minor, code, decimal, isGrouped) => {
      expect(read(written(minor, code, decimal, isGrouped), code, decimal)).toBe(minor);
    }),
  );
});

test("without a known separator the reading is the same or refused, never another amount", () => {
  fc.assert(
    fc.property(amount, currency, mark, fc.boolean(), (minor, code, decimal, isGrouped) => {
      expect([minor, "MoneyUnreadable"]).toContain(
        read(written(minor, code, decimal, isGrouped), code),
      );
    }),
  );
});

test("any text at all is answered with a whole number or a refusal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), currency, (text, code) => {
      const result = parseMoney(text, { currency: code });
      expect(result.ok ? Number.isSafeInteger(result.value) : result.error.text).toBe(
        result.ok ? true : text,
      );
    }),
  );
});
