import { assert } from "../../../shared/kernel/assert.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import type { PointsEntry, PointsKind } from "./facts.ts";

export type PointsBalance = { readonly balance: number; readonly position: number };

export type PointsLot = {
  readonly position: number;
  readonly remaining: number;
  readonly expiresDay: string | null;
};

export const pointsBalance = (db: ReadDb, customerId: string): PointsBalance =>
  db
    .prepare<[string], PointsBalance>(
      "SELECT balance, position FROM points_balances WHERE customer_id = ?",
    )
    .get(customerId) ?? { balance: 0, position: 0 };

/**
 * Lots with something left, the first to expire first: one that was entered late stands by its own
 * day. `expiresDay` is the last day to spend them.
 */
export const openLots = (db: ReadDb, customerId: string): readonly PointsLot[] =>
  db
    .prepare<[string], PointsLot>(
      `SELECT position, remaining, expires_day AS expiresDay FROM points_lots
        WHERE customer_id = ? AND remaining > 0
        ORDER BY expires_day IS NULL, expires_day, position`,
    )
    .all(customerId);

/** What may be spent on `day`: the balance without the lots that are past their day. */
export const spendablePoints = (db: ReadDb, customerId: string, day: string): number => {
  const { balance } = pointsBalance(db, customerId);
  const past = openLots(db, customerId)
    .filter(({ expiresDay }) => expiresDay !== null && expiresDay < day)
    .reduce((sum, { remaining }) => sum + remaining, 0);
  return balance - past;
};

export type LedgerRow = {
  readonly entryId: string;
  readonly position: number;
  readonly atMs: number;
  readonly kind: PointsKind;
  readonly points: number;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly balanceAfter: number;
};

/** Newest first, from below `position`. */
export const listLedger = (
  db: ReadDb,
  query: { readonly customerId: string; readonly below: number; readonly limit: number },
): readonly LedgerRow[] =>
  db
    .prepare<[string, number, number], LedgerRow>(
      `SELECT entry_id AS entryId, position, at_ms AS atMs, kind, points,
              source_kind AS sourceKind, source_id AS sourceId, balance_after AS balanceAfter
         FROM points_ledger WHERE customer_id = ? AND position < ?
        ORDER BY position DESC ${LIMIT}`,
    )
    .all(query.customerId, query.below, query.limit);

export type PointsSource = {
  readonly customerId: string;
  readonly sourceKind: string;
  readonly sourceId: string;
};

/** The points that a source has given (or taken) so far. */
export const pointsOfSource = (db: ReadDb, source: PointsSource): number =>
  db
    .prepare<[string, string, string], { points: number }>(
      `SELECT coalesce(sum(points), 0) AS points FROM points_ledger
        WHERE customer_id = ? AND source_kind = ? AND source_id = ?`,
    )
    .get(source.customerId, source.sourceKind, source.sourceId)?.points ?? 0;

/**
 * Appends `entries` in order. What comes in first pays a debt, and the rest opens a lot; what goes
 * out is taken from the lots first in, first out, but what is taken back from its own lot before.
 */
export const applyPoints = (
  db: WriteDb,
  customerId: string,
  entries: readonly PointsEntry[],
): void => {
  if (entries.length === 0) return;
  let { balance, position } = pointsBalance(db, customerId);
  for (const entry of entries) {
    assert(
      Number.isSafeInteger(entry.points) && entry.points !== 0,
      "points move by whole numbers",
    );
    const before = balance;
    balance += entry.points;
    position += 1;
    insertRow(db, "points_ledger", {
      customerId,
      position,
      entryId: entry.entryId,
      atMs: entry.atMs,
      kind: entry.entryKind,
      points: entry.points,
      sourceKind: entry.sourceKind,
      sourceId: entry.sourceId,
      balanceAfter: balance,
    });
    if (entry.points < 0) spendLots(db, customerId, entry);
    const opened = Math.min(entry.points, before < 0 ? before + entry.points : entry.points);
    if (opened > 0) openLot(db, { customerId, position, remaining: opened, entry });
  }
  db.prepare<[string, number, number]>(
    `INSERT INTO points_balances (customer_id, balance, position) VALUES (?, ?, ?)
     ON CONFLICT (customer_id) DO UPDATE SET balance = excluded.balance,
                                             position = excluded.position`,
  ).run(customerId, balance, position);
};

const openLot = (
  db: WriteDb,
  lot: {
    readonly customerId: string;
    readonly position: number;
    readonly remaining: number;
    readonly entry: PointsEntry;
  },
): void =>
  insertRow(db, "points_lots", {
    customerId: lot.customerId,
    position: lot.position,
    remaining: lot.remaining,
    expiresDay: lot.entry.expiresDay,
  });

const spendLots = (db: WriteDb, customerId: string, entry: PointsEntry): void => {
  let left = -entry.points;
  for (const lot of lotsMeant(db, customerId, entry)) {
    if (left === 0) return;
    const taken = Math.min(left, lot.remaining);
    left -= taken;
    db.prepare<[number, string, number]>(
      "UPDATE points_lots SET remaining = remaining - ? WHERE customer_id = ? AND position = ?",
    ).run(taken, customerId, lot.position);
  }
};

const lotsMeant = (db: ReadDb, customerId: string, entry: PointsEntry): readonly PointsLot[] => {
  const { entryKind, sourceKind, sourceId } = entry;
  const lots = openLots(db, customerId);
  // What expires is one lot's own rest, wherever it stands in the row.
  if (entryKind === "expire") return lots.filter(({ position }) => position === Number(sourceId));
  if (entryKind !== "take-back") return lots;
  const own = new Set(positionsOfSource(db, { customerId, sourceKind, sourceId }));
  return [
    ...lots.filter(({ position }) => own.has(position)),
    ...lots.filter(({ position }) => !own.has(position)),
  ];
};

const positionsOfSource = (db: ReadDb, source: PointsSource): readonly number[] =>
  db
    .prepare<[string, string, string], { position: number }>(
      `SELECT position FROM points_ledger
        WHERE customer_id = ? AND source_kind = ? AND source_id = ?`,
    )
    .all(source.customerId, source.sourceKind, source.sourceId)
    .map(({ position }) => position);

/** The balance that the last entry of a source left, as its receipt says. */
export const pointsAfterSource = (db: ReadDb, source: PointsSource): number | undefined =>
  db
    .prepare<[string, string, string], { balance: number }>(
      `SELECT balance_after AS balance FROM points_ledger
        WHERE customer_id = ? AND source_kind = ? AND source_id = ?
        ORDER BY position DESC LIMIT 1`,
    )
    .get(source.customerId, source.sourceKind, source.sourceId)?.balance;
