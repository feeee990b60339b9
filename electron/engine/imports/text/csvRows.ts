import Papa from "papaparse";
import type { FileCaps, RejectReason } from "../orderFile.ts";
import type { CsvShape } from "./delimiter.ts";
import { ReadingBroken } from "./fileBytes.ts";

/** One row of the file. `row` counts as a spreadsheet does: the headers are in row 1. */
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
  const cutter = new RowCutter(reading);
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
class RowCutter {
  readonly #reading: CsvReading;
  readonly #parser: Papa.Parser;
  #carry = "";
  #rowCount = 0;
  #brokenCount = 0;
  #isSkipping = false;

  constructor(reading: CsvReading) {
    this.#reading = reading;
    this.#parser = new Papa.Parser({ ...reading.shape, preview: 1, fastMode: false });
  }

  cut(chunk: string): readonly CsvRow[] {
    const { newline } = this.#reading.shape;
    const start = this.#isSkipping ? nextIndex(chunk, newline, 0) + 1 : 0;
    if (start > chunk.length) return [];
    this.#isSkipping = false;
    const rows: CsvRow[] = [];
    this.#addRows(this.#carry + chunk.slice(start), rows);
    this.#relieve(rows);
    return rows;
  }

  /** The last row may lack its newline; with one put behind it, it is a row like the others. */
  finish(): readonly CsvRow[] {
    const { newline } = this.#reading.shape;
    const rows: CsvRow[] = [];
    const rest = this.#carry;
    if (rest !== "") this.#addRows(rest.endsWith(newline) ? rest : rest + newline, rows);
    while (this.#carry !== "") this.#dropLine(rows);
    return rows;
  }

  /** Adds all whole rows of `input` to `rows`; what is left over is carried. */
  #addRows(input: string, rows: CsvRow[]): void {
    const { shape, leadingCells } = this.#reading;
    let at = 0;
    let quote = nextIndex(input, '"', 0);
    for (;;) {
      const end = input.indexOf(shape.newline, at);
      if (end === -1) break;
      if (quote >= end) {
        const cells = input.slice(at, end).split(shape.delimiter, leadingCells);
        rows.push(this.#numbered(cells, end - at));
        at = end + 1;
        continue;
      }
      const { cells, isMisquoted, length } = parsedRow(this.#parser, input.slice(at));
      if (!cells) break;
      rows.push(
        isMisquoted
          ? this.#broken(input.slice(at, end), { kind: "QuoteMisplaced" })
          : this.#numbered(cells, length),
      );
      at = isMisquoted ? end + 1 : at + length;
      quote = nextIndex(input, '"', at);
    }
    this.#carry = input.slice(at);
  }

  /** Drops lines from the front until what is carried fits, or ends in a whole row again. */
  #relieve(rows: CsvRow[]): void {
    const { shape, caps } = this.#reading;
    while (this.#carry.length > caps.rowChars) {
      if (this.#carry.includes(shape.newline)) this.#dropLine(rows);
      else {
        rows.push(this.#broken(this.#carry, { kind: "RowTooLong", limit: caps.rowChars }));
        this.#carry = "";
        this.#isSkipping = true;
      }
    }
  }

  #dropLine(rows: CsvRow[]): void {
    const carry = this.#carry;
    const end = carry.indexOf(this.#reading.shape.newline);
    rows.push(this.#broken(carry.slice(0, end), { kind: "QuoteMisplaced" }));
    this.#addRows(carry.slice(end + 1), rows);
  }

  #numbered(cells: readonly string[], chars: number): CsvRow {
    this.#rowCount++;
    if (this.#rowCount > this.#reading.caps.rowCount) throw new ReadingBroken("too-many-rows");
    return { row: this.#rowCount, cells, chars };
  }

  #broken(line: string, problem: RejectReason): CsvRow {
    const { shape, caps } = this.#reading;
    this.#brokenCount++;
    if (this.#brokenCount > caps.brokenRows) throw new ReadingBroken("too-many-broken-rows");
    const cells = line.slice(0, caps.rowChars).split(shape.delimiter);
    return { ...this.#numbered(cells, line.length), problem };
  }
}

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
