import type { ReadDb } from "../db/connection.ts";

/** Whether anything but the import that made them ties a person to the shop. */
export const hasOtherTies = (db: ReadDb, customerId: string): boolean =>
  db
    .prepare<string[], { tied: 0 | 1 }>(
      `SELECT EXISTS (SELECT 1 FROM sales WHERE customer_id = ?)
           OR EXISTS (SELECT 1 FROM orders WHERE customer_id = ?)
           OR EXISTS (SELECT 1 FROM consents WHERE customer_id = ?)
           OR EXISTS (SELECT 1 FROM campaign_members WHERE customer_id = ?)
           OR EXISTS (SELECT 1 FROM identities WHERE customer_id = ? AND source = 'counter')
           -- Imported fields stand below the year 0 of every counter clock.
           OR EXISTS (SELECT 1 FROM customer_fields WHERE customer_id = ? AND clock_ms >= 0)
              AS tied`,
    )
    .get(customerId, customerId, customerId, customerId, customerId, customerId)?.tied === 1;
