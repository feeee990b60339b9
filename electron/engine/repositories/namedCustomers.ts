import type { ReadDb } from "../db/connection.ts";

/** Everybody whose name is known, to those who have the key. */
export const listNamed = (db: ReadDb): readonly string[] =>
  db
    .prepare<[], { id: string }>(
      "SELECT customer_id AS id FROM customer_fields WHERE field = 'name' AND sealed IS NOT NULL",
    )
    .all()
    .map(({ id }) => id);
