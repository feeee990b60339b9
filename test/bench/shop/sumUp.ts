import type { WriteDb } from "../../../electron/engine/db/connection.ts";
import { rollingYearFromDay } from "../../../shared/domain/loyalty/pointsDays.ts";
import { dayOf } from "../../../shared/kernel/day.ts";

/** Every earning of the sales, and the end of those that are older than a year. */
export const insertPoints = (shop: WriteDb, endMs: number): void => {
  const firstDay = rollingYearFromDay(dayOf(endMs, "Asia/Ho_Chi_Minh"));
  shop.exec(`BEGIN;
    CREATE TEMP TABLE earned AS
      SELECT customer_id,
             row_number() OVER (PARTITION BY customer_id ORDER BY receipt_sequence) AS position,
             sale_id, sold_at_ms, points_earned AS points,
             business_day >= '${firstDay}' AS is_open,
             date(business_day, '+1 year') AS expires_day
        FROM sales WHERE customer_id IS NOT NULL AND points_earned > 0;
    CREATE TEMP TABLE moves AS
      SELECT customer_id, position, sold_at_ms AS at_ms, 'earn' AS kind, points,
             'sale' AS source_kind, sale_id AS source_id
        FROM earned
      UNION ALL
      SELECT customer_id, position + last, ${endMs}, 'expire', -points, 'lot',
             CAST(position AS TEXT)
        FROM earned JOIN (SELECT customer_id, max(position) AS last FROM earned GROUP BY 1)
             USING (customer_id)
       WHERE NOT is_open;
    INSERT INTO points_ledger (customer_id, position, entry_id, at_ms, kind, points, source_kind,
                               source_id, balance_after)
      SELECT customer_id, position, lower(hex(randomblob(16))), at_ms, kind, points, source_kind,
             source_id,
             sum(points) OVER (PARTITION BY customer_id ORDER BY position)
        FROM moves ORDER BY customer_id, position;
    INSERT INTO points_lots (customer_id, position, remaining, expires_day)
      SELECT customer_id, position, iif(is_open, points, 0), expires_day
        FROM earned ORDER BY customer_id, position;
    INSERT INTO points_balances (customer_id, balance, position)
      SELECT customer_id, sum(points), max(position) FROM points_ledger GROUP BY customer_id;
    DROP TABLE moves;
    DROP TABLE earned;
    COMMIT;`);
};

/** What each person has bought, in all and of each product. */
export const sumUp = (shop: WriteDb): void => {
  shop.exec(`BEGIN;
    INSERT INTO customer_products (customer_id, sku, purchase_count, quantity_milli,
                                   first_at_ms, last_at_ms)
      SELECT customer_id, sku, count(DISTINCT sale_id), sum(quantity_milli), min(sold_at_ms),
             max(sold_at_ms)
        FROM sales JOIN sale_lines USING (sale_id)
       WHERE customer_id IS NOT NULL GROUP BY customer_id, sku;
    INSERT INTO customer_totals (customer_id, store_count, store_spent_minor, first_store_at_ms,
                                 last_store_at_ms)
      SELECT customer_id, count(*), sum(total_minor), min(sold_at_ms), max(sold_at_ms)
        FROM sales WHERE customer_id IS NOT NULL GROUP BY customer_id;
    INSERT INTO customer_totals (customer_id, online_count, online_spent_minor,
                                 first_online_at_ms, last_online_at_ms)
      SELECT customer_id, count(*), sum(total_minor), min(placed_at_ms), max(placed_at_ms)
        FROM orders WHERE TRUE GROUP BY customer_id
      ON CONFLICT (customer_id) DO UPDATE SET
        online_count = excluded.online_count, online_spent_minor = excluded.online_spent_minor,
        first_online_at_ms = excluded.first_online_at_ms,
        last_online_at_ms = excluded.last_online_at_ms;
    COMMIT;`);
};
