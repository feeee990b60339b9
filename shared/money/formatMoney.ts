import { assert } from "../kernel/assert.ts";
import { type CurrencyCode, currencyExponent } from "./currency.ts";
import { proportionOfMinor, wholeMinor } from "./money.ts";

/** The two tongues a shop is shown in. */
export type Locale = "vi" | "en";

/** A true minus sign stands in the width of a figure and is not broken from it; a hyphen is. */
const MINUS = "−";

/**
 * An amount as the shop writes it: "479.900 đ", "4.799,00 $" or "479,900 đ", "$4,799.00", "KWD
 * 4.799".
 */
export const formatMoney = (minor: number, currency: CurrencyCode, locale: Locale): string => {
  const sign = minor < 0 ? MINUS : "";
  const [whole, fraction] = splitDigits(Math.abs(minor), currencyExponent(currency));
  const digits = joinDigits(whole, fraction, locale);
  const symbol = symbolByCurrency[currency] ?? currency;
  // The đồng's sign stands after the amount wherever Vietnamese prices are written, also in
  // English.
  if (locale === "vi" || currency === "VND") return `${sign}${digits} ${symbol}`;
  return symbol.length > 1 ? `${sign}${symbol} ${digits}` : `${sign}${symbol}${digits}`;
};

/**
 * A number that is no money, grouped as the shop writes it; fractions up to three digits: "1.284",
 * "1,5".
 */
export const formatNumber = (value: number, locale: Locale): string => {
  assert(Number.isFinite(value), `${value} cannot be shown as a number`);
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(3).split(".");
  const digits = joinDigits(whole, fraction.replace(/0+$/, ""), locale);
  return value < 0 && digits !== "0" ? `${MINUS}${digits}` : digits;
};

/** A quantity in thousandths: "2", "0,35". */
export const formatQuantity = (quantityMilli: number, locale: Locale): string =>
  trimmed(quantityMilli, 3, locale);

/** A rate in basis points: "10%", "8,25%". */
export const formatRate = (rateBps: number, locale: Locale): string =>
  `${trimmed(rateBps, 2, locale)}%`;

/** An amount at a glance, without its currency: "8,4 tr", "8.4M". Below a thousand, as it is. */
export const compact = (minor: number, currency: CurrencyCode, locale: Locale): string => {
  const exponent = currencyExponent(currency);
  const size = Math.abs(wholeMinor(minor));
  const sign = minor < 0 ? MINUS : "";
  if (size < 1_000 * 10 ** exponent) return `${sign}${plain(size, exponent, locale)}`;

  const inParts = (step: Step, part: number) =>
    proportionOfMinor(size, { part, of: step.scale * 10 ** exponent });
  // Chosen after rounding, so that 999.500 is shown as a million and not as a thousand thousands.
  const step = steps.find((candidate) => inParts(candidate, 1_000) >= 1_000) ?? thousand;
  const tenths = inParts(step, 10);
  const shown = tenths < 1_000 ? trimmed(tenths, 1, locale) : trimmed(inParts(step, 1), 0, locale);
  return `${sign}${shown}${step[locale]}`;
};

type Step = { readonly scale: number; readonly vi: string; readonly en: string };

const thousand: Step = { scale: 1_000, vi: "k", en: "K" };
const steps: readonly Step[] = [
  { scale: 1_000_000_000, vi: " tỷ", en: "B" },
  { scale: 1_000_000, vi: " tr", en: "M" },
  thousand,
];

const symbolByCurrency: Readonly<Record<string, string>> = {
  VND: "đ",
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
  KRW: "₩",
  THB: "฿",
  INR: "₹",
  PHP: "₱",
};

/** All its decimals, or none where they are zeros: "4.50", "4". */
const plain = (scaled: number, decimals: number, locale: Locale): string => {
  const [whole, fraction] = splitDigits(scaled, decimals);
  return joinDigits(whole, /^0*$/.test(fraction) ? "" : fraction, locale);
};

const trimmed = (scaled: number, decimals: number, locale: Locale): string => {
  const [whole, fraction] = splitDigits(Math.abs(scaled), decimals);
  const text = joinDigits(whole, fraction.replace(/0+$/, ""), locale);
  return scaled < 0 ? `${MINUS}${text}` : text;
};

/** The digits of `scaled` × 10^-decimals, before and after the point: no float takes part. */
const splitDigits = (scaled: number, decimals: number): [whole: string, fraction: string] => {
  const digits = String(wholeMinor(scaled)).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return [digits.slice(0, point), digits.slice(point)];
};

const joinDigits = (whole: string, fraction: string, locale: Locale): string => {
  const [group, point] = locale === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === "" ? grouped : `${grouped}${point}${fraction}`;
};
