import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import Papa from "papaparse";
import { rejectText } from "../../../shared/domain/order/rejectText.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import type { OrderFileItem } from "./orderFile.ts";

export type Reject = Extract<OrderFileItem, { kind: "reject" }>;

export type RejectsWriter = {
  readonly write: (reject: Reject) => Promise<void>;
  /** The path of the file, or undefined where nothing was rejected and so no file was made. */
  readonly finish: () => Promise<string | undefined>;
  /** Leaves no half of a file behind. */
  readonly drop: () => Promise<void>;
};

type RejectsFile = {
  readonly path: string;
  /** The headers of the file that was imported, so that mended rows can be imported again. */
  readonly headers: readonly string[];
  readonly locale: Locale;
};

/**
 * Writes rejected rows to a CSV file at `path`: the row as it was, then its number and the reason
 * in words. A cell that a spreadsheet would take for a formula gets an apostrophe, which the
 * import drops again. The file appears under its name when it is whole.
 */
export const rejectsWriter = ({ path, headers, locale }: RejectsFile): RejectsWriter => {
  const partPath = `${path}.part`;
  let file: FileHandle | undefined;
  let lines: string[] = [];

  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    file ??= await open(partPath, "w", 0o600);
    const text = lines.join("");
    lines = [];
    // `write` may end short on a full disk, and only says how short.
    await file.appendFile(text);
  };

  const write = async ({ row, cells, reason }: Reject): Promise<void> => {
    // Excel knows UTF-8 by its mark.
    if (!file && lines.length === 0)
      lines.push(`\uFEFF${line([...headers, ...addedHeaders[locale]])}`);
    const padded = headers.map((_, index) => cells[index] ?? "");
    const beyond = cells.slice(headers.length);
    lines.push(line([...padded, String(row), rejectText(reason, locale), ...beyond]));
    if (lines.length >= 500) await flush();
  };

  const finish = async (): Promise<string | undefined> => {
    await flush();
    if (!file) return undefined;
    await file.sync();
    await file.close();
    await rename(partPath, path);
    return path;
  };

  const drop = async (): Promise<void> => {
    await file?.close();
    await rm(partPath, { force: true });
  };

  return { write, finish, drop };
};

/** True where what lies at `path` is such a list, or an empty file: its first row tells. */
export const isRejectsFile = async (path: string): Promise<boolean> => {
  const stats = await stat(path);
  if (!stats.isFile()) return false;
  if (stats.size === 0) return true;
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(65_536) });
    const text = buffer.toString("utf8", 0, bytesRead);
    const [headers = []] = Papa.parse<string[]>(text, { preview: 1 }).data;
    const added = JSON.stringify(headers.slice(-2));
    return Object.values(addedHeaders).some((words) => JSON.stringify(words) === added);
  } finally {
    await file.close();
  }
};

const addedHeaders: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Row", "Why it was rejected"],
  vi: ["Dòng", "Lý do bị loại"],
};

const line = (cells: readonly string[]): string =>
  `${Papa.unparse([[...cells]], { escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`;
