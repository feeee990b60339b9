import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import type { JsonFormat } from "../json/jsonFormat.ts";
import { isObject, type JsonObject, objectsAt, textAt } from "../json/jsonValue.ts";
import { linesAt } from "../json/linesAt.ts";
import { finishedOrder, joinedName } from "../orderDraft.ts";
import type { OrderReading } from "../table/tableFormat.ts";
import { htmlText } from "./htmlText.ts";
import { discountBesides, wooLine } from "./wooLine.ts";
import { wooState } from "./wooState.ts";

/** An order of WooCommerce's REST API v3. Numbers may come as texts and the reverse. */
export const wooJson: JsonFormat = {
  format: "woocommerce-json",
  source: "woocommerce",
  matches: (order) =>
    Array.isArray(order.line_items) &&
    isObject(order.billing) &&
    "status" in order &&
    !("financial_status" in order),
  read: (order, reading) => readOrder(order, reading),
};

const readOrder = (order: JsonObject, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const currency = fields.currency(textAt(order, "currency"));
  const text = (key: string): string => textAt(order, key);
  const lines = linesAt(order, "line_items", fields).map((line) => readLine(line, fields));
  const totalMinor = fields.moneyRequired(text("total"), "total");
  const refunds = objectsAt(order, "refunds").map((refund) => textAt(refund, "total"));
  const refundedMinor = fields.sum(
    refunds.map((amount) => fields.moneyOff(amount, "refunds")),
    "refunds",
  );
  const moment = (key: string) => fields.dateIfAny(dateText(order, key), key);
  const paidAtMs = moment("date_paid");
  const paymentMethod = text("payment_method");
  const isPaid = paidAtMs !== undefined;
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(text("id"), "id"),
    number: text("number"),
    placedAtMs: fields.date(dateText(order, "date_created"), "date_created"),
    updatedAtMs: moment("date_modified"),
    knownMoments: [paidAtMs, moment("date_completed")],
    state: wooState({ status: text("status"), paymentMethod, isPaid, totalMinor, refundedMinor }),
    currency,
    discountMinor: discountBesides(text("discount_total"), lines, fields),
    shippingMinor: fields.money(text("shipping_total"), "shipping_total"),
    taxMinor: fields.money(text("total_tax"), "total_tax"),
    totalMinor,
    refundedMinor,
    paidAtMs,
    note: text("customer_note"),
    buyer: readBuyer(order, reading),
    lines,
  });
};

/** The `_gmt` dates bear no mark of being UTC; the others are the shop's local time. */
const dateText = (order: JsonObject, key: string): string => {
  const utc = textAt(order, `${key}_gmt`);
  const isMarked = /Z$|[+-]\d{2}:?\d{2}$/.test(utc);
  return utc === "" ? textAt(order, key) : isMarked ? utc : `${utc}Z`;
};

const readLine = (line: JsonObject, fields: FieldReader): OrderLine => {
  const text = (key: string): string => textAt(line, key);
  const variation = text("variation_id");
  return wooLine(
    {
      name: htmlText(text("name")),
      sku: text("sku"),
      productId: variation === "" || variation === "0" ? text("product_id") : variation,
      quantity: text("quantity"),
      subtotal: text("subtotal"),
      total: text("total"),
    },
    fields,
  );
};

const readBuyer = (order: JsonObject, { currency }: Reading) => {
  const billing = (key: string): string => textAt(order, "billing", key);
  const halves = { given: billing("first_name"), family: billing("last_name") };
  const account = textAt(order, "customer_id");
  return {
    name: joinedName(halves, { country: billing("country"), currency }),
    phone: billing("phone") || textAt(order, "shipping", "phone"),
    email: billing("email"),
    address: [billing("address_1"), billing("address_2"), billing("city"), billing("state")]
      .filter(Boolean)
      .join(", "),
    shopAccount: account === "0" ? "" : account,
  };
};
