import { extraSpent, type PointsMove } from "../../../../shared/domain/loyalty/extraSpent.ts";
import { proportionOfMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import { usingSalesSql } from "../couponUses.ts";

type PaidInPoints = {
  readonly customerId: string;
  readonly saleId: string;
  readonly pointsRedeemed: number;
  /** What they took off the sale's net. */
  readonly netMinor: number;
};

/**
 * By sale, what a member paid with points that coupons had given: it took off the sale's net what had
 * been counted already, where the points were earned.
 */
export const countedWhenEarned = (
  db: ReadDb,
  paid: readonly PaidInPoints[],
): ReadonlyMap<string, number> => {
  const bySale = new Map(paid.map((sale) => [sale.saleId, sale]));
  const minorBySale = new Map<string, number>();
  for (const customerId of new Set(paid.map((sale) => sale.customerId))) {
    const moves = listMoves(db, customerId);
    if (moves.every(({ extraPoints }) => extraPoints === 0)) continue;
    for (const [saleId, part] of extraSpent(moves)) {
      const sale = bySale.get(saleId);
      if (!sale) continue;
      const { netMinor, pointsRedeemed: of } = sale;
      minorBySale.set(saleId, proportionOfMinor(netMinor, { part, of }));
    }
  }
  return minorBySale;
};

const listMoves = (db: ReadDb, customerId: string): readonly PointsMove[] =>
  db
    .prepare<[string], PointsMove>(
      `SELECT position, g.kind, g.points, source_id AS sourceId, expires_day AS expiresDay,
              coalesce(iif(g.kind = 'earn' AND source_kind = 'sale', extra_points, 0), 0) AS extraPoints
         FROM shop.points_ledger AS g
              LEFT JOIN shop.points_lots USING (customer_id, position)
              LEFT JOIN shop.sales ON sale_id = source_id
        WHERE g.customer_id = ? ORDER BY position`,
    )
    .all(customerId);

/** The worth of the points that the sales earned in which the campaign's coupons were used, by coupons. */
export const sumExtraPoints = (db: ReadDb, campaignId: string): number =>
  db
    .prepare<[string], { minor: number }>(
      `SELECT coalesce(sum(extra_points_minor), 0) AS minor FROM shop.sales
        WHERE sale_id IN (SELECT sale_id FROM ${usingSalesSql("shop.")}
                                 JOIN shop.coupons USING (code) WHERE campaign_id = ?)`,
    )
    .get(campaignId)?.minor ?? 0;
