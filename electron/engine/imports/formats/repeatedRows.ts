import type { FieldReader } from "../fieldReader.ts";
import { cleaned } from "../table/cells.ts";
import type { CsvRow } from "../text/csvRows.ts";

/**
 * The cell of an order-level column, which each row of the order repeats or leaves blank. Rows
 * that say different things make no order.
 */
export const agreedCell = (
  rows: readonly CsvRow[],
  { column, name }: { readonly column: number; readonly name: string },
  fields: FieldReader,
): string => {
  if (column === -1) return "";
  let agreed = "";
  for (const { cells } of rows) {
    const text = cleaned(cells[column]);
    if (text === "" || text === agreed) continue;
    if (agreed !== "") fields.note({ kind: "RowsDisagree", column: name, text });
    agreed = text;
  }
  return agreed;
};

/** The first cell of a column that says anything. */
export const firstCell = (rows: readonly CsvRow[], column: number): string => {
  for (const { cells } of rows) {
    const text = cleaned(cells[column]);
    if (text !== "") return text;
  }
  return "";
};

/** Where each product has one row, two rows of one product contradict each other. */
export const refuseRepeatedLines = (
  rows: readonly CsvRow[],
  columns: readonly number[],
  fields: FieldReader,
): void => {
  if (rows.length < 2) return;
  const seen = new Set<string>();
  for (const { cells } of rows) {
    const texts = columns.map((column) => cleaned(cells[column])).filter(Boolean);
    const key = texts.join(" · ");
    if (seen.has(key)) fields.note({ kind: "RowsDisagree", column: "SKU", text: key });
    seen.add(key);
  }
};
