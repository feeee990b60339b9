import Papa from "papaparse";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { proposeMapping } from "../formats/proposeMapping.ts";
import type { FileRefusal } from "../orderFile.ts";
import { decodedHead } from "../text/encoding.ts";
import { type HeaderRow, headerRow } from "./columns.ts";
import type { TableFormat } from "./tableFormat.ts";
import type { BoundTable, TableText } from "./tableRows.ts";

export type FoundTable = { readonly format: TableFormat; readonly table: BoundTable };

/** Titles, dates of export and the like may stand above the headers. */
const rowsAboveHeaders = 10;

/**
 * The table's headers and its format: the first of its first rows that any of `formats` knows.
 * Where none does, the refusal carries the likeliest headers and a guess at what they mean.
 */
export const findTable = (
  text: TableText,
  formats: readonly TableFormat[],
): Result<FoundTable, FileRefusal> => {
  const rows = firstRows(text);
  const candidates = rows.slice(0, rowsAboveHeaders).map(headerRow);
  for (const [index, headers] of candidates.entries()) {
    const format = formats.find((known) => known.matches(headers));
    if (!format) continue;
    const reader = format.reader(headers);
    return ok({ format, table: { ...text, headers, headerRowNumber: index + 1, reader } });
  }
  return err(unknownFormat(rows, candidates));
};

const firstRows = ({ bytes, encoding, shape }: TableText): readonly (readonly string[])[] => {
  const head = decodedHead(bytes, encoding).replace(/^\uFEFF/, "");
  const rows: unknown[] = Papa.parse(head, { ...shape, preview: 200 }).data;
  return rows.map((row) => (Array.isArray(row) ? row.map(String) : []));
};

const unknownFormat = (
  rows: readonly (readonly string[])[],
  candidates: readonly HeaderRow[],
): FileRefusal => {
  const guesses = candidates.map(({ headers }, index) => {
    const proposedMapping = proposeMapping(headers, rows.slice(index + 1));
    const filled = headers.filter(Boolean);
    const known = Object.keys(proposedMapping.columns).length;
    return { headers: filled, proposedMapping, score: known * 1_000 + filled.length };
  });
  const [best] = guesses.sort((left, right) => right.score - left.score);
  // A text without columns is no table, so there is nothing to map.
  if (!best || best.headers.length < 3) return { kind: "FormatUnknown" };
  const { headers, proposedMapping } = best;
  return { kind: "FormatUnknown", headers, proposedMapping };
};
