import type { Migration } from "../migrate.ts";

/**
 * The version of the payload that names an order's buyer: an older one names nobody else. Where none
 * was kept, it counts as the payload that stands.
 */
export const orderBuyers: Migration = {
  version: 8,
  up: (db) =>
    db.exec(`
      ALTER TABLE orders ADD COLUMN buyer_version TEXT;
      UPDATE orders SET buyer_version = version WHERE customer_id IS NOT NULL`),
};
