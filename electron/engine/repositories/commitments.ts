import type { Commitment } from "../../../shared/domain/campaign/affordable.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";

/**
 * What coupons for the next purchase have taken off, and those that may still be used on `day`: from
 * sums that are kept for each last day, of which a campaign has no more than its coupons' days ahead.
 */
export const findCommitment = (
  db: ReadDb,
  { campaignId, day }: { readonly campaignId: string; readonly day: string },
): Commitment =>
  db
    .prepare<[string, string], Commitment>(
      `SELECT coalesce(sum(used_minor), 0) AS usedMinor, coalesce(sum(open_count), 0) AS openCount,
              coalesce(sum(open_spent_minor), 0) AS openSpentMinor
         FROM campaign_commitments WHERE campaign_id = ? AND until_day >= ?`,
    )
    .get(campaignId, day) ?? { usedMinor: 0, openCount: 0, openSpentMinor: 0 };

/** Runs `write`, which gives `code` out or tells of its use, and keeps its campaign's sums with it. */
export const keepCommitment = (db: WriteDb, code: string, write: () => void): void => {
  addPart(db, findPart(db, code), -1);
  write();
  addPart(db, findPart(db, code), 1);
};

type Part = {
  readonly campaignId: string;
  readonly untilDay: string;
  readonly usedMinor: number;
  readonly openCount: number;
  readonly openSpentMinor: number;
};

/**
 * What each coupon for the next purchase adds to its campaign's sums. Points take nothing off when a
 * coupon is used, and of a use in a shop that a backup replaced nobody knows what it took off: such a
 * coupon stays open, and no day ends it any more.
 */
export const PARTS = `SELECT c.code, c.campaign_id,
    iif(r.code IS NULL AND replaced.code IS NULL, c.to_day, '9999-12-31') AS until_day,
    coalesce(r.discount_minor, 0) + (SELECT coalesce(sum(discount_minor), 0)
       FROM coupon_double_uses AS d WHERE d.code = c.code) AS used_minor,
    coalesce(r.discount_minor, 0) = 0 AS open_count,
    iif(coalesce(r.discount_minor, 0) = 0, sales.total_minor, 0) AS open_spent_minor
  FROM coupons AS c JOIN sales ON sales.sale_id = c.earned_by_sale_id
       LEFT JOIN coupon_redemptions AS r ON r.code = c.code
       LEFT JOIN coupon_uses_replaced AS replaced ON replaced.code = c.code`;

const findPart = (db: ReadDb, code: string): Part | undefined =>
  db
    .prepare<[string], Part>(
      `SELECT campaign_id AS campaignId, until_day AS untilDay, used_minor AS usedMinor,
              open_count AS openCount, open_spent_minor AS openSpentMinor
         FROM (${PARTS} WHERE c.code = ?)`,
    )
    .get(code);

const addPart = (db: WriteDb, part: Part | undefined, sign: 1 | -1): void => {
  if (!part) return;
  const { campaignId, untilDay, usedMinor, openCount, openSpentMinor } = part;
  db.prepare<unknown[]>(
    `INSERT INTO campaign_commitments VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (campaign_id, until_day) DO UPDATE SET
       used_minor = used_minor + excluded.used_minor,
       open_count = open_count + excluded.open_count,
       open_spent_minor = open_spent_minor + excluded.open_spent_minor`,
  ).run(campaignId, untilDay, sign * usedMinor, sign * openCount, sign * openSpentMinor);
};
