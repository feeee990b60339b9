import type { OrderLine, OrderState } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import { finishedOrder, orderLine } from "../orderDraft.ts";
import { cleaned } from "../table/cells.ts";
import type { HeaderRow } from "../table/columns.ts";
import { splitAtHeads } from "../table/payloads.ts";
import { isNoExplanation, type OrderReading, type TableFormat } from "../table/tableFormat.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { shopifyState } from "./shopifyState.ts";

/**
 * Shopify's order export. One row a line item: the first row of an order tells all of it, the
 * rows after it only their line. Dates carry the shop's offset; refunds are one amount.
 */
export const shopifyCsv: TableFormat = {
  format: "shopify-csv",
  source: "shopify",
  matches: (headers) =>
    headers.has("Name", "Financial Status", "Lineitem quantity", "Lineitem name", "Lineitem price"),
  reader: (headers) => {
    const columns = shopifyColumns(headers);
    return {
      idColumn: columns.name,
      isBlankIdMore: false,
      dateColumns: [columns.createdAt, columns.paidAt, columns.fulfilledAt],
      moneyColumns: [columns.total],
      isExplanation: isNoExplanation,
      payloads: splitAtHeads((cells) => isHead(cells, columns)),
      read: (rows, reading) => readOrder(rows, columns, reading),
    };
  },
};

type Columns = ReturnType<typeof shopifyColumns>;

const shopifyColumns = ({ indexOf }: HeaderRow) => ({
  name: indexOf("Name"),
  email: indexOf("Email"),
  financialStatus: indexOf("Financial Status"),
  paidAt: indexOf("Paid at"),
  fulfillmentStatus: indexOf("Fulfillment Status"),
  fulfilledAt: indexOf("Fulfilled at"),
  acceptsMarketing: indexOf("Accepts Marketing"),
  currency: indexOf("Currency"),
  subtotal: indexOf("Subtotal"),
  shipping: indexOf("Shipping"),
  taxes: indexOf("Taxes"),
  total: indexOf("Total"),
  discount: indexOf("Discount Amount"),
  createdAt: indexOf("Created at"),
  cancelledAt: indexOf("Cancelled at"),
  refunded: indexOf("Refunded Amount"),
  lineQuantity: indexOf("Lineitem quantity"),
  lineName: indexOf("Lineitem name"),
  linePrice: indexOf("Lineitem price"),
  lineSku: indexOf("Lineitem sku"),
  lineDiscount: indexOf("Lineitem discount"),
  notes: indexOf("Notes"),
  id: indexOf("Id"),
  phone: indexOf("Phone"),
  billingName: indexOf("Billing Name"),
  billingPhone: indexOf("Billing Phone"),
  shippingName: indexOf("Shipping Name"),
  shippingPhone: indexOf("Shipping Phone"),
  address: [
    indexOf("Shipping Street", "Shipping Address1"),
    indexOf("Shipping City"),
    indexOf("Shipping Province Name", "Shipping Province"),
  ],
});

const isHead = (cells: readonly string[], columns: Columns): boolean =>
  cleaned(cells[columns.financialStatus]) !== "" || cleaned(cells[columns.total]) !== "";

const readOrder = (rows: readonly CsvRow[], columns: Columns, reading: Reading): OrderReading => {
  const head = rows[0]?.cells ?? [];
  const cell = (column: number): string => cleaned(head[column]);
  const fields = new FieldReader(reading);
  const currency = fields.currency(cell(columns.currency));
  if (!isHead(head, columns)) fields.note({ kind: "HeadMissing" });
  const number = cell(columns.name);
  const lines = rows.map((row) => readLine(row, columns, fields));
  const placedAtMs = fields.date(cell(columns.createdAt), "Created at");
  const paidAtMs = fields.dateIfAny(cell(columns.paidAt), "Paid at");
  const cancelledAtMs = fields.dateIfAny(cell(columns.cancelledAt), "Cancelled at");
  const fulfilledAtMs = fields.dateIfAny(cell(columns.fulfilledAt), "Fulfilled at");
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(cell(columns.id) || number, "Id"),
    number,
    placedAtMs,
    knownMoments: [paidAtMs, fulfilledAtMs, cancelledAtMs],
    state: stateOf(cell, columns, fields),
    currency,
    discountMinor: orderDiscount(cell, columns, { fields, lines }),
    shippingMinor: fields.money(cell(columns.shipping), "Shipping"),
    taxMinor: fields.money(cell(columns.taxes), "Taxes"),
    totalMinor: fields.moneyRequired(cell(columns.total), "Total"),
    refundedMinor: fields.moneyOff(cell(columns.refunded), "Refunded Amount"),
    paidAtMs,
    note: cell(columns.notes),
    buyer: readBuyer(cell, columns),
    lines,
  });
};

type Cell = (column: number) => string;

const stateOf = (cell: Cell, columns: Columns, fields: FieldReader): OrderState =>
  shopifyState(
    {
      financial: cell(columns.financialStatus),
      fulfillment: cell(columns.fulfillmentStatus),
      isCancelled: cell(columns.cancelledAt) !== "",
    },
    fields,
  );

const readLine = ({ cells }: CsvRow, columns: Columns, fields: FieldReader): OrderLine => {
  const cell = (column: number): string => cleaned(cells[column]);
  const quantity = fields.quantity(cell(columns.lineQuantity), "Lineitem quantity");
  const unitPriceMinor = fields.moneyRequired(cell(columns.linePrice), "Lineitem price");
  const grossMinor = fields.times(unitPriceMinor, quantity, "Lineitem price");
  const discountMinor = Math.min(
    fields.moneyOff(cell(columns.lineDiscount), "Lineitem discount"),
    grossMinor,
  );
  return orderLine({
    sku: cell(columns.lineSku),
    name: fields.required(cell(columns.lineName), "Lineitem name"),
    quantity,
    unitPriceMinor,
    discountMinor,
    totalMinor: subtractMinor(grossMinor, discountMinor),
  });
};

/**
 * What was taken off besides the lines. Shopify's "Discount Amount" may hold the lines' discounts
 * as well; the subtotal, which comes after all discounts, tells whether it does.
 */
const orderDiscount = (
  cell: Cell,
  columns: Columns,
  { fields, lines }: { readonly fields: FieldReader; readonly lines: readonly OrderLine[] },
): number => {
  const statedMinor = fields.moneyOff(cell(columns.discount), "Discount Amount");
  const subtotalMinor = fields.moneyIfAny(cell(columns.subtotal), "Subtotal");
  const onLinesMinor = fields.sum(
    lines.map((line) => line.discountMinor),
    "Lineitem discount",
  );
  const linesMinor = fields.sum(
    lines.map((line) => line.totalMinor),
    "Lineitem price",
  );
  const isWithLines =
    onLinesMinor > 0 &&
    statedMinor >= onLinesMinor &&
    subtotalMinor === subtractMinor(linesMinor, subtractMinor(statedMinor, onLinesMinor));
  return isWithLines ? subtractMinor(statedMinor, onLinesMinor) : statedMinor;
};

/** The order's own phone comes first: the ones in the addresses may have been mangled. */
const readBuyer = (cell: Cell, columns: Columns) => {
  const consent = cell(columns.acceptsMarketing).toLowerCase();
  return {
    name: cell(columns.billingName) || cell(columns.shippingName),
    phone: cell(columns.phone) || cell(columns.billingPhone) || cell(columns.shippingPhone),
    email: cell(columns.email),
    address: columns.address.map(cell).filter(Boolean).join(", "),
    acceptsMarketing: consent === "" ? undefined : consent === "yes" || consent === "true",
  };
};
