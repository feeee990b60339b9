import Papa from "papaparse";
import { sumMinor } from "../../../shared/money/money.ts";
import { goodsMinor, type OnlineLine, type OnlineOrder } from "../onlineOrders.ts";
import { localMoment } from "./localMoment.ts";
import { maskedName } from "./masked.ts";

/**
 * TikTok Shop's `OrderSKUList` as CSV: English headings, a second row that describes them, a tab
 * after ids and times so that a spreadsheet leaves them alone, day before month.
 */
export const tiktokCsv = (orders: readonly OnlineOrder[]): string => {
  const rows = orders.flatMap((order) =>
    order.lines.map((line, index) => row(order, { line, index })),
  );
  const cells = rows.map((fields) => header.map((name) => fields[name] ?? ""));
  return `\uFEFF${Papa.unparse([header, descriptions, ...cells], { newline: "\r\n" })}\r\n`;
};

type Row = Readonly<Record<string, string>>;
type LinePlace = { readonly line: OnlineLine; readonly index: number };

const row = (order: OnlineOrder, { line, index }: LinePlace): Row => ({
  "Order ID": `${582_836_886_500 + order.place}426351\t`,
  "Order Status": statusByState[order.state],
  "Cancelation/Return Type": order.state === "cancelled" ? "Cancel" : "",
  "Normal or Pre-order": "Normal",
  "SKU ID": `172938475610${String(order.place * 10 + index).padStart(7, "0")}\t`,
  "Seller SKU": line.sku,
  "Product Name": line.name,
  Variation: "Mặc định",
  Quantity: order.flaw === "quantity" ? "hai" : String(line.quantity),
  "Sku Quantity of return": order.state === "refunded" ? String(line.quantity) : "0",
  ...money(order, { line, index }),
  ...times(order),
  ...buyer(order),
  "Payment Method": "Thanh toán khi giao hàng",
  "Order Channel": "Product cards",
});

const money = (order: OnlineOrder, { line, index }: LinePlace): Row => {
  const fullMinor = line.priceMinor * line.quantity;
  const offMinor = index === 0 ? order.discountMinor : 0;
  const orderMinor = sumMinor([goodsMinor(order), -order.discountMinor]);
  return {
    "SKU Unit Original Price": order.flaw === "money" ? "12,5x0" : String(line.priceMinor),
    "SKU Subtotal Before Discount": order.flaw === "money" ? "1e5" : String(fullMinor),
    "SKU Platform Discount": "0",
    "SKU Seller Discount": String(offMinor),
    "SKU Subtotal After Discount": String(sumMinor([fullMinor, -offMinor])),
    "Shipping Fee After Discount": "0",
    "Order Amount": String(orderMinor),
    "Order Refund Amount": order.state === "refunded" ? String(orderMinor) : "0",
  };
};

const times = ({ placedAtMs, state, flaw }: OnlineOrder): Row => ({
  "Created Time": flaw === "date" ? "45/13/2026 27:00:00\t" : dayFirst(placedAtMs),
  "Paid Time": state === "unpaid" || state === "cancelled" ? "" : dayFirst(placedAtMs + 10_000),
  "Delivered Time": state === "paid" ? dayFirst(placedAtMs + 259_200_000) : "",
  "Cancelled Time": state === "cancelled" ? dayFirst(placedAtMs + 7_200_000) : "",
});

const buyer = ({ buyer: { name, username, phone = "00" } }: OnlineOrder): Row => ({
  "Buyer Username": username.replace("_", "."),
  Recipient: maskedName(name),
  "Phone #": `(+84)9******${phone.slice(-2)}`,
  Country: "Vietnam",
  Province: "Hồ Chí Minh",
  District: "Quận 1",
  Commune: "Phường Bến Nghé",
  "Detail Address": "***",
});

const statusByState: Readonly<Record<OnlineOrder["state"], string>> = {
  paid: "Đã hoàn tất",
  unpaid: "Chờ thanh toán",
  cancelled: "Đã hủy",
  refunded: "Đã hoàn tất",
};

const dayFirst = (atMs: number): string => {
  const [day = "", time = ""] = localMoment(atMs).split(" ");
  return `${day.split("-").reverse().join("/")} ${time}\t`;
};

const header = `Order ID|Order Status|Order Substatus|Cancelation/Return Type|Normal or Pre-order
SKU ID|Seller SKU|Product Name|Variation|Quantity|Sku Quantity of return|SKU Unit Original Price
SKU Subtotal Before Discount|SKU Platform Discount|SKU Seller Discount|SKU Subtotal After Discount
Shipping Fee After Discount|Original Shipping Fee|Shipping Fee Seller Discount
Shipping Fee Platform Discount|Payment platform discount|Taxes|Order Amount|Order Refund Amount
Created Time|Paid Time|RTS Time|Shipped Time|Delivered Time|Cancelled Time|Cancel By|Cancel Reason
Fulfillment Type|Warehouse Name|Tracking ID|Delivery Option|Shipping Provider Name|Buyer Message
Buyer Username|Recipient|Phone #|Country|Province|District|Commune|Detail Address
Additional address information|Payment Method|Weight(kg)|Product Category|Package ID|Seller Note
Checked Status|Checked Marked by|Order Channel|Creator Handle`.split(/[|\n]/);

const descriptions = header.map((_, index) =>
  index === 0 ? "Platform unique order ID." : "Description of this column.",
);
