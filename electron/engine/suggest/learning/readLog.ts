import type { ReadDb } from "../../db/connection.ts";
import type { BasketLog } from "./basketLog.ts";

const DAY_MS = 86_400_000;
/** More baskets than these would only make learning longer. */
const MOST_BASKETS = 400_000;

export type ShopLog = { readonly log: BasketLog; readonly items: readonly LoggedItem[] };
export type LoggedItem = {
  readonly sku: string;
  readonly name: string;
  readonly priceMinor: number;
};

type Row = {
  readonly basket: string;
  readonly atMs: number;
  readonly customerId: string | null;
  readonly item: number;
};

/**
 * All purchases of known, not sensitive goods, in the shop and online, oldest first. Items are
 * numbered in the catalogue's order.
 */
export const readLog = (db: ReadDb): ShopLog => {
  const products = db
    .prepare<[], LoggedItem>(
      `SELECT sku, name, price_minor AS priceMinor FROM products
        WHERE sensitive = 0 ORDER BY product_number`,
    )
    .all();
  const itemBySku = new Map(products.map(({ sku }, item) => [sku, item]));
  const rows = readRows(db, itemBySku);
  return { items: products, log: logOf(rows, products.length) };
};

const readRows = (db: ReadDb, itemBySku: ReadonlyMap<string, number>): readonly Row[] => {
  const found = db
    .prepare<[number, number], Omit<Row, "item"> & { sku: string }>(
      `SELECT sale_id AS basket, sold_at_ms AS atMs, customer_id AS customerId, sku
         FROM (SELECT sale_id, sold_at_ms, customer_id FROM sales
                ORDER BY sold_at_ms DESC LIMIT ?)
         JOIN sale_lines USING (sale_id)
       UNION ALL
       SELECT source || ' ' || external_id, placed_at_ms, customer_id, sku
         FROM (SELECT source, external_id, placed_at_ms, customer_id FROM orders
                WHERE state IN ('paid', 'fulfilled', 'partially-refunded')
                ORDER BY placed_at_ms DESC LIMIT ?)
         JOIN order_lines USING (source, external_id) WHERE sku IS NOT NULL`,
    )
    .iterate(MOST_BASKETS, MOST_BASKETS);
  const rows: Row[] = [];
  for (const { sku, ...row } of found) {
    const item = itemBySku.get(sku);
    if (item !== undefined) rows.push({ ...row, item });
  }
  return rows.sort(
    (left, right) =>
      left.atMs - right.atMs ||
      (left.basket < right.basket ? -1 : left.basket > right.basket ? 1 : 0) ||
      left.item - right.item,
  );
};

const logOf = (rows: readonly Row[], itemCount: number): BasketLog => {
  const atDay: number[] = [];
  const customer: number[] = [];
  const start: number[] = [];
  const items: number[] = [];
  const customers = new Map<string, number>();
  let last: Row | undefined;
  for (const row of rows) {
    if (row.basket !== last?.basket) {
      atDay.push(row.atMs / DAY_MS);
      start.push(items.length);
      customer.push(numberOf(customers, row.customerId));
    } else if (row.item === last.item) continue;
    items.push(row.item);
    last = row;
  }
  return {
    itemCount,
    basketCount: atDay.length,
    customerCount: customers.size,
    atDay: Float64Array.from(atDay),
    customer: Int32Array.from(customer),
    start: Int32Array.from([...start, items.length]),
    items: Int32Array.from(items),
  };
};

const numberOf = (customers: Map<string, number>, customerId: string | null): number => {
  if (customerId === null) return -1;
  const known = customers.get(customerId);
  if (known !== undefined) return known;
  customers.set(customerId, customers.size);
  return customers.size - 1;
};
