import type { Migration } from "../migrate.ts";

/** What an owner may change at any time, with what a shop begins with. */
export const shopSettings: Migration = {
  version: 2,
  up: (db) =>
    db.exec(`
      ALTER TABLE shop ADD COLUMN suggestion_control_bps INTEGER NOT NULL DEFAULT 500
        CHECK (suggestion_control_bps BETWEEN 0 AND 10000);
      ALTER TABLE shop ADD COLUMN contact_cap_per_month INTEGER NOT NULL DEFAULT 4
        CHECK (contact_cap_per_month >= 0);
      ALTER TABLE shop ADD COLUMN margin_floor_bps INTEGER
        CHECK (margin_floor_bps BETWEEN 0 AND 10000);
      ALTER TABLE shop ADD COLUMN assumed_margin_bps INTEGER NOT NULL DEFAULT 2500
        CHECK (assumed_margin_bps BETWEEN 0 AND 10000)`),
};
