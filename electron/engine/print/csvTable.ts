import Papa from "papaparse";

/**
 * Rows as CSV: UTF-8 with its mark, so that spreadsheets read Vietnamese, every cell quoted, and none
 * of them a formula.
 */
export const csvTable = (rows: readonly (readonly string[])[]): string => `\ufeff${csvRows(rows)}`;

/** The same without the mark: what is appended to a table. */
export const csvRows = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ""
    : `${Papa.unparse([...rows.map((row) => [...row])], {
        quotes: true,
        escapeFormulae: formula,
        newline: "\r\n",
      })}\r\n`;

/**
 * "+84912345678" would be made harmless as a formula, and "0912…" lose its 0 in a spreadsheet: in a
 * CSV a number is written as those who send take it, "84912345678".
 */
export const plainDigits = (phone: string): string => phone.replace(/^\+(?=\d+$)/, "");

/** What a spreadsheet would run, also behind blanks and in full width. Source: OWASP, CSV injection. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]/;
