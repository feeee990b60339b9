import type { ReadDb } from "../../db/connection.ts";
import { LIMIT } from "../../db/rows.ts";
import { unpackWeeks } from "./packedLists.ts";

/** The weeks that are "of late": long enough to be steady, short enough to follow a season. */
const WEEKS = 8;
const WEEK_MS = 7 * 86_400_000;
/** Learning follows every hundredth purchase, so what it does not know yet is little. */
const MOST_LINES = 5_000;

/** Which learning `soldOfLate` counts from; 0 before the first. */
export const learnedRevision = (db: ReadDb): number => learnedModel(db)?.revision ?? 0;

/**
 * In how many baskets of the last weeks each product lay, by SKU: what was learned last, and the
 * sales since.
 */
export const soldOfLate = (db: ReadDb, nowMs: number): Map<string, number> => {
  const counts = new Map<string, number>();
  const learned = learnedModel(db);
  if (learned) {
    const weeks = new Int32Array(WEEKS);
    for (const row of learnedWeeks(db, learned.revision)) {
      unpackWeeks(row.weeks, weeks.fill(0));
      counts.set(
        row.sku,
        weeks.reduce((sum, count) => sum + count, 0),
      );
    }
  }
  const afterMs = Math.max(nowMs - WEEKS * WEEK_MS, learned?.learnedAtMs ?? 0);
  for (const sku of skusSoldAfter(db, afterMs)) counts.set(sku, (counts.get(sku) ?? 0) + 1);
  return counts;
};

const learnedModel = (db: ReadDb) =>
  db
    .prepare<[], { revision: number; learnedAtMs: number }>(
      `SELECT revision, learned_at_ms AS learnedAtMs FROM suggestion_model WHERE one = 1`,
    )
    .get();

const learnedWeeks = (db: ReadDb, revision: number) =>
  db
    .prepare<[number], { sku: string; weeks: Uint8Array }>(
      "SELECT sku, weeks FROM suggestion_items WHERE revision = ?",
    )
    .all(revision);

/** The latest lines first, by the days' index and bounded. */
const skusSoldAfter = (db: ReadDb, afterMs: number): readonly string[] =>
  db
    .prepare<[string, number, number], { sku: string }>(
      `SELECT sku FROM sales JOIN sale_lines USING (sale_id)
        WHERE business_day >= ? AND sold_at_ms > ?
        ORDER BY business_day DESC, sold_at_ms DESC ${LIMIT}`,
    )
    .all(dayBefore(afterMs), afterMs, MOST_LINES)
    .map(({ sku }) => sku);

/** No zone is a day away from UTC. */
const dayBefore = (atMs: number): string =>
  new Date(Math.max(0, atMs - 86_400_000)).toISOString().slice(0, 10);
