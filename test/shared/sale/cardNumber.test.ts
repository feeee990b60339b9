import { describe, expect, test } from "vitest";
import { holdsCardNumber } from "../../../shared/domain/sale/cardNumber.ts";

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
