import type { Migration } from "../migrate.ts";

/**
 * What a campaign's coupons for the next purchase commit the shop to, and how many people it has: kept
 * beside the rows they are told from, since each sale asks for them. And the most that a coupon takes
 * off, where the purchase that earned it decides that: those given out before have no such ceiling.
 */
export const commitments: Migration = {
  version: 10,
  up: (db) =>
    db.exec(`
      ALTER TABLE campaigns ADD COLUMN issued_count INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE campaigns ADD COLUMN held_out_count INTEGER NOT NULL DEFAULT 0;
      UPDATE campaigns SET (issued_count, held_out_count) =
        (SELECT count(*) FILTER (WHERE arm = 'issued'), count(*) FILTER (WHERE arm = 'held-out')
           FROM campaign_members AS m WHERE m.campaign_id = campaigns.campaign_id);

      ALTER TABLE coupons ADD COLUMN max_discount_minor INTEGER CHECK (max_discount_minor > 0);

      CREATE TABLE campaign_commitments (
        campaign_id      TEXT    NOT NULL REFERENCES campaigns (campaign_id),
        -- The last day of the coupons that are summed; 9999-12-31 of those that were used.
        until_day        TEXT    NOT NULL,
        used_minor       INTEGER NOT NULL,
        open_count       INTEGER NOT NULL,
        -- What was spent where the open ones were earned.
        open_spent_minor INTEGER NOT NULL,
        PRIMARY KEY (campaign_id, until_day)
      ) STRICT, WITHOUT ROWID;

      INSERT INTO campaign_commitments
        SELECT campaign_id, until_day, sum(used_minor), sum(is_open), sum(is_open * total_minor)
          FROM (SELECT campaign_id, total_minor, coalesce(r.discount_minor, 0) = 0 AS is_open,
                       iif(r.code IS NULL AND replaced.code IS NULL, c.to_day, '9999-12-31')
                         AS until_day,
                       coalesce(r.discount_minor, 0) +
                         (SELECT coalesce(sum(discount_minor), 0) FROM coupon_double_uses AS d
                           WHERE d.code = c.code) AS used_minor
                  FROM coupons AS c JOIN sales ON sales.sale_id = c.earned_by_sale_id
                       LEFT JOIN coupon_redemptions AS r USING (code)
                       LEFT JOIN coupon_uses_replaced AS replaced USING (code))
         GROUP BY campaign_id, until_day`),
};
