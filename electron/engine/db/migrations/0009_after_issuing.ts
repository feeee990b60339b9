import type { Migration } from "../migrate.ts";

/**
 * What a campaign is asked for once it is out: which of a sale's codes had been used before, and the
 * message that its people are written.
 */
export const afterIssuing: Migration = {
  version: 9,
  up: (db) =>
    db.exec(`
      CREATE INDEX coupon_double_uses_by_sale ON coupon_double_uses (sale_id);
      ALTER TABLE campaigns ADD COLUMN message_template TEXT`),
};
