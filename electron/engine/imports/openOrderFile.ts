import { err, type Result } from "../../../shared/kernel/result.ts";
import { neededHeaders } from "./formats/mapped.ts";
import { unknownStates } from "./formats/mappedState.ts";
import { missingColumns } from "./formats/proposeMapping.ts";
import { wantedFormats } from "./formats/tableFormats.ts";
import { openJsonFile } from "./json/jsonFile.ts";
import {
  defaultCaps,
  type FileCaps,
  type FileRefusal,
  type MappingInvalid,
  type OrderFile,
  type OrderFileOptions,
  type OrderMapping,
} from "./orderFile.ts";
import { findTable } from "./table/findTable.ts";
import { openTableFile } from "./table/tableFile.ts";
import type { TableText } from "./table/tableRows.ts";
import { sniffCsvShape } from "./text/delimiter.ts";
import { decodedHead, sniffEncoding } from "./text/encoding.ts";
import { type ByteSource, memoryBytes, openFileBytes, ReadingBroken } from "./text/fileBytes.ts";
import { fileKind } from "./text/fileKind.ts";

type Opened = Promise<Result<OrderFile, FileRefusal>>;

/**
 * Recognises a file of orders by what is in it, whatever its name, and opens it for reading. Writes
 * nothing and keeps nothing: the caller decides what to do with each order and each reject.
 */
export const openOrderFile = async (path: string, options: OrderFileOptions): Opened => {
  const invalid = options.mapping && mappingFault(options.mapping);
  if (invalid) return err({ kind: "MappingInvalid", ...invalid });
  const bytes = await openFileBytes(path);
  if (!bytes.ok) return bytes;
  try {
    return await openBytes(bytes.value, options);
  } catch (error) {
    if (!(error instanceof ReadingBroken)) throw error;
    return err({ kind: "FileUnreadable", why: error.why });
  }
};

const openBytes = async (bytes: ByteSource, options: OrderFileOptions): Opened => {
  const caps = { ...defaultCaps, ...options.caps };
  const kind = fileKind(bytes.head);
  if (kind === "zip") return openWorkbook(bytes, options, caps);
  if (kind !== "text" && kind !== "json") return err({ kind: "FileUnreadable", why: kind });
  if (bytes.sizeBytes > caps.fileBytes) {
    return err({ kind: "FileTooLarge", limitBytes: caps.fileBytes });
  }
  const encoding = await sniffEncoding(bytes);
  if (!encoding.ok) return encoding;
  if (kind === "json") return openJsonFile(bytes, encoding.value, options);
  const shape = sniffCsvShape(decodedHead(bytes, encoding.value.encoding));
  const found = findTable({ ...encoding.value, bytes, shape, caps }, wantedFormats(options));
  if (!found.ok) return mappingRefusal(found.error, options);
  return openTableFile(found.value, options);
};

/** The first sheet of a known format; they are read like files of CSV. */
const openWorkbook = async (
  bytes: ByteSource,
  options: OrderFileOptions,
  caps: FileCaps,
): Opened => {
  if (bytes.sizeBytes > caps.xlsxBytes) {
    return err({ kind: "FileTooLarge", limitBytes: caps.xlsxBytes });
  }
  const sheets = await options.readXlsx(await bytes.readAll());
  if (!sheets.ok) return sheets;
  const tables = sheets.value
    .filter(({ csv }) => csv.length > 0)
    .map(({ csv }) => findTable(sheetText(csv, caps), wantedFormats(options)));
  const found = tables.find((table) => table.ok);
  if (found?.ok) return openTableFile(found.value, options);
  const refusals = tables.flatMap((table) => (table.ok ? [] : [table.error]));
  return mappingRefusal(likeliest(refusals) ?? { kind: "FormatUnknown" }, options);
};

/** Of several sheets, the one of whose columns the most were guessed. */
const likeliest = (refusals: readonly FileRefusal[]): FileRefusal | undefined => {
  const guessed = (refusal: FileRefusal): number =>
    refusal.kind === "FormatUnknown"
      ? Object.keys(refusal.proposedMapping?.columns ?? {}).length
      : -1;
  return [...refusals].sort((left, right) => guessed(right) - guessed(left))[0];
};

const sheetText = (csv: Uint8Array, caps: FileCaps): TableText => ({
  bytes: memoryBytes(csv),
  encoding: "utf-8",
  isClean: true,
  shape: { delimiter: ",", newline: "\n" },
  caps,
});

/** With a mapping at hand, a table that does not fit is the mapping's fault. */
const mappingRefusal = (refusal: FileRefusal, { mapping }: OrderFileOptions) => {
  if (refusal.kind !== "FormatUnknown" || !mapping) return err(refusal);
  const there = new Set(refusal.headers ?? []);
  const absent = neededHeaders(mapping).filter((header) => !there.has(header));
  const why = `no column ${absent.join(", ")}`;
  return err({ kind: "MappingInvalid", why, absent } as const);
};

const mappingFault = (
  mapping: OrderMapping,
): Pick<MappingInvalid, "why" | "missing"> | undefined => {
  const missing = missingColumns(mapping.columns);
  if (missing.length > 0) return { why: `no column chosen for ${missing.join(", ")}`, missing };
  const states = unknownStates(mapping);
  if (states.length > 0) return { why: `no such state: ${states.join(", ")}` };
  return mapping.name.trim() === "" ? { why: "the mapping has no name" } : undefined;
};
