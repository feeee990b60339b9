import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import type { FieldReader } from "../fieldReader.ts";
import { orderLine, unitPrice } from "../orderDraft.ts";

export type WooLineTexts = {
  readonly name: string;
  readonly sku: string;
  readonly productId: string;
  readonly quantity: string;
  /** Before and after the discount, both without tax. */
  readonly subtotal: string;
  readonly total: string;
};

/**
 * A line of WooCommerce, which tells whole amounts. The price of one is the subtotal divided by
 * the quantity, rounded half away from zero; the line's total stays exact.
 */
export const wooLine = (texts: WooLineTexts, fields: FieldReader): OrderLine => {
  const quantity = fields.quantity(texts.quantity, "quantity");
  const totalMinor = fields.moneyRequired(texts.total, "total");
  const statedMinor = fields.moneyIfAny(texts.subtotal, "subtotal") ?? totalMinor;
  const grossMinor = Math.max(statedMinor, totalMinor);
  return orderLine({
    sku: texts.sku,
    externalProductId: texts.productId,
    name: fields.required(texts.name, "name"),
    quantity,
    unitPriceMinor: unitPrice(grossMinor, quantity),
    discountMinor: subtractMinor(grossMinor, totalMinor),
    totalMinor,
  });
};

/** What `discount_total` tells beyond the lines, off which WooCommerce takes coupons itself. */
export const discountBesides = (
  stated: string,
  lines: readonly OrderLine[],
  fields: FieldReader,
): number => {
  const statedMinor = fields.moneyOff(stated, "discount_total");
  const onLinesMinor = fields.sum(
    lines.map((line) => line.discountMinor),
    "discount_total",
  );
  return Math.max(0, subtractMinor(statedMinor, onLinesMinor));
};
