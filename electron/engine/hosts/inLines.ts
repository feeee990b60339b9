const NEWLINE = 0x0a;
const RETURN = 0x0d;

export type Line = { readonly kind: "line"; readonly text: string } | { readonly kind: "too-long" };

/**
 * Cuts a stream of UTF-8 into lines at each newline and at nothing else: JSON may hold other marks
 * that end a line of text. A line beyond `longest` bytes is thrown away while it comes in.
 */
export const inLines = async function* (
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const end = (): Line => {
    const bytes = Buffer.concat(parts);
    const isTooLong = length > longest;
    [parts, length] = [[], 0];
    if (isTooLong) return { kind: "too-long" };
    const withoutReturn = bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
    return { kind: "line", text: withoutReturn.toString("utf8") };
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
