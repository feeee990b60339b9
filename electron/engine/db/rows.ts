import type { WriteDb } from "./connection.ts";

export type Cell = string | number | boolean | Uint8Array | null | undefined;

/**
 * `LIMIT ?`, by an expression: to a bare parameter SQLite looks when it plans, and so it plans the
 * statement anew at every call, at 20 to 100 µs each.
 */
export const LIMIT = "LIMIT ? + 0";

type Shape = { readonly names: readonly string[]; readonly sql: string };

const shapesByTable = new Map<string, Shape[]>();

/**
 * Inserts `row` whose camelCase names are the table's snake_case columns. What is undefined
 * becomes NULL; booleans become 0 and 1.
 */
export const insertRow = (
  db: WriteDb,
  table: string,
  row: Readonly<Record<string, Cell>>,
): void => {
  const { sql, names } = shapeOf(table, Object.keys(row));
  db.prepare<Cell[]>(sql).run(...names.map((name) => bound(row[name])));
};

/** A table's rows come in one or two shapes: comparing names is cheaper than joining them to a key. */
const shapeOf = (table: string, names: readonly string[]): Shape => {
  const shapes = shapesByTable.get(table) ?? [];
  const known = shapes.find((shape) => isSame(shape.names, names));
  if (known) return known;
  const columns = names.map(columnOf).join(", ");
  const marks = names.map(() => "?").join(", ");
  const shape = { names, sql: `INSERT INTO ${table} (${columns}) VALUES (${marks})` };
  shapesByTable.set(table, [...shapes, shape]);
  return shape;
};

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, place) => name === right[place]);

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

const bound = (cell: Cell): Cell =>
  cell === undefined ? null : typeof cell === "boolean" ? Number(cell) : cell;
