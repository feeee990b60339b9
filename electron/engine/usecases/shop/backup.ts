import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Input } from "../../../../shared/contract/index.ts";
import { keyFromPaper, typedKeyLength } from "../../../../shared/kernel/recoveryKey.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { syncFolder } from "../../../disk/syncToDisk.ts";
import { stickFaultKind } from "../../db/faults.ts";
import { migrations } from "../../db/migrations.ts";
import type { Answer, Context, UseCase } from "../context.ts";
import { dropCutParts, partOf } from "./backupParts.ts";
import { isKeysName, listKeysBeside, ownKeysPath } from "./keysBeside.ts";

/**
 * Copies the shop while it sells: one moment's picture, encrypted like the shop, checked after it is
 * written. The people's keys lie beside it in a file of which only the newest is kept, so that
 * somebody who was forgotten stays forgotten in older copies too.
 */
export const createBackup: UseCase<"backup.create"> = async (context, input) => {
  const { backup } = context;
  if (backup.isUnderWay) return err({ kind: "PathUnwritable", path: input.path, why: "busy" });
  backup.isUnderWay = true;
  try {
    return await create(context, input);
  } finally {
    backup.isUnderWay = false;
  }
};

const create = async (
  context: Context,
  { path }: Input<"backup.create">,
): Promise<Answer<"backup.create">> => {
  if (existsSync(path) || isKeysName(basename(path))) return err({ kind: "PathTaken", path });
  const keysPath = ownKeysPath(context, dirname(path));
  const written = await write(context, { shopPath: path, keysPath });
  if (!written.ok) return err({ kind: "PathUnwritable", path, why: written.error });
  const otherKeys = listKeysBeside(path).filter((one) => !isSameName(one, keysPath)).length;
  return ok({
    ...{ path, sizeBytes: statSync(path).size, saleCount: written.value },
    atMs: context.clock.nowMs(),
    ...(otherKeys > 0 && { otherKeys }),
  });
};

type Files = { readonly shopPath: string; readonly keysPath: string };

/** Under names of its own until it is whole: the sales that it holds, or why there is none. */
const write = async (
  context: Context,
  { shopPath, keysPath }: Files,
): Promise<Result<number, string>> => {
  const part = { shopPath: partOf(context, shopPath), keysPath: partOf(context, keysPath) };
  try {
    dropCutParts(context, dirname(shopPath));
    // Why a name cannot be is told by the system, and not by SQLite.
    for (const file of Object.values(part)) writeFileSync(file, "");
    await context.worker.copyShop(part);
    await Promise.all(Object.values(part).map(syncToDisk));
    const verdict = await verifyBackup(context, { path: part.shopPath });
    if (!verdict.ok || !verdict.value.ok) return givenUp(part, "the copy is not whole");
    renameSync(part.keysPath, keysPath);
    renameSync(part.shopPath, shopPath);
    syncFolder(dirname(shopPath));
    return ok(verdict.value.saleCount);
  } catch (error) {
    const why = stickFaultKind(error);
    if (why === undefined) throw error;
    return givenUp(part, why);
  }
};

const givenUp = (part: Files, why: string): Result<never, string> => {
  for (const file of Object.values(part).filter(existsSync)) rmSync(file, { force: true });
  return err(why);
};

/** Capitals are no difference on a stick. */
const isSameName = (left: string, right: string): boolean =>
  left.toLowerCase() === right.toLowerCase();

/** SQLite does not do so with a copy: answered, it must survive a power cut. */
const syncToDisk = async (path: string): Promise<void> => {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

export const verifyBackup: UseCase<"backup.verify"> = async (context, { path, recoveryKey }) => {
  if (!existsSync(path)) return err({ kind: "BackupUnreadable", path, why: "missing" });
  const key = keyToOpen(context, recoveryKey);
  if (!key.ok) return key;
  try {
    const found = await context.worker.examine({ path, keyHex: key.value });
    if (!found) return err({ kind: "BackupUnreadable", path, why: "not-a-shop" });
    const { integrity, counts, disagreements, schemaVersion, lastSoldAtMs } = found;
    if (schemaVersion > migrations.length) {
      return err({ kind: "BackupUnreadable", path, why: "newer-file" });
    }
    const problems = [...(integrity === "ok" ? [] : [integrity]), ...disagreements];
    return ok({
      ok: problems.length === 0,
      saleCount: counts.sales ?? 0,
      customerCount: counts.customers ?? 0,
      schemaVersion,
      ...(lastSoldAtMs === undefined ? {} : { lastSoldAtMs }),
      ...(problems.length > 0 ? { problems } : {}),
    });
  } catch (error) {
    const why = stickFaultKind(error);
    if (why === undefined) throw error;
    return err({ kind: "BackupUnreadable", path, why });
  }
};

/** What a backup is opened with: the key that was typed, else this shop's own. */
export const keyToOpen = (
  { stores }: Context,
  typed: string | undefined,
): Result<string, { readonly kind: "RecoveryKeyIncomplete"; readonly typed: number }> => {
  if (typed === undefined) return ok(stores.keyHex);
  const keyHex = keyFromPaper(typed);
  return keyHex === undefined
    ? err({ kind: "RecoveryKeyIncomplete", typed: typedKeyLength(typed) })
    : ok(keyHex);
};
