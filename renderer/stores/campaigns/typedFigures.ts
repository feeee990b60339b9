/** Reads an amount as the shop writes it; `undefined` while it is none. */
export type ReadMoney = (typed: string) => number | undefined;

/** Whether something was typed that `read` makes no figure of. */
export const isUnreadable = (typed: string, read: ReadMoney): boolean =>
  typed.trim() !== "" && read(typed) === undefined;

/** A whole number of at most seven figures, with or without dots between the thousands. */
export const readCount = (typed: string): number | undefined => {
  const digits = typed.trim().replace(/(?<=\d)[.,](?=\d{3}(?:\D|$))/gu, "");
  return /^\d{1,7}$/u.test(digits) ? Number(digits) : undefined;
};

/** "1,5" or "2": how many times, from 1 to 20. */
export const readTimes = (typed: string): number | undefined => {
  const times = Number(typed.trim().replace(",", "."));
  return typed.trim() !== "" && times >= 1 && times <= 20 ? times : undefined;
};

/** "12,5" with two places as 1250: digits are moved, nothing is multiplied. */
export const readScaled = (typed: string, places: number): number | undefined => {
  const [match, whole = "", part = ""] = /^\s*(\d{1,3})(?:[.,](\d{1,4}))?\s*$/u.exec(typed) ?? [];
  if (match === undefined || part.length > places) return undefined;
  return Number(whole + part.padEnd(places, "0"));
};

/** How figures are written into fields, as they would be typed in the language on the screen. */
export type WriteFigures = {
  readonly locale: "vi" | "en";
  readonly amount: (minor: number) => string;
};

/** An amount for its field, which is empty where there is none. */
export const writeAmount = (minor: number | undefined, { amount }: WriteFigures): string =>
  minor === undefined ? "" : amount(minor);

/** 1250 with two places as "12,5", in English "12.5": what `readScaled` reads again. */
export const writeScaled = (
  scaled: number,
  places: number,
  { locale }: Pick<WriteFigures, "locale">,
): string => {
  const digits = String(scaled).padStart(places + 1, "0");
  const part = digits.slice(digits.length - places).replace(/0+$/u, "");
  const whole = digits.slice(0, digits.length - places);
  return part === "" ? whole : `${whole}${locale === "vi" ? "," : "."}${part}`;
};
