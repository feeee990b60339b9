import type { DecimalSeparator } from "../../../../shared/money/parseMoney.ts";
import { provenDecimalSeparator } from "../../../../shared/money/parseMoney.ts";
import type { MappingColumn, ProposedMapping } from "../orderFile.ts";
import { cleaned, foldedWords } from "../table/cells.ts";
import { type DateOrder, provenDateOrder } from "../time/parseDate.ts";
import { headerWords } from "./headerWords.ts";

type Columns = Partial<Record<MappingColumn, string>>;

/**
 * A guess at what the columns of an unknown file are, for a person to confirm: by the words of
 * the headers, in Vietnamese or English, each header for one thing only. `sampleRows` settle how
 * its dates and decimals are written, where they can.
 */
export const proposeMapping = (
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
): ProposedMapping => {
  const columns = guessedColumns(headers);
  const cellsOf = (...keys: readonly MappingColumn[]): readonly string[] =>
    keys.flatMap((key) => {
      const index = headers.indexOf(columns[key] ?? "");
      return index === -1 ? [] : sampleRows.map((row) => cleaned(row[index]));
    });
  const dateOrder = agreed<DateOrder>(cellsOf("placedAt", "paidAt").map(provenDateOrder));
  const decimalSeparator = agreed<DecimalSeparator>(
    cellsOf("unitPrice", "lineTotal", "total").map(provenDecimalSeparator),
  );
  return {
    columns,
    missing: missingColumns(columns),
    ...(dateOrder && { dateOrder }),
    ...(decimalSeparator && { decimalSeparator }),
  };
};

/** The columns without which no order can be read; one of two prices is enough. */
export const missingColumns = (
  columns: Readonly<Partial<Record<string, string>>>,
): readonly MappingColumn[] => {
  const needed: readonly MappingColumn[] = ["externalId", "placedAt", "product"];
  const missing = needed.filter((key) => !columns[key]);
  return columns.unitPrice || columns.lineTotal ? missing : [...missing, "unitPrice"];
};

const guessedColumns = (headers: readonly string[]): Columns => {
  const headerByWords = new Map<string, string>();
  for (const header of headers) {
    const words = foldedWords(header);
    if (words !== "" && !headerByWords.has(words)) headerByWords.set(words, header);
  }
  const columns: Columns = {};
  const taken = new Set<string>();
  for (const [key, names] of headerWords()) {
    const found = names.flatMap((name) => headerByWords.get(name) ?? []);
    const header = found.find((candidate) => !taken.has(candidate));
    if (header === undefined) continue;
    columns[key] = header;
    taken.add(header);
  }
  return columns;
};

const agreed = <T>(proofs: readonly (T | undefined)[]): T | undefined => {
  const [proof, ...others] = new Set(proofs.filter((candidate) => candidate !== undefined));
  return others.length === 0 ? proof : undefined;
};
