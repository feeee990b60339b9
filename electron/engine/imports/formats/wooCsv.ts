import { FieldReader, type Reading } from "../fieldReader.ts";
import { finishedOrder, joinedName } from "../orderDraft.ts";
import { cleaned } from "../table/cells.ts";
import type { HeaderRow } from "../table/columns.ts";
import { rowIsPayload } from "../table/payloads.ts";
import { isNoExplanation, type OrderReading, type TableFormat } from "../table/tableFormat.ts";
import { discountBesides } from "./wooLine.ts";
import { readPackedLines } from "./wooPackedLines.ts";
import { wooState } from "./wooState.ts";

/**
 * The order export of WebToffee and of the plugins that it stems from: one row an order, its lines
 * packed into cells (`line_item_1`, `line_item_2`, … or one `line_items`). WooCommerce itself has
 * no order export with lines.
 */
export const wooCsv: TableFormat = {
  format: "woocommerce-csv",
  source: "woocommerce",
  matches: (headers) =>
    headers.has("order_id", "status", "order_total") && lineColumns(headers).length > 0,
  reader: (headers) => {
    const columns = wooColumns(headers);
    return {
      idColumn: columns.id,
      isBlankIdMore: false,
      dateColumns: [columns.date, columns.paidDate],
      moneyColumns: [columns.total],
      isExplanation: isNoExplanation,
      payloads: rowIsPayload,
      read: (rows, reading) => readOrder(rows[0]?.cells ?? [], columns, reading),
    };
  },
};

type Columns = ReturnType<typeof wooColumns>;

const lineColumns = ({ headers }: HeaderRow): readonly number[] =>
  headers.flatMap((header, index) => (/^line_items?(_\d+)?$/i.test(header) ? [index] : []));

const wooColumns = (headers: HeaderRow) => {
  const { indexOf } = headers;
  return {
    id: indexOf("order_id"),
    number: indexOf("order_number_formatted", "order_number"),
    date: indexOf("order_date", "date"),
    paidDate: indexOf("paid_date", "date_paid"),
    modifiedDate: indexOf("date_modified", "modified_date"),
    status: indexOf("status"),
    shipping: indexOf("shipping_total"),
    tax: indexOf("tax_total"),
    discount: indexOf("discount_total"),
    total: indexOf("order_total"),
    refunded: indexOf("refunded_total"),
    refundItems: indexOf("refund_items", "refunds"),
    currency: indexOf("order_currency", "currency"),
    paymentMethod: indexOf("payment_method"),
    customerId: indexOf("customer_id"),
    customerEmail: indexOf("customer_email"),
    email: indexOf("billing_email"),
    phone: indexOf("billing_phone"),
    shippingPhone: indexOf("shipping_phone"),
    givenName: indexOf("billing_first_name"),
    familyName: indexOf("billing_last_name"),
    country: indexOf("billing_country"),
    address: ["billing_address_1", "billing_address_2", "billing_city", "billing_state"].map(
      (name) => indexOf(name),
    ),
    note: indexOf("customer_note"),
    lines: lineColumns(headers),
  };
};

const readOrder = (cells: readonly string[], columns: Columns, reading: Reading): OrderReading => {
  const cell = (column: number): string => cleaned(cells[column]);
  const fields = new FieldReader(reading);
  const currency = fields.currency(cell(columns.currency));
  const totalMinor = fields.moneyRequired(cell(columns.total), "order_total");
  const refundedMinor = readRefunds(cell, columns, fields);
  const paidAtMs = fields.dateIfAny(cell(columns.paidDate), "paid_date");
  const status = fields.required(cell(columns.status), "status");
  const paymentMethod = cell(columns.paymentMethod);
  const isPaid = paidAtMs !== undefined;
  const lines = columns.lines.flatMap((column) => readPackedLines(cell(column), fields));
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(cell(columns.id), "order_id"),
    number: cell(columns.number),
    placedAtMs: fields.date(cell(columns.date), "order_date"),
    updatedAtMs: fields.dateIfAny(cell(columns.modifiedDate), "date_modified"),
    knownMoments: [paidAtMs],
    state: wooState({ status, paymentMethod, isPaid, totalMinor, refundedMinor }),
    currency,
    discountMinor: discountBesides(cell(columns.discount), lines, fields),
    shippingMinor: fields.money(cell(columns.shipping), "shipping_total"),
    taxMinor: fields.money(cell(columns.tax), "tax_total"),
    totalMinor,
    refundedMinor,
    paidAtMs,
    note: cell(columns.note),
    buyer: readBuyer(cell, columns, reading),
    lines,
  });
};

type Cell = (column: number) => string;

/** A total, or the packed refunds `amount:10.00|reason:…|date:…`, several of them by semicolon. */
const readRefunds = (cell: Cell, columns: Columns, fields: FieldReader): number => {
  const total = cell(columns.refunded);
  if (total !== "") return fields.moneyOff(total, "refunded_total");
  const packed = cell(columns.refundItems).matchAll(/(?:^|[|;])\s*amount:([^|;]*)/g);
  const amounts = [...packed].map(([, amount = ""]) =>
    fields.moneyOff(amount.trim(), "refund_items"),
  );
  return fields.sum(amounts, "refund_items");
};

const readBuyer = (cell: Cell, columns: Columns, { currency }: Reading) => {
  const halves = { given: cell(columns.givenName), family: cell(columns.familyName) };
  return {
    name: joinedName(halves, { country: cell(columns.country), currency }),
    phone: cell(columns.phone) || cell(columns.shippingPhone),
    email: cell(columns.email) || cell(columns.customerEmail),
    address: columns.address.map(cell).filter(Boolean).join(", "),
    shopAccount: accountOf(cell(columns.customerId)),
  };
};

/** A guest has the customer number 0. */
const accountOf = (customerId: string): string => (customerId === "0" ? "" : customerId);
