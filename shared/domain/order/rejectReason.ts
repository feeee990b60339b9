/** Why a row or an order was not taken. Each has its sentence in `rejectText.ts`. */
export type RejectReason =
  | { readonly kind: "CurrencyDiffers"; readonly text: string }
  | { readonly kind: "MoneyUnreadable"; readonly column: string; readonly text: string }
  | { readonly kind: "AmountNegative"; readonly column: string; readonly text: string }
  | { readonly kind: "AmountTooLarge"; readonly column: string; readonly text: string }
  | { readonly kind: "DateUnreadable"; readonly column: string; readonly text: string }
  | { readonly kind: "DateAmbiguous"; readonly column: string; readonly text: string }
  | { readonly kind: "QuantityUnreadable"; readonly column: string; readonly text: string }
  | { readonly kind: "StateUnknown"; readonly text: string }
  | { readonly kind: "FieldMissing"; readonly column: string }
  | { readonly kind: "IdPrecisionLost"; readonly text: string }
  | { readonly kind: "RowsDisagree"; readonly column: string; readonly text: string }
  | { readonly kind: "HeadMissing" }
  | { readonly kind: "LinesUnreadable"; readonly text: string }
  | { readonly kind: "LinesIncomplete" }
  | { readonly kind: "RowMisshapen"; readonly cells: number; readonly columns: number }
  | { readonly kind: "QuoteMisplaced" }
  | { readonly kind: "TextUnreadable" }
  | { readonly kind: "CellTooLong"; readonly limit: number }
  | { readonly kind: "RowTooLong"; readonly limit: number }
  | { readonly kind: "RowsScattered"; readonly limit: number }
  | { readonly kind: "NotAnOrder" }
  | { readonly kind: "TestOrder" }
  | { readonly kind: "RestUnreadable"; readonly why: UnreadableWhy };

export type UnreadableWhy =
  | "missing"
  | "not-allowed"
  | "not-a-file"
  | "busy"
  | "disk-error"
  | "empty"
  | "binary"
  | "pdf"
  | "image"
  | "web-page"
  | "old-excel"
  | "not-a-workbook"
  | "damaged"
  | "cut-short"
  | "changed-while-reading"
  | "too-many-rows"
  | "too-many-broken-rows";
