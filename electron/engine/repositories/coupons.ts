import type { ReadDb } from "../db/connection.ts";

/** A coupon with what its campaign says about it. Those of an unfinished draw are not there yet. */
export type CouponRow = {
  readonly code: string;
  readonly campaignId: string;
  readonly customerId: string;
  readonly name: string;
  /** JSON text: its own arm's offer, with its own ceiling. */
  readonly offer: string;
  readonly offerArm: "a" | "b" | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly usedAtMs: number | null;
  readonly stoppedAtMs: number | null;
  /** 1: given out before a restore of which nobody knows what was used since its backup. */
  readonly isUnsure: 0 | 1;
};

const ARM_OFFER = "iif(coupons.offer_arm = 'b', campaigns.other_offer, campaigns.offer)";

const COLUMNS = `coupons.code, coupons.campaign_id AS campaignId,
  coupons.customer_id AS customerId, campaigns.name,
  iif(coupons.max_discount_minor IS NULL, ${ARM_OFFER},
      json_set(${ARM_OFFER}, '$.maxDiscountMinor', coupons.max_discount_minor)) AS offer,
  coupons.offer_arm AS offerArm, coalesce(coupons.from_day, campaigns.from_day) AS fromDay,
  coalesce(coupons.to_day, campaigns.to_day) AS toDay,
  coalesce(coupon_redemptions.at_ms, coupon_uses_replaced.at_ms) AS usedAtMs,
  coalesce((SELECT sold_at_ms FROM sales WHERE sale_id = coupons.earned_by_sale_id),
           campaigns.issued_at_ms) <
    coalesce((SELECT max(restored_at_ms) FROM restores WHERE is_replaced_read = 0), 0) AS isUnsure,
  campaigns.stopped_at_ms AS stoppedAtMs
  FROM coupons JOIN campaigns USING (campaign_id) LEFT JOIN coupon_redemptions USING (code)
  LEFT JOIN coupon_uses_replaced USING (code)`;

export const findCoupon = (db: ReadDb, code: string): CouponRow | undefined =>
  db
    .prepare<[string], CouponRow>(
      `SELECT ${COLUMNS} WHERE coupons.code = ? AND campaigns.issued_at_ms IS NOT NULL`,
    )
    .get(code);

export type CouponGround = {
  /** Sealed: what was expected of the person then; null: that did not choose them. */
  readonly chosenFor: Uint8Array | null;
  readonly drawnAtMs: number;
  /** When the purchase was made that earned it. */
  readonly earnedAtMs: number | null;
};

/** Why the coupon is this person's. */
export const findCouponGround = (db: ReadDb, code: string): CouponGround | undefined =>
  db
    .prepare<[string], CouponGround>(
      `SELECT m.chosen_for AS chosenFor, sales.sold_at_ms AS earnedAtMs,
              coalesce(campaigns.drawn_at_ms, campaigns.issued_at_ms) AS drawnAtMs
         FROM coupons AS c JOIN campaigns USING (campaign_id)
              LEFT JOIN campaign_members AS m USING (campaign_id, customer_id)
              LEFT JOIN sales ON sales.sale_id = c.earned_by_sale_id
        WHERE c.code = ?`,
    )
    .get(code);

/** Whether the code was given out, also in a draw that is not finished. */
export const isCodeTaken = (db: ReadDb, code: string): boolean =>
  db.prepare<[string], unknown>("SELECT 1 FROM coupons WHERE code = ?").get(code) !== undefined;

/** A person's unused coupons that are good on `day`, those that end first before the others. */
export const listOpenCoupons = (
  db: ReadDb,
  customerId: string,
  day: string,
): readonly CouponRow[] =>
  db
    .prepare<[string, string, string], CouponRow>(
      `SELECT ${COLUMNS}
        WHERE coupons.customer_id = ? AND coupon_redemptions.code IS NULL
          AND coupon_uses_replaced.code IS NULL AND campaigns.issued_at_ms IS NOT NULL AND campaigns.stopped_at_ms IS NULL
          AND fromDay <= ? AND toDay >= ?
        ORDER BY toDay, coupons.code LIMIT 50`,
    )
    .all(customerId, day, day);

/** What a purchase of this person earned for the next one. */
export const listEarnedCoupons = (
  db: ReadDb,
  { customerId, saleId }: { readonly customerId: string; readonly saleId: string },
): readonly CouponRow[] =>
  db
    .prepare<[string, string], CouponRow>(
      `SELECT ${COLUMNS} WHERE coupons.customer_id = ? AND coupons.earned_by_sale_id = ?
        ORDER BY coupons.code LIMIT 50`,
    )
    .all(customerId, saleId);

/** All codes of a campaign, with when each person was last here. */
export const listCampaignCoupons = (
  db: ReadDb,
  campaignId: string,
): readonly (CouponRow & { readonly lastAtMs: number })[] =>
  db
    .prepare<[string], CouponRow & { lastAtMs: number }>(
      `SELECT (SELECT max(coalesce(last_store_at_ms, 0), coalesce(last_online_at_ms, 0))
                 FROM customer_totals WHERE customer_totals.customer_id = coupons.customer_id)
                AS lastAtMs, ${COLUMNS}
        WHERE coupons.campaign_id = ? ORDER BY coupons.code`,
    )
    .all(campaignId);

/**
 * A person's coupons of one campaign that are not used and not past. The plus keeps SQLite from taking
 * the campaign's index: a person has few coupons, a campaign many.
 */
export const countOpenCodes = (
  db: ReadDb,
  {
    campaignId,
    customerId,
    day,
  }: { readonly campaignId: string; readonly customerId: string; readonly day: string },
): number =>
  db
    .prepare<[string, string, string], { n: number }>(
      `SELECT count(*) AS n FROM coupons LEFT JOIN coupon_redemptions USING (code)
              LEFT JOIN coupon_uses_replaced USING (code)
        WHERE customer_id = ? AND +campaign_id = ? AND coalesce(to_day, '') >= ?
          AND coupon_redemptions.code IS NULL AND coupon_uses_replaced.code IS NULL`,
    )
    .get(customerId, campaignId, day)?.n ?? 0;
