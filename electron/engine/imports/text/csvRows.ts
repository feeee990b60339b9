import Papa from "papaparse";
import type { FileCaps, RejectReason } from "../orderFile.ts";
import type { CsvShape } from "./delimiter.ts";
import { ReadingBroken } from "./fileBytes.ts";

/** One row as it stands in the file. `row` counts as a spreadsheet does: the headers are in row 1. */
export type CsvRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** How long the row is, so that no cell can be longer. */
  readonly chars: number;
  readonly problem?: RejectReason;
};

export type CsvReading = {
  readonly shape: CsvShape;
  readonly caps: Pick<FileCaps, "rowChars" | "brokenRows" | "rowCount">;
  /** How many cells of each row are wanted, from its start; absent: all. */
  readonly leadingCells?: number | undefined;
};

/**
 * The rows of CSV text, a batch for each chunk. A quote that nobody closes, or that stands where
 * none may, spoils only its own line: that line comes with a `problem`, and reading goes on with
 * the next one. Memory is bounded by a chunk and `rowChars`.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  reading: CsvReading,
): AsyncGenerator<readonly CsvRow[]> {
  const cutter = rowCutter(reading);
  for await (const chunk of text) {
    const batch = cutter.cut(chunk);
    if (batch.length > 0) yield batch;
  }
  const rest = cutter.finish();
  if (rest.length > 0) yield rest;
}

/**
 * Lines without a quote are split as they are, which is most of a file and more than twice as
 * fast; a line with one goes to papaparse. Its low-level parser is used because it alone tells
 * where the row ended: its stream keeps a file with an unclosed quote in memory to the end.
 */
const rowCutter = ({ shape, caps, leadingCells }: CsvReading) => {
  const { delimiter, newline } = shape;
  const parser = new Papa.Parser({ ...shape, preview: 1, fastMode: false });
  let carry = "";
  let rowCount = 0;
  let brokenCount = 0;
  let isSkipping = false;

  const numbered = (cells: readonly string[], chars: number): CsvRow => {
    rowCount++;
    if (rowCount > caps.rowCount) throw new ReadingBroken("too-many-rows");
    return { row: rowCount, cells, chars };
  };

  const broken = (line: string, problem: RejectReason): CsvRow => {
    brokenCount++;
    if (brokenCount > caps.brokenRows) throw new ReadingBroken("too-many-broken-rows");
    const cells = line.slice(0, caps.rowChars).split(delimiter);
    return { ...numbered(cells, line.length), problem };
  };

  /** Adds all whole rows of `input` to `rows`; what is left over is carried. */
  const addRows = (input: string, rows: CsvRow[]): void => {
    let at = 0;
    let quote = nextIndex(input, '"', 0);
    for (;;) {
      const end = input.indexOf(newline, at);
      if (end === -1) break;
      if (quote >= end) {
        rows.push(numbered(input.slice(at, end).split(delimiter, leadingCells), end - at));
        at = end + 1;
        continue;
      }
      const { cells, isMisquoted, length } = parsedRow(parser, input.slice(at));
      if (!cells) break;
      rows.push(
        isMisquoted
          ? broken(input.slice(at, end), { kind: "QuoteMisplaced" })
          : numbered(cells, length),
      );
      at = isMisquoted ? end + 1 : at + length;
      quote = nextIndex(input, '"', at);
    }
    carry = input.slice(at);
  };

  /** Drops lines from the front until what is carried fits, or ends in a whole row again. */
  const relieve = (rows: CsvRow[]): void => {
    while (carry.length > caps.rowChars) {
      const end = carry.indexOf(newline);
      if (end === -1) {
        rows.push(broken(carry, { kind: "RowTooLong", limit: caps.rowChars }));
        carry = "";
        isSkipping = true;
      } else {
        rows.push(broken(carry.slice(0, end), { kind: "QuoteMisplaced" }));
        addRows(carry.slice(end + 1), rows);
      }
    }
  };

  const cut = (chunk: string): readonly CsvRow[] => {
    const start = isSkipping ? nextIndex(chunk, newline, 0) + 1 : 0;
    if (start > chunk.length) return [];
    isSkipping = false;
    const rows: CsvRow[] = [];
    addRows(carry + chunk.slice(start), rows);
    relieve(rows);
    return rows;
  };

  /** The last row may lack its newline; with one put behind it, it is a row like the others. */
  const finish = (): readonly CsvRow[] => {
    const rows: CsvRow[] = [];
    if (carry !== "") addRows(carry.endsWith(newline) ? carry : carry + newline, rows);
    while (carry !== "") {
      const end = carry.indexOf(newline);
      rows.push(broken(carry.slice(0, end), { kind: "QuoteMisplaced" }));
      addRows(carry.slice(end + 1), rows);
    }
    return rows;
  };

  return { cut, finish };
};

/** Where `mark` stands from `from` on; behind the end where it does not. */
const nextIndex = (text: string, mark: string, from: number): number => {
  const index = text.indexOf(mark, from);
  return index === -1 ? text.length : index;
};

type ParsedRow = {
  readonly cells: readonly string[] | undefined;
  readonly isMisquoted: boolean;
  readonly length: number;
};

/** The first row of `input`, or no cells where it does not end in it. */
const parsedRow = (parser: Papa.Parser, input: string): ParsedRow => {
  const { data, errors, meta } = parser.parse(input, 0, true);
  return { cells: data[0], isMisquoted: errors.length > 0, length: meta.cursor };
};
