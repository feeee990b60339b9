import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compact,
  formatMoney,
  formatNumber,
  formatQuantity,
  formatRate,
} from "../../../shared/money/formatMoney.ts";

describe("an amount is written as the shop writes it", () => {
  test.each([
    [479_900, "VND", "479.900 đ", "479,900 đ"],
    [0, "VND", "0 đ", "0 đ"],
    [-1_500, "VND", "−1.500 đ", "−1,500 đ"],
    [479_900, "USD", "4.799,00 $", "$4,799.00"],
    [5, "USD", "0,05 $", "$0.05"],
    [-5, "USD", "−0,05 $", "−$0.05"],
    [4_799, "KWD", "4,799 KWD", "KWD 4.799"],
    [1, "KWD", "0,001 KWD", "KWD 0.001"],
    [9_007_199_254_740_991, "VND", "9.007.199.254.740.991 đ", "9,007,199,254,740,991 đ"],
    [9_007_199_254_740_991, "USD", "90.071.992.547.409,91 $", "$90,071,992,547,409.91"],
  ])("%i %s is %s and %s", (minor, currency, vi, en) => {
    expect(formatMoney(minor, currency, "vi")).toBe(vi);
    expect(formatMoney(minor, currency, "en")).toBe(en);
  });

  test("its digits are the minor units, whatever the currency and the language", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom("VND", "USD", "KWD", "CLF"),
        fc.constantFrom("vi" as const, "en" as const),
        (minor, currency, locale) => {
          const text = formatMoney(minor, currency, locale);
          const digits = Number(text.replace(/\D/g, ""));
          expect(text.startsWith("−") ? -digits : digits).toBe(minor);
        },
      ),
    );
  });
});

describe("an amount at a glance", () => {
  test.each([
    [8_400_000, "VND", "8,4 tr", "8.4M"],
    [8_449_999, "VND", "8,4 tr", "8.4M"],
    [84_300_000, "VND", "84,3 tr", "84.3M"],
    [843_210_000, "VND", "843 tr", "843M"],
    [950_000, "VND", "950k", "950K"],
    [999_499, "VND", "999k", "999K"],
    [999_500, "VND", "1 tr", "1M"],
    [99_960, "VND", "100k", "100K"],
    [12_000, "VND", "12k", "12K"],
    [999, "VND", "999", "999"],
    [0, "VND", "0", "0"],
    [-8_400_000, "VND", "−8,4 tr", "−8.4M"],
    [1_284_000_000_000, "VND", "1.284 tỷ", "1,284B"],
    [450, "USD", "4,50", "4.50"],
    [400, "USD", "4", "4"],
    [840_000, "USD", "8,4k", "8.4K"],
  ])("%i %s is %s and %s", (minor, currency, vi, en) => {
    expect(compact(minor, currency, "vi")).toBe(vi);
    expect(compact(minor, currency, "en")).toBe(en);
  });
});

describe("other numbers", () => {
  test.each([
    [1_284, "1.284", "1,284"],
    [1_234_567, "1.234.567", "1,234,567"],
    [0.5, "0,5", "0.5"],
    [-0.0001, "0", "0"],
    [-12.345, "−12,345", "−12.345"],
  ])("%d is %s and %s", (value, vi, en) => {
    expect([formatNumber(value, "vi"), formatNumber(value, "en")]).toEqual([vi, en]);
  });

  test("quantities and rates lose the zeros that say nothing", () => {
    expect([2_000, 350, 1_500].map((milli) => formatQuantity(milli, "vi"))).toEqual([
      "2",
      "0,35",
      "1,5",
    ]);
    expect([1_000, 825, 50].map((bps) => formatRate(bps, "en"))).toEqual(["10%", "8.25%", "0.5%"]);
  });
});
