import { isMasked } from "../../../../shared/domain/order/buyer.ts";
import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import type { JsonFormat } from "../json/jsonFormat.ts";
import { isObject, type JsonObject, objectsAt, textAt } from "../json/jsonValue.ts";
import { linesAt } from "../json/linesAt.ts";
import { finishedOrder, joinedName, orderLine } from "../orderDraft.ts";
import type { OrderReading } from "../table/tableFormat.ts";
import { shopifyState } from "./shopifyState.ts";

const isRestOrder = (order: JsonObject): boolean =>
  "financial_status" in order && "total_price" in order && "id" in order;

/** An order of Sapo, which is Shopify's in shape, with `_on` in the names of its dates. */
export const sapoJson: JsonFormat = {
  format: "sapo-json",
  source: "sapo",
  matches: (order) => isRestOrder(order) && "created_on" in order,
  read: (order, reading) => readOrder(order, reading),
};

/** An order of Haravan, which is Shopify's in shape, with words for what was called off. */
export const haravanJson: JsonFormat = {
  format: "haravan-json",
  source: "haravan",
  matches: (order) => isRestOrder(order) && "cancelled_status" in order,
  read: (order, reading) => readOrder(order, reading),
};

/** An order of Shopify's older REST API. */
export const shopifyRest: JsonFormat = {
  format: "shopify-json",
  source: "shopify",
  matches: isRestOrder,
  read: (order, reading) => readOrder(order, reading),
};

const readOrder = (order: JsonObject, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const currency = fields.currency(textAt(order, "currency"));
  const first = (...keys: readonly string[]): string =>
    keys.map((key) => textAt(order, key)).find(Boolean) ?? "";
  if (first("test") === "true") fields.note({ kind: "TestOrder" });
  const lines = linesAt(order, "line_items", fields).map((line) => readLine(line, fields));
  const onLinesMinor = fields.sum(
    lines.map((line) => line.discountMinor),
    "total_discount",
  );
  const offMinor = fields.moneyOff(first("total_discounts"), "total_discounts");
  const name = first("name");
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(first("id"), "id"),
    number: name === "" || isMasked(name) ? first("order_number", "number") : name,
    placedAtMs: fields.date(first("created_at", "created_on"), "created_at"),
    updatedAtMs: fields.dateIfAny(first("updated_at", "modified_on"), "updated_at"),
    state: shopifyState(
      {
        financial: first("financial_status"),
        fulfillment: first("fulfillment_status"),
        isCancelled:
          first("cancelled_at", "cancelled_on") !== "" || first("cancelled_status") === "cancelled",
      },
      fields,
    ),
    currency,
    discountMinor: Math.max(0, subtractMinor(offMinor, onLinesMinor)),
    shippingMinor: readShipping(order, fields),
    taxMinor: fields.money(first("total_tax"), "total_tax"),
    totalMinor: fields.moneyRequired(first("total_price"), "total_price"),
    refundedMinor: readRefunds(order, fields),
    paidAtMs: readPaidAt(order, fields),
    note: first("note"),
    buyer: readBuyer(order, reading),
    lines,
  });
};

const readLine = (line: JsonObject, fields: FieldReader): OrderLine => {
  const text = (key: string): string => textAt(line, key);
  const quantity = fields.quantity(text("quantity"), "quantity");
  const unitPriceMinor = fields.moneyRequired(text("price"), "price");
  const grossMinor = fields.times(unitPriceMinor, quantity, "price");
  const statedMinor = fields.moneyOff(text("total_discount"), "total_discount");
  const discountMinor = Math.min(statedMinor, grossMinor);
  const variant = text("variant_title");
  const title = text("title");
  const named = variant === "" || variant === "Default Title" ? title : `${title} - ${variant}`;
  return orderLine({
    sku: text("sku"),
    externalProductId: text("variant_id") || text("product_id"),
    name: fields.required(title === "" ? text("name") : named, "title"),
    quantity,
    unitPriceMinor,
    discountMinor,
    totalMinor: subtractMinor(grossMinor, discountMinor),
  });
};

const readShipping = (order: JsonObject, fields: FieldReader): number => {
  const total =
    textAt(order, "total_shipping_price_set", "shop_money", "amount") ||
    textAt(order, "total_shipping_price");
  if (total !== "") return fields.money(total, "total_shipping_price");
  const prices = objectsAt(order, "shipping_lines").map((line) => textAt(line, "price"));
  return fields.sum(
    prices.map((price) => fields.money(price, "shipping_lines")),
    "shipping_lines",
  );
};

/** What the shop sums up itself, else the payments that went back. */
const readRefunds = (order: JsonObject, fields: FieldReader): number => {
  const total = textAt(order, "total_refunded");
  if (total !== "") return fields.moneyOff(total, "total_refunded");
  const payments = objectsAt(order, "refunds").flatMap((refund) =>
    objectsAt(refund, "transactions"),
  );
  const amounts = payments
    .filter((payment) => textAt(payment, "kind") === "refund" && hasSucceeded(payment))
    .map((payment) => fields.moneyOff(textAt(payment, "amount"), "refunds"));
  return fields.sum(amounts, "refunds");
};

const readPaidAt = (order: JsonObject, fields: FieldReader): number | undefined => {
  const payments = objectsAt(order, "transactions").filter(
    (payment) => ["sale", "capture"].includes(textAt(payment, "kind")) && hasSucceeded(payment),
  );
  const moments = payments.flatMap((payment) => {
    const text = textAt(payment, "processed_at") || textAt(payment, "created_at");
    return fields.dateIfAny(text || textAt(payment, "created_on"), "transactions") ?? [];
  });
  return moments.length === 0 ? undefined : Math.max(...moments);
};

/** Haravan leaves the status of its own payments blank. */
const hasSucceeded = (payment: JsonObject): boolean =>
  ["success", ""].includes(textAt(payment, "status"));

const readBuyer = (order: JsonObject, { currency }: Reading) => {
  const told = (key: string) => (holder: string) => textAt(order, holder, key);
  const places = ["billing_address", "shipping_address"];
  const halves = { given: told("first_name")("customer"), family: told("last_name")("customer") };
  const country = told("country_code")("billing_address");
  const consent = textAt(order, "buyer_accepts_marketing");
  const shipTo = isObject(order.shipping_address) ? "shipping_address" : "billing_address";
  return {
    name: places.map(told("name")).find(Boolean) ?? joinedName(halves, { country, currency }),
    phone: textAt(order, "phone") || ["customer", ...places].map(told("phone")).find(Boolean),
    email: textAt(order, "email") || told("email")("customer"),
    address: ["address1", "ward", "district", "city", "province"]
      .map((key) => told(key)(shipTo))
      .filter(Boolean)
      .join(", "),
    shopAccount: told("id")("customer"),
    acceptsMarketing: consent === "" ? undefined : consent === "true",
  };
};
