import type { OrderLine, OrderState } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import { finishedOrder, orderLine } from "../orderDraft.ts";
import { cleaned } from "../table/cells.ts";
import type { HeaderRow } from "../table/columns.ts";
import { isNoExplanation, type OrderReading, type TableFormat } from "../table/tableFormat.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { marketCurrency } from "./marketCurrency.ts";
import { isCashOnDelivery } from "./marketplaceState.ts";
import { knownState } from "./stateWords.ts";

/**
 * The order export of Lazada's Seller Center. One row a single piece, each with a state of its
 * own; pieces that are alike make one line. The file names no total: it is the sum of the pieces.
 */
export const lazada: TableFormat = {
  format: "lazada",
  source: "lazada",
  matches: (headers) =>
    headers.has("orderItemId", "orderNumber", "createTime", "sellerSku", "paidPrice", "unitPrice"),
  reader: (headers) => {
    const columns = lazadaColumns(headers);
    return {
      idColumn: columns.orderNumber,
      isBlankIdMore: false,
      dateColumns: [columns.createdAt, columns.updatedAt, columns.deliveredAt],
      moneyColumns: [columns.paidPrice, columns.unitPrice],
      isExplanation: isNoExplanation,
      payloads: (runs) => [runs.flat()],
      read: (rows, reading) => readOrder(rows, columns, reading),
    };
  },
};

type Columns = ReturnType<typeof lazadaColumns>;

const lazadaColumns = ({ indexOf }: HeaderRow) => ({
  itemId: indexOf("orderItemId"),
  orderNumber: indexOf("orderNumber"),
  createdAt: indexOf("createTime"),
  updatedAt: indexOf("updateTime"),
  deliveredAt: indexOf("deliveredDate"),
  status: indexOf("status"),
  payMethod: indexOf("payMethod"),
  sellerSku: indexOf("sellerSku"),
  lazadaSku: indexOf("lazadaSku"),
  itemName: indexOf("itemName"),
  variation: indexOf("variation"),
  paidPrice: indexOf("paidPrice"),
  unitPrice: indexOf("unitPrice"),
  shippingFee: indexOf("shippingFee"),
  refunded: indexOf("refundAmount"),
  name: indexOf("customerName"),
  email: indexOf("customerEmail"),
  phone: indexOf("billingPhone"),
  shippingPhone: indexOf("shippingPhone"),
  address: ["shippingAddress", "shippingAddress2", "shippingAddress3", "shippingCity"].map((name) =>
    indexOf(name),
  ),
  country: indexOf("shippingCountry"),
  note: indexOf("sellerNote"),
});

/** One piece of an order, read. */
type Piece = {
  readonly itemId: string;
  readonly updatedAtMs: number;
  readonly state: PieceState;
  readonly line: OrderLine;
  readonly shippingMinor: number;
  readonly refundedMinor: number;
};

type PieceState = OrderState | "sent";

const readOrder = (rows: readonly CsvRow[], columns: Columns, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const first = (column: number): string => cleaned(rows[0]?.cells[column]);
  const currency = fields.currency(marketCurrency(first(columns.country)));
  const pieces = latestPieces(rows.map((row) => readPiece(row, columns, fields)));
  const lines = linesOf(pieces, fields);
  const state = stateOf(pieces, first(columns.payMethod));
  const shippingMinor = fields.sum(
    pieces.map((piece) => piece.shippingMinor),
    "shippingFee",
  );
  const paidMinor = lines.map((line) => line.totalMinor);
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(first(columns.orderNumber), "orderNumber"),
    number: first(columns.orderNumber),
    placedAtMs: fields.date(first(columns.createdAt), "createTime"),
    knownMoments: pieces.map((piece) => piece.updatedAtMs),
    state,
    currency,
    discountMinor: 0,
    shippingMinor,
    taxMinor: 0,
    totalMinor: fields.sum([...paidMinor, shippingMinor], "paidPrice"),
    refundedMinor: fields.sum(
      pieces.map((piece) => takenOff(piece, state)),
      "refundAmount",
    ),
    note: first(columns.note),
    buyer: {
      name: first(columns.name),
      phone: first(columns.phone) || first(columns.shippingPhone),
      email: first(columns.email),
      address: columns.address.map(first).filter(Boolean).join(", "),
    },
    lines,
  });
};

