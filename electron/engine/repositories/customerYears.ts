import type { ReadDb } from "../db/connection.ts";
import { IS_BOUGHT } from "./sqlTerms.ts";

export type CustomerYear = {
  readonly storeMinor: number;
  readonly storeCount: number;
  readonly onlineMinor: number;
  readonly onlineCount: number;
};

/** What was bought since `fromMs`, in the shop and online. */
export const customerYear = (db: ReadDb, customerId: string, fromMs: number): CustomerYear => {
  const row = db
    .prepare<[string, number, string, number], CustomerYear>(
      `SELECT storeMinor, storeCount, onlineMinor, onlineCount FROM
         (SELECT coalesce(sum(total_minor), 0) AS storeMinor, count(*) AS storeCount
            FROM sales WHERE customer_id = ? AND sold_at_ms >= ?),
         (SELECT coalesce(sum(total_minor - refunded_minor), 0) AS onlineMinor,
                 count(*) AS onlineCount
            FROM orders WHERE customer_id = ? AND placed_at_ms >= ? AND ${IS_BOUGHT})`,
    )
    .get(customerId, fromMs, customerId, fromMs);
  return row ?? { storeMinor: 0, storeCount: 0, onlineMinor: 0, onlineCount: 0 };
};

/** What each of `customerIds` has spent since `fromMs`, in the shop and online, in their order. */
export const listYearsSpent = (
  db: ReadDb,
  customerIds: readonly string[],
  fromMs: number,
): readonly number[] =>
  db
    .prepare<[number, number, string], { minor: number }>(
      `SELECT (SELECT coalesce(sum(total_minor), 0) FROM sales
                WHERE customer_id = value AND sold_at_ms >= ?)
            + (SELECT coalesce(sum(total_minor - refunded_minor), 0) FROM orders
                WHERE customer_id = value AND placed_at_ms >= ? AND ${IS_BOUGHT}) AS minor
         FROM json_each(?) ORDER BY key`,
    )
    .all(fromMs, fromMs, JSON.stringify(customerIds))
    .map(({ minor }) => minor);
