import type { FileCaps, RejectReason } from "../orderFile.ts";
import { type CsvRow, csvRows } from "../text/csvRows.ts";
import type { CsvShape } from "../text/delimiter.ts";
import { decoded, type SniffedEncoding } from "../text/encoding.ts";
import type { ByteSource } from "../text/fileBytes.ts";
import { cleaned, cleanedHeader } from "./cells.ts";
import type { HeaderRow } from "./columns.ts";
import type { TableReader } from "./tableFormat.ts";

/** A table in text, and how its bytes become rows. */
export type TableText = SniffedEncoding & {
  readonly bytes: ByteSource;
  readonly shape: CsvShape;
  readonly caps: FileCaps;
};

export type BoundTable = TableText & {
  readonly headers: HeaderRow;
  readonly headerRowNumber: number;
  readonly reader: TableReader;
};

/**
 * The rows of data, a batch for each chunk, each with the problem that its shape has. Left out are
 * the headers, also where they are repeated because files were put together, what explains them
 * in the row below, and blank rows.
 */
export async function* dataRows(
  table: BoundTable,
  leadingCells?: number,
): AsyncGenerator<readonly CsvRow[]> {
  const text = decoded(table.bytes, table.encoding);
  const { shape, caps } = table;
  const isData = dataRowTest(table);
  for await (const batch of csvRows(text, { shape, caps, leadingCells })) {
    const rows: CsvRow[] = [];
    for (const row of batch) if (isData(row)) rows.push(checked(row, table));
    yield rows;
  }
}

const dataRowTest = (table: BoundTable) => {
  let isBelowHeaders = false;
  return ({ row, cells }: CsvRow): boolean => {
    const isExplained = isBelowHeaders && table.reader.isExplanation(cells);
    isBelowHeaders = row === table.headerRowNumber || isHeaderAgain(cells, table);
    return row > table.headerRowNumber && !isExplained && !isBelowHeaders && !isBlankRow(cells);
  };
};

const isBlankRow = (cells: readonly string[]): boolean => {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
};

const isHeaderAgain = (cells: readonly string[], { headers, reader }: BoundTable): boolean => {
  const cell = cells[reader.idColumn];
  const header = headers.headers[reader.idColumn];
  if (cell === undefined || header === undefined || !cell.includes(header)) return false;
  return cells.every((name, index) => cleanedHeader(cleaned(name)) === headers.headers[index]);
};

const checked = (row: CsvRow, table: BoundTable): CsvRow => {
  const problem = row.problem ?? problemOf(row, table);
  return problem && !row.problem ? { ...row, problem } : row;
};

const problemOf = (
  { cells, chars }: CsvRow,
  { headers, caps, isClean }: BoundTable,
): RejectReason | undefined => {
  const width = headers.headers.length;
  if (chars > caps.cellChars && cells.some((cell) => cell.length > caps.cellChars)) {
    return { kind: "CellTooLong", limit: caps.cellChars };
  }
  if (!isClean && cells.some((cell) => cell.includes("\uFFFD"))) return { kind: "TextUnreadable" };
  if (cells.length <= width || isBlankRow(cells.slice(width))) return undefined;
  return { kind: "RowMisshapen", cells: cells.length, columns: width };
};
