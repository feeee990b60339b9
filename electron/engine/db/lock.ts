import { join } from "node:path";
import Database from "better-sqlite3";
import { StorageFault, storageFaultKind } from "./faults.ts";

const WAIT_MS = 2_000;

/**
 * Holds the folder for this process alone. SQLite's own file lock is used: the system gives it back
 * when the process dies, so a killed engine leaves nothing to clean. Waits shortly, because a
 * killed engine may still be ending. Throws StorageFault `locked`.
 */
export const lockFolder = (dataDir: string): { readonly close: () => void } => {
  const raw = new Database(join(dataDir, "engine.lock"), { timeout: WAIT_MS });
  try {
    raw.pragma("journal_mode = DELETE");
    raw.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    raw.close();
    if (storageFaultKind(error) !== "busy") throw error;
    throw new StorageFault("locked", `Another engine already has the shop in ${dataDir}.`, {
      cause: error,
    });
  }
  return { close: () => raw.close() };
};
