import type { Output } from "../../../../shared/contract/index.ts";
import { formatQuantity } from "../../../../shared/money/formatMoney.ts";
import { listLastSales, saleSummaryLines } from "../../repositories/customers.ts";
import { listOrderLines, listOrders } from "../../repositories/orders.ts";
import { type Context, shopOf } from "../context.ts";

type Entry = Output<"customer.profile">["timeline"][number];

const VISITS_SHOWN = 10;
const LINES_SUMMED_UP = 3;

/** The last visits, in the shop and online, newest first, each with what it was about. */
export const customerTimeline = (context: Context, customerId: string): readonly Entry[] =>
  [...sales(context, customerId), ...orders(context, customerId)]
    .sort((left, right) => right.atMs - left.atMs)
    .slice(0, VISITS_SHOWN);

const sales = (context: Context, customerId: string): readonly Entry[] =>
  listLastSales(context.db, customerId, VISITS_SHOWN).map(({ ref, number, atMs, totalMinor }) => ({
    kind: "sale",
    atMs,
    source: "store",
    ref: number,
    totalMinor,
    summary: saleSummaryLines(context.db, ref, LINES_SUMMED_UP)
      .map(({ name, quantityMilli }) => piece(context, name, quantityMilli))
      .join(", "),
  }));

const orders = (context: Context, customerId: string): readonly Entry[] =>
  listOrders(context.db, {
    customerId,
    limit: VISITS_SHOWN,
    source: undefined,
    state: undefined,
    after: undefined,
  }).map((order) => ({
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
  quantityMilli === 1_000
    ? name
    : `${name} × ${formatQuantity(quantityMilli, shopOf(context).locale)}`;
