import type { Reading } from "../fieldReader.ts";
import type { OrderFormat } from "../orderFile.ts";
import type { OrderReading } from "../table/tableFormat.ts";
import type { JsonObject } from "./jsonValue.ts";

/** A kind of JSON order that is known by its fields. */
export type JsonFormat = {
  readonly format: OrderFormat;
  readonly source: string;
  readonly matches: (order: JsonObject) => boolean;
  readonly read: (order: JsonObject, reading: Reading) => OrderReading;
};
