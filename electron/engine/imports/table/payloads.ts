import type { CsvRow } from "../text/csvRows.ts";
import { cleaned } from "./cells.ts";

/**
 * The payloads that the rows of one order make: one, or more where a file was put together from
 * several exports. `runs` are the rows of the order as they stood together in the file.
 */
export type Payloads = (runs: readonly Rows[]) => readonly Rows[];

type Rows = readonly CsvRow[];

/** Each row tells a whole order. */
export const rowIsPayload: Payloads = (runs) => runs.flat().map((row) => [row]);

/** A head row tells of the order, and the rows after it add lines. */
export const splitAtHeads =
  (isHead: (cells: readonly string[]) => boolean): Payloads =>
  (runs) => {
    const rows = runs.flat();
    const heads = rows.filter((row) => isHead(row.cells));
    if (heads.length <= 1) return [[...heads, ...rows.filter((row) => !heads.includes(row))]];
    const payloads: CsvRow[][] = [];
    for (const row of rows) {
      const isStart = payloads.length === 0 || isHead(row.cells);
      if (isStart) payloads.push([row]);
      else payloads.at(-1)?.push(row);
    }
    return payloads;
  };

/**
 * Each row tells of one product and repeats the order: rows that say the same of the order, in
 * `orderColumns`, belong together, and a row that is there twice counts once.
 */
export const byOrderColumns =
  (orderColumns: readonly number[]): Payloads =>
  (runs) => {
    const rowsByKey = new Map<string, Map<string, CsvRow>>();
    for (const row of runs.flat()) {
      const key = orderColumns.map((column) => cleaned(row.cells[column])).join("\u0000");
      const rows = rowsByKey.get(key) ?? new Map<string, CsvRow>();
      rowsByKey.set(key, rows);
      const text = row.cells.join("\u0000");
      if (!rows.has(text)) rows.set(text, row);
    }
    return [...rowsByKey.values()].map((rows) => [...rows.values()]);
  };

/** Nothing is known of the rows: those that stand apart are joined, unless they say all again. */
export const joinedRuns: Payloads = (runs) => {
  const runByText = new Map<string, Rows>();
  for (const run of runs) {
    const text = run.map((row) => row.cells.join("\u0000")).join("\u0001");
    if (!runByText.has(text)) runByText.set(text, run);
  }
  return [[...runByText.values()].flat()];
};
