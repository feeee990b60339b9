import fc from "fast-check";
import { expect, test } from "vitest";
import { maskEmail, readEmail } from "../../../shared/domain/identity/email.ts";
import { type IdentityKind, readIdentity } from "../../../shared/domain/identity/identity.ts";
import { err, ok } from "../../../shared/kernel/result.ts";

test.each([
  ["  Thu.Ha@Gmail.COM ", "thu.ha@gmail.com"],
  ["thuha+shop@gmail.com", "thuha+shop@gmail.com"],
  ["hà@thư.vn".normalize("NFD"), "hà@thư.vn"],
])("%s is the address %s", (text, email) => {
  expect(readEmail(text)).toEqual(ok(email));
});

test("dots and plus signs tell addresses apart", () => {
  expect(readEmail("thu.ha@gmail.com")).not.toEqual(readEmail("thuha@gmail.com"));
  expect(readEmail("thuha+a@gmail.com")).not.toEqual(readEmail("thuha@gmail.com"));
});

test.each([
  ["t****@gmail.com"],
  ["thuha"],
  ["@gmail.com"],
  ["a b@gmail.com"],
  ["a@b"],
  ["a@@b.vn"],
])("%s is no address", (text) => {
  expect(readEmail(text)).toEqual(err({ kind: "EmailUnreadable" }));
});

test("a hostile address is refused quickly", () => {
  expect(readEmail(`${"a".repeat(100_000)}@${"a-".repeat(100_000)}`).ok).toBe(false);
});

test.each([
  ["thuha@gmail.com", "th•••@gmail.com"],
  ["ha@gmail.com", "h•••@gmail.com"],
])("%s is masked as %s", (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

test.each<[IdentityKind, string, ReturnType<typeof readIdentity>]>([
  ["phone", "0912 345 678", ok({ kind: "phone", value: "+84912345678" })],
  ["phone", "091*", err({ kind: "PhoneUnreadable" })],
  ["email", "A@B.vn", ok({ kind: "email", value: "a@b.vn" })],
  ["card", " qn-00123 ", ok({ kind: "card", value: "QN-00123" })],
  ["card", "abc", err({ kind: "CardUnreadable" })],
  ["card", "x".repeat(65), err({ kind: "CardUnreadable" })],
  ["card", "4111 1111 1111 1111", err({ kind: "CardNumberRefused" })],
  ["card", "4111 1111 1111 1112", ok({ kind: "card", value: "4111 1111 1111 1112" })],
  ["shop", "shopify:Gid_1", ok({ kind: "shop", value: "shopify:Gid_1" })],
  ["shop", " ", err({ kind: "ShopAccountUnreadable" })],
  ["shop", "shopee:th***a", err({ kind: "ShopAccountUnreadable" })],
])("a %s %j is read by its own rule", (kind, value, expected) => {
  expect(readIdentity({ kind, value }, "VN")).toEqual(expected);
});

test("a loyalty card with a valid EAN-13 is taken, also where it passes a bank card's check", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (digits) => {
      const value = withEanDigit(digits);
      expect(readIdentity({ kind: "card", value }, "VN")).toEqual(ok({ kind: "card", value }));
    }),
    { numRuns: 500 },
  );
});

const withEanDigit = (digits: string): string => {
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
};
