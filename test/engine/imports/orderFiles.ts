import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openOrderFile } from "../../../electron/engine/imports/openOrderFile.ts";
import type {
  FileRefusal,
  OrderFile,
  OrderFileItem,
  OrderFileOptions,
} from "../../../electron/engine/imports/orderFile.ts";
import { readXlsxRows } from "../../../electron/engine/imports/xlsx/readXlsxRows.ts";
import type { ForeignOrder } from "../../../shared/domain/order/order.ts";

export type Reject = Extract<OrderFileItem, { kind: "reject" }>;

export type ReadFile = {
  readonly file: OrderFile;
  readonly orders: readonly ForeignOrder[];
  readonly rejects: readonly Reject[];
  /** The rows of each order, as `orders` stand. */
  readonly rows: readonly (readonly number[])[];
};

const fixtures = fileURLToPath(new URL("../../fixtures/orders/", import.meta.url));

export const fixturePath = (name: string): string => join(fixtures, name);

export const fixtureText = (name: string): string => readFileSync(fixturePath(name), "utf8");

/** A file of its own with `content`, in a folder that goes with the run. */
export const written = (content: string | Uint8Array, name = "orders.csv"): string => {
  const path = join(mkdtempSync(join(tmpdir(), "quen-orders-")), name);
  writeFileSync(path, content);
  return path;
};

/** A shop in Vietnam, unless said otherwise. */
export const opened = (path: string, options: Partial<OrderFileOptions> = {}) =>
  openOrderFile(path, {
    timeZone: "Asia/Ho_Chi_Minh",
    currency: "VND",
    readXlsx: async (bytes) => readXlsxRows(bytes),
    ...options,
  });

export const readFileAt = async (
  path: string,
  options: Partial<OrderFileOptions> = {},
): Promise<ReadFile> => {
  const result = await opened(path, options);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  const items: OrderFileItem[] = [];
  for await (const item of result.value.items) items.push(item);
  return {
    file: result.value,
    orders: items.flatMap((item) => (item.kind === "order" ? [item.order] : [])),
    rows: items.flatMap((item) => (item.kind === "order" ? [item.rows] : [])),
    rejects: items.flatMap((item) => (item.kind === "reject" ? [item] : [])),
  };
};

export const readText = (content: string | Uint8Array, options: Partial<OrderFileOptions> = {}) =>
  readFileAt(written(content), options);

export const readFixture = (name: string, options: Partial<OrderFileOptions> = {}) =>
  readFileAt(fixturePath(name), options);

export const refusalOf = async (
  path: string,
  options: Partial<OrderFileOptions> = {},
): Promise<FileRefusal | undefined> => {
  const result = await opened(path, options);
  return result.ok ? undefined : result.error;
};

export const utc = (text: string): number => Date.parse(text);
