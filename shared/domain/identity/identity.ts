import { err, ok, type Result } from "../../kernel/result.ts";
import { isBankCardNumber } from "../sale/cardNumber.ts";
import { type EmailUnreadable, readEmail } from "./email.ts";
import { type PhoneCountry, type PhoneUnreadable, readPhone } from "./phone.ts";

export const identityKinds = ["phone", "email", "card", "shop"] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** What tells one customer from all others. `value` is normalised: equal texts, same identity. */
export type Identity = { readonly kind: IdentityKind; readonly value: string };

export type IdentityRefusal =
  | PhoneUnreadable
  | EmailUnreadable
  | { readonly kind: "CardUnreadable" }
  | { readonly kind: "CardNumberRefused" }
  | { readonly kind: "ShopAccountUnreadable" };

/** `typed` as an identity, normalised by its kind; phones without a country are of `country`. */
export const readIdentity = (
  typed: Identity,
  country: PhoneCountry,
): Result<Identity, IdentityRefusal> => {
  const value = readValue(typed, country);
  return value.ok ? ok({ kind: typed.kind, value: value.value }) : value;
};

const readValue = (
  { kind, value }: Identity,
  country: PhoneCountry,
): Result<string, IdentityRefusal> => {
  switch (kind) {
    case "phone":
      return readPhone(value, country);
    case "email":
      return readEmail(value);
    case "card":
      return readCard(value);
    case "shop":
      return readShopAccount(value);
  }
};

/**
 * A loyalty card's text, 4 to 64 characters, upper case. Refuses with `CardNumberRefused` the
 * number of a bank card: those are never stored.
 */
export const readCard = (text: string): Result<string, IdentityRefusal> => {
  const card = printable(text).toUpperCase();
  if (isBankCardNumber(card)) return err({ kind: "CardNumberRefused" });
  return card.length >= 4 && card.length <= 64 ? ok(card) : err({ kind: "CardUnreadable" });
};

/** An account of an online shop, "source:id", as that shop writes it: case tells accounts apart. */
const readShopAccount = (text: string): Result<string, IdentityRefusal> => {
  const account = printable(text);
  return account.length >= 1 && account.length <= 200 && !/[*•]/.test(account)
    ? ok(account)
    : err({ kind: "ShopAccountUnreadable" });
};

const printable = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .normalize("NFC")
    .trim();
