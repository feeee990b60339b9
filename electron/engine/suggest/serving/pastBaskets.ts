import { DAY_MS } from "../../../../shared/kernel/day.ts";
import type { ReadDb } from "../../db/connection.ts";
import { LIMIT } from "../../db/rows.ts";
import { IS_BOUGHT } from "../../repositories/sqlTerms.ts";
import { HISTORY_BASKETS, type History, noHistory } from "../ranking/situation.ts";

type Row = {
  readonly basket: string;
  readonly atMs: number;
  readonly sku: string;
  readonly paidMinor: number;
};

/**
 * A customer's last baskets, from the shop and online, oldest first; goods unknown to the model fall out,
 * and what has become sensitive since it was learned.
 */
export const pastBaskets = (
  db: ReadDb,
  customerId: string,
  itemBySku: ReadonlyMap<string, number>,
): History => {
  const rows = db
    .prepare<[string, number, string, number, number], Row>(
      `SELECT basket, atMs, sku, paidMinor FROM
         (SELECT sale_id AS basket, sold_at_ms AS atMs, sku, net_minor AS paidMinor FROM
            (SELECT sale_id, sold_at_ms FROM sales WHERE customer_id = ?
              ORDER BY sold_at_ms DESC ${LIMIT}) JOIN sale_lines USING (sale_id)
          UNION ALL
          SELECT source || ' ' || external_id, placed_at_ms, sku, order_lines.total_minor FROM
            (SELECT source, external_id, placed_at_ms FROM orders
              WHERE customer_id = ? AND ${IS_BOUGHT}
              ORDER BY placed_at_ms DESC ${LIMIT})
            JOIN order_lines USING (source, external_id) WHERE sku IS NOT NULL) AS bought
        WHERE NOT EXISTS (SELECT 1 FROM products AS p WHERE p.sku = bought.sku AND p.sensitive = 1)
        ORDER BY atMs DESC, basket ${LIMIT}`,
    )
    .all(customerId, HISTORY_BASKETS, customerId, HISTORY_BASKETS, HISTORY_BASKETS * MOST_LINES);
  return rows.length === 0 ? noHistory : historyOf(rows, itemBySku);
};

/** Of a reseller's endless baskets so many lines on average are read. */
const MOST_LINES = 100;

const historyOf = (
  newestFirst: readonly Row[],
  itemBySku: ReadonlyMap<string, number>,
): History => {
  const baskets = new Map<string, { readonly atMs: number; readonly paid: Map<number, number> }>();
  for (const { basket, atMs, sku, paidMinor } of newestFirst) {
    const known = baskets.get(basket) ?? { atMs, paid: new Map<number, number>() };
    if (!baskets.has(basket)) {
      if (baskets.size === HISTORY_BASKETS) break;
      baskets.set(basket, known);
    }
    const item = itemBySku.get(sku);
    if (item !== undefined) known.paid.set(item, (known.paid.get(item) ?? 0) + paidMinor);
  }
  const oldestFirst = [...baskets.values()].filter(({ paid }) => paid.size > 0).reverse();
  const start = [0];
  for (const { paid } of oldestFirst) start.push((start.at(-1) ?? 0) + paid.size);
  return {
    count: oldestFirst.length,
    atDay: Float64Array.from(oldestFirst, ({ atMs }) => atMs / DAY_MS),
    start: Int32Array.from(start),
    items: Int32Array.from(oldestFirst.flatMap(({ paid }) => [...paid.keys()])),
    paid: Float32Array.from(oldestFirst.flatMap(({ paid }) => [...paid.values()])),
  };
};
