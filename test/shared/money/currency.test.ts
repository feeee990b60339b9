import { expect, test } from "vitest";
import { currencyExponent, isCurrency, listCurrencies } from "../../../shared/money/currency.ts";

test.each([
  ["VND", 0],
  ["JPY", 0],
  ["KRW", 0],
  ["ISK", 0],
  ["USD", 2],
  ["EUR", 2],
  ["HUF", 2],
  ["XCG", 2],
  ["KWD", 3],
  ["BHD", 3],
  ["TND", 3],
  ["IQD", 3],
  ["CLF", 4],
  ["UYW", 4],
])("%s has %i digits after the point", (code, exponent) => {
  expect(currencyExponent(code)).toBe(exponent);
});

test.each(["", "vnd", "VNDX", "XAU", "XXX", "ZZZ", "toString"])("%j is not a currency", (code) => {
  expect(isCurrency(code)).toBe(false);
  expect(() => currencyExponent(code)).toThrow("not a currency");
});

test("the platform's list of currencies in use holds none that is unknown here", () => {
  const neverTender = /^(ADP|X(AG|AU|BA|BB|BC|BD|DR|PD|PT|SU|TS|UA|XX))$/;
  const inUse = Intl.supportedValuesOf("currency").filter((code) => !neverTender.test(code));
  expect(inUse.filter((code) => !isCurrency(code))).toEqual([]);
});

test("each code is listed once, three capitals long", () => {
  const codes = listCurrencies();
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  expect(codes.length).toBeGreaterThan(160);
});
