import type { ForeignOrder, OrderState } from "../../../shared/domain/order/order.ts";
import type { RejectReason, UnreadableWhy } from "../../../shared/domain/order/rejectReason.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import type { DecimalSeparator } from "../../../shared/money/parseMoney.ts";
import type { DateOrder } from "./time/parseDate.ts";

/** A file of orders that was recognised and may now be read, once, from its start to its end. */
export type OrderFile = {
  readonly format: OrderFormat;
  readonly source: string;
  /** The names of the columns; for JSON one column that holds the order's text. */
  readonly headers: readonly string[];
  /** How dates such as 01/08/2026 are read in this file, and who said so; absent: it has none. */
  readonly dates?: DateReading;
  readonly items: AsyncIterable<OrderFileItem>;
  readonly progress: () => FileProgress;
};

/** Bytes of the file that were gone through. The whole is 2 × the file where it is read twice. */
export type FileProgress = { readonly bytesRead: number; readonly bytesTotal: number };

export type DateReading = {
  readonly order?: DateOrder;
  readonly by: "given" | "file" | "assumed" | "nobody";
  readonly example: string;
};

export type OrderFileItem =
  | { readonly kind: "order"; readonly order: ForeignOrder; readonly rows: readonly number[] }
  | {
      readonly kind: "reject";
      readonly row: number;
      readonly cells: readonly string[];
      readonly reason: RejectReason;
    };

export const orderFormats = [
  "shopify-csv",
  "shopify-json",
  "woocommerce-csv",
  "woocommerce-json",
  "haravan-json",
  "sapo-json",
  "shopee",
  "tiktok-shop",
  "lazada",
  "kiotviet",
  "kiotviet-json",
  "vendure-json",
  "medusa-json",
  "mapped",
] as const;

export type OrderFormat = (typeof orderFormats)[number];

/** Why a file cannot be read at all. */
export type FileRefusal =
  | { readonly kind: "FileUnreadable"; readonly why: UnreadableWhy }
  | { readonly kind: "FileTooLarge"; readonly limitBytes: number }
  | {
      readonly kind: "FormatUnknown";
      readonly headers?: readonly string[];
      readonly proposedMapping?: ProposedMapping;
    }
  | { readonly kind: "EncodingUnknown" }
  | MappingInvalid;

export type MappingInvalid = {
  readonly kind: "MappingInvalid";
  readonly why: string;
  /** What no column was chosen for, though no order is read without it. */
  readonly missing?: readonly MappingColumn[];
  /** The chosen columns that are not in the file. */
  readonly absent?: readonly string[];
};

/** The columns that a file without a known format may have; the value is the header. */
export type MappingColumn =
  | "externalId"
  | "number"
  | "placedAt"
  | "updatedAt"
  | "paidAt"
  | "state"
  | "currency"
  | "name"
  | "givenName"
  | "familyName"
  | "phone"
  | "email"
  | "address"
  | "shopAccount"
  | "sku"
  | "product"
  | "quantity"
  | "unitPrice"
  | "lineDiscount"
  | "lineTotal"
  | "discount"
  | "shipping"
  | "tax"
  | "total"
  | "refunded"
  | "note";

/** How to read a file of any shape. `name` becomes the orders' source. */
export type OrderMapping = {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalSeparator?: DecimalSeparator | undefined;
  readonly stateWords?: Readonly<Record<string, string>> | undefined;
};

/** What was guessed from the headers, and which of the needed columns were not found. */
export type ProposedMapping = {
  readonly columns: Readonly<Partial<Record<MappingColumn, string>>>;
  readonly missing: readonly MappingColumn[];
  readonly dateOrder?: DateOrder;
  readonly decimalSeparator?: DecimalSeparator;
};

export type OrderFileOptions = {
  readonly format?: string | undefined;
  readonly mapping?: OrderMapping | undefined;
  /** IANA name; local times in the file are the shop's. */
  readonly timeZone: string;
  readonly currency: string;
  /** What a person said about this file's dates. It goes before all else. */
  readonly dateOrder?: DateOrder | undefined;
  /** Used where the file itself does not tell; absent, such rows are rejected as ambiguous. */
  readonly assumedDateOrder?: DateOrder | undefined;
  readonly caps?: Partial<FileCaps> | undefined;
  readonly readXlsx: ReadXlsx;
};

/** Turns a workbook into its sheets. It takes seconds of computing, so a host gives it a thread. */
export type ReadXlsx = (bytes: Uint8Array) => Promise<Result<readonly XlsxSheet[], XlsxRefusal>>;

/** One sheet as UTF-8 CSV, which crosses a thread without a copy. */
export type XlsxSheet = { readonly name: string; readonly csv: Uint8Array };

export type XlsxRefusal =
  | { readonly kind: "FileUnreadable"; readonly why: UnreadableWhy }
  | { readonly kind: "FileTooLarge"; readonly limitBytes: number };

export type FileCaps = {
  /** CSV and JSON are streamed, so this bounds patience and not memory. */
  readonly fileBytes: number;
  readonly xlsxBytes: number;
  /** What a workbook may unpack to: its parsing needs about eight times as much memory. */
  readonly expandedBytes: number;
  readonly rowCount: number;
  readonly rowChars: number;
  /** What one cell of Excel can hold. */
  readonly cellChars: number;
  /** Characters of rows held back until the last row of their order came. */
  readonly heldChars: number;
  readonly brokenRows: number;
};

export const defaultCaps: FileCaps = {
  fileBytes: 1_000_000_000,
  xlsxBytes: 50_000_000,
  expandedBytes: 150_000_000,
  rowCount: 5_000_000,
  rowChars: 1_000_000,
  cellChars: 32_767,
  heldChars: 32_000_000,
  brokenRows: 100,
};

export type { OrderState, RejectReason, UnreadableWhy };
