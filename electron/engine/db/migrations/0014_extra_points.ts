import type { Migration } from "../migrate.ts";

/**
 * The points that coupons added to what a sale earns anyway, and what they were worth to the shop then:
 * worth and tiers change, and would tell another past. Of sales before this version neither is known.
 */
export const extraPoints: Migration = {
  version: 14,
  up: (db) =>
    db.exec(`
      ALTER TABLE sales ADD COLUMN extra_points INTEGER CHECK (extra_points >= 0);
      ALTER TABLE sales ADD COLUMN extra_points_minor INTEGER CHECK (extra_points_minor >= 0)`),
};
