import type { ReadDb } from "../../../electron/engine/db/connection.ts";

/** The steps in which SQLite would answer; it plans a statement without its values. */
export const planOf = (db: ReadDb, sql: string): readonly string[] =>
  db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from(sql.matchAll(/\?/g), () => null))
    .map(({ detail }) => detail);
