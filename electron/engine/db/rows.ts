import type { WriteDb } from "./connection.ts";

export type Cell = string | number | boolean | Uint8Array | null | undefined;

/**
 * `LIMIT ?`, by an expression: to a bare parameter SQLite looks when it plans, and so it plans the
 * statement anew at every call, at 20 to 100 µs each.
 */
export const LIMIT = "LIMIT ? + 0";

const statementByShape = new Map<string, string>();

/**
 * Inserts `row` whose camelCase names are the table's snake_case columns. What is undefined
 * becomes NULL; booleans become 0 and 1.
 */
export const insertRow = (
  db: WriteDb,
  table: string,
  row: Readonly<Record<string, Cell>>,
): void => {
  const names = Object.keys(row);
  const shape = `${table}:${names.join()}`;
  let sql = statementByShape.get(shape);
  if (!sql) {
    const columns = names.map(columnOf).join(", ");
    sql = `INSERT INTO ${table} (${columns}) VALUES (${names.map(() => "?").join(", ")})`;
    statementByShape.set(shape, sql);
  }
  db.prepare<Cell[]>(sql).run(...names.map((name) => bound(row[name])));
};

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

const bound = (cell: Cell): Cell =>
  cell === undefined ? null : typeof cell === "boolean" ? Number(cell) : cell;
