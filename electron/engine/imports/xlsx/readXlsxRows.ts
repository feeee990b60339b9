import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { defaultCaps, type FileCaps, type XlsxRefusal, type XlsxSheet } from "../orderFile.ts";
import { workbookParts } from "./workbookParts.ts";

/**
 * The sheets of a workbook, each as CSV in UTF-8. Pure and synchronous: seconds for a big file, so
 * that a host runs it in a thread of its own and passes the buffers on without a copy.
 *
 * Dates become `2026-04-05 21:06:21`; numbers are written in full, except that one above 2^53,
 * whose last digits a spreadsheet has already lost, keeps its exponent and is refused later.
 */
export const readXlsxRows = (
  bytes: Uint8Array,
  caps: FileCaps = defaultCaps,
): Result<readonly XlsxSheet[], XlsxRefusal> => {
  if (bytes.length > caps.xlsxBytes)
    return err({ kind: "FileTooLarge", limitBytes: caps.xlsxBytes });
  const parts = workbookParts(bytes, caps);
  if (!parts.ok) return parts;
  const workbook = parsedWorkbook(parts.value);
  if (!workbook) return err({ kind: "FileUnreadable", why: "damaged" });
  const startsIn1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return ok(
    workbook.SheetNames.flatMap((name) => {
      const sheet = workbook.Sheets[name];
      return sheet ? [{ name, csv: new TextEncoder().encode(sheetCsv(sheet, startsIn1904)) }] : [];
    }),
  );
};

const parsedWorkbook = (bytes: Uint8Array): WorkBook | undefined => {
  try {
    return read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
  } catch {
    return undefined;
  }
};

const sheetCsv = (sheet: WorkSheet, startsIn1904: boolean): string => {
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  const lines: string[] = [];
  // Rows may have holes; a spreadsheet counts them, and so does the line number.
  for (let index = 0; index < rows.length; index++) {
    const cells = Array.from(rows[index] ?? [], (cell) => quoted(cellText(cell, startsIn1904)));
    lines.push(cells.join(","));
  }
  return lines.join("\n");
};

const cellText = (cell: CellObject | undefined, startsIn1904: boolean): string => {
  if (!cell || cell.v === undefined || cell.t === "e" || cell.t === "z") return "";
  if (typeof cell.v === "number") return numberText(cell.v, { format: cell.z, startsIn1904 });
  return typeof cell.v === "boolean" ? String(cell.v) : String(cell.v);
};

const numberText = (
  value: number,
  { format, startsIn1904 }: { readonly format: unknown; readonly startsIn1904: boolean },
): string => {
  if (typeof format === "string" && format !== "General" && SSF.is_date(format)) {
    return dateText(startsIn1904 ? value + 1_462 : value);
  }
  const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return isExact ? plainDecimal(value) : value.toExponential();
};

/** Without an exponent also below 0.000001. */
const plainDecimal = (value: number): string => {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12) : text;
};

/** Excel counts days from 1899-12-30; seconds are as fine as its dates are meant. */
const dateText = (serial: number): string => {
  const ms = Math.round((serial - 25_569) * 86_400) * 1_000;
  return Number.isFinite(ms) && Math.abs(ms) < 8.64e15
    ? new Date(ms).toISOString().slice(0, 19).replace("T", " ")
    : String(serial);
};

const quoted = (text: string): string =>
  /[",\n\r]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
