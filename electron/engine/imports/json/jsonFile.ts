import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import type { Reading } from "../fieldReader.ts";
import { kiotvietJson } from "../formats/kiotvietJson.ts";
import { medusa } from "../formats/medusa.ts";
import { shopifyGraphql } from "../formats/shopifyGraphql.ts";
import { haravanJson, sapoJson, shopifyRest } from "../formats/shopifyRest.ts";
import { vendure } from "../formats/vendure.ts";
import { wooJson } from "../formats/wooJson.ts";
import type { FileRefusal, OrderFile, OrderFileItem, OrderFileOptions } from "../orderFile.ts";
import { decoded, decodedHead, type SniffedEncoding } from "../text/encoding.ts";
import { type ByteSource, ReadingBroken } from "../text/fileBytes.ts";
import { zoneOf } from "../time/zone.ts";
import type { JsonFormat } from "./jsonFormat.ts";
import { findJsonLayout } from "./jsonLayout.ts";
import { type JsonEntry, jsonOrders } from "./jsonOrders.ts";
import type { JsonObject } from "./jsonValue.ts";

/** The JSON orders that are known by their fields, the surest first. */
const jsonFormats: readonly JsonFormat[] = [
  shopifyGraphql,
  sapoJson,
  haravanJson,
  shopifyRest,
  wooJson,
  vendure,
  medusa,
  kiotvietJson,
];

/** The orders of a JSON document, wherever in it they lie, or of one document a line. */
export const openJsonFile = (
  bytes: ByteSource,
  { encoding }: SniffedEncoding,
  options: OrderFileOptions,
): Result<OrderFile, FileRefusal> => {
  const wanted = options.format ?? "auto";
  const formats = jsonFormats.filter(({ format }) => wanted === "auto" || wanted === format);
  const formatOf = (order: JsonObject) => formats.find((format) => format.matches(order));
  const isWhole = bytes.sizeBytes <= bytes.head.length;
  const head = decodedHead(bytes, encoding).replace(/^\uFEFF/, "");
  const found = findJsonLayout({ head, isWhole }, (order) => formatOf(order) !== undefined);
  const format = found && formatOf(found.first);
  if (!found || !format) return err({ kind: "FormatUnknown" });
  const { currency, timeZone } = options;
  const { source } = format;
  const reading = { source, currency, zone: zoneOf(timeZone), decimalSeparator: "." } as const;
  const bytesBefore = bytes.bytesRead();
  return ok({
    format: format.format,
    source,
    headers: ["order"],
    items: jsonItems(jsonOrders(decoded(bytes, encoding), found.layout), { format, reading }),
    progress: () => ({ bytesRead: bytes.bytesRead() - bytesBefore, bytesTotal: bytes.sizeBytes }),
  });
};

type OrderContext = { readonly format: JsonFormat; readonly reading: Reading };

async function* jsonItems(
  batches: AsyncIterable<readonly JsonEntry[]>,
  context: OrderContext,
): AsyncGenerator<OrderFileItem> {
  let lastRow = 0;
  try {
    for await (const batch of batches) {
      for (const entry of batch) {
        lastRow = entry.row;
        yield item(entry, context);
      }
    }
  } catch (error) {
    if (!(error instanceof ReadingBroken)) throw error;
    const reason = { kind: "RestUnreadable", why: error.why } as const;
    yield { kind: "reject", row: lastRow + 1, cells: [], reason };
  }
}

const item = ({ row, value }: JsonEntry, { format, reading }: OrderContext): OrderFileItem => {
  if (!value || !format.matches(value)) {
    return { kind: "reject", row, cells: cellsOf(value), reason: { kind: "NotAnOrder" } };
  }
  const order = format.read(value, reading);
  return order.ok
    ? { kind: "order", order: order.value, rows: [row] }
    : { kind: "reject", row, cells: cellsOf(value), reason: order.error };
};

/** The order's text in one cell, as far as a cell of a spreadsheet can hold it. */
const cellsOf = (value: JsonObject | undefined): readonly string[] =>
  value ? [JSON.stringify(value).slice(0, 32_000)] : [];
