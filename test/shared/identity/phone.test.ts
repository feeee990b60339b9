import fc from "fast-check";
import { expect, test } from "vitest";
import {
  maskPhone,
  phoneDigitsReversed,
  readPhone,
  showPhone,
} from "../../../shared/domain/identity/phone.ts";
import { err, ok } from "../../../shared/kernel/result.ts";

const refused = err({ kind: "PhoneUnreadable" });

test.each([
  ["0912345678"],
  ["0912 345 678"],
  ["0912.345.678"],
  ["0912-345-678"],
  ["(0912) 345-678"],
  ["+84912345678"],
  ["+84 (0) 912 345 678"],
  ["(+84)912345678"],
  ["(+84) 0912 345 678"],
  ["0084912345678"],
  ["84912345678"],
  ["912345678"],
  ["'0912345678"],
  ["\u202a+84 912 345 678\u202c"],
  ["０９１２３４５６７８"],
  [" 0912,345,678 "],
])("%s is +84912345678", (text) => {
  expect(readPhone(text, "VN")).toEqual(ok("+84912345678"));
});

const prefixes: readonly (readonly [string, string])[] = [
  ["0120", "070"],
  ["0121", "079"],
  ["0122", "077"],
  ["0126", "076"],
  ["0128", "078"],
  ["0123", "083"],
  ["0124", "084"],
  ["0125", "085"],
  ["0127", "081"],
  ["0129", "082"],
  ["0162", "032"],
  ["0163", "033"],
  ["0164", "034"],
  ["0165", "035"],
  ["0166", "036"],
  ["0167", "037"],
  ["0168", "038"],
  ["0169", "039"],
  ["0186", "056"],
  ["0188", "058"],
  ["0199", "059"],
];

test.each(prefixes)("the old prefix %s is %s since 2018, in every form", (old, modern) => {
  const expected = readPhone(`${modern}1234567`, "VN");
  expect(expected.ok).toBe(true);
  const national = `${old.slice(1)}1234567`;
  for (const form of [
    `0${national}`,
    national,
    `84${national}`,
    `+84${national}`,
    `0084${national}`,
  ]) {
    expect(readPhone(form, "VN")).toEqual(expected);
  }
});

test.each([
  ["•••• ••• 567"],
  ["091234****"],
  ["(+84)91****678"],
  ["09xx345678"],
  ["0912345678 ext 5"],
  ["0912345678 - 0987654321"],
  ["09123456789"],
  ["0912 345 67"],
  ["0601234567"],
  ["01851234567"],
  ["1900 1234"],
  ["8.49E+10"],
  ["0912345678.0"],
  ["call me"],
  [""],
  ["+"],
  ["+84"],
  ["+1 000 000 0000"],
  ["+1 555 555 5555"],
  ["+1 055 123 4567"],
  ["+1 555 0100"],
])("%s is refused", (text) => {
  expect(readPhone(text, "VN")).toEqual(refused);
});

test("other countries are read by their own rules", () => {
  expect(readPhone("+1 (202) 555-0143", "VN")).toEqual(ok("+12025550143"));
  expect(readPhone("(202) 555-0143", "US")).toEqual(ok("+12025550143"));
  expect(readPhone("020 7946 0958", "GB")).toEqual(ok("+442079460958"));
  expect(readPhone("+84 166 234 5678", "US")).toEqual(ok("+84362345678"));
});

test("a prefix that a country gave out since, or only in films, is known by its length", () => {
  expect(readPhone("+1 555 123 4567", "VN")).toEqual(ok("+15551234567"));
  expect(readPhone("555-010-0001", "US")).toEqual(ok("+15550100001"));
});

test("landlines are read; 084 is a mobile prefix as well as the country", () => {
  expect(readPhone("028 3822 1234", "VN")).toEqual(ok("+842838221234"));
  expect(readPhone("0842345678", "VN")).toEqual(ok("+84842345678"));
  expect(readPhone("842345678", "VN")).toEqual(ok("+84842345678"));
});

test("a number is shown in the shop's own grouping, and abroad with its country", () => {
  expect(showPhone("+84912345678")).toBe("0912 345 678");
  expect(showPhone("+842838221234")).toBe("028 3822 1234");
  expect(showPhone("+12025550143")).toBe("+1 202 555 0143");
  expect(showPhone("+12025550143", "US")).toBe("(202) 555-0143");
});

test("a masked number keeps its last three digits", () => {
  expect(maskPhone("+84912345567")).toBe("•••• ••• 567");
});

test("the last digits typed, with any spacing, begin the reversed number", () => {
  expect(phoneDigitsReversed("+84912345678")).toBe("87654321948");
  expect(phoneDigitsReversed("+84912345678").startsWith(phoneDigitsReversed("45 678"))).toBe(true);
});

test("what was read is read the same again, and shown and read back too", () => {
  const mobile = fc
    .tuple(fc.constantFrom("3", "5", "7", "8", "9"), fc.stringMatching(/^\d{8}$/))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(mobile, (national) => {
      const e164 = `+84${national}`;
      expect(readPhone(`0${national}`, "VN")).toEqual(ok(e164));
      expect(readPhone(showPhone(e164), "VN")).toEqual(ok(e164));
    }),
  );
});

test("any text is read or refused, never a defect", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const phone = readPhone(text, "VN");
      if (phone.ok) expect(phone.value).toMatch(/^\+\d{6,15}$/);
    }),
  );
});
