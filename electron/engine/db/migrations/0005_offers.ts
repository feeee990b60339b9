import type { Migration } from "../migrate.ts";

/**
 * Kept segments; what a campaign may be besides a list on paper; coupons that are earned at the till
 * and have days of their own; and codes that were used twice, which is found only afterwards.
 */
export const offers: Migration = {
  version: 5,
  up: (db) =>
    db.exec(`
      CREATE TABLE segments (
        segment_id    TEXT    PRIMARY KEY,
        name          TEXT    NOT NULL,
        segment       TEXT    NOT NULL,
        changed_at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      ALTER TABLE campaigns ADD COLUMN other_offer TEXT;
      ALTER TABLE campaigns ADD COLUMN channel TEXT NOT NULL DEFAULT 'print'
        CHECK (channel IN ('print', 'sms', 'zalo', 'email'));
      ALTER TABLE campaigns ADD COLUMN targeting TEXT NOT NULL DEFAULT 'everyone'
        CHECK (targeting IN ('everyone', 'best-gain'));
      ALTER TABLE campaigns ADD COLUMN max_customers INTEGER CHECK (max_customers > 0);
      ALTER TABLE campaigns ADD COLUMN earned_by TEXT NOT NULL DEFAULT 'list'
        CHECK (earned_by IN ('list', 'next-purchase'));
      ALTER TABLE campaigns ADD COLUMN valid_days INTEGER CHECK (valid_days > 0);
      ALTER TABLE campaigns ADD COLUMN minimum_sale_minor INTEGER CHECK (minimum_sale_minor >= 0);
      ALTER TABLE campaigns ADD COLUMN template TEXT;
      ALTER TABLE campaigns ADD COLUMN drawn_at_ms INTEGER;
      ALTER TABLE campaigns ADD COLUMN stopped_at_ms INTEGER;
      -- Few, and asked for at each sale.
      CREATE INDEX campaigns_for_next_purchase ON campaigns (to_day)
        WHERE earned_by = 'next-purchase' AND issued_at_ms IS NOT NULL AND stopped_at_ms IS NULL;

      ALTER TABLE campaign_members ADD COLUMN offer_arm TEXT CHECK (offer_arm IN ('a', 'b'));

      ALTER TABLE coupons ADD COLUMN offer_arm TEXT CHECK (offer_arm IN ('a', 'b'));
      ALTER TABLE coupons ADD COLUMN from_day TEXT;
      ALTER TABLE coupons ADD COLUMN to_day TEXT CHECK (to_day >= from_day);
      ALTER TABLE coupons ADD COLUMN earned_by_sale_id TEXT;

      CREATE TABLE coupon_double_uses (
        code           TEXT    NOT NULL REFERENCES coupons (code),
        sale_id        TEXT    NOT NULL REFERENCES sales (sale_id),
        discount_minor INTEGER NOT NULL CHECK (discount_minor >= 0),
        at_ms          INTEGER NOT NULL,
        PRIMARY KEY (code, sale_id)
      ) STRICT, WITHOUT ROWID`),
};
