import type { ReadDb } from "../../../electron/engine/db/connection.ts";
import type { FactOf, PointsEntry } from "../../../electron/engine/repositories/facts.ts";
import { defined } from "../../../shared/kernel/assert.ts";

/** The rows that one commit wrote, as they stand in the file. */
export type WrittenSale = {
  readonly fact: FactOf<"sale.committed">;
  readonly moves: readonly PointsMove[];
  readonly changes: readonly unknown[][];
  readonly answer: readonly unknown[];
  readonly audit: readonly unknown[];
};

export type PointsMove = {
  readonly entry: PointsEntry;
  readonly position: number;
  readonly balanceAfter: number;
};

/** What was written for `requestIds`, in their order, read from the changes behind `afterSequence`. */
export const readWrittenSales = (
  db: ReadDb,
  { requestIds, afterSequence }: { requestIds: readonly string[]; afterSequence: number },
): readonly WrittenSale[] => {
  const changes = db
    .prepare<[number], Change>("SELECT * FROM changes WHERE sequence > ? ORDER BY sequence")
    .all(afterSequence);
  const written: WrittenSale[] = [];
  let pending: Change[] = [];
  for (const change of changes) {
    pending.push(change);
    if (change.kind !== "sale.committed") continue;
    const requestId = defined(requestIds[written.length], "a request for each sale");
    written.push(writtenSale(db, requestId, pending));
    pending = [];
  }
  return written;
};

type Change = {
  readonly sequence: number;
  readonly kind: string;
  readonly customer_id: string | null;
  readonly payload: string;
};

const writtenSale = (db: ReadDb, requestId: string, changes: readonly Change[]): WrittenSale => {
  const facts = changes.map(({ payload }) => JSON.parse(payload));
  const customerId = changes.at(-1)?.customer_id;
  return {
    fact: facts.at(-1),
    moves: facts.flatMap(({ points }) =>
      points.map((entry: PointsEntry) => moveOf(db, customerId ?? "", entry)),
    ),
    changes: changes.map((change) => Object.values(change)),
    answer: rowOf(db, "SELECT * FROM answers WHERE request_id = ?", requestId),
    audit: rowOf(db, "SELECT * FROM audit WHERE subject = ? ORDER BY sequence DESC", requestId),
  };
};

const moveOf = (db: ReadDb, customerId: string, entry: PointsEntry): PointsMove => {
  const row = db
    .prepare<[string, string], { position: number; balanceAfter: number }>(
      `SELECT position, balance_after AS balanceAfter FROM points_ledger
        WHERE customer_id = ? AND entry_id = ?`,
    )
    .get(customerId, entry.entryId);
  return { entry, ...defined(row, "a ledger entry") };
};

const rowOf = (db: ReadDb, sql: string, key: string): readonly unknown[] =>
  Object.values(defined(db.prepare<[string], object>(sql).get(key), sql));
