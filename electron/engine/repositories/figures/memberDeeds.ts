import type { ReadDb } from "../../db/connection.ts";
import { usedCouponsSql } from "../couponUses.ts";
import { IS_BOUGHT } from "../sqlTerms.ts";

export type MemberVisit = {
  /** Their number in the figures; of who is known no more, the id alone, which names nobody. */
  readonly member: number | string;
  readonly arm: "issued" | "held-out";
  readonly offerArm: "a" | "b" | null;
  readonly atMs: number;
  /** Not after the lot that put the customer into a group. */
  readonly isBefore: boolean;
  readonly spentMinor: number;
};

/** From a while before the first day that counts until now. */
export type Span = {
  readonly fromMs: number;
  readonly countedFromMs: number;
  readonly untilMs: number;
};

/**
 * Before the days that count, or before the campaign was issued on the first of them; and what earned a
 * coupon for the next purchase, with all before it: the lot was drawn there, and could change nothing of it.
 */
export const isBefore = (at: string): string =>
  `${at} < max(?, coalesce(issued_at_ms, 0)) OR ${at} <= coalesce(m.drawn_at_ms, 0)`;

export const MEMBERS = "shop.campaign_members AS m JOIN shop.campaigns USING (campaign_id)";

/**
 * All purchases of a campaign's members in the span, in the shop and online, the oldest first; also of who
 * is known no more, who stands in no figures.
 */
export const listMemberVisits = (
  db: ReadDb,
  campaignId: string,
  { fromMs, countedFromMs, untilMs }: Span,
): readonly MemberVisit[] =>
  db
    .prepare<(number | string)[], Omit<MemberVisit, "isBefore"> & { isBefore: 0 | 1 }>(
      `SELECT v.customer_number AS member, arm, offer_arm AS offerArm, at_ms AS atMs,
              ${isBefore("at_ms")} AS isBefore, spent_minor AS spentMinor
         FROM ${MEMBERS} JOIN names USING (customer_id)
              JOIN visits AS v ON v.customer_number = names.customer_number
                              AND v.at_ms >= ? AND v.at_ms < ?
        WHERE campaign_id = ?
       UNION ALL ${forgottenVisits("sales", { atMs: "sold_at_ms", minor: "total_minor" })}
       UNION ALL ${forgottenVisits("orders", {
         atMs: "placed_at_ms",
         minor: "total_minor - refunded_minor",
         where: IS_BOUGHT,
       })}
        ORDER BY 4`,
    )
    .all(
      ...[countedFromMs, fromMs, untilMs, campaignId],
      ...[countedFromMs, fromMs, untilMs, campaignId],
      ...[countedFromMs, fromMs, untilMs, campaignId],
    )
    .map((row) => ({ ...row, isBefore: row.isBefore === 1 }));

/** Of each table by itself: of both together SQLite would read all that was ever sold. */
const forgottenVisits = (
  table: "sales" | "orders",
  { atMs, minor, where = "TRUE" }: { atMs: string; minor: string; where?: string },
): string =>
  `SELECT m.customer_id, arm, offer_arm, ${atMs}, ${isBefore(atMs)}, ${minor}
     FROM ${MEMBERS}
          JOIN shop.${table} AS v ON v.customer_id = m.customer_id AND ${atMs} >= ? AND ${atMs} < ?
    WHERE campaign_id = ? AND ${where}
      AND NOT EXISTS (SELECT 1 FROM names WHERE names.customer_id = m.customer_id)`;

/** Whether members bought online in the span: what such orders left is not known. */
export const hasMemberOrders = (
  db: ReadDb,
  campaignId: string,
  { fromMs, untilMs }: Span,
): boolean =>
  db
    .prepare<[number, number, string], unknown>(
      `SELECT 1 FROM shop.campaign_members
              JOIN shop.orders AS o ON o.customer_id = campaign_members.customer_id
                AND o.placed_at_ms >= ? AND o.placed_at_ms < ?
                AND ${IS_BOUGHT}
        WHERE campaign_id = ? LIMIT 1`,
    )
    .get(fromMs, untilMs, campaignId) !== undefined;

export type GroupSize = {
  readonly arm: "issued" | "held-out";
  readonly offerArm: "a" | "b" | null;
  readonly customers: number;
};

/** How many were drawn into each group, whoever of them is known still. */
export const listGroupSizes = (db: ReadDb, campaignId: string): readonly GroupSize[] =>
  db
    .prepare<[string], GroupSize>(
      `SELECT arm, offer_arm AS offerArm, count(*) AS customers
         FROM shop.campaign_members WHERE campaign_id = ? GROUP BY arm, offer_arm`,
    )
    .all(campaignId);

export type ArmUses = {
  readonly offerArm: "a" | "b" | null;
  readonly redeemed: number;
  readonly discountMinor: number;
};

/** What was used of the campaign's coupons, by offer. */
export const listArmUses = (db: ReadDb, campaignId: string): readonly ArmUses[] =>
  db
    .prepare<[string], ArmUses>(
      `SELECT offer_arm AS offerArm, count(*) AS redeemed,
              coalesce(sum(use_discount_minor), 0) AS discountMinor
         FROM ${usedCouponsSql("shop.")}
        WHERE campaign_id = ? GROUP BY offer_arm`,
    )
    .all(campaignId);

export type CouponUse = { readonly offerArm: "a" | "b" | null; readonly atMs: number };

/** When the campaign's coupons were used, the first use first. */
export const listCouponUses = (db: ReadDb, campaignId: string): readonly CouponUse[] =>
  db
    .prepare<[string], CouponUse>(
      `SELECT offer_arm AS offerArm, use_at_ms AS atMs
         FROM ${usedCouponsSql("shop.")}
        WHERE campaign_id = ? ORDER BY use_at_ms`,
    )
    .all(campaignId);
