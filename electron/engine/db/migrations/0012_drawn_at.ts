import type { Migration } from "../migrate.ts";

/**
 * When each was drawn who was drawn by a purchase of their own: what they bought until then tells nothing.
 * That is the purchase told first, also where an earlier one was written down later; SQLite takes the
 * bare time from the row of the minimum.
 */
export const drawnAt: Migration = {
  version: 12,
  up: (db) =>
    db.exec(`
      ALTER TABLE campaign_members ADD COLUMN drawn_at_ms INTEGER;
      UPDATE campaign_members SET drawn_at_ms = earned.at_ms
        FROM (SELECT payload ->> 'campaignId' AS campaign_id, payload ->> 'customerId' AS customer_id,
                     sold_at_ms AS at_ms, min(sequence)
                FROM changes JOIN sales ON sale_id = payload ->> 'saleId'
               WHERE kind = 'coupon.earned' GROUP BY 1, 2) AS earned
       WHERE earned.campaign_id = campaign_members.campaign_id
         AND earned.customer_id = campaign_members.customer_id`),
};
