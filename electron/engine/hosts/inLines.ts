import { isUtf8 } from "node:buffer";

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BYTE_ORDER_MARK = "\uFEFF";

export type Line =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "too-long" }
  /** Read anyway, it would lose letters of somebody's name for good. */
  | { readonly kind: "not-utf8" };

/**
 * Cuts a stream of UTF-8 into lines at each newline and at nothing else: JSON may hold other marks
 * that end a line of text. A line beyond `longest` bytes is thrown away while it comes in. The mark
 * that some shells put before the first is no part of it.
 */
export const inLines = async function* (
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let isFirst = true;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const end = (): Line => {
    const bytes = Buffer.concat(parts);
    const isTooLong = length > longest;
    [parts, length] = [[], 0];
    const mark = isFirst ? BYTE_ORDER_MARK : "";
    isFirst = false;
    if (isTooLong) return { kind: "too-long" };
    if (!isUtf8(bytes)) return { kind: "not-utf8" };
    const withoutReturn = bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
    const text = withoutReturn.toString("utf8");
    return { kind: "line", text: text.startsWith(mark) ? text.slice(mark.length) : text };
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at));
      from = at + 1;
      yield end();
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield end();
};
