import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Input, Output, Refusal } from "../../../../shared/contract/index.ts";
import { behindAnyReceipt } from "../../../../shared/domain/sale/behindAnyReceipt.ts";
import { showReceiptNumber } from "../../../../shared/domain/sale/receiptNumber.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { openDb, type WriteDb } from "../../db/connection.ts";
import { storageFaultKind } from "../../db/faults.ts";
import { migrate } from "../../db/migrate.ts";
import { migrations } from "../../db/migrations.ts";
import { dropWaitingFiles, markRestored, waitingFile } from "../../db/restoredFiles.ts";
import { appendFact } from "../../repositories/changes.ts";
import { listUsesUnknownTo, type UsedCode } from "../../repositories/couponUses.ts";
import {
  listReceiptsUnknownTo,
  type PassedOver,
  receiptTimes,
} from "../../repositories/receipts.ts";
import { findOwnRegister, findShop, type Register } from "../../repositories/shop.ts";
import { keepAnswer } from "../answerOnce.ts";
import { type Context, shopOf, type UseCase } from "../context.ts";
import { verifyBackup } from "./backup.ts";

type Restored = Output<"backup.restore">;
type Refused = Refusal<"backup.restore">;

/**
 * Puts a backup in the place of the shop. A copy of it is made ready beside the shop, with the codes
 * that were used and the receipt numbers that were given out since; the files change places at the
 * next start, which the host brings about as soon as this is answered: files that everything has open
 * are not swapped under it. Between the two nothing is taken any more, since it would be written to
 * what is replaced.
 *
 * The people's keys stay: they are newer than the backup's, so who was forgotten since stays
 * forgotten. Only a backup of another shop brings its own keys.
 */
export const restoreBackup: UseCase<"backup.restore"> = async (context, input) => {
  const { path } = input;
  const verdict = await verifyBackup(context, { path });
  if (!verdict.ok) return verdict;
  if (!verdict.value.ok) return err({ kind: "BackupUnreadable", path, why: "not-whole" });
  if ((verdict.value.schemaVersion ?? 0) > migrations.length) {
    return err({ kind: "BackupUnreadable", path, why: "newer-file" });
  }
  const { dataDir } = context.stores;
  dropWaitingFiles(dataDir);
  try {
    await context.worker.copyFile({ from: path, to: waitingFile(dataDir, "shop.db") });
    const keys = await copyForeignKeys(context, path);
    if (!keys.ok) return keys;
  } catch (error) {
    const why = storageFaultKind(error);
    if (why === undefined) throw error;
    dropWaitingFiles(dataDir);
    return err({ kind: "BackupUnreadable", path, why });
  }
  return ok(makeReady(context, input, verdict.value.saleCount));
};

/** Another shop's people can be read only with that shop's keys, which lie beside its backup. */
const copyForeignKeys = async (
  context: Context,
  path: string,
): Promise<Result<object, Refused>> => {
  const { dataDir } = context.stores;
  if (isOwnShop(context, waitingFile(dataDir, "shop.db"))) return ok({});
  const from = join(dirname(path), "quen-keys.backup");
  if (!existsSync(from)) {
    dropWaitingFiles(dataDir);
    return err({ kind: "BackupUnreadable", path, why: "keys-missing" });
  }
  await context.worker.copyFile({ from, to: waitingFile(dataDir, "keys.db") });
  return ok({});
};

const isOwnShop = (context: Context, path: string): boolean =>
  withFile(context, path, (db) => findShop(db)?.shopId === shopOf(context).shopId);

/** All at once, and the last that this engine does: from its first line on nothing else is taken. */
const makeReady = (
  context: Context,
  input: Input<"backup.restore">,
  saleCount: number,
): Restored => {
  context.restore.isDue = true;
  const { dataDir } = context.stores;
  const path = waitingFile(dataDir, "shop.db");
  const isOwn = isOwnShop(context, path);
  const restoredAtMs = context.clock.nowMs();
  const answer = withFile(context, path, (db) => {
    migrate(db, migrations);
    const since = isOwn ? readReplaced(context, db) : undefined;
    const isReplacedRead = since !== undefined;
    const { used, receipts } = since ?? { used: [], receipts: mayHaveGivenOut(db, restoredAtMs) };
    db.exec("BEGIN IMMEDIATE");
    const { registerId } = ownRegister(db);
    appendFact(
      { db, clock: context.clock, ids: context.ids, registerId },
      { kind: "shop.restored", restoredAtMs, isReplacedRead, used, receipts },
    );
    const nextReceiptNumber = nextReceipt(db);
    const usedSince = used.length;
    const told = { restoredAtMs, saleCount, usedSince, isReplacedRead, nextReceiptNumber };
    const { stores } = context;
    const request = { method: "backup.restore", input };
    // Another shop's audit is a chain under a secret of its own.
    if (isOwn) keepAnswer({ ...context, db, stores: { ...stores, shop: db } }, request, told);
    db.exec("COMMIT");
    db.pragma("wal_checkpoint(TRUNCATE)");
    return told;
  });
  markRestored(dataDir, restoredAtMs);
  return answer;
};

type Since = { readonly used: readonly UsedCode[]; readonly receipts: readonly PassedOver[] };

/** What paper tells of since the backup; undefined where the replaced shop cannot be read any more. */
const readReplaced = ({ db }: Context, restored: WriteDb): Since | undefined => {
  try {
    return {
      used: listUsesUnknownTo(db, restored),
      receipts: listReceiptsUnknownTo(db, restored),
    };
  } catch (error) {
    if (storageFaultKind(error) === undefined) throw error;
    return undefined;
  }
};

/** Nobody can tell which numbers stand on paper already, so all that may are passed over. */
const mayHaveGivenOut = (restored: WriteDb, atMs: number): readonly PassedOver[] => {
  const { registerId, receiptSequence } = ownRegister(restored);
  const { madeAtMs, lastSoldAtMs } = receiptTimes(restored);
  const toSequence = behindAnyReceipt({ madeAtMs, nowMs: Math.max(atMs, lastSoldAtMs) });
  const fromSequence = receiptSequence + 1;
  return fromSequence > toSequence ? [] : [{ registerId, fromSequence, toSequence }];
};

const nextReceipt = (db: WriteDb): string => {
  const { letter, receiptSequence } = ownRegister(db);
  return showReceiptNumber({ register: letter, sequence: receiptSequence + 1 });
};

const ownRegister = (db: WriteDb): Register => defined(findOwnRegister(db), "the register");

const withFile = <T>(context: Context, path: string, work: (db: WriteDb) => T): T => {
  const db = openDb(path, { keyHex: context.stores.keyHex });
  try {
    return work(db);
  } finally {
    db.close();
  }
};
