import { DAY_MS, earliestDayAfter } from "../../../../shared/kernel/day.ts";
import type { ReadDb } from "../../db/connection.ts";
import { LIMIT } from "../../db/rows.ts";
import { WEEK_COUNT } from "../knowledge.ts";
import type { SuggestModel } from "./model.ts";

/** The weeks that are "of late": long enough to be steady, short enough to follow a season. */
const WEEKS = 8;
const WEEK_MS = 7 * DAY_MS;
/** Learning follows every hundredth purchase, so what it does not know yet is little. */
const MOST_LINES = 5_000;

/**
 * In how many baskets of the last weeks each product lay, by SKU: what was learned last, and the
 * sales since. From memory: to read the weeks of 5,000 products again took 40 ms.
 */
export const soldOfLate = (
  db: ReadDb,
  nowMs: number,
  learned: SuggestModel | undefined,
): Map<string, number> => {
  const counts = new Map<string, number>();
  learned?.skus.forEach((sku, item) => {
    counts.set(sku, learnedOfLate(learned, item));
  });
  const afterMs = Math.max(nowMs - WEEKS * WEEK_MS, learned?.learnedAtMs ?? 0);
  for (const sku of skusSoldAfter(db, afterMs)) counts.set(sku, (counts.get(sku) ?? 0) + 1);
  return counts;
};

const learnedOfLate = ({ bearings }: SuggestModel, item: number): number => {
  const { weeks } = bearings.knowledge;
  let baskets = 0;
  for (let week = 0; week < WEEKS; week += 1) baskets += weeks[item * WEEK_COUNT + week] ?? 0;
  return baskets;
};

/** The latest lines first, by the days' index and bounded. */
const skusSoldAfter = (db: ReadDb, afterMs: number): readonly string[] =>
  db
    .prepare<[string, number, number], { sku: string }>(
      `SELECT sku FROM sales JOIN sale_lines USING (sale_id)
        WHERE business_day >= ? AND sold_at_ms > ?
        ORDER BY business_day DESC, sold_at_ms DESC ${LIMIT}`,
    )
    .all(earliestDayAfter(afterMs), afterMs, MOST_LINES)
    .map(({ sku }) => sku);
