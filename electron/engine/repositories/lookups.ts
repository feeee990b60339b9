import { noneShown, type ShownCounts } from "../../../shared/domain/suggestion/acceptance.ts";
import { type DrawnLookup, fairLookups } from "../../../shared/domain/suggestion/fairLookups.ts";
import type { ShownOutcome } from "../../../shared/domain/suggestion/lookup.ts";
import {
  type LookupSale,
  type LookupTally,
  tallyLookups,
} from "../../../shared/domain/suggestion/lookupTally.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";
import type { FactOf, Offered } from "./facts.ts";

/** What was suggested beside the sale and what became of it; what was shown to nobody is not counted. */
export const applyOffered = (db: WriteDb, saleId: string, offered: Offered): void => {
  const { lookupId, isControl, outcomes } = offered;
  insertRow(db, "lookups", { saleId, lookupId, isControl, outcomes: JSON.stringify(outcomes) });
  if (isControl) return;
  for (const one of outcomes) countShown(db, "shown_products", [one.sku, countsOf([one])]);
  // A basket's suggestions have one or two reasons: each is written once.
  for (const kind of new Set(outcomes.map(({ reasonKind }) => reasonKind))) {
    const ofKind = outcomes.filter(({ reasonKind }) => reasonKind === kind);
    countShown(db, "shown_reasons", [kind, countsOf(ofKind)]);
  }
};

const countsOf = (outcomes: readonly ShownOutcome[]): ShownCounts => ({
  shown: outcomes.length,
  taken: outcomes.filter(({ outcome }) => outcome === "taken").length,
  dismissed: outcomes.filter(({ outcome }) => outcome === "dismissed").length,
});

const countShown = (
  db: WriteDb,
  table: "shown_products" | "shown_reasons",
  [name, { shown, taken, dismissed }]: readonly [string, ShownCounts],
): void => {
  db.prepare<[string, number, number, number]>(
    `INSERT INTO ${table} VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET shown_count = shown_count + excluded.shown_count,
       taken_count = taken_count + excluded.taken_count,
       dismissed_count = dismissed_count + excluded.dismissed_count`,
  ).run(name, shown, taken, dismissed);
};

const COUNTS = "shown_count AS shown, taken_count AS taken, dismissed_count AS dismissed";

export const shownCountsOf = (db: ReadDb, sku: string): ShownCounts =>
  db
    .prepare<[string], ShownCounts>(`SELECT ${COUNTS} FROM shown_products WHERE sku = ?`)
    .get(sku) ?? noneShown;

/** A handful of rows: there are as many as kinds of reasons. */
export const listShownReasons = (
  db: ReadDb,
): readonly (ShownCounts & { readonly reasonKind: string })[] =>
  db
    .prepare<[], ShownCounts & { readonly reasonKind: string }>(
      `SELECT reason_kind AS reasonKind, ${COUNTS} FROM shown_reasons`,
    )
    .all();

export const applyDismissed = (db: WriteDb, fact: FactOf<"suggestion.dismissed">): void => {
  db.prepare<[string, string, number]>(
    `INSERT INTO dismissals VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET at_ms = max(at_ms, excluded.at_ms)`,
  ).run(fact.customerId, fact.sku, fact.atMs);
};

export const forgetDismissals = (db: WriteDb, customerId: string): void => {
  db.prepare<[string]>("DELETE FROM dismissals WHERE customer_id = ?").run(customerId);
};

/** What this person waved away since `fromMs`. */
export const listDismissedSkus = (
  db: ReadDb,
  customerId: string,
  fromMs: number,
): readonly string[] =>
  db
    .prepare<[string, number], { sku: string }>(
      "SELECT sku FROM dismissals WHERE customer_id = ? AND at_ms > ?",
    )
    .all(customerId, fromMs)
    .map(({ sku }) => sku);

type Days = { readonly fromDay: string; readonly toDay: string };

/** What the lookups of these business days come to, read one after the other. */
export const lookupTally = (db: ReadDb, { fromDay, toDay }: Days): LookupTally => {
  const isFair = fairLookups(drawnLookups(db, { fromDay, toDay }));
  const rows = db
    .prepare<[string, string], Omit<LookupSale, "isControl" | "outcomes"> & StoredLookup>(
      `SELECT lookup_id AS lookupId, business_day AS businessDay, total_minor AS totalMinor,
              is_control AS control, outcomes,
              (SELECT count(*) FROM sale_lines AS l WHERE l.sale_id = sales.sale_id) AS lineCount
         FROM sales JOIN lookups USING (sale_id) WHERE business_day BETWEEN ? AND ?`,
    )
    .iterate(fromDay, toDay);
  return tallyLookups(opened(rows), isFair);
};

function* drawnLookups(db: ReadDb, { fromDay, toDay }: Days): Generator<DrawnLookup> {
  const rows = db
    .prepare<[string, string], Omit<DrawnLookup, "isControl"> & { readonly control: number }>(
      `SELECT lookup_id AS lookupId, business_day AS businessDay, is_control AS control
         FROM sales JOIN lookups USING (sale_id) WHERE business_day BETWEEN ? AND ?`,
    )
    .iterate(fromDay, toDay);
  for (const { control, ...row } of rows) yield { ...row, isControl: control === 1 };
}

type StoredLookup = { readonly control: number; readonly outcomes: string };

function* opened<R extends StoredLookup>(rows: Iterable<R>) {
  for (const row of rows) {
    yield { ...row, isControl: row.control === 1, outcomes: JSON.parse(row.outcomes) };
  }
}
