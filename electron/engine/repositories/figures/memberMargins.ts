import { subtractMinor, sumMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import { usingSalesSql } from "../couponUses.ts";
import { LINE_COST } from "./lineCost.ts";
import { isBefore, MEMBERS, type MemberVisit, type Span } from "./memberDeeds.ts";
import { countedWhenEarned } from "./memberPoints.ts";

export type MemberMargin = Omit<MemberVisit, "spentMinor"> & { readonly marginMinor: number };

/**
 * What was left of each of the members' sales, the oldest first; undefined where a cost is not known.
 * Points that a coupon gave are off the sale that earned them, and not again off the one that they paid.
 */
export const listMemberMargins = (
  db: ReadDb,
  campaignId: string,
  span: Span,
): readonly MemberMargin[] | undefined => {
  const rows = listRows(db, campaignId, span);
  if (rows.some(({ unknown }) => unknown > 0)) return undefined;
  const counted = countedWhenEarned(
    db,
    rows.flatMap(({ pointsNetMinor: netMinor, ...row }) =>
      row.pointsRedeemed > 0 ? [{ ...row, netMinor }] : [],
    ),
  );
  return rows.map(({ member, arm, offerArm, atMs, ...row }) => ({
    ...{ member, arm, offerArm, atMs },
    isBefore: row.isBefore === 1,
    marginMinor: sumMinor([
      subtractMinor(row.leftMinor, row.extraPointsMinor),
      counted.get(row.saleId) ?? 0,
    ]),
  }));
};

type Row = Omit<MemberVisit, "spentMinor" | "isBefore"> & {
  readonly isBefore: 0 | 1;
  readonly saleId: string;
  readonly customerId: string;
  readonly pointsRedeemed: number;
  readonly extraPointsMinor: number;
  readonly leftMinor: number;
  /** What points took off the lines' net. */
  readonly pointsNetMinor: number;
  readonly unknown: number;
};

const listRows = (
  db: ReadDb,
  campaignId: string,
  { fromMs, countedFromMs, untilMs }: Span,
): readonly Row[] =>
  db
    .prepare<[number, number, number, string], Row>(
      `SELECT coalesce(names.customer_number, m.customer_id) AS member, arm, offer_arm AS offerArm,
              s.sold_at_ms AS atMs, ${isBefore("s.sold_at_ms")} AS isBefore,
              s.sale_id AS saleId, s.customer_id AS customerId, s.points_redeemed AS pointsRedeemed,
              coalesce(s.extra_points_minor, 0) AS extraPointsMinor,
              sum(l.net_minor - coalesce(${LINE_COST}, 0)) AS leftMinor,
              iif(s.points_redeemed > 0, sum(${POINTS_OFF_NET}), 0) AS pointsNetMinor,
              sum(${LINE_COST} IS NULL)
                + (s.extra_points_minor IS NULL AND ${USED_POINTS_COUPON}) AS unknown
         FROM ${MEMBERS} LEFT JOIN names USING (customer_id)
              JOIN shop.sales AS s ON s.customer_id = m.customer_id
                                  AND s.sold_at_ms >= ? AND s.sold_at_ms < ?
              JOIN shop.sale_lines AS l USING (sale_id)
              LEFT JOIN shop.products AS p USING (sku)
        WHERE campaign_id = ? GROUP BY s.sale_id ORDER BY s.sold_at_ms`,
    )
    .all(countedFromMs, fromMs, untilMs, campaignId);

/** A price that contains its tax gives the points' share of that tax back as well. */
const POINTS_OFF_NET = `coalesce((SELECT CAST(round(sum(d.minor) * 10000.0
    / (10000 + iif(s.tax_mode = 'inclusive', l.tax_rate_bps, 0))) AS INTEGER)
  FROM shop.sale_discounts AS d
 WHERE d.sale_id = l.sale_id AND d.line = l.line AND d.kind = 'points'), 0)`;

/** Of a sale before version 14 nobody wrote down how many points a coupon had given. */
const USED_POINTS_COUPON = `EXISTS (
  SELECT 1 FROM ${usingSalesSql("shop.")} AS used
         JOIN shop.coupons AS c USING (code)
         JOIN shop.campaigns AS k ON k.campaign_id = c.campaign_id
   WHERE used.sale_id = s.sale_id
     AND iif(c.offer_arm = 'b', coalesce(k.other_offer, k.offer), k.offer) ->> 'kind' = 'points')`;
