import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import type { Result } from "../../../../shared/kernel/result.ts";
import type { Reading } from "../fieldReader.ts";
import type { OrderFormat, RejectReason } from "../orderFile.ts";
import type { CsvRow } from "../text/csvRows.ts";
import type { HeaderRow } from "./columns.ts";
import type { Payloads } from "./payloads.ts";

/** A kind of table of orders that is known by its headers. */
export type TableFormat = {
  readonly format: OrderFormat;
  readonly source: string;
  readonly matches: (headers: HeaderRow) => boolean;
  readonly reader: (headers: HeaderRow) => TableReader;
};

/** How to read the tables of one format, bound to the columns of one file. */
export type TableReader = {
  /** The column whose equal cells make the rows of one order. */
  readonly idColumn: number;
  /** Whether a row with a blank id goes on with the order above it, as merged cells do. */
  readonly isBlankIdMore: boolean;
  /** Columns with dates: the moment of ordering first, then such as can only be later. */
  readonly dateColumns: readonly number[];
  /** Columns whose values may settle the decimal separator. */
  readonly moneyColumns: readonly number[];
  /** Whether a row only explains the columns. */
  readonly isExplanation: (cells: readonly string[]) => boolean;
  readonly payloads: Payloads;
  readonly read: (rows: readonly CsvRow[], reading: Reading) => OrderReading;
};

export type OrderReading = Result<ForeignOrder, RejectReason>;

export const isNoExplanation = (): boolean => false;
