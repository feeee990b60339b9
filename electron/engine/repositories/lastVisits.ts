import type { ReadDb } from "../db/connection.ts";

/**
 * Everybody who is still known, the latest visitor last: the order in which the search index shows
 * them the other way round. Who has never bought counts from when they were made.
 */
export const listCustomersByLastVisit = (db: ReadDb): readonly string[] =>
  db
    .prepare<[], { customerId: string }>(
      `SELECT customers.customer_id AS customerId
         FROM customers LEFT JOIN customer_totals AS t USING (customer_id)
        WHERE removed = 0
        ORDER BY coalesce(max(coalesce(t.last_store_at_ms, t.last_online_at_ms),
                              coalesce(t.last_online_at_ms, t.last_store_at_ms)),
                          created_at_ms), customers.customer_id`,
    )
    .all()
    .map(({ customerId }) => customerId);
