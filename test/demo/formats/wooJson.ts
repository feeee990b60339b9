import { sumMinor } from "../../../shared/money/money.ts";
import { type OnlineLine, type OnlineOrder, totalMinor } from "../onlineOrders.ts";
import { localMoment } from "./localMoment.ts";

/** What WooCommerce's REST API answers to `GET /orders`: money as text, times without a zone. */
export const wooJson = (orders: readonly OnlineOrder[]): string =>
  JSON.stringify(orders.map(wooOrder), null, 1);

const wooOrder = (order: OnlineOrder) => {
  const id = 7_000 + order.place;
  return {
    id,
    parent_id: 0,
    number: String(id),
    order_key: `wc_order_${id}`,
    created_via: "checkout",
    version: "9.8.1",
    status: statusByState[order.state],
    currency: "VND",
    ...times(order),
    ...sums(order),
    prices_include_tax: true,
    customer_id: order.place % 4 === 0 ? 0 : 300 + order.place,
    customer_note: order.place % 9 === 0 ? "Gọi trước khi giao" : "",
    billing: { ...address(order), email: order.buyer.email ?? "", phone: order.buyer.phone ?? "" },
    shipping: address(order),
    payment_method: order.place % 2 === 0 ? "cod" : "bacs",
    payment_method_title: order.place % 2 === 0 ? "Trả tiền mặt khi nhận hàng" : "Chuyển khoản",
    transaction_id: "",
    meta_data: [],
    line_items: order.lines.map((line, index) => lineItem(line, { order, index })),
    tax_lines: [],
    shipping_lines: shippingLines(order),
    fee_lines: [],
    coupon_lines: couponLines(order),
    refunds:
      order.state === "refunded" ? [{ id: id + 50_000, reason: "", total: `-${sum(order)}` }] : [],
  };
};

const statusByState: Readonly<Record<OnlineOrder["state"], string>> = {
  paid: "completed",
  unpaid: "on-hold",
  cancelled: "cancelled",
  refunded: "refunded",
};

const sum = (order: OnlineOrder): string => String(totalMinor(order));

const times = ({ placedAtMs, state, flaw }: OnlineOrder) => {
  const made = flaw === "date" ? { gmt: "ngày mai", local: "ngày mai" } : stamps(placedAtMs);
  const changed = stamps(placedAtMs + 7_200_000);
  const paid = state === "paid" || state === "refunded" ? stamps(placedAtMs + 60_000) : undefined;
  const done = state === "paid" ? changed : undefined;
  return {
    date_created: made.local,
    date_created_gmt: made.gmt,
    date_modified: changed.local,
    date_modified_gmt: changed.gmt,
    date_paid: paid?.local ?? null,
    date_paid_gmt: paid?.gmt ?? null,
    date_completed: done?.local ?? null,
    date_completed_gmt: done?.gmt ?? null,
  };
};

const stamps = (atMs: number) => ({
  gmt: new Date(atMs).toISOString().slice(0, 19),
  local: localMoment(atMs).replace(" ", "T"),
});

const sums = (order: OnlineOrder) => ({
  discount_total: String(order.discountMinor),
  discount_tax: "0",
  shipping_total: String(order.shippingMinor),
  shipping_tax: "0",
  cart_tax: "0",
  total: order.flaw === "money" ? "một trăm nghìn" : sum(order),
  total_tax: "0",
});

/** Half of the shops have customers type the whole name into the first field. */
const address = ({ buyer, place }: OnlineOrder) => {
  const words = buyer.name.split(" ");
  const isSplit = place % 2 === 0;
  return {
    first_name: isSplit ? (words[words.length - 1] ?? "") : buyer.name,
    last_name: isSplit ? words.slice(0, -1).join(" ") : "",
    company: "",
    address_1: `${3 + (place % 180)} Nguyễn Huệ`,
    address_2: "",
    city: "TP. Hồ Chí Minh",
    state: "",
    postcode: "700000",
    country: "VN",
  };
};

type LinePlace = { readonly order: OnlineOrder; readonly index: number };

const lineItem = (line: OnlineLine, { order, index }: LinePlace) => {
  const fullMinor = line.priceMinor * line.quantity;
  const paidMinor = index === 0 ? sumMinor([fullMinor, -order.discountMinor]) : fullMinor;
  return {
    id: order.place * 10 + index + 1,
    name: line.name,
    product_id: 90 + index,
    variation_id: 0,
    quantity: order.flaw === "quantity" ? "hai" : line.quantity,
    tax_class: "",
    subtotal: String(fullMinor),
    subtotal_tax: "0",
    total: String(paidMinor),
    total_tax: "0",
    taxes: [],
    meta_data: [],
    sku: line.sku,
    price: line.priceMinor,
  };
};

const shippingLines = ({ shippingMinor, place }: OnlineOrder) =>
  shippingMinor === 0
    ? []
    : [
        {
          id: 80_000 + place,
          method_title: "Giao hàng nhanh",
          method_id: "flat_rate",
          total: String(shippingMinor),
          total_tax: "0",
          taxes: [],
          meta_data: [],
        },
      ];

const couponLines = (order: OnlineOrder) =>
  order.discountMinor === 0
    ? []
    : [
        {
          id: 90_000 + order.place,
          code: "xinchao",
          discount: String(order.discountMinor),
          discount_tax: "0",
          meta_data: [],
        },
      ];
