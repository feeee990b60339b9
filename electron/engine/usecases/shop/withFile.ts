import { openDb, type WriteDb } from "../../db/connection.ts";
import type { Context } from "../context.ts";

/** Runs `work` on a file of this computer that nobody else has open. */
export const withFile = <T>(context: Context, path: string, work: (db: WriteDb) => T): T => {
  const db = openDb(path, { keyHex: context.stores.keyHex });
  try {
    return work(db);
  } finally {
    db.close();
  }
};
