import { err, ok, type Result } from "../kernel/result.ts";
import { currencyExponent } from "./currency.ts";
import { largestMinor } from "./money.ts";

export type DecimalSeparator = "." | ",";

export type MoneyUnreadable = { readonly kind: "MoneyUnreadable"; readonly text: string };

/** `decimalSeparator` is what the format or the other values of the column have settled. */
export type MoneyReading = {
  readonly currency: string;
  readonly decimalSeparator?: DecimalSeparator | undefined;
};

/**
 * The minor units that `text` says, exactly: digits are moved, nothing is multiplied or rounded.
 *
 * Takes groups of three by point, comma, space or apostrophe, a minus sign, and the currency's own
 * sign or code before or after. Refuses what has two readings ("1.234" in USD, unless the
 * separator is settled), exponents ("1e3"), digits of other scripts, another currency's sign, and
 * decimals that the currency does not have, unless they are zeros.
 */
export const parseMoney = (
  text: string,
  reading: MoneyReading,
): Result<number, MoneyUnreadable> => {
  const exponent = currencyExponent(reading.currency);
  const minor = plainMinor(text, exponent, reading) ?? dressedMinor(text, exponent, reading);
  return minor === undefined ? err({ kind: "MoneyUnreadable", text }) : ok(minor);
};

/**
 * Which separator `text` proves to be the decimal one: "1.234,56" and "1.234.567" prove the comma,
 * "59.89" the point, "1.234" neither. For settling a whole column by its clear values.
 */
export const provenDecimalSeparator = (text: string): DecimalSeparator | undefined => {
  const number = undressed(text)?.number;
  if (number === undefined) return undefined;
  const last = lastMark(number);
  if (last === -1) return undefined;
  const mark = number[last] === "." ? "." : ",";
  const other = mark === "." ? "," : ".";
  if (number.includes(other)) return mark;
  if (number.indexOf(mark) !== last) return other;
  return decimalsAfter(number, last) === 3 && !cannotGroup(number, last) ? undefined : mark;
};

/** Most texts are digits with a point at most; they need no more than a look. */
const plainMinor = (
  text: string,
  exponent: number,
  { decimalSeparator }: MoneyReading,
): number | undefined => {
  if (/^\d{1,10}$/.test(text)) return Number(text + "0".repeat(exponent));
  const match = /^(\d{1,15})\.(\d{1,2})$/.exec(text);
  if (!match || decimalSeparator === ",") return undefined;
  return assembled({ whole: match[1] ?? "", fraction: match[2] ?? "" }, exponent);
};

const dressedMinor = (
  text: string,
  exponent: number,
  reading: MoneyReading,
): number | undefined => {
  const found = undressed(text);
  if (!found || !isSignOf(found.sign, reading.currency)) return undefined;
  const at = decimalPlace(found.number, exponent, reading.decimalSeparator);
  if (at === undefined) return undefined;
  const written = at === -1 ? found.number : found.number.slice(0, at);
  const whole = ungrouped(written);
  if (whole === undefined) return undefined;
  const minor = assembled(
    { whole, fraction: at === -1 ? "" : found.number.slice(at + 1) },
    exponent,
  );
  return minor !== undefined && found.isNegative && minor !== 0 ? -minor : minor;
};

type Undressed = {
  readonly number: string;
  readonly sign: string;
  readonly isNegative: boolean;
};

const shape =
  /^([-−]?) ?([^\d\s.,'’+−-]{0,4}) ?([-−]?)(\d(?:[\d.,' ]*\d)?|\.\d+) ?([^\d\s.,'’+−-]{0,4})$/;

/** The bare number, and the currency's sign or code that stood beside it. */
const undressed = (text: string): Undressed | undefined => {
  if (text.length > 40) return undefined;
  const match = shape.exec(text.trim().replace(/\s/g, " ").replace(/’/g, "'"));
  if (!match) return undefined;
  const [, before = "", left = "", between = "", number = "", right = ""] = match;
  if ((before && between) || (left && right)) return undefined;
  return { number, sign: left || right, isNegative: (before || between) !== "" };
};

const isSignOf = (sign: string, currency: string): boolean =>
  sign === "" ||
  sign === currency ||
  (signsByCurrency[currency] ?? []).includes(sign.toLowerCase());

const signsByCurrency: Readonly<Record<string, readonly string[]>> = {
  VND: ["₫", "đ", "vnd", "vnđ", "vnð", "đồng"],
  USD: ["$", "us$", "usd"],
  EUR: ["€", "eur"],
  GBP: ["£", "gbp"],
  JPY: ["¥", "円", "jpy"],
  CNY: ["¥", "元", "cny"],
  KRW: ["₩", "krw"],
  THB: ["฿", "thb"],
  SGD: ["$", "s$", "sgd"],
  AUD: ["$", "a$", "aud"],
  CAD: ["$", "c$", "cad"],
};

/** Where the decimals begin, -1 where there are none, undefined where two readings are possible. */
const decimalPlace = (
  number: string,
  exponent: number,
  settled: DecimalSeparator | undefined,
): number | undefined => {
  const last = lastMark(number);
  if (last === -1) return -1;
  const mark = number[last] === "." ? "." : ",";
  if (settled !== undefined) return number.includes(settled) ? number.lastIndexOf(settled) : -1;
  if (number.includes(mark === "." ? "," : ".")) return last;
  if (number.indexOf(mark) !== last) return -1;
  if (decimalsAfter(number, last) !== 3 || cannotGroup(number, last)) return last;
  return exponent === 0 ? -1 : undefined;
};

/** "0.234", "1234.567" and "1 234.567": what stands before cannot be a first group of thousands. */
const cannotGroup = (number: string, at: number): boolean =>
  at === 0 || at > 3 || number.startsWith("0") || /[ ']/.test(number);

const ungrouped = (whole: string): string | undefined => {
  if (/^\d*$/.test(whole)) return whole;
  return /^\d{1,3}([., '])\d{3}(?:\1\d{3})*$/.test(whole) ? whole.replace(/\D/g, "") : undefined;
};

const assembled = (
  { whole, fraction }: { readonly whole: string; readonly fraction: string },
  exponent: number,
): number | undefined => {
  if (!/^\d*$/.test(fraction)) return undefined;
  const decimals = fraction.replace(/0+$/, "");
  const digits = whole.replace(/^0+(?=\d)/, "") + decimals.padEnd(exponent, "0");
  if (decimals.length > exponent || digits.length > 15) return undefined;
  const minor = Number(digits);
  return minor > largestMinor ? undefined : minor;
};

const lastMark = (number: string): number =>
  Math.max(number.lastIndexOf("."), number.lastIndexOf(","));

const decimalsAfter = (number: string, at: number): number => number.length - at - 1;
