import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import { keepCommitment } from "./commitments.ts";
import type { FactOf } from "./facts.ts";
import { passOverReceipts } from "./receipts.ts";

export type UsedCode = { readonly code: string; readonly atMs: number };

/**
 * Codes that were used here, and of which `other`, an older state of the shop, knows no use. One whose
 * sale has come back after a restore is known twice, by one and the same time.
 */
export const listUsesUnknownTo = (db: ReadDb, other: ReadDb): readonly UsedCode[] => {
  const isOpen = (code: string): boolean =>
    other
      .prepare<[string], unknown>(
        `SELECT 1 FROM coupons WHERE code = ?
           AND code NOT IN (SELECT code FROM coupon_redemptions)
           AND code NOT IN (SELECT code FROM coupon_uses_replaced)`,
      )
      .get(code) !== undefined;
  return db
    .prepare<[], UsedCode>(
      `SELECT code, at_ms AS atMs FROM coupon_redemptions
       UNION SELECT code, at_ms FROM coupon_uses_replaced ORDER BY 1`,
    )
    .all()
    .filter(({ code }) => isOpen(code));
};

/**
 * `coupons` with the use of each that counts, as `use_at_ms`: also one in a shop that a backup has
 * replaced, of which nobody knows what it took off. `use_discount_minor` is of all its uses that are known.
 */
export const usedCouponsSql = (schema: "" | "shop." = ""): string =>
  `(SELECT c.*, coalesce(r.at_ms, replaced.at_ms) AS use_at_ms,
           coalesce(r.discount_minor, 0) +
             coalesce((SELECT sum(again.discount_minor) FROM ${schema}coupon_double_uses AS again
                        WHERE again.code = c.code), 0) AS use_discount_minor
      FROM ${schema}coupons AS c LEFT JOIN ${schema}coupon_redemptions AS r USING (code)
           LEFT JOIN ${schema}coupon_uses_replaced AS replaced USING (code)
     WHERE coalesce(r.at_ms, replaced.at_ms) IS NOT NULL)`;

/** Each code with each sale that used it, also again; without uses in a shop that a backup has replaced. */
export const usingSalesSql = (schema: "" | "shop." = ""): string =>
  `(SELECT code, sale_id FROM ${schema}coupon_redemptions
     UNION ALL SELECT code, sale_id FROM ${schema}coupon_double_uses)`;

/** How often a code was used that had been used before. */
export const countDoubleUses = (db: ReadDb): number =>
  db.prepare<[], { n: number }>("SELECT count(*) AS n FROM coupon_double_uses").get()?.n ?? 0;

export type DoubleUsedCode = {
  readonly code: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly customerId: string;
};

export type DoubleUsedPage = {
  readonly campaignId?: string | undefined;
  readonly limit: number;
  /** The last code of the page before. */
  readonly after?: string | undefined;
};

/** The codes of a campaign, or of all, that were used again: the last one found first. */
export const listDoubleUsed = (
  db: ReadDb,
  { campaignId, limit, after }: DoubleUsedPage,
): readonly DoubleUsedCode[] =>
  db
    .prepare<[string | null, string | null, string | null, number], DoubleUsedCode>(
      `SELECT code, campaign_id AS campaignId, campaigns.name AS campaignName,
              customer_id AS customerId
         FROM coupon_double_uses JOIN coupons USING (code) JOIN campaigns USING (campaign_id)
        WHERE campaign_id = coalesce(?, campaign_id)
        GROUP BY code
       HAVING (-max(at_ms), code) > (
                coalesce((SELECT -max(at_ms) FROM coupon_double_uses WHERE code = ?), -9e18),
                coalesce(?, ''))
        ORDER BY max(at_ms) DESC, code ${LIMIT}`,
    )
    .all(campaignId ?? null, after ?? null, after ?? null, limit);

/** `saleId` and all that is the sale's are null for a use in a shop that a backup has replaced. */
export type CouponUseRow = {
  readonly atMs: number;
  readonly isAgain: 0 | 1;
  readonly discountMinor: number | null;
  readonly saleId: string | null;
  readonly receiptNumber: string | null;
  readonly register: string | null;
  readonly staffName: string | null;
};

/** Every use of a code, as they followed each other. One whose sale has come back is that sale's. */
export const listUsesOf = (db: ReadDb, code: string): readonly CouponUseRow[] =>
  db
    .prepare<[string, string, string], CouponUseRow>(
      `SELECT at_ms AS atMs, isAgain, uses.discount_minor AS discountMinor, sale_id AS saleId,
              receipt_number AS receiptNumber, letter AS register, staff.name AS staffName
         FROM (SELECT sale_id, discount_minor, at_ms, 0 AS isAgain
                 FROM coupon_redemptions WHERE code = ?
                UNION ALL
               SELECT sale_id, discount_minor, at_ms, 1 FROM coupon_double_uses WHERE code = ?
                UNION ALL
               SELECT NULL, NULL, at_ms, 0 FROM coupon_uses_replaced AS gone
                WHERE code = ? AND NOT EXISTS (SELECT 1 FROM coupon_redemptions AS back
                      WHERE back.code = gone.code AND back.at_ms = gone.at_ms)) AS uses
         LEFT JOIN sales USING (sale_id) LEFT JOIN registers USING (register_id)
         LEFT JOIN staff USING (staff_id)
        ORDER BY at_ms, isAgain`,
    )
    .all(code, code, code);

export const applyShopRestored = (db: WriteDb, fact: FactOf<"shop.restored">): void => {
  const { restoredAtMs, isReplacedRead } = fact;
  insertRow(db, "restores", { restoredAtMs, isReplacedRead });
  for (const { code, atMs } of fact.used) {
    keepCommitment(db, code, () => insertRow(db, "coupon_uses_replaced", { code, atMs }));
  }
  for (const passed of fact.receipts ?? []) passOverReceipts(db, passed, restoredAtMs);
};
