import type { UnreadableWhy } from "../orderFile.ts";

/** What a file is by its first bytes, whatever its name says. */
export type FileKind = "zip" | "json" | "text" | UnreadableWhy;

export const fileKind = (head: Uint8Array): FileKind => {
  const marked = kindsByMark.find(([mark]) => mark.every((byte, index) => head[index] === byte));
  if (marked) return marked[1];
  const start = Buffer.from(head.subarray(0, 1_024)).toString("latin1");
  // Zeros are those of UTF-16, and the marks before the text tell its byte order.
  const text = start
    .replace(/\0/g, "")
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, "")
    .trimStart();
  if (/^<(?:!doctype html|html|table|\?xml)/i.test(text)) return "web-page";
  return /^[{[]/.test(text) ? "json" : "text";
};

const kindsByMark: readonly (readonly [readonly number[], FileKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
  [[0x50, 0x4b, 0x05, 0x06], "zip"],
  // Excel before 2007, and any workbook that is locked with a password.
  [[0xd0, 0xcf, 0x11, 0xe0], "old-excel"],
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [[0x47, 0x49, 0x46, 0x38], "image"],
  [[0x52, 0x49, 0x46, 0x46], "image"],
  [[0x1f, 0x8b], "binary"],
  [[0x52, 0x61, 0x72, 0x21], "binary"],
  [[0x37, 0x7a, 0xbc, 0xaf], "binary"],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "binary"],
  [[0x7f, 0x45, 0x4c, 0x46], "binary"],
  [[0x4d, 0x5a, 0x90], "binary"],
];
