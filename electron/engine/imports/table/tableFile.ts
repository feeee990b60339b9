import { ok, type Result } from "../../../../shared/kernel/result.ts";
import { currencyExponent } from "../../../../shared/money/currency.ts";
import type { Reading } from "../fieldReader.ts";
import type {
  DateReading,
  FileRefusal,
  OrderFile,
  OrderFileItem,
  OrderFileOptions,
} from "../orderFile.ts";
import { ReadingBroken } from "../text/fileBytes.ts";
import { zoneOf } from "../time/zone.ts";
import type { FoundTable } from "./findTable.ts";
import { type RowGroup, RowGrouper } from "./groupRows.ts";
import { type Survey, surveyedCells, surveyRows } from "./survey.ts";
import { type BoundTable, dataRows } from "./tableRows.ts";

/**
 * The orders of a table. It is gone through once here, to learn which orders have their rows
 * apart and how the columns write dates and decimals, and once more as the items are taken.
 */
export const openTableFile = async (
  { format, table }: FoundTable,
  options: OrderFileOptions,
): Promise<Result<OrderFile, FileRefusal>> => {
  const { reader } = table;
  const survey = await surveyRows(dataRows(table, surveyedCells(reader)), reader);
  const dates = dateReading(survey, options);
  const reading = readingOf({ source: format.source, survey, dates, options });
  const bytesBefore = table.bytes.bytesRead();
  return ok({
    format: format.format,
    source: format.source,
    headers: table.headers.headers,
    ...(dates && { dates }),
    items: tableItems(table, { survey, reading }),
    progress: () => ({
      bytesRead: table.bytes.bytesRead() - bytesBefore,
      bytesTotal: table.bytes.sizeBytes,
    }),
  });
};

const dateReading = (survey: Survey, options: OrderFileOptions): DateReading | undefined => {
  const example = survey.dateExample;
  if (example === undefined) return undefined;
  const given = options.dateOrder ?? options.mapping?.dateOrder;
  if (given) return { order: given, by: "given", example };
  if (survey.dateOrder) return { order: survey.dateOrder, by: "file", example };
  const assumed = options.assumedDateOrder;
  return assumed ? { order: assumed, by: "assumed", example } : { by: "nobody", example };
};

const readingOf = (known: {
  readonly source: string;
  readonly survey: Survey;
  readonly dates: DateReading | undefined;
  readonly options: OrderFileOptions;
}): Reading => {
  const { source, survey, dates, options } = known;
  const { currency, mapping, timeZone } = options;
  // Shops write the point; but where a currency has no decimals, "129.000" was written by Excel.
  const usual = mapping || currencyExponent(currency) === 0 ? undefined : ".";
  return {
    source,
    currency,
    zone: zoneOf(timeZone),
    dateOrder: dates?.order,
    decimalSeparator: mapping?.decimalSeparator ?? survey.decimalSeparator ?? usual,
  };
};

async function* tableItems(
  table: BoundTable,
  { survey, reading }: { readonly survey: Survey; readonly reading: Reading },
): AsyncGenerator<OrderFileItem> {
  const { reader, caps } = table;
  const grouper = new RowGrouper({ reader, survey, heldChars: caps.heldChars });
  let lastRow = table.headerRowNumber;
  try {
    for await (const batch of dataRows(table)) {
      lastRow = batch.at(-1)?.row ?? lastRow;
      for (const group of grouper.push(batch)) yield* groupItems(group, table, reading);
    }
    for (const group of grouper.finish()) yield* groupItems(group, table, reading);
  } catch (error) {
    if (!(error instanceof ReadingBroken)) throw error;
    const reason = { kind: "RestUnreadable", why: error.why } as const;
    yield { kind: "reject", row: lastRow + 1, cells: [], reason };
  }
}

/** The order of a group of rows, or each of its rows with why there is none. */
const groupItems = (
  { rows, problem }: RowGroup,
  { reader }: BoundTable,
  reading: Reading,
): readonly OrderFileItem[] => {
  const order = problem ? undefined : reader.read(rows, reading);
  if (order?.ok) return [{ kind: "order", order: order.value, rows: rows.map(({ row }) => row) }];
  const reason = problem ?? order?.error;
  return rows.flatMap(({ row, cells }) =>
    reason ? [{ kind: "reject" as const, row, cells, reason }] : [],
  );
};
