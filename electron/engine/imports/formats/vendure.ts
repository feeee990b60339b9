import type { OrderLine, OrderState } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import type { JsonFormat } from "../json/jsonFormat.ts";
import { type JsonObject, objectsAt, textAt } from "../json/jsonValue.ts";
import { linesAt } from "../json/linesAt.ts";
import { finishedOrder, joinedName, orderLine, unitPrice } from "../orderDraft.ts";
import type { OrderReading } from "../table/tableFormat.ts";

/** An order of Vendure's Admin API. Its amounts are hundredths, also where a currency has none. */
export const vendure: JsonFormat = {
  format: "vendure-json",
  source: "vendure",
  matches: (order) =>
    Array.isArray(order.lines) &&
    "totalWithTax" in order &&
    "code" in order &&
    "state" in order &&
    "currencyCode" in order,
  read: (order, reading) => readOrder(order, reading),
};

const readOrder = (order: JsonObject, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const currency = fields.currency(textAt(order, "currencyCode"));
  const amount = (key: string) => fields.hundredths(textAt(order, key), key);
  const lines = linesAt(order, "lines", fields).filter(isOrdered);
  const totalMinor = amount("totalWithTax");
  const payments = objectsAt(order, "payments").filter(isSettled);
  const refundedMinor = refundsOf(payments, fields);
  const code = fields.required(textAt(order, "code"), "code");
  const paidAtMs = latestPayment(payments, fields);
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.idIfAny(textAt(order, "id")) || code,
    number: code,
    placedAtMs: fields.date(placedAtOf(order), "orderPlacedAt"),
    updatedAtMs: fields.dateIfAny(textAt(order, "updatedAt"), "updatedAt"),
    state: stateOf(
      { text: textAt(order, "state"), totalMinor, refundedMinor },
      paidMinorOf(payments, fields) >= totalMinor,
      fields,
    ),
    currency,
    discountMinor: discountBesides(lines, fields),
    shippingMinor: amount("shippingWithTax"),
    taxMinor: Math.max(0, subtractMinor(totalMinor, amount("total"))),
    totalMinor,
    refundedMinor,
    paidAtMs,
    buyer: readBuyer(order, reading),
    lines: lines.map((line) => readLine(line, fields)),
  });
};

/** A cart has no moment of ordering yet. */
const placedAtOf = (order: JsonObject): string =>
  textAt(order, "orderPlacedAt") || textAt(order, "createdAt");

/** A line that was taken out again stays with no pieces. */
const isOrdered = (line: JsonObject): boolean => textAt(line, "quantity") !== "0";

const isSettled = (payment: JsonObject): boolean => textAt(payment, "state") === "Settled";

const paidMinorOf = (payments: readonly JsonObject[], fields: FieldReader): number =>
  fields.sum(
    payments.map((payment) => fields.hundredths(textAt(payment, "amount"), "payments")),
    "payments",
  );

const refundsOf = (payments: readonly JsonObject[], fields: FieldReader): number => {
  const refunds = payments.flatMap((payment) => objectsAt(payment, "refunds"));
  const made = refunds.filter((refund) => textAt(refund, "state") !== "Failed");
  return fields.sum(
    made.map((refund) => fields.hundredths(textAt(refund, "total"), "refunds")),
    "refunds",
  );
};

const latestPayment = (
  payments: readonly JsonObject[],
  fields: FieldReader,
): number | undefined => {
  const moments = payments.flatMap(
    (payment) => fields.dateIfAny(textAt(payment, "createdAt"), "payments") ?? [],
  );
  return moments.length === 0 ? undefined : Math.max(...moments);
};

type Status = {
  readonly text: string;
  readonly totalMinor: number;
  readonly refundedMinor: number;
};

const stateOf = (status: Status, isPaid: boolean, fields: FieldReader): OrderState => {
  const { text, totalMinor, refundedMinor } = status;
  const stage = stageByState.get(text);
  if (stage === undefined) fields.note({ kind: "StateUnknown", text });
  if (stage === "cancelled") return "cancelled";
  if (stage === undefined || stage === "cart" || !isPaid) return "pending";
  if (refundedMinor > 0) return refundedMinor < totalMinor ? "partially-refunded" : "refunded";
  return stage;
};

type Stage = "cart" | "paid" | "fulfilled" | "cancelled";

const stageByState: ReadonlyMap<string, Stage> = new Map(
  Object.entries<Stage>({
    Created: "cart",
    Draft: "cart",
    AddingItems: "cart",
    ArrangingPayment: "cart",
    PaymentAuthorized: "cart",
    PaymentSettled: "paid",
    ArrangingAdditionalPayment: "paid",
    Modifying: "paid",
    PartiallyShipped: "paid",
    PartiallyDelivered: "paid",
    Shipped: "fulfilled",
    Delivered: "fulfilled",
    Cancelled: "cancelled",
  }),
);

const readLine = (line: JsonObject, fields: FieldReader): OrderLine => {
  const amount = (key: string) => fields.hundredths(textAt(line, key), key);
  const quantity = fields.quantity(textAt(line, "quantity"), "quantity");
  const totalMinor = amount("discountedLinePriceWithTax");
  const grossMinor = Math.max(amount("linePriceWithTax"), totalMinor);
  return orderLine({
    sku: textAt(line, "productVariant", "sku"),
    externalProductId: textAt(line, "productVariant", "id"),
    name: fields.required(textAt(line, "productVariant", "name"), "productVariant.name"),
    quantity,
    unitPriceMinor: unitPrice(grossMinor, quantity),
    discountMinor: subtractMinor(grossMinor, totalMinor),
    totalMinor,
  });
};

/** What was taken off the whole order is spread over the lines' prorated prices. */
const discountBesides = (lines: readonly JsonObject[], fields: FieldReader): number => {
  const sumOf = (key: string) =>
    fields.sum(
      lines.map((line) => fields.hundredths(textAt(line, key), key)),
      key,
    );
  if (lines.some((line) => textAt(line, "proratedLinePriceWithTax") === "")) return 0;
  const before = sumOf("discountedLinePriceWithTax");
  return Math.max(0, subtractMinor(before, sumOf("proratedLinePriceWithTax")));
};

const readBuyer = (order: JsonObject, { currency }: Reading) => {
  const told = (holder: string, key: string) => textAt(order, holder, key);
  const halves = { given: told("customer", "firstName"), family: told("customer", "lastName") };
  const country = told("shippingAddress", "countryCode");
  const places = ["billingAddress", "shippingAddress"];
  const phones = ["customer", ...places].map((holder) => told(holder, "phoneNumber"));
  return {
    name:
      places.map((place) => told(place, "fullName")).find(Boolean) ||
      joinedName(halves, { country, currency }),
    phone: phones.find(Boolean),
    email: told("customer", "emailAddress"),
    shopAccount: told("customer", "id"),
    address: ["streetLine1", "streetLine2", "province", "city"]
      .map((key) => told("shippingAddress", key))
      .filter(Boolean)
      .join(", "),
  };
};
