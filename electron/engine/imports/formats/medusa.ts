import type { OrderLine, OrderState } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import type { JsonFormat } from "../json/jsonFormat.ts";
import { type JsonObject, objectsAt, textAt } from "../json/jsonValue.ts";
import { linesAt } from "../json/linesAt.ts";
import { finishedOrder, joinedName, orderLine, unitPrice } from "../orderDraft.ts";
import type { OrderReading } from "../table/tableFormat.ts";

/**
 * An order of Medusa 2's Admin API. Its amounts are in units of the currency and may be finer than
 * money is paid. Medusa 1 counted in minor units; its orders say that they are of the kind "order".
 */
export const medusa: JsonFormat = {
  format: "medusa-json",
  source: "medusa",
  matches: (order) =>
    Array.isArray(order.items) &&
    "display_id" in order &&
    "currency_code" in order &&
    !("object" in order),
  read: (order, reading) => readOrder(order, reading),
};

const readOrder = (order: JsonObject, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const currency = fields.currency(textAt(order, "currency_code"));
  const amount = (key: string) => fields.rounded(textAt(order, key), key);
  const lines = linesAt(order, "items", fields)
    .filter((item) => textAt(item, "quantity") !== "0")
    .map((item) => readLine(item, fields));
  const onLinesMinor = fields.sum(
    lines.map((line) => line.discountMinor),
    "discount_total",
  );
  fields.required(textAt(order, "total"), "total");
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(textAt(order, "id"), "id"),
    number: textAt(order, "display_id"),
    placedAtMs: fields.date(textAt(order, "created_at"), "created_at"),
    updatedAtMs: fields.dateIfAny(textAt(order, "updated_at"), "updated_at"),
    state: stateOf(order, fields),
    currency,
    discountMinor: Math.max(0, subtractMinor(amount("discount_total"), onLinesMinor)),
    shippingMinor: amount("shipping_total"),
    taxMinor: amount("tax_total"),
    totalMinor: amount("total"),
    refundedMinor: fields.rounded(
      textAt(order, "summary", "refunded_total") || textAt(order, "refunded_total"),
      "refunded_total",
    ),
    paidAtMs: capturedAt(order, fields),
    buyer: readBuyer(order, reading),
    lines,
  });
};

const stateOf = (order: JsonObject, fields: FieldReader): OrderState => {
  const isCancelled = textAt(order, "status") === "canceled" || textAt(order, "canceled_at") !== "";
  const text = textAt(order, "payment_status");
  const state = stateByPayment.get(text);
  if (state === undefined) fields.note({ kind: "StateUnknown", text });
  if (isCancelled) return "cancelled";
  const isSent = ["fulfilled", "shipped", "delivered"].includes(
    textAt(order, "fulfillment_status"),
  );
  return state === "paid" && isSent ? "fulfilled" : (state ?? "pending");
};

const stateByPayment: ReadonlyMap<string, OrderState> = new Map(
  Object.entries<OrderState>({
    "": "pending",
    not_paid: "pending",
    awaiting: "pending",
    authorized: "pending",
    partially_authorized: "pending",
    partially_captured: "pending",
    requires_action: "pending",
    captured: "paid",
    partially_refunded: "partially-refunded",
    refunded: "refunded",
    canceled: "cancelled",
  }),
);

const capturedAt = (order: JsonObject, fields: FieldReader): number | undefined => {
  const payments = objectsAt(order, "payment_collections").flatMap((collection) =>
    objectsAt(collection, "payments"),
  );
  const moments = payments.flatMap(
    (payment) => fields.dateIfAny(textAt(payment, "captured_at"), "captured_at") ?? [],
  );
  return moments.length === 0 ? undefined : Math.max(...moments);
};

const readLine = (item: JsonObject, fields: FieldReader): OrderLine => {
  const quantity = fields.quantity(textAt(item, "quantity"), "quantity");
  const unitMinor = fields.rounded(textAt(item, "unit_price"), "unit_price");
  const stated = (key: string) => fields.roundedIfAny(textAt(item, key), key);
  const totalMinor = stated("total") ?? fields.times(unitMinor, quantity, "unit_price");
  const grossMinor = Math.max(stated("original_total") ?? totalMinor, totalMinor);
  const variant = textAt(item, "variant_title");
  const title = fields.required(textAt(item, "product_title") || textAt(item, "title"), "title");
  return orderLine({
    sku: textAt(item, "variant_sku"),
    externalProductId: textAt(item, "variant_id") || textAt(item, "product_id"),
    name: variant === "" || variant === title ? title : `${title} - ${variant}`,
    quantity,
    unitPriceMinor: unitPrice(grossMinor, quantity),
    discountMinor: subtractMinor(grossMinor, totalMinor),
    totalMinor,
  });
};

const readBuyer = (order: JsonObject, { currency }: Reading) => {
  const told = (holder: string, key: string) => textAt(order, holder, key);
  const holders = ["billing_address", "shipping_address", "customer"];
  const names = holders.map((holder) =>
    joinedName(
      { given: told(holder, "first_name"), family: told(holder, "last_name") },
      { country: told("shipping_address", "country_code"), currency },
    ),
  );
  return {
    name: names.find(Boolean),
    phone: holders.map((holder) => told(holder, "phone")).find(Boolean),
    email: textAt(order, "email") || told("customer", "email"),
    shopAccount: textAt(order, "customer_id"),
    address: ["address_1", "address_2", "province", "city"]
      .map((key) => told("shipping_address", key))
      .filter(Boolean)
      .join(", "),
  };
};
