import type { WriteDb } from "../../../electron/engine/db/connection.ts";

/** A statement that inserts into `columns` ("a, b"), by their order. */
export const insertInto = (db: WriteDb, table: string, columns: string) => {
  const marks = columns.split(",").map(() => "?");
  return db.prepare<unknown[]>(`INSERT INTO ${table} (${columns}) VALUES (${marks.join(", ")})`);
};