const readPiece = ({ cells }: CsvRow, columns: Columns, fields: FieldReader): Piece => {
  const cell = (column: number): string => cleaned(cells[column]);
  const status = cell(columns.status);
  const known = knownState(status);
  if (known === undefined) fields.note({ kind: "StateUnknown", text: status });
  const state = known ?? "pending";
  const paidMinor = fields.moneyRequired(cell(columns.paidPrice), "paidPrice");
  const unitMinor = Math.max(fields.money(cell(columns.unitPrice), "unitPrice"), paidMinor);
  const variation = cell(columns.variation);
  const itemName = fields.required(cell(columns.itemName), "itemName");
  return {
    itemId: fields.id(cell(columns.itemId), "orderItemId"),
    updatedAtMs: fields.dateIfAny(cell(columns.updatedAt), "updateTime") ?? 0,
    state,
    shippingMinor: fields.money(cell(columns.shippingFee), "shippingFee"),
    refundedMinor: fields.moneyOff(cell(columns.refunded), "refundAmount"),
    line: orderLine({
      sku: cell(columns.sellerSku),
      externalProductId: cell(columns.lazadaSku),
      name: variation ? `${itemName} - ${variation}` : itemName,
      quantity: 1,
      unitPriceMinor: unitMinor,
      discountMinor: subtractMinor(unitMinor, paidMinor),
      totalMinor: paidMinor,
    }),
  };
};

/** A piece that is there twice, as in files put together, counts as it was told last. */
const latestPieces = (pieces: readonly Piece[]): readonly Piece[] => {
  const pieceById = new Map<string, Piece>();
  for (const piece of pieces) {
    const known = pieceById.get(piece.itemId);
    if (!known || isLater(piece, known)) pieceById.set(piece.itemId, piece);
  }
  return [...pieceById.values()].sort((left, right) => (left.itemId < right.itemId ? -1 : 1));
};

const isLater = (left: Piece, right: Piece): boolean =>
  left.updatedAtMs === right.updatedAtMs
    ? JSON.stringify(left) > JSON.stringify(right)
    : left.updatedAtMs > right.updatedAtMs;

const linesOf = (pieces: readonly Piece[], fields: FieldReader): readonly OrderLine[] => {
  const piecesByKind = new Map<string, OrderLine[]>();
  for (const { line } of pieces) {
    const kind = JSON.stringify(line);
    piecesByKind.set(kind, [...(piecesByKind.get(kind) ?? []), line]);
  }
  return [...piecesByKind.values()].flatMap((alike) => {
    const [line] = alike;
    if (!line) return [];
    const quantity = alike.length;
    const times = (minor: number) => fields.times(minor, quantity, "paidPrice");
    const { discountMinor, totalMinor } = line;
    return [
      { ...line, quantity, discountMinor: times(discountMinor), totalMinor: times(totalMinor) },
    ];
  });
};

/** Of an order that goes on, a piece that came back or was called off is not paid for. */
const takenOff = ({ state, refundedMinor, line }: Piece, order: OrderState): number => {
  const isOff = order !== "cancelled" && (state === "cancelled" || state === "refunded");
  return isOff && refundedMinor === 0 ? line.totalMinor : refundedMinor;
};

/** An order is as far as its slowest piece; pieces that came back make part of it refunded. */
const stateOf = (pieces: readonly Piece[], payMethod: string): OrderState => {
  const states = new Set(pieces.map((piece) => piece.state));
  const isAll = (...wanted: readonly PieceState[]) =>
    [...states].every((state) => wanted.includes(state));
  if (isAll("cancelled")) return "cancelled";
  if (isAll("cancelled", "refunded")) return "refunded";
  const isUnpaid = isCashOnDelivery(payMethod) ? states.has("sent") : false;
  if (states.has("pending") || isUnpaid) return "pending";
  if (states.has("cancelled") || states.has("refunded")) return "partially-refunded";
  return isAll("fulfilled") ? "fulfilled" : "paid";
};
