import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsCardNumber, isBankCardNumber } from "../../../shared/domain/sale/cardNumber.ts";

describe("a card's number is seen", () => {
  test.each([
    ["bare", "4111111111111111"],
    ["in groups", "4111 1111 1111 1111"],
    ["with dashes", "5555-5555-5555-4444"],
    ["with long dashes", "5555–5555–5555–4444"],
    ["of fifteen digits", "3782 822463 10005"],
    ["of thirteen digits", "4222222222222"],
    ["of nineteen digits", "6304000000000000000"],
    ["before its expiry date", "4111 1111 1111 1111 12/27"],
    ["after a word", "visa4111111111111111"],
    ["after another number", "12 4111 1111 1111 1111"],
    ["in wide digits", "４１１１１１１１１１１１１１１１"],
  ])("%s", (_, text) => expect(holdsCardNumber(text)).toBe(true));
});

describe("other references pass", () => {
  test.each([
    ["nothing", ""],
    ["a terminal's slip", "TID 12345678 APPR 004512"],
    ["the last four digits", "**** 1111"],
    ["a wrong check digit", "4111111111111112"],
    ["twelve digits", "411111111111"],
    ["twenty digits that pass the check", "00000000000000000000"],
    ["a bank's reference", "FT25326123456789"],
    ["a phone number", "0912 345 678"],
  ])("%s", (_, text) => expect(holdsCardNumber(text)).toBe(false));
});

const brands: readonly (readonly [brand: string, begin: string, lengths: readonly number[]])[] = [
  ["Visa", "4", [16, 19]],
  ["Mastercard", "51", [16]],
  ["Mastercard", "55", [16]],
  ["Mastercard", "2221", [16]],
  ["Mastercard", "2720", [16]],
  ["American Express", "34", [15]],
  ["American Express", "37", [15]],
  ["JCB", "3528", [16]],
  ["JCB", "3589", [16]],
  ["NAPAS", "9704", [16, 19]],
  ["UnionPay", "62", [16, 17, 18, 19]],
  ["Discover", "6011", [16]],
  ["Discover", "65", [16]],
  ["Diners Club", "36", [14]],
  ["Maestro", "6759", [16]],
];

/** `digits` and the last one by which the number passes the Luhn check, without the code's own. */
const withLuhnDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

describe("a whole text is a bank card's number", () => {
  test.each(
    brands.flatMap(([brand, begin, lengths]) =>
      lengths.map((length) => [brand, begin, length] as const),
    ),
  )("of %s, %s… with %i digits, however it is spaced", (_, begin, length) => {
    const rest = fc.stringMatching(new RegExp(`^\\d{${length - begin.length - 1}}$`));
    fc.assert(
      fc.property(rest, fc.constantFrom("", " ", "-", "."), (digits, gap) => {
        const number = withLuhnDigit(begin + digits);
        const spaced = number.replace(/(\d{4})(?=\d)/g, `$1${gap}`);
        expect([spaced, isBankCardNumber(spaced)]).toEqual([spaced, true]);
        const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
        expect([wrong, isBankCardNumber(wrong)]).toEqual([wrong, false]);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["a test number of NAPAS", "9704 1985 2619 1432 198"],
    ["in wide digits", "４１１１１１１１１１１１１１１１"],
    ["Visa of thirteen digits that is no EAN-13", "4222222222222"],
  ])("%s", (_, text) => expect(isBankCardNumber(text)).toBe(true));

  test.each([
    ["a loyalty card of the shop's own range that passes the Luhn check", "2900000000025"],
    ["an EAN-13 that begins as Visa does and passes the Luhn check", "4000000000006"],
    ["a card of sixteen digits that begins as no bank's does", "1000000000000008"],
    ["words around it", "card 4111111111111111"],
    ["nothing", ""],
  ])("is not: %s", (_, text) => expect(isBankCardNumber(text)).toBe(false));
});
