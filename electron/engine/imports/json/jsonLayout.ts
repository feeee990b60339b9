import { exactParser } from "./exactParser.ts";
import { isObject, type JsonObject } from "./jsonValue.ts";

/** Where the orders lie in a JSON document; `isLines`: one document a line. */
export type JsonLayout = { readonly path: string; readonly isLines: boolean };

export type FoundLayout = { readonly layout: JsonLayout; readonly first: JsonObject };

/**
 * Where the orders lie, told by the start of the text: the first place of the known ones at which
 * `isOrder` finds one. `isWhole`: `head` is all of the text, so it may be a single order.
 */
export const findJsonLayout = (
  { head, isWhole }: { readonly head: string; readonly isWhole: boolean },
  isOrder: (value: JsonObject) => boolean,
): FoundLayout | undefined => {
  const lines = linesLayout(head, isOrder);
  if (lines) return lines;
  const paths = isWhole ? [...listPaths, ...singlePaths] : listPaths;
  for (const path of paths) {
    const first = firstOrder(head, { path, isOrder });
    if (first) return { layout: { path, isLines: false }, first };
  }
  return undefined;
};

/** GraphQL's edges hold their order in `node`. */
export const unwrapped = (value: unknown): JsonObject | undefined => {
  if (!isObject(value)) return undefined;
  const { node } = value;
  return isObject(node) ? node : value;
};

const listPaths = [
  "$.*",
  "$.orders.*",
  "$.data.orders.nodes.*",
  "$.data.orders.edges.*",
  "$.orders.nodes.*",
  "$.orders.edges.*",
  "$.data.orders.items.*",
  "$.orders.items.*",
  "$.data.*",
  "$.data.orders.*",
];
const singlePaths = ["$.order", "$.data.order", "$.data", "$"];

const linesLayout = (
  head: string,
  isOrder: (value: JsonObject) => boolean,
): FoundLayout | undefined => {
  const [line = "", next = ""] = head.split("\n").filter((text) => text.trim() !== "");
  if (!line.trim().endsWith("}") || !next.trim().startsWith("{")) return undefined;
  const first = firstOrder(line, { path: "$", isOrder });
  return first && { layout: { path: "$", isLines: true }, first };
};

const firstOrder = (
  text: string,
  { path, isOrder }: { readonly path: string; readonly isOrder: (value: JsonObject) => boolean },
): JsonObject | undefined => {
  let found: JsonObject | undefined;
  const parser = exactParser(path, (value) => {
    const order = unwrapped(value);
    if (!found && order && isOrder(order)) found = order;
  });
  parser.write(text);
  return found;
};
