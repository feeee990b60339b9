import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import { finishedOrder, orderLine, unitPrice } from "../orderDraft.ts";
import { cleaned } from "../table/cells.ts";
import type { HeaderRow } from "../table/columns.ts";
import { byOrderColumns } from "../table/payloads.ts";
import type { OrderReading, TableFormat } from "../table/tableFormat.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { marketCurrency } from "./marketCurrency.ts";
import { marketplaceState } from "./marketplaceState.ts";
import { agreedCell, refuseRepeatedLines } from "./repeatedRows.ts";

/**
 * The order export of TikTok Shop's Seller Center. One row a SKU of an order; the row below the
 * headers explains them; ids and dates end in a tab in the CSV form; the order of day and month
 * differs by country. Buyers are masked but for their account.
 */
export const tiktokShop: TableFormat = {
  format: "tiktok-shop",
  source: "tiktok-shop",
  matches: (headers) =>
    headers.has("Order ID", "Order Status", "SKU ID", "Product Name", "Created Time"),
  reader: (headers) => {
    const columns = tiktokColumns(headers);
    return {
      idColumn: columns.id,
      isBlankIdMore: false,
      dateColumns: [
        ...[columns.createdAt, columns.paidAt, columns.readyAt, columns.shippedAt],
        ...[columns.deliveredAt, columns.cancelledAt],
      ],
      moneyColumns: [columns.lineTotal, columns.unitPrice, columns.amount],
      isExplanation: (cells) => !/\d/.test(cells[columns.id] ?? ""),
      payloads: byOrderColumns([
        ...[columns.state, columns.substate, columns.paidAt, columns.shippedAt],
        ...[columns.deliveredAt, columns.cancelledAt, columns.amount],
      ]),
      read: (rows, reading) => readOrder(rows, columns, reading),
    };
  },
};

type Columns = ReturnType<typeof tiktokColumns>;

const tiktokColumns = ({ indexOf }: HeaderRow) => ({
  id: indexOf("Order ID"),
  state: indexOf("Order Status"),
  substate: indexOf("Order Substatus"),
  skuId: indexOf("SKU ID"),
  sellerSku: indexOf("Seller SKU"),
  product: indexOf("Product Name"),
  variation: indexOf("Variation"),
  quantity: indexOf("Quantity"),
  unitPrice: indexOf("SKU Unit Original Price"),
  lineGross: indexOf("SKU Subtotal Before Discount"),
  platformDiscount: indexOf("SKU Platform Discount"),
  sellerDiscount: indexOf("SKU Seller Discount"),
  lineTotal: indexOf("SKU Subtotal After Discount"),
  shipping: indexOf("Shipping Fee After Discount"),
  paymentDiscount: indexOf("Payment platform discount"),
  taxes: indexOf("Taxes"),
  amount: indexOf("Order Amount"),
  refunded: indexOf("Order Refund Amount"),
  createdAt: indexOf("Created Time"),
  paidAt: indexOf("Paid Time"),
  readyAt: indexOf("RTS Time"),
  shippedAt: indexOf("Shipped Time"),
  deliveredAt: indexOf("Delivered Time"),
  cancelledAt: indexOf("Cancelled Time"),
  message: indexOf("Buyer Message"),
  account: indexOf("Buyer Username"),
  recipient: indexOf("Recipient"),
  phone: indexOf("Phone #"),
  country: indexOf("Country"),
  address: ["Detail Address", "Commune", "District", "Province"].map((name) => indexOf(name)),
  paymentMethod: indexOf("Payment Method"),
});

const readOrder = (rows: readonly CsvRow[], columns: Columns, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const first = (column: number): string => cleaned(rows[0]?.cells[column]);
  const currency = fields.currency(marketCurrency(first(columns.country)));
  refuseRepeatedLines(rows, [columns.skuId, columns.sellerSku, columns.variation], fields);
  const amounts = readAmounts(rows, columns, fields);
  const paidAtMs = fields.dateIfAny(first(columns.paidAt), "Paid Time");
  const status = {
    text: first(columns.state),
    paymentMethod: first(columns.paymentMethod),
    isPaid: paidAtMs !== undefined,
  };
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(first(columns.id), "Order ID"),
    number: first(columns.id),
    placedAtMs: fields.date(first(columns.createdAt), "Created Time"),
    knownMoments: [
      paidAtMs,
      fields.dateIfAny(first(columns.readyAt), "RTS Time"),
      fields.dateIfAny(first(columns.shippedAt), "Shipped Time"),
      fields.dateIfAny(first(columns.deliveredAt), "Delivered Time"),
      fields.dateIfAny(first(columns.cancelledAt), "Cancelled Time"),
    ],
    state: marketplaceState({ ...status, ...amounts }, fields),
    currency,
    ...amounts,
    paidAtMs,
    note: first(columns.message),
    buyer: {
      name: first(columns.recipient),
      phone: first(columns.phone),
      shopAccount: first(columns.account),
      address: columns.address.map(first).filter(Boolean).join(", "),
    },
    lines: rows.map((row) => readLine(row, columns, fields)),
  });
};

/** What the rows say of the whole order, which each of them repeats. */
const readAmounts = (rows: readonly CsvRow[], columns: Columns, fields: FieldReader) => {
  const order = (column: number, name: string) => agreedCell(rows, { column, name }, fields);
  const refunded = order(columns.refunded, "Order Refund Amount");
  const paymentDiscount = order(columns.paymentDiscount, "Payment platform discount");
  return {
    totalMinor: fields.moneyRequired(order(columns.amount, "Order Amount"), "Order Amount"),
    discountMinor: fields.moneyOff(paymentDiscount, "Payment platform discount"),
    shippingMinor: fields.money(order(columns.shipping, "Shipping Fee"), "Shipping Fee"),
    taxMinor: fields.money(order(columns.taxes, "Taxes"), "Taxes"),
    refundedMinor: fields.moneyOff(refunded, "Order Refund Amount"),
  };
};

const readLine = ({ cells }: CsvRow, columns: Columns, fields: FieldReader): OrderLine => {
  const cell = (column: number): string => cleaned(cells[column]);
  const quantity = fields.quantity(cell(columns.quantity), "Quantity");
  const totalMinor = fields.moneyRequired(cell(columns.lineTotal), "SKU Subtotal After Discount");
  const statedMinor = fields.money(cell(columns.lineGross), "SKU Subtotal Before Discount");
  const grossMinor = Math.max(statedMinor, totalMinor);
  const variation = cell(columns.variation);
  const product = fields.required(cell(columns.product), "Product Name");
  return orderLine({
    sku: cell(columns.sellerSku),
    externalProductId: fields.idIfAny(cell(columns.skuId)),
    name: variation ? `${product} - ${variation}` : product,
    quantity,
    unitPriceMinor: unitPrice(grossMinor, quantity),
    discountMinor: subtractMinor(grossMinor, totalMinor),
    totalMinor,
  });
};
