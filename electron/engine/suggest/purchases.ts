import { earliestDayAfter } from "../../../shared/kernel/day.ts";
import type { ReadDb } from "../db/connection.ts";

/** No more are counted: far fewer are worth learning from. */
const MOST_COUNTED = 10_000;

/** How many there are, counted no further than to `most`. */
export const purchaseCount = (db: ReadDb, most: number): number => {
  const count = (table: "sales" | "orders") =>
    db
      .prepare<[number], { n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} LIMIT ?)`,
      )
      .get(most)?.n ?? 0;
  return count("sales") + count("orders");
};

/**
 * Sales and imported orders that came in since, also before this engine was started. The imports are
 * read first, for they are few: each start would else read all that was ever imported.
 */
export const purchasesSince = (db: ReadDb, learnedAtMs: number): number =>
  db
    .prepare<[string, number, number, number], { n: number }>(
      `SELECT count(*) AS n FROM
           (SELECT 1 FROM sales WHERE business_day >= ? AND sold_at_ms > ?
             UNION ALL
            SELECT 1 FROM imports CROSS JOIN import_effects USING (import_id)
             WHERE started_at_ms > ? LIMIT ?)`,
    )
    .get(earliestDayAfter(learnedAtMs), learnedAtMs, learnedAtMs, MOST_COUNTED)?.n ?? 0;
