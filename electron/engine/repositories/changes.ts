import type { Clock, IdSource } from "../../../shared/kernel/ports.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";
import { applyFact } from "./applyFact.ts";
import type { Fact } from "./facts.ts";

/** Orders the changes of all registers: wall clock first, a counter where it stands still. */
export type ChangeClock = { readonly clockMs: number; readonly clockCount: number };

/** Who writes: this register, and where its clock and ids come from. */
export type ChangeWriter = {
  readonly db: WriteDb;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly registerId: string;
};

/**
 * Writes what happened and brings every table in line with it, in the caller's transaction. The
 * tables are written from the same facts by which an empty file is rebuilt.
 */
export const appendFact = (writer: ChangeWriter, fact: Fact): void => {
  const { db, clock, ids, registerId } = writer;
  const stamp = nextClock(db, clock.nowMs());
  const { kind, ...payload } = fact;
  insertRow(db, "changes", {
    sequence: stamp.sequence,
    changeId: ids.newId(),
    registerId,
    clockMs: stamp.clockMs,
    clockCount: stamp.clockCount,
    kind,
    customerId: "customerId" in fact ? fact.customerId : undefined,
    payload: JSON.stringify(payload),
  });
  applyFact(db, fact, stamp);
};

export const lastChangeSequence = (db: ReadDb): number =>
  db.prepare<[], { n: number }>("SELECT coalesce(max(sequence), 0) AS n FROM changes").get()?.n ??
  0;

/** The people whom changes after `sequence` touched, who was touched last at the end. */
export const customersChangedAfter = (db: ReadDb, sequence: number): readonly string[] =>
  db
    .prepare<[number], { customerId: string }>(
      `SELECT customer_id AS customerId FROM changes
        WHERE sequence > ? AND customer_id IS NOT NULL
        GROUP BY customer_id ORDER BY max(sequence)`,
    )
    .all(sequence)
    .map((row) => row.customerId);

/** Applies every change of `from` to the empty tables of `to`. */
export const rebuildTables = (from: ReadDb, to: WriteDb): void => {
  const rows = from
    .prepare<[], { kind: string; payload: string } & ChangeClock>(
      `SELECT kind, payload, clock_ms AS clockMs, clock_count AS clockCount
         FROM changes ORDER BY sequence`,
    )
    .iterate();
  for (const { kind, payload, ...clock } of rows) {
    applyFact(to, factOf(kind, payload), clock);
  }
};

const factOf = (kind: string, payload: string): Fact => ({ ...JSON.parse(payload), kind });

const nextClock = (db: ReadDb, nowMs: number): ChangeClock & { sequence: number } => {
  const last = db
    .prepare<[], ChangeClock & { sequence: number }>(
      `SELECT sequence, clock_ms AS clockMs, clock_count AS clockCount
         FROM changes ORDER BY sequence DESC LIMIT 1`,
    )
    .get();
  if (!last) return { sequence: 1, clockMs: nowMs, clockCount: 0 };
  const sequence = last.sequence + 1;
  return nowMs > last.clockMs
    ? { sequence, clockMs: nowMs, clockCount: 0 }
    : { sequence, clockMs: last.clockMs, clockCount: last.clockCount + 1 };
};
