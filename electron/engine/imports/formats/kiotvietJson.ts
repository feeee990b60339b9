import { FieldReader, type Reading } from "../fieldReader.ts";
import type { JsonFormat } from "../json/jsonFormat.ts";
import { type JsonObject, textAt } from "../json/jsonValue.ts";
import { linesAt } from "../json/linesAt.ts";
import { finishedOrder } from "../orderDraft.ts";
import type { OrderReading } from "../table/tableFormat.ts";
import { kiotvietLine, kiotvietName } from "./kiotvietLine.ts";
import { marketplaceState } from "./marketplaceState.ts";

/**
 * An order (đặt hàng) or an invoice (hóa đơn) of KiotViet's Public API. An invoice that was made
 * from an order is the same purchase later on, so it goes by the order's code.
 */
export const kiotvietJson: JsonFormat = {
  format: "kiotviet-json",
  source: "kiotviet",
  matches: (order) =>
    "purchaseDate" in order &&
    "code" in order &&
    (Array.isArray(order.orderDetails) || Array.isArray(order.invoiceDetails)),
  read: (order, reading) => readOrder(order, reading),
};

const readOrder = (order: JsonObject, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const text = (key: string): string => textAt(order, key);
  const isInvoice = Array.isArray(order.invoiceDetails);
  const details = linesAt(order, isInvoice ? "invoiceDetails" : "orderDetails", fields);
  fields.required(text("total"), "total");
  const totalMinor = fields.rounded(text("total"), "total");
  const code = fields.id(text("code"), "code");
  const isPaid =
    totalMinor > 0 && fields.rounded(text("totalPayment"), "totalPayment") >= totalMinor;
  return finishedOrder(fields, {
    source: reading.source,
    externalId: (isInvoice && text("orderCode")) || code,
    number: code,
    placedAtMs: fields.date(text("purchaseDate"), "purchaseDate"),
    updatedAtMs: fields.dateIfAny(text("modifiedDate"), "modifiedDate"),
    knownMoments: [fields.dateIfAny(text("createdDate"), "createdDate")],
    state: marketplaceState(
      {
        text: stateText(order, isInvoice),
        paymentMethod: text("usingCod") === "true" ? "cod" : "",
        isPaid,
        totalMinor,
        refundedMinor: 0,
      },
      fields,
    ),
    currency: fields.currency("VND"),
    discountMinor: fields.rounded(text("discount"), "discount"),
    // What the carrier is paid is not among what the buyer is asked for.
    shippingMinor: 0,
    taxMinor: fields.rounded(text("totalTax"), "totalTax"),
    totalMinor,
    refundedMinor: 0,
    note: text("description"),
    buyer: readBuyer(order, isInvoice ? "invoiceDelivery" : "orderDelivery"),
    lines: details.map((detail) => readDetail(detail, fields)),
  });
};

/** The words are there too, but a retailer may have changed them; the numbers are fixed. */
const stateText = (order: JsonObject, isInvoice: boolean): string => {
  const words = isInvoice ? invoiceStates : orderStates;
  return words.get(textAt(order, "status")) ?? textAt(order, "statusValue");
};

const orderStates: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    "1": "Phiếu tạm",
    "2": "Đang giao hàng",
    "3": "Hoàn thành",
    "4": "Đã hủy",
    "5": "Đã xác nhận",
  }),
);

const invoiceStates: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    "1": "Hoàn thành",
    "2": "Đã hủy",
    "3": "Đang xử lý",
    "5": "Giao hàng thất bại",
  }),
);

const readDetail = (detail: JsonObject, fields: FieldReader) =>
  kiotvietLine(
    {
      columns: { name: "productName", quantity: "quantity" },
      sku: textAt(detail, "productCode"),
      name: textAt(detail, "productName"),
      quantity: textAt(detail, "quantity"),
      priceMinor: fields.rounded(textAt(detail, "price"), "price"),
      discountMinor: fields.rounded(textAt(detail, "discount"), "discount"),
      totalMinor: fields.roundedIfAny(textAt(detail, "subTotal"), "subTotal"),
    },
    fields,
  );

const readBuyer = (order: JsonObject, delivery: string) => {
  const at = (key: string) => textAt(order, delivery, key);
  return {
    name: kiotvietName(textAt(order, "customerName")) || at("receiver"),
    phone: at("contactNumber"),
    shopAccount: textAt(order, "customerCode"),
    address: [at("address"), at("wardName"), at("locationName")].filter(Boolean).join(", "),
  };
};
