import { expect, test } from "vitest";
import { inLines, type Line } from "../../../electron/engine/hosts/inLines.ts";

const linesOf = async (chunks: readonly (string | Uint8Array)[], longest = 100) => {
  const stream = async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  };
  const lines: Line[] = [];
  for await (const line of inLines(stream(), longest)) lines.push(line);
  return lines.map((line) => (line.kind === "line" ? line.text : line.kind));
};

test("lines end at a newline, with or without a return, and the last also without", async () => {
  expect(await linesOf(["a\nb\r\n\nc"])).toEqual(["a", "b", "", "c"]);
  expect(await linesOf([])).toEqual([]);
});

test("lines are put together from chunks that are cut anywhere, also within a letter", async () => {
  const bytes = Buffer.from("Nguyễn Thị Hằng\nLê Đức\n");
  for (let size = 1; size < 8; size += 1) {
    const chunks = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    expect(await linesOf(chunks)).toEqual(["Nguyễn Thị Hằng", "Lê Đức"]);
  }
});

test("other marks that end a line of text are letters of it", async () => {
  expect(await linesOf(["a\u2028b\u2029c\u0085d\re\n"])).toEqual(["a\u2028b\u2029c\u0085d\re"]);
});

test("a line that is too long is told of once, and the next is read", async () => {
  expect(await linesOf(["ab", "cd", "e\nfg\n", "hijklmn"], 4)).toEqual([
    "too-long",
    "fg",
    "too-long",
  ]);
  expect(await linesOf(["abcd\n"], 4)).toEqual(["abcd"]);
});

test("a line that is not UTF-8 is told of, and the next is read", async () => {
  const latin = Buffer.from("Caf\u00e9\n", "latin1");
  expect(await linesOf([latin, "Caf\u00e9\n"])).toEqual(["not-utf8", "Caf\u00e9"]);
});

test("the mark of the byte order before the first line is no part of it", async () => {
  expect(await linesOf(["\uFEFFa\n\uFEFFb\n"])).toEqual(["a", "\uFEFFb"]);
});
