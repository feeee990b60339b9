import type { BuyerFacts } from "../../../../shared/domain/order/buyer.ts";
import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import { finishedOrder, joinedName, orderLine, unitPrice } from "../orderDraft.ts";
import type { MappingColumn, OrderMapping } from "../orderFile.ts";
import { cleaned } from "../table/cells.ts";
import { joinedRuns } from "../table/payloads.ts";
import { isNoExplanation, type OrderReading, type TableFormat } from "../table/tableFormat.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { mappedState } from "./mappedState.ts";
import { agreedCell, firstCell } from "./repeatedRows.ts";

/**
 * Any table, read by what a person said of its columns. One row a line; what tells of the whole
 * order may stand in each of its rows or in one of them. A blank id goes on with the order above.
 */
export const mappedFormat = (
  mapping: OrderMapping,
  format: "mapped" | "woocommerce-csv" = "mapped",
): TableFormat => ({
  format,
  source: mapping.name,
  matches: (headers) => headers.has(...neededHeaders(mapping)),
  reader: (headers) => {
    const column = (key: MappingColumn): number => {
      const header = mapping.columns[key];
      return header === undefined ? -1 : headers.indexOf(header);
    };
    const moneyKeys: readonly MappingColumn[] = ["unitPrice", "lineTotal", "total"];
    const dateKeys: readonly MappingColumn[] = ["placedAt", "paidAt", "updatedAt"];
    const isThere = (index: number) => index !== -1;
    return {
      idColumn: column("externalId"),
      isBlankIdMore: true,
      dateColumns: dateKeys.map(column).filter(isThere),
      moneyColumns: moneyKeys.map(column).filter(isThere),
      isExplanation: isNoExplanation,
      payloads: joinedRuns,
      read: (rows, reading) => readOrder(rows, { column, mapping }, reading),
    };
  },
});

/** The headers that a mapping names; all of them must be in the file. */
export const neededHeaders = ({ columns }: OrderMapping): readonly string[] =>
  Object.values(columns).filter((header) => header !== "");

type Bound = {
  readonly column: (key: MappingColumn) => number;
  readonly mapping: OrderMapping;
};

const readOrder = (rows: readonly CsvRow[], bound: Bound, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const order = (key: MappingColumn): string =>
    agreedCell(rows, { column: bound.column(key), name: nameOf(key, bound) }, fields);
  const moment = (key: MappingColumn) => fields.dateIfAny(order(key), nameOf(key, bound));
  const first = (key: MappingColumn): string => firstCell(rows, bound.column(key));
  const currency = fields.currency(order("currency"));
  const lines = rows.map((row) => readLine(row, bound, fields));
  const amounts = readAmounts(order, { bound, fields, lines });
  const paidAtMs = moment("paidAt");
  const status = { text: order("state"), isPaid: paidAtMs !== undefined };
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(order("externalId"), nameOf("externalId", bound)),
    number: first("number"),
    placedAtMs: fields.date(order("placedAt"), nameOf("placedAt", bound)),
    updatedAtMs: moment("updatedAt"),
    knownMoments: [paidAtMs],
    state: mappedState({ ...status, ...amounts }, bound.mapping, fields),
    currency,
    ...amounts,
    paidAtMs,
    note: first("note"),
    buyer: readBuyer(first, reading),
    lines,
  });
};

type Known = {
  readonly bound: Bound;
  readonly fields: FieldReader;
  readonly lines: readonly OrderLine[];
};

/** The amounts as they are told; a total that is not told is what the others come to. */
const readAmounts = (order: (key: MappingColumn) => string, { bound, fields, lines }: Known) => {
  const amount = (key: MappingColumn) => fields.money(order(key), nameOf(key, bound));
  const amountOff = (key: MappingColumn) => fields.moneyOff(order(key), nameOf(key, bound));
  const discountMinor = amountOff("discount");
  const shippingMinor = amount("shipping");
  const taxMinor = amount("tax");
  const lineTotals = lines.map((line) => line.totalMinor);
  const addedMinor = fields.sum([...lineTotals, shippingMinor, taxMinor], "total");
  const statedMinor = fields.moneyIfAny(order("total"), nameOf("total", bound));
  return {
    discountMinor,
    shippingMinor,
    taxMinor,
    totalMinor: statedMinor ?? Math.max(0, subtractMinor(addedMinor, discountMinor)),
    refundedMinor: amountOff("refunded"),
  };
};

const readBuyer = (first: (key: MappingColumn) => string, { currency }: Reading): BuyerFacts => ({
  name:
    first("name") ||
    joinedName(
      { given: first("givenName"), family: first("familyName") },
      { country: "", currency },
    ),
  phone: first("phone").replace(/\.0+$/, ""),
  email: first("email"),
  shopAccount: first("shopAccount"),
  address: first("address"),
});

const readLine = ({ cells }: CsvRow, bound: Bound, fields: FieldReader): OrderLine => {
  const cell = (key: MappingColumn): string => cleaned(cells[bound.column(key)]);
  const isCounted = bound.column("quantity") !== -1;
  const quantity = isCounted ? fields.quantity(cell("quantity"), nameOf("quantity", bound)) : 1;
  const unitMinor = fields.moneyIfAny(cell("unitPrice"), nameOf("unitPrice", bound));
  const statedMinor = fields.moneyIfAny(cell("lineTotal"), nameOf("lineTotal", bound));
  const offMinor = fields.moneyOff(cell("lineDiscount"), nameOf("lineDiscount", bound));
  if (unitMinor === undefined && statedMinor === undefined) {
    fields.note({ kind: "FieldMissing", column: nameOf("unitPrice", bound) });
  }
  const asked =
    unitMinor === undefined ? (statedMinor ?? 0) : fields.times(unitMinor, quantity, "unitPrice");
  const totalMinor = statedMinor ?? Math.max(0, subtractMinor(asked, offMinor));
  const grossMinor = Math.max(asked, totalMinor);
  return orderLine({
    sku: cell("sku"),
    name: fields.required(cell("product") || cell("sku"), nameOf("product", bound)),
    quantity,
    unitPriceMinor: unitPrice(grossMinor, quantity),
    discountMinor: subtractMinor(grossMinor, totalMinor),
    totalMinor,
  });
};

const nameOf = (key: MappingColumn, { mapping }: Bound): string => mapping.columns[key] ?? key;
