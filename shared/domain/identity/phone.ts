import {
  type CountryCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";
import { err, ok, type Result } from "../../kernel/result.ts";

export type PhoneCountry = CountryCode;
export type PhoneUnreadable = { readonly kind: "PhoneUnreadable" };

/**
 * `text` as E.164 ("+84912345678"), read as a number of `defaultCountry` where it names no country.
 *
 * Refuses with `PhoneUnreadable` what is masked, has an extension, holds two numbers or cannot be
 * called. Old eleven-digit Vietnamese mobiles become the number they have had since 2018.
 */
export const readPhone = (
  text: string,
  defaultCountry: PhoneCountry,
): Result<string, PhoneUnreadable> => {
  const parsed = parseDigits(text, defaultCountry);
  if (!parsed) return err({ kind: "PhoneUnreadable" });
  if (parsed.countryCallingCode === "84") return readVietnamese(parsed.nationalNumber);
  return isSomebodys(parsed) ? ok(parsed.number) : err({ kind: "PhoneUnreadable" });
};

/** A till is renewed less often than a country's numbers: a new prefix is known by its length alone. */
const isSomebodys = (phone: PhoneNumber): boolean =>
  phone.isValid() || (phone.isPossible() && !isMadeUp(phone.nationalNumber));

/** "000 000 0000" and "555 555 5555" stand where a form wants a number and there is none. */
const isMadeUp = (national: string): boolean =>
  /^[01]/.test(national) || new Set(national).size < 3;

/** An E.164 number as people of `country` write it: "0912 345 678", or "+1 202 555 0143" abroad. */
export const showPhone = (e164: string, country: PhoneCountry = "VN"): string => {
  const phone = parsePhoneNumberFromString(e164);
  if (!phone) return e164;
  return phone.country === country ? phone.formatNational() : phone.formatInternational();
};

/** Enough of a number to recognise it by and not enough to call it: "•••• ••• 567". */
export const maskPhone = (e164: string): string => `•••• ••• ${e164.slice(-3)}`;

/** The digits of `text` from the last to the first: an index on them finds a number by its end. */
export const phoneDigitsReversed = (text: string): string =>
  [...text.replace(/\D/g, "")].reverse().join("");

/** Digits may be set apart by spaces, dots, dashes, slashes, commas and brackets; nothing else. */
const callable = /^[\s().,/–—-]*\+?[\d\s().,/–—-]+$/;

const parseDigits = (text: string, country: PhoneCountry): PhoneNumber | undefined => {
  // NFKC makes full-width digits plain; spreadsheets put an apostrophe before numbers.
  const plain = text.normalize("NFKC").replace(/\p{Cf}|^\s*'/gu, "");
  if (!callable.test(plain)) return undefined;
  return parsePhoneNumberFromString(plain.replace(/[^+\d]/g, ""), {
    defaultCountry: country,
    extract: false,
  });
};

/** Mobiles have nine digits after the trunk zero, landlines ten; service numbers are nobody's. */
const vietnamese = /^(?:[35789]\d{8}|2\d{9})$/;

const readVietnamese = (national: string): Result<string, PhoneUnreadable> => {
  const modern = modernPrefix(national);
  return vietnamese.test(modern) ? ok(`+84${modern}`) : err({ kind: "PhoneUnreadable" });
};

/** Source: the Ministry of Information and Communications' plan of 15 September 2018. */
const modernByOldPrefix: Readonly<Record<string, string>> = {
  120: "70",
  121: "79",
  122: "77",
  126: "76",
  128: "78",
  123: "83",
  124: "84",
  125: "85",
  127: "81",
  129: "82",
  162: "32",
  163: "33",
  164: "34",
  165: "35",
  166: "36",
  167: "37",
  168: "38",
  169: "39",
  186: "56",
  188: "58",
  199: "59",
};

const modernPrefix = (national: string): string => {
  const modern = national.length === 10 ? modernByOldPrefix[national.slice(0, 3)] : undefined;
  return modern === undefined ? national : modern + national.slice(3);
};
