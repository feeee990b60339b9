import type { Migration } from "../migrate.ts";

/**
 * What a campaign is asked for once it is out: which of a sale's codes had been used before, and the
 * message and the letter that its people are written.
 */
export const afterIssuing: Migration = {
  version: 9,
  up: (db) =>
    db.exec(`
      CREATE INDEX coupon_double_uses_by_sale ON coupon_double_uses (sale_id);
      ALTER TABLE campaigns ADD COLUMN message_template TEXT;
      ALTER TABLE campaigns ADD COLUMN letter_template TEXT`),
};
