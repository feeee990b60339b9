import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { multiplyMilli, subtractMinor } from "../../../../shared/money/money.ts";
import type { FieldReader } from "../fieldReader.ts";
import { orderLine } from "../orderDraft.ts";

export type KiotvietLine = {
  /** What the source calls them, for whoever mends the file. */
  readonly columns: { readonly name: string; readonly quantity: string };
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly priceMinor: number;
  /** Off the price of one. */
  readonly discountMinor: number;
  /** The whole line, where the source tells it. */
  readonly totalMinor: number | undefined;
};

/**
 * A line of KiotViet. What was sold by weight has a part of a unit as its quantity: it becomes one
 * piece at its whole price, with the weight in its name, since an order counts in pieces.
 */
export const kiotvietLine = (line: KiotvietLine, fields: FieldReader): OrderLine => {
  const { priceMinor } = line;
  const milli = quantityMilli(line, fields);
  const offMinor = Math.min(line.discountMinor, priceMinor);
  const grossMinor = multiplyMilli(priceMinor, milli);
  const soldMinor = multiplyMilli(subtractMinor(priceMinor, offMinor), milli);
  const totalMinor = Math.min(line.totalMinor ?? soldMinor, grossMinor);
  const isPieces = milli % 1_000 === 0;
  const name = fields.required(line.name, line.columns.name);
  return orderLine({
    sku: line.sku,
    name: isPieces ? name : `${name} × ${milli / 1_000}`,
    quantity: isPieces ? milli / 1_000 : 1,
    unitPriceMinor: isPieces ? priceMinor : grossMinor,
    discountMinor: subtractMinor(grossMinor, totalMinor),
    totalMinor,
  });
};

const quantityMilli = ({ quantity: text, columns }: KiotvietLine, fields: FieldReader): number => {
  const [, whole = "", fraction = ""] = /^(\d{1,7})(?:[.,](\d{1,15}))?$/.exec(text) ?? [];
  const milli = Number(whole + fraction.padEnd(3, "0").slice(0, 3));
  if (whole !== "" && milli > 0) return milli;
  fields.note({ kind: "QuantityUnreadable", column: columns.quantity, text });
  return 1_000;
};

/** A walk-in buyer is written as one of that name. */
export const kiotvietName = (name: string): string =>
  /^khách (?:lẻ|vãng lai)$/iu.test(name) ? "" : name;

/** A spreadsheet that took a phone for a number lost the zero before it: "912345678.0". */
export const kiotvietPhone = (phone: string): string => {
  const digits = phone.replace(/\.0+$/, "");
  return /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits;
};
