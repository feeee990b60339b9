import type { Quantity } from "./basket.ts";

export type Typed = {
  /** What is looked for, without the quantity before it. */
  readonly text: string;
  readonly quantity: Quantity | undefined;
};

/** Reads "3*893…" as three of it and "0,425*" as 0.425 of it; anything else is looked for. */
export const readTyped = (typed: string): Typed => {
  const [, figure, rest] = /^\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*[*×]\s*(.*)$/su.exec(typed) ?? [];
  if (figure === undefined || rest === undefined) {
    return { text: typed.trim(), quantity: undefined };
  }
  return { text: rest.trim(), quantity: readQuantity(figure) };
};

/** "100000*": a quantity that no line takes. */
export const typesTooMany = (typed: string): boolean =>
  /^\s*\d{6,}(?:[.,]\d*)?\s*[*×]/u.test(typed);

/** The same where nothing but the quantity is typed. */
export const isTooMany = (figure: string): boolean => /^\s*\d{6,}(?:[.,]\d*)?\s*$/u.test(figure);

/** "3" as pieces and as thousandths of a weight; "0,425" as 425 thousandths only. */
export const readQuantity = (figure: string): Quantity | undefined => {
  const match = /^\s*(\d{0,5})(?:[.,](\d{1,3}))?\s*$/u.exec(figure);
  const [, whole = "", thousandths = ""] = match ?? [];
  if (!match || (whole === "" && thousandths === "")) return undefined;
  const quantityMilli = Number(`${whole}${thousandths.padEnd(3, "0")}`);
  if (quantityMilli === 0) return undefined;
  return thousandths === "" ? { quantity: Number(whole), quantityMilli } : { quantityMilli };
};

/** Whether a scanner could have sent it: one run of letters, digits and dashes, long enough. */
export const looksLikeCode = (text: string): boolean =>
  /^[\p{L}\d][\p{L}\d._/-]{2,63}$/u.test(text);

/** A scanned code has a digit in it and no space; words sent fast are still words. */
export const looksScanned = (text: string): boolean => looksLikeCode(text) && /\d/u.test(text);

/** EAN-8 to GTIN-14, by their length alone. */
export const looksLikeBarcode = (text: string): boolean => /^\d{8,14}$/u.test(text);

export const looksLikeDigits = (text: string): boolean => /^\+?[\d\s().-]{2,20}$/u.test(text);
