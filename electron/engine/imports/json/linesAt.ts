import type { FieldReader } from "../fieldReader.ts";
import { isObject, type JsonObject, listAt } from "./jsonValue.ts";

/**
 * The lines of an order. Where their list is not there, or has in it what is no line, the order is
 * rejected: it would come in as one of fewer goods than were bought.
 */
export const linesAt = (
  order: JsonObject,
  key: string,
  fields: FieldReader,
): readonly JsonObject[] => {
  const listed = listAt(order, key) ?? [undefined];
  if (!listed.every(isObject)) fields.note({ kind: "FieldMissing", column: key });
  return listed.filter(isObject);
};
