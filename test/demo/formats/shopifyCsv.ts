import Papa from "papaparse";
import { goodsMinor, type OnlineOrder, totalMinor } from "../onlineOrders.ts";
import { localMoment } from "./localMoment.ts";

/** The CSV that Shopify's admin exports: one row a line item, the order's own fields on its first. */
export const shopifyCsv = (orders: readonly OnlineOrder[]): string => {
  const rows = orders.flatMap((order) => [firstRow(order), ...continuationRows(order)]);
  return `${Papa.unparse({ fields: [...header], data: rows }, { newline: "\n" })}\n`;
};

type Row = Readonly<Record<string, string>>;

const firstRow = (order: OnlineOrder): Row => ({
  ...everyRow(order, 0),
  ...money(order),
  ...progress(order),
  ...address("Billing", order),
  ...address("Shipping", order),
  Currency: "VND",
  "Accepts Marketing": order.place % 3 === 0 ? "yes" : "no",
  "Shipping Method": "Giao hàng tiêu chuẩn",
  Notes: order.place % 11 === 0 ? "Giao giờ hành chính\nGọi trước khi tới" : "",
  "Payment Method": order.place % 2 === 0 ? "Cash on Delivery (COD)" : "Bank Deposit",
  "Payment Reference": `#${1001 + order.place}.1`,
  "Payment ID": `#${1001 + order.place}.1`,
  "Payment References": `#${1001 + order.place}.1`,
  Id: String(5_663_957_713_180 + order.place),
  "Risk Level": "Low",
  Source: "web",
});

const continuationRows = (order: OnlineOrder): readonly Row[] =>
  order.lines.slice(1).map((_, index) => everyRow(order, index + 1));

const everyRow = (order: OnlineOrder, index: number): Row => {
  const line = order.lines[index];
  return {
    Name: `#${1001 + order.place}`,
    Email: order.buyer.email ?? "",
    "Created at": order.flaw === "date" ? "2026-13-45 25:61:00 +0700" : zoned(order.placedAtMs),
    "Lineitem quantity": order.flaw === "quantity" ? "hai" : String(line?.quantity),
    "Lineitem name": line?.name ?? "",
    "Lineitem price": order.flaw === "money" ? "12,5x0" : String(line?.priceMinor),
    "Lineitem sku": line?.sku ?? "",
    "Lineitem requires shipping": "true",
    "Lineitem taxable": "true",
    "Lineitem fulfillment status": order.state === "paid" ? "fulfilled" : "pending",
    "Lineitem discount": "0",
    Vendor: "Tạp hóa Quen",
    Phone: order.buyer.phone ?? "",
  };
};

const money = (order: OnlineOrder): Row => ({
  Subtotal: String(goodsMinor(order) - order.discountMinor),
  Shipping: String(order.shippingMinor),
  Taxes: "0",
  Total: String(totalMinor(order)),
  "Discount Code": order.discountMinor > 0 ? "XINCHAO" : "",
  "Discount Amount": String(order.discountMinor),
  "Refunded Amount": order.state === "refunded" ? String(totalMinor(order)) : "0",
  "Outstanding Balance": order.state === "unpaid" ? String(totalMinor(order)) : "0",
});

const progress = ({ state, placedAtMs }: OnlineOrder): Row => ({
  "Financial Status": statusByState[state],
  "Paid at": state === "paid" || state === "refunded" ? zoned(placedAtMs + 9_000) : "",
  "Fulfillment Status": state === "paid" ? "fulfilled" : "unfulfilled",
  "Fulfilled at": state === "paid" ? zoned(placedAtMs + 86_400_000) : "",
  "Cancelled at": state === "cancelled" ? zoned(placedAtMs + 3_600_000) : "",
});

const statusByState: Readonly<Record<OnlineOrder["state"], string>> = {
  paid: "paid",
  unpaid: "pending",
  cancelled: "voided",
  refunded: "refunded",
};

const address = (kind: "Billing" | "Shipping", { buyer, place }: OnlineOrder): Row => {
  const street = `${12 + (place % 240)} Lê Lợi`;
  return {
    [`${kind} Name`]: buyer.name,
    [`${kind} Street`]: street,
    [`${kind} Address1`]: street,
    [`${kind} City`]: "TP. Hồ Chí Minh",
    // Shopify keeps a spreadsheet from eating leading zeros with an apostrophe.
    [`${kind} Zip`]: "'700000",
    [`${kind} Country`]: "VN",
    [`${kind} Phone`]: buyer.phone ?? "",
  };
};

const zoned = (atMs: number): string => `${localMoment(atMs)} +0700`;

const taxColumns = [1, 2, 3, 4, 5].flatMap((place) => [`Tax ${place} Name`, `Tax ${place} Value`]);

const addressColumns = (kind: string): readonly string[] =>
  ["Name", "Street", "Address1", "Address2", "Company", "City", "Zip", "Province", "Country"]
    .concat("Phone")
    .map((field) => `${kind} ${field}`);

const header = [
  ..."Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at".split(","),
  ..."Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code".split(","),
  ..."Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name".split(","),
  ..."Lineitem price,Lineitem compare at price,Lineitem sku".split(","),
  ..."Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status".split(","),
  ...addressColumns("Billing"),
  ...addressColumns("Shipping"),
  ..."Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference".split(","),
  ..."Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id".split(","),
  ..."Tags,Risk Level,Source,Lineitem discount".split(","),
  ...taxColumns,
  ..."Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name".split(","),
  ..."Payment ID,Payment Terms Name,Next Payment Due At,Payment References".split(","),
];
