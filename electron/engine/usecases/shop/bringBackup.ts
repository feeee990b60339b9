import type { Output } from "../../../../shared/contract/index.ts";
import { behindAnyReceipt } from "../../../../shared/domain/sale/behindAnyReceipt.ts";
import { showReceiptNumber } from "../../../../shared/domain/sale/receiptNumber.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import type { WriteDb } from "../../db/connection.ts";
import { stickFaultKind, storageFaultKind } from "../../db/faults.ts";
import { type Keyring, openKeyring } from "../../db/keyring.ts";
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
import { keepAnswer, type Request } from "../answerOnce.ts";
import type { Answer, Context } from "../context.ts";
import { keyToOpen, verifyBackup } from "./backup.ts";
import { copyForeignKeys, countUnreadable } from "./foreignKeys.ts";
import { withFile } from "./withFile.ts";

type Restored = Output<"backup.restore">;

type BackupFile = {
  readonly path: string;
  /** As typed, where it is not this shop's own. */
  readonly recoveryKey?: string | undefined;
};

/**
 * Makes a backup ready to be the shop at the next start: a copy of it beside the shop, with the codes
 * that were used and the receipt numbers that were given out since. Whoever runs the engine brings
 * that start about as soon as `request` is answered: files that everything has open are not swapped
 * under it. Between the two nothing is taken any more, since it would be written to what is replaced.
 *
 * The people's keys stay: they are newer than the backup's, so who was forgotten since stays
 * forgotten. Only a backup of another shop brings its own keys.
 */
export const bringBackup = async (
  context: Context,
  request: Request,
  file: BackupFile,
): Promise<Answer<"backup.restore">> => {
  const { restore } = context;
  // Two at once would share the one place in which a copy waits.
  if (restore.isUnderWay) return err({ kind: "BackupUnreadable", path: file.path, why: "busy" });
  restore.isUnderWay = true;
  try {
    return await bring(context, request, file);
  } finally {
    restore.isUnderWay = false;
  }
};

const bring = async (
  context: Context,
  request: Request,
  file: BackupFile,
): Promise<Answer<"backup.restore">> => {
  const { path } = file;
  const key = keyToOpen(context, file.recoveryKey);
  if (!key.ok) return key;
  const verdict = await verifyBackup(context, file);
  if (!verdict.ok) return verdict;
  if (!verdict.value.ok) return err({ kind: "BackupUnreadable", path, why: "not-whole" });
  const { dataDir } = context.stores;
  dropWaitingFiles(dataDir);
  try {
    const keyHex = key.value;
    await context.worker.copyFile({ from: path, to: waitingFile(dataDir, "shop.db"), keyHex });
    const isOwn = isOwnShop(context, waitingFile(dataDir, "shop.db"));
    if (!isOwn) {
      const keys = await copyForeignKeys(context, { path, keyHex });
      if (!keys.ok) return keys;
    }
    return ok(makeReady(context, request, { saleCount: verdict.value.saleCount, isOwn }));
  } catch (error) {
    // Nothing is marked as ready: the shop goes on as it is.
    dropWaitingFiles(dataDir);
    const why = stickFaultKind(error);
    if (why === undefined) throw error;
    return err({ kind: "BackupUnreadable", path, why });
  }
};

/** False where this computer has no shop yet. */
const isOwnShop = (context: Context, path: string): boolean => {
  // As it was last read: of a damaged shop it may be all that can still be told.
  const own = context.kept.shop ?? findShop(context.db);
  return own !== undefined && withFile(context, path, (db) => findShop(db)?.shopId === own.shopId);
};

/** All at once, and the last that this engine does: once it is done nothing else is taken. */
const makeReady = (
  context: Context,
  request: Request,
  { saleCount, isOwn }: { readonly saleCount: number; readonly isOwn: boolean },
): Restored => {
  const { dataDir } = context.stores;
  const path = waitingFile(dataDir, "shop.db");
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
    const unreadable = isOwn ? 0 : countUnreadable(context, db);
    const told = {
      ...{ restoredAtMs, saleCount, usedSince, isReplacedRead, nextReceiptNumber },
      ...(unreadable > 0 && { unreadableCustomers: unreadable }),
    };
    withSecretOf(isOwn, context, (keyring) => {
      const stores = { ...context.stores, shop: db, keyring };
      // Who is signed in here is nobody whom another shop knows.
      const staff = isOwn ? context.staff : undefined;
      keepAnswer({ ...context, db, staff, stores }, request, told);
    });
    db.exec("COMMIT");
    db.pragma("wal_checkpoint(TRUNCATE)");
    return told;
  });
  markRestored(dataDir, restoredAtMs);
  context.restore.isDue = true;
  return answer;
};

/** What the restored shop recognises a request by: another shop brings a secret of its own. */
const withSecretOf = (isOwn: boolean, context: Context, work: (keyring: Keyring) => void): void => {
  const { dataDir, keyring } = context.stores;
  if (isOwn) work(keyring);
  else withFile(context, waitingFile(dataDir, "keys.db"), (keys) => work(openKeyring(keys)));
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
