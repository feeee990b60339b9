import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import type { DecimalSeparator } from "../../../../shared/money/parseMoney.ts";
import { provenDecimalSeparator } from "../../../../shared/money/parseMoney.ts";
import type { CsvRow } from "../text/csvRows.ts";
import {
  type DateOrder,
  needsDateOrder,
  provenBySequence,
  provenDateOrder,
} from "../time/parseDate.ts";
import { cleaned } from "./cells.ts";
import { orderIds } from "./orderIds.ts";
import { runTally } from "./runTally.ts";
import type { TableReader } from "./tableFormat.ts";

/** What the first reading of a table settles for the second. */
export type Survey = {
  /** How many rows each order has whose rows do not stand together, by the hash of its id. */
  readonly rowCountByScattered: ReadonlyMap<number, number>;
  /** What the columns prove; absent where they prove nothing, or both. */
  readonly dateOrder?: DateOrder;
  readonly dateExample?: string;
  readonly decimalSeparator?: DecimalSeparator;
};

/** Goes through all rows once. Memory: 24 bytes an order at most. */
export const surveyRows = async (
  batches: AsyncIterable<readonly CsvRow[]>,
  reader: TableReader,
): Promise<Survey> => {
  const idOf = orderIds(reader);
  const runs = runTally();
  const dates = dateEvidence(reader.dateColumns);
  const decimals = new Set<DecimalSeparator>();
  for await (const batch of batches) {
    for (const { cells } of batch) {
      runs.add(hash53(idOf(cells)));
      dates.add(cells);
      for (const column of reader.moneyColumns) addTo(decimals, provenIn(cells[column]));
    }
  }
  const decimalSeparator = only(decimals);
  return {
    rowCountByScattered: runs.scattered(),
    ...dates.settled(),
    ...(decimalSeparator && { decimalSeparator }),
  };
};

/** How many cells from the start of each row the survey looks at. */
export const surveyedCells = (reader: TableReader): number =>
  Math.max(reader.idColumn, ...reader.dateColumns, ...reader.moneyColumns) + 1;

const dateEvidence = (columns: readonly number[]) => {
  const proven = new Set<DateOrder>();
  let example = "";
  const add = (cells: readonly string[]): void => {
    if (proven.size > 1 || columns.length === 0) return;
    const dates = columns.map((column) => cleaned(cells[column])).filter(needsDateOrder);
    const [first, ...later] = dates;
    if (first === undefined) return;
    if (example === "") example = first;
    for (const date of dates) addTo(proven, provenDateOrder(date));
    const isOrdered = cleaned(cells[columns[0] ?? -1]) === first;
    if (isOrdered) for (const date of later) addTo(proven, provenBySequence(first, date));
  };
  const settled = () => {
    const dateOrder = only(proven);
    return { ...(dateOrder && { dateOrder }), ...(example && { dateExample: example }) };
  };
  return { add, settled };
};

const provenIn = (cell: string | undefined): DecimalSeparator | undefined =>
  cell === undefined || cell === "" ? undefined : provenDecimalSeparator(cleaned(cell));

const addTo = <T>(found: Set<T>, value: T | undefined): void => {
  if (value !== undefined) found.add(value);
};

const only = <T>(found: ReadonlySet<T>): T | undefined => {
  const [value, ...others] = found;
  return others.length === 0 ? value : undefined;
};
