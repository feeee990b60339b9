import type { ReadDb } from "../../db/connection.ts";
import { LINE_COST } from "./lineCost.ts";

export type ReplayedLine = {
  readonly saleId: string;
  readonly soldAtMs: number;
  readonly businessDay: string;
  /** What the whole sale came to. */
  readonly totalMinor: number;
  readonly sku: string;
  readonly category: string | null;
  readonly quantityMilli: number;
  /** What the line cost in the end. */
  readonly paidMinor: number;
  readonly netMinor: number;
  readonly costMinor: number | null;
  /** What the line earned, and of the whole sale's points those that coupons did not add. */
  readonly pointsEarned: number;
  readonly salePoints: number;
  readonly plainPoints: number;
};

/** The lines of one customer's sales in these days, basket by basket, the oldest first. */
export const listReplayedLines = (
  db: ReadDb,
  query: { readonly customerId: string; readonly fromMs: number; readonly untilMs: number },
): readonly ReplayedLine[] =>
  db
    .prepare<[string, number, number], ReplayedLine>(
      `SELECT s.sale_id AS saleId, s.sold_at_ms AS soldAtMs, s.business_day AS businessDay,
              s.total_minor AS totalMinor, l.sku, p.category, l.quantity_milli AS quantityMilli,
              l.gross_minor - l.discount_minor AS paidMinor, l.net_minor AS netMinor,
              ${LINE_COST} AS costMinor, l.points_earned AS pointsEarned,
              s.points_earned AS salePoints,
              s.points_earned - coalesce(s.extra_points, 0) AS plainPoints
         FROM shop.sales AS s JOIN shop.sale_lines AS l USING (sale_id)
              LEFT JOIN shop.products AS p USING (sku)
        WHERE s.customer_id = ? AND s.sold_at_ms >= ? AND s.sold_at_ms < ?
        ORDER BY s.sold_at_ms, s.sale_id, l.line`,
    )
    .all(query.customerId, query.fromMs, query.untilMs);

/** The first day of business; undefined before the first sale. */
export const firstBusinessDay = (db: ReadDb): string | undefined =>
  db.prepare<[], { day: string | null }>("SELECT min(business_day) AS day FROM shop.sales").get()
    ?.day ?? undefined;
