import { readCount } from "../campaigns/typedFigures.ts";
import { readQuantity } from "../till/typed.ts";

export type SoldBy = "unit" | "weight";
export type FigureLocale = "vi" | "en";

/** A weight whose one mark may set thousands apart or part kilograms from grams. */
export type TwoReadings = { readonly grouped: number; readonly decimal: number };

/** Pieces, or kilograms to the gram; nothing left is a count as well. Undefined: no figure, or two. */
export const readStock = (
  typed: string,
  { soldBy, locale }: { readonly soldBy: SoldBy; readonly locale: FigureLocale },
): number | undefined => {
  if (soldBy === "unit") return readCount(typed);
  if (twoReadings(typed, locale)) return undefined;
  const figure = withoutGroups(typed.trim(), locale);
  if (/^0+(?:[.,]0{1,3})?$/u.test(figure)) return 0;
  return readQuantity(figure) === undefined ? undefined : numberOf(figure);
};

/**
 * "1.200" in Vietnamese: 1200 kg as amounts are written, or 1,2 kg as a scale shows it. A thousandfold
 * of stock is not guessed. "0.425" and "12.25" can only be kilograms and grams.
 */
export const twoReadings = (typed: string, locale: FigureLocale): TwoReadings | undefined => {
  const [match, whole = "", rest = ""] = typed.trim().match(groupedOnce[locale]) ?? [];
  return match === undefined
    ? undefined
    : { grouped: Number(whole + rest), decimal: Number(`${whole}.${rest}`) };
};

/** As it is read again: no thousands set apart. */
export const writeStock = (quantity: number | undefined, locale: FigureLocale): string => {
  if (quantity === undefined) return "";
  return locale === "vi" ? String(quantity).replace(".", ",") : String(quantity);
};

const groupedOnce = { vi: /^([1-9]\d{0,2})\.(\d{3})$/u, en: /^([1-9]\d{0,2}),(\d{3})$/u };

/** "1.200,5" or "12.000.000" in Vietnamese: several marks can only be the ones between thousands. */
const withoutGroups = (figure: string, locale: FigureLocale): string => {
  const [group, point] = locale === "vi" ? [".", ","] : [",", "."];
  const [whole = "", ...rest] = figure.split(point);
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/u.test(whole);
  return isGrouped ? [whole.replaceAll(group, ""), ...rest].join(point) : figure;
};

const numberOf = (figure: string): number => Number(figure.replace(",", "."));
