import type { Migration } from "../migrate.ts";

/**
 * When the shop was put back to a backup, and the codes that were used in what was replaced: their
 * sales are gone with it, their coupons must not work again.
 */
export const restores: Migration = {
  version: 6,
  up: (db) =>
    db.exec(`
      CREATE TABLE restores (
        restored_at_ms   INTEGER PRIMARY KEY,
        -- 0: nobody can tell which coupons were used since the backup.
        is_replaced_read INTEGER NOT NULL CHECK (is_replaced_read IN (0, 1))
      ) STRICT;
      CREATE INDEX restores_unread ON restores (restored_at_ms) WHERE is_replaced_read = 0;

      CREATE TABLE coupon_uses_replaced (
        code  TEXT    PRIMARY KEY REFERENCES coupons (code),
        at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID`),
};
