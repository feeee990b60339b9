import { type BasketLine, type LineChange, MOST_OF_A_LINE } from "../../../stores/till/basket.ts";
import { isTooMany, readQuantity } from "../../../stores/till/typed.ts";
import type { Format } from "../../../words/format.ts";
import type { Words } from "../../../words/vi/vi.ts";

/** The figures of one line, as they are typed. */
export type LineDraft = {
  readonly quantity: string;
  readonly price: string;
  readonly off: string;
  readonly share: string;
};

/** As the line stands. What is not weighed has no weight to be pressed Enter on. */
export const draftOf = (line: BasketLine, format: Format): LineDraft => {
  const { change, shelfPriceMinor } = line;
  return {
    quantity: quantityOf(line, format),
    price: format.amount(change?.kind === "price" ? change.priceMinor : shelfPriceMinor),
    off: change?.kind === "off" ? format.amount(change.discountMinor) : "",
    share: change?.kind === "share" ? format.rate(change.discountBps).replace("%", "") : "",
  };
};

const quantityOf = (
  { soldBy, quantity, quantityMilli, isUnweighed }: BasketLine,
  format: Format,
): string => {
  if (isUnweighed) return "";
  return soldBy === "weight" ? format.quantity(quantityMilli) : String(quantity);
};

const fields = ["quantity", "price", "off", "share"] as const;

export const isSameDraft = (left: LineDraft, right: LineDraft): boolean =>
  fields.every((field) => left[field] === right[field]);

/** The typed quantity without the points between thousands, which a weight has none of. */
export const figureOf = ({ quantity }: LineDraft, { soldBy }: BasketLine): string =>
  soldBy === "weight" ? quantity : quantity.replace(/[.,\s](?=\d{3}\b)/gu, "");

type Said = { readonly words: Words["till"]["basket"]; readonly format: Format };

export const problemText = (
  draft: LineDraft,
  line: BasketLine,
  { words, format }: Said,
): string => {
  const figure = figureOf(draft, line);
  if (isTooMany(figure)) return words.tooMany(format.number(MOST_OF_A_LINE));
  return line.isUnweighed && !readQuantity(figure) ? words.weightMissing : words.unreadable;
};

/** At most one of the three is a change; an untouched price is none. */
export const readChange = (
  { price, off, share }: LineDraft,
  { shelfPriceMinor }: BasketLine,
  format: Format,
): LineChange | undefined | "wrong" => {
  if (off.trim() !== "") {
    const discountMinor = format.readMoney(off);
    return discountMinor === undefined ? "wrong" : { kind: "off", discountMinor };
  }
  if (share.trim() !== "") {
    const discountBps = readPercent(share);
    return discountBps === undefined ? "wrong" : { kind: "share", discountBps };
  }
  const priceMinor = format.readMoney(price);
  if (priceMinor === undefined) return "wrong";
  return priceMinor === shelfPriceMinor ? undefined : { kind: "price", priceMinor };
};

/** "12,5" as 1250 basis points: digits are moved, nothing is multiplied. */
const readPercent = (typed: string): number | undefined => {
  const [match, whole = "", part = ""] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/u.exec(typed) ?? [];
  if (match === undefined) return undefined;
  const bps = Number(whole + part.padEnd(2, "0"));
  return bps > 10_000 ? undefined : bps;
};
