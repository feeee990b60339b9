import type { ReadDb } from "../../db/connection.ts";
import { IS_BOUGHT } from "../../repositories/sqlTerms.ts";
import type { BasketLog } from "./basketLog.ts";
import { type LogBuilder, newLogBuilder } from "./logBuilder.ts";

/** Older baskets and lines than these many would only make learning longer. */
const MOST_BASKETS = 400_000;
const MOST_LINES = 3_000_000;

export type ShopLog = { readonly log: BasketLog; readonly items: readonly LoggedItem[] };
export type LoggedItem = {
  readonly sku: string;
  readonly name: string;
  readonly priceMinor: number;
  readonly category: string | null;
};

/**
 * Purchases of known, not sensitive goods up to `nowMs`, in the shop and online, oldest first. Items
 * are numbered in the catalogue's order.
 */
export const readLog = (db: ReadDb, nowMs: number): ShopLog => {
  const items = db
    .prepare<[], LoggedItem>(
      `SELECT sku, name, price_minor AS priceMinor, category FROM products
        WHERE sensitive = 0 ORDER BY product_number`,
    )
    .all();
  const itemBySku = new Map(items.map(({ sku }, item) => [sku, item]));
  const builder = newLogBuilder(items.length);
  const reading = { db, nowMs, itemBySku, builder };
  readSales(reading);
  readOrders(reading);
  return { items, log: builder.build() };
};

type Row = {
  readonly atMs: number;
  readonly customerId: string | null;
  readonly sku: string;
  readonly paidMinor: number;
};

type SaleRow = Row & { readonly saleId: string };
type OrderRow = Row & { readonly source: string; readonly externalId: string };

type Reading = {
  readonly db: ReadDb;
  /** A clock that was ahead and is set right leaves sales of days to come: they weigh without bound. */
  readonly nowMs: number;
  readonly itemBySku: ReadonlyMap<string, number>;
  readonly builder: LogBuilder;
};

/** The newest first, by an index; a sale's lines come together. */
const readSales = ({ db, nowMs, itemBySku, builder }: Reading): void => {
  const rows = db
    .prepare<[number, number], SaleRow>(
      `SELECT recent.sale_id AS saleId, sold_at_ms AS atMs, customer_id AS customerId, sku,
              net_minor AS paidMinor
         FROM (SELECT sale_id, sold_at_ms, customer_id FROM sales WHERE sold_at_ms <= ?
                ORDER BY business_day DESC, sold_at_ms DESC LIMIT ?) AS recent
         CROSS JOIN sale_lines USING (sale_id)`,
    )
    .iterate(nowMs, MOST_BASKETS);
  for (const { saleId, atMs, customerId, sku, paidMinor } of rows) {
    if (builder.lineCount() >= MOST_LINES) break;
    builder.add({ basketKey: saleId, atMs, customerId, paidMinor, item: itemBySku.get(sku) });
  }
};

const readOrders = ({ db, nowMs, itemBySku, builder }: Reading): void => {
  const rows = db
    .prepare<[number, number], OrderRow>(
      `SELECT source, external_id AS externalId, placed_at_ms AS atMs, customer_id AS customerId,
              sku, order_lines.total_minor AS paidMinor
         FROM (SELECT source, external_id, placed_at_ms, customer_id FROM orders
                WHERE placed_at_ms <= ? AND ${IS_BOUGHT}
                ORDER BY placed_at_ms DESC LIMIT ?)
         CROSS JOIN order_lines USING (source, external_id)
        WHERE sku IS NOT NULL`,
    )
    .iterate(nowMs, MOST_BASKETS);
  for (const { source, externalId, atMs, customerId, sku, paidMinor } of rows) {
    if (builder.lineCount() >= 2 * MOST_LINES) break;
    const basketKey = `${source} ${externalId}`;
    builder.add({ basketKey, atMs, customerId, paidMinor, item: itemBySku.get(sku) });
  }
};
