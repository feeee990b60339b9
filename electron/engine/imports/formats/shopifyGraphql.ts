import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import type { JsonFormat } from "../json/jsonFormat.ts";
import { at, type JsonObject, objectsAt, textAt } from "../json/jsonValue.ts";
import { linesAt } from "../json/linesAt.ts";
import { finishedOrder, joinedName, orderLine } from "../orderDraft.ts";
import type { OrderReading } from "../table/tableFormat.ts";
import { shopifyState } from "./shopifyState.ts";

/** An order of Shopify's Admin GraphQL API, from a page of a query or from a bulk export. */
export const shopifyGraphql: JsonFormat = {
  format: "shopify-json",
  source: "shopify",
  matches: (order) =>
    textAt(order, "id").startsWith("gid://shopify/Order/") ||
    ("displayFinancialStatus" in order && "totalPriceSet" in order),
  read: (order, reading) => readOrder(order, reading),
};

const readOrder = (order: JsonObject, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const text = (...keys: readonly string[]): string => textAt(order, ...keys);
  const amount = (key: string): string => text(key, "shopMoney", "amount");
  const currency = fields.currency(
    text("totalPriceSet", "shopMoney", "currencyCode") || text("currencyCode"),
  );
  if (text("test") === "true") fields.note({ kind: "TestOrder" });
  if (text("lineItems", "pageInfo", "hasNextPage") === "true")
    fields.note({ kind: "LinesIncomplete" });
  const lines = linesAt(order, "lineItems", fields).map((line) => readLine(line, fields));
  const onLinesMinor = fields.sum(
    lines.map((line) => line.discountMinor),
    "discountAllocations",
  );
  const offMinor = fields.moneyOff(amount("totalDiscountsSet"), "totalDiscountsSet");
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(text("legacyResourceId") || shortId(text("id")), "id"),
    number: text("name"),
    placedAtMs: fields.date(text("createdAt"), "createdAt"),
    updatedAtMs: fields.dateIfAny(text("updatedAt"), "updatedAt"),
    state: shopifyState(
      {
        financial: text("displayFinancialStatus"),
        fulfillment: text("displayFulfillmentStatus"),
        isCancelled: text("cancelledAt") !== "",
      },
      fields,
    ),
    currency,
    discountMinor: Math.max(0, subtractMinor(offMinor, onLinesMinor)),
    shippingMinor: fields.money(amount("totalShippingPriceSet"), "totalShippingPriceSet"),
    taxMinor: fields.money(amount("totalTaxSet"), "totalTaxSet"),
    totalMinor: fields.moneyRequired(amount("totalPriceSet"), "totalPriceSet"),
    refundedMinor: fields.moneyOff(amount("totalRefundedSet"), "totalRefundedSet"),
    paidAtMs: readPaidAt(order, fields),
    note: text("note"),
    buyer: readBuyer(order, reading),
    lines,
  });
};

const readLine = (line: JsonObject, fields: FieldReader): OrderLine => {
  const text = (...keys: readonly string[]): string => textAt(line, ...keys);
  const quantity = fields.quantity(text("quantity"), "quantity");
  const priceText = text("originalUnitPriceSet", "shopMoney", "amount");
  const unitPriceMinor = fields.moneyRequired(priceText, "originalUnitPriceSet");
  const grossMinor = fields.times(unitPriceMinor, quantity, "originalUnitPriceSet");
  const shares = objectsAt(line, "discountAllocations").map((share) =>
    fields.moneyOff(
      textAt(share, "allocatedAmountSet", "shopMoney", "amount"),
      "discountAllocations",
    ),
  );
  const discountMinor = Math.min(fields.sum(shares, "discountAllocations"), grossMinor);
  const variant = text("variantTitle");
  const title = fields.required(text("title") || text("name"), "title");
  return orderLine({
    sku: text("sku"),
    externalProductId: shortId(text("variant", "id") || text("product", "id")),
    name: variant === "" || variant === "Default Title" ? title : `${title} - ${variant}`,
    quantity,
    unitPriceMinor,
    discountMinor,
    totalMinor: subtractMinor(grossMinor, discountMinor),
  });
};

/** gid://shopify/Order/5663957713180 is the same order as 5663957713180 in other exports. */
const shortId = (id: string): string => id.split("/").at(-1)?.split("?")[0] ?? "";

const readPaidAt = (order: JsonObject, fields: FieldReader): number | undefined => {
  const payments = objectsAt(order, "transactions").filter(
    (payment) =>
      ["SALE", "CAPTURE"].includes(textAt(payment, "kind")) &&
      textAt(payment, "status") === "SUCCESS",
  );
  const moments = payments.flatMap(
    (payment) => fields.dateIfAny(textAt(payment, "processedAt"), "transactions") ?? [],
  );
  return moments.length === 0 ? undefined : Math.max(...moments);
};

const readBuyer = (order: JsonObject, { currency }: Reading) => {
  const text = (...keys: readonly string[]): string => textAt(order, ...keys);
  const shipTo = at(order, "shippingAddress") ?? at(order, "billingAddress");
  const halves = { given: text("customer", "firstName"), family: text("customer", "lastName") };
  const country = textAt(shipTo, "countryCodeV2");
  const consent = text("customer", "defaultEmailAddress", "marketingState");
  return {
    name:
      text("billingAddress", "name") ||
      textAt(shipTo, "name") ||
      joinedName(halves, { country, currency }),
    phone:
      text("phone") ||
      text("customer", "defaultPhoneNumber", "phoneNumber") ||
      textAt(shipTo, "phone"),
    email: text("email") || text("customer", "defaultEmailAddress", "emailAddress"),
    address: ["address1", "address2", "city", "province"]
      .map((key) => textAt(shipTo, key))
      .filter(Boolean)
      .join(", "),
    shopAccount: shortId(text("customer", "id")),
    acceptsMarketing: consent === "" ? undefined : consent === "SUBSCRIBED",
  };
};
