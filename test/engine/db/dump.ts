import type { ReadDb } from "../../../electron/engine/db/connection.ts";
import type { Stores } from "../../../electron/engine/db/stores.ts";

export type Dump = Readonly<Record<string, readonly string[]>>;

/** Every row of every table of a file as text, without `left out`; words of FTS5 are not rows. */
export const dumpTables = (db: ReadDb, leftOut: readonly string[] = []): Dump =>
  Object.fromEntries(
    tableNames(db)
      .filter((name) => !leftOut.includes(name))
      .map((name) => [name, dumpRows(db, name)]),
  );

/** What a refused call may touch: the audit chain, and how often somebody typed a wrong PIN. */
export const WRITTEN_BY_REFUSALS = ["audit", "audit_head", "sign_in_attempts"];

/** All that a refused call must leave as it was, in all three files. */
export const dumpStores = ({ shop, keys, search }: Stores): Dump => ({
  ...dumpTables(shop, WRITTEN_BY_REFUSALS),
  ...dumpTables(keys),
  ...dumpTables(search.db, ["marker"]),
});

export const tableNames = (db: ReadDb): readonly string[] =>
  db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name);

const dumpRows = (db: ReadDb, table: string): readonly string[] =>
  db
    .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`)
    .all()
    .map((row) => JSON.stringify(row, (_, cell) => readable(cell)))
    .sort();

const readable = (cell: unknown): unknown =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell;
