import type { ReadDb } from "../db/connection.ts";
import { LIMIT } from "../db/rows.ts";
import type { Product } from "./products.ts";
import { IS_BOUGHT } from "./sqlTerms.ts";

export type NewestProduct = Product & { readonly createdAtMs: number };

type Row = Omit<NewestProduct, "sensitive"> & { readonly sensitive: 0 | 1 };

/** Of the `limit` products that came last, by the order in which they were first saved, those since `sinceMs`. */
export const listNewestProducts = (
  db: ReadDb,
  { sinceMs, limit }: { readonly sinceMs: number; readonly limit: number },
): readonly NewestProduct[] =>
  db
    .prepare<[number, number], Row>(
      `SELECT sku, name, barcode, category, price_minor AS priceMinor, cost_minor AS costMinor,
              tax_rate_bps AS taxRateBps, sold_by AS soldBy, sensitive,
              stock_quantity_milli AS stockQuantityMilli, created_at_ms AS createdAtMs
         FROM (SELECT * FROM products ORDER BY product_number DESC ${LIMIT})
        WHERE created_at_ms >= ? ORDER BY product_number DESC`,
    )
    .all(limit, sinceMs)
    .map(({ sensitive, ...row }) => ({ ...row, sensitive: sensitive === 1 }));

/** Whether the customer bought it ever, in the shop or online: also what came after the last learning. */
export const hasBought = (db: ReadDb, customerId: string | undefined, sku: string): boolean =>
  customerId !== undefined &&
  db
    .prepare<[string, string, string, string], unknown>(
      `SELECT 1 FROM customer_products WHERE customer_id = ? AND sku = ?
       UNION ALL
       SELECT 1 FROM orders JOIN order_lines USING (source, external_id)
        WHERE customer_id = ? AND sku = ?
          AND ${IS_BOUGHT} LIMIT 1`,
    )
    .get(customerId, sku, customerId, sku) !== undefined;
