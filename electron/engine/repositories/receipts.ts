import { assert } from "../../../shared/kernel/assert.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";

/** Numbers of a register that no sale here has; both ends belong to it. */
export type PassedOver = {
  readonly registerId: string;
  readonly fromSequence: number;
  readonly toSequence: number;
};

/** The numbers that were given out here, and of which `other`, an older state of the shop, knows none. */
export const listReceiptsUnknownTo = (db: ReadDb, other: ReadDb): readonly PassedOver[] => {
  const lastByRegister = new Map(
    listLastReceipts(other).map(({ registerId, sequence }) => [registerId, sequence]),
  );
  return listLastReceipts(db).flatMap(({ registerId, sequence: toSequence }) => {
    const fromSequence = (lastByRegister.get(registerId) ?? toSequence) + 1;
    return fromSequence > toSequence ? [] : { registerId, fromSequence, toSequence };
  });
};

type LastReceipt = { readonly registerId: string; readonly sequence: number };

const listLastReceipts = (db: ReadDb): readonly LastReceipt[] =>
  db
    .prepare<[], LastReceipt>(
      "SELECT register_id AS registerId, receipt_sequence AS sequence FROM registers",
    )
    .all();

/** When the shop was made, and when it last sold: the least that a clock has to be past. */
export const receiptTimes = (
  db: ReadDb,
): { readonly madeAtMs: number; readonly lastSoldAtMs: number } =>
  db
    .prepare<[], { madeAtMs: number; lastSoldAtMs: number }>(
      `SELECT created_at_ms AS madeAtMs,
              coalesce((SELECT max(sold_at_ms) FROM sales), 0) AS lastSoldAtMs FROM shop`,
    )
    .get() ?? { madeAtMs: 0, lastSoldAtMs: 0 };

export const passOverReceipts = (
  db: WriteDb,
  { registerId, fromSequence, toSequence }: PassedOver,
  restoredAtMs: number,
): void => {
  insertRow(db, "receipts_passed_over", { registerId, fromSequence, toSequence, restoredAtMs });
  const { changes } = db
    .prepare<[number, string, number]>(
      "UPDATE registers SET receipt_sequence = ? WHERE register_id = ? AND receipt_sequence = ?",
    )
    .run(toSequence, registerId, fromSequence - 1);
  assert(changes === 1, `receipt ${fromSequence} follows the last one`);
};
