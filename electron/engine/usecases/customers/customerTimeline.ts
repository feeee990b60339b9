import type { Output } from "../../../../shared/contract/index.ts";
import { formatQuantity } from "../../../../shared/money/formatMoney.ts";
import { listLastSaleLines, listLastSales } from "../../repositories/customers.ts";
import { listOrderLines, type OrderRow } from "../../repositories/orders.ts";
import { type Context, localeOf } from "../context.ts";

type Entry = Output<"customer.profile">["timeline"][number];

export const VISITS_SHOWN = 10;
const LINES_SUMMED_UP = 3;

/**
 * The last visits, in the shop and online (`orders`, the last of them), newest first, each with what
 * it was about.
 */
export const customerTimeline = (
  context: Context,
  customerId: string,
  orders: readonly OrderRow[],
): readonly Entry[] =>
  [...saleEntries(context, customerId), ...orderEntries(context, orders)]
    .sort((left, right) => right.atMs - left.atMs)
    .slice(0, VISITS_SHOWN);

const saleEntries = (context: Context, customerId: string): readonly Entry[] => {
  const lines = listLastSaleLines(context.db, customerId, VISITS_SHOWN);
  return listLastSales(context.db, customerId, VISITS_SHOWN).map(
    ({ ref, number, atMs, totalMinor }) => ({
      kind: "sale",
      atMs,
      source: "store",
      ref: number,
      totalMinor,
      summary: lines
        .filter((line) => line.ref === ref)
        .slice(0, LINES_SUMMED_UP)
        .map(({ name, quantityMilli }) => piece(context, name, quantityMilli))
        .join(", "),
    }),
  );
};

const orderEntries = (context: Context, orders: readonly OrderRow[]): readonly Entry[] =>
  orders.map((order) => ({
    kind: "online-order",
    atMs: order.placedAtMs,
    source: order.source,
    ref: order.number,
    totalMinor: order.totalMinor,
    summary: listOrderLines(context.db, order)
      .slice(0, LINES_SUMMED_UP)
      .map(({ name, quantity }) => piece(context, name, quantity * 1_000))
      .join(", "),
    state: order.state,
  }));

const piece = (context: Context, name: string, quantityMilli: number): string =>
  quantityMilli === 1_000 ? name : `${name} × ${formatQuantity(quantityMilli, localeOf(context))}`;
