import { ReadingBroken } from "../text/fileBytes.ts";
import { exactParser } from "./exactParser.ts";
import { type JsonLayout, unwrapped } from "./jsonLayout.ts";
import { isObject, type JsonObject } from "./jsonValue.ts";

/** One order of the document, the first being 1; undefined where something else stands. */
export type JsonEntry = { readonly row: number; readonly value: JsonObject | undefined };

/** More text than this without an order is no file of orders, and would fill the memory. */
const longestOrderChars = 16_000_000;

/** The orders of a JSON text, a batch for each chunk. Memory is bounded by the longest order. */
export const jsonOrders = (
  text: AsyncIterable<string>,
  layout: JsonLayout,
): AsyncGenerator<readonly JsonEntry[]> =>
  layout.isLines ? orderLines(text) : documentOrders(text, layout.path);

async function* documentOrders(
  text: AsyncIterable<string>,
  path: string,
): AsyncGenerator<readonly JsonEntry[]> {
  let entries: JsonEntry[] = [];
  let row = 0;
  let charsSince = 0;
  const parser = exactParser(path, (value) => {
    row++;
    charsSince = 0;
    entries.push({ row, value: unwrapped(value) });
  });
  for await (const chunk of text) {
    charsSince += chunk.length;
    parser.write(chunk);
    if (entries.length > 0) yield entries;
    entries = [];
    if (parser.isBroken() || charsSince > longestOrderChars) throw new ReadingBroken("damaged");
  }
  if (!parser.isEnded()) throw new ReadingBroken("cut-short");
}

/** One document a line; what is no order of its own is put back into the one above it. */
async function* orderLines(text: AsyncIterable<string>): AsyncGenerator<readonly JsonEntry[]> {
  const assembler = lineAssembler();
  let carry = "";
  for await (const chunk of text) {
    const lines = (carry + chunk).split("\n");
    carry = lines.pop() ?? "";
    if (carry.length > longestOrderChars) throw new ReadingBroken("damaged");
    yield lines.flatMap(assembler.take);
  }
  yield [...assembler.take(carry), ...assembler.finish()];
}

type OpenOrder = {
  readonly row: number;
  readonly value: JsonObject;
  readonly ids: Set<unknown>;
  readonly lines: JsonObject[];
};

/**
 * Shopify's bulk export puts the parts of an order on lines of their own behind it, each with its
 * parent's id in `__parentId`.
 */
const lineAssembler = () => {
  let row = 0;
  let order: OpenOrder | undefined;

  const finish = (): readonly JsonEntry[] => {
    if (!order) return [];
    const { value, lines } = order;
    const whole = lines.length === 0 ? value : { ...value, lineItems: { nodes: lines } };
    return [{ row: order.row, value: whole }];
  };

  const take = (line: string): readonly JsonEntry[] => {
    row++;
    if (line.trim() === "") return [];
    const value = parsedLine(line);
    const parent = value?.__parentId;
    if (value && parent !== undefined && order?.ids.has(parent)) {
      order.ids.add(value.id);
      if (String(value.id).includes("/LineItem/")) order.lines.push(value);
      return [];
    }
    const before = finish();
    const isWhole = value !== undefined && parent === undefined;
    order = isWhole ? { row, value, ids: new Set([value.id]), lines: [] } : undefined;
    return isWhole ? before : [...before, { row, value: undefined }];
  };

  return { take, finish };
};

const parsedLine = (line: string): JsonObject | undefined => {
  let value: unknown;
  const parser = exactParser("$", (found) => {
    value = found;
  });
  parser.write(line);
  return !parser.isBroken() && isObject(value) ? value : undefined;
};
