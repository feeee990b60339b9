import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { err, ok } from "../../../shared/kernel/result.ts";
import { openDb } from "../db/connection.ts";
import { storageFaultKind } from "../db/faults.ts";
import { schemaVersion } from "../db/migrate.ts";
import { disagreements, tableCounts } from "../repositories/checks.ts";
import { lastSoldAtMs } from "../repositories/sales.ts";
import type { UseCase } from "./context.ts";

/**
 * Copies the shop while it sells: one moment's picture, encrypted like the shop, checked after it is
 * written. The people's keys lie beside it in `quen-keys.backup`, of which only the newest is kept,
 * so that somebody who was forgotten stays forgotten in older copies too.
 */
export const createBackup: UseCase<"backup.create"> = async (context, { path }) => {
  if (existsSync(path)) return err({ kind: "PathTaken", path });
  const keysPath = join(dirname(path), "quen-keys.backup");
  const part = { shopPath: `${path}.part`, keysPath: `${keysPath}.part` };
  try {
    for (const file of Object.values(part)) rmSync(file, { force: true });
    await context.worker.copyShop(part);
    renameSync(part.keysPath, keysPath);
    renameSync(part.shopPath, path);
  } catch (error) {
    const why = storageFaultKind(error);
    if (why === undefined) throw error;
    for (const file of Object.values(part)) rmSync(file, { force: true });
    return err({ kind: "PathUnwritable", path, why });
  }
  const verdict = await verifyBackup(context, { path });
  if (!verdict.ok || !verdict.value.ok) {
    return err({ kind: "PathUnwritable", path, why: "the copy is not whole" });
  }
  const { saleCount } = verdict.value;
  return ok({ path, sizeBytes: statSync(path).size, saleCount, atMs: context.clock.nowMs() });
};

export const verifyBackup: UseCase<"backup.verify"> = async (context, { path }) => {
  if (!existsSync(path)) return err({ kind: "BackupUnreadable", path, why: "missing" });
  try {
    const integrity = await context.worker.checkIntegrity(path);
    const db = openDb(path, { keyHex: context.stores.keyHex, readOnly: true });
    try {
      const counts = tableCounts(db);
      const problems = [...(integrity === "ok" ? [] : [integrity]), ...disagreements(db)];
      const lastAtMs = lastSoldAtMs(db);
      return ok({
        ok: problems.length === 0,
        saleCount: counts.sales ?? 0,
        customerCount: counts.customers ?? 0,
        schemaVersion: schemaVersion(db),
        ...(lastAtMs === undefined ? {} : { lastSoldAtMs: lastAtMs }),
        ...(problems.length > 0 ? { problems } : {}),
      });
    } finally {
      db.close();
    }
  } catch (error) {
    const why = storageFaultKind(error);
    if (why === undefined) throw error;
    return err({ kind: "BackupUnreadable", path, why });
  }
};
