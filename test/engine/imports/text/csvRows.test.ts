import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { type CsvRow, csvRows } from "../../../../electron/engine/imports/text/csvRows.ts";
import {
  type CsvShape,
  sniffCsvShape,
} from "../../../../electron/engine/imports/text/delimiter.ts";

const caps = { rowChars: 1_000, brokenRows: 50, rowCount: 100_000 };
const comma: CsvShape = { delimiter: ",", newline: "\n" };

async function* inChunks(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const rowsOf = async (
  text: string,
  { size = 7, leadingCells }: { size?: number; leadingCells?: number } = {},
): Promise<readonly CsvRow[]> => {
  const rows: CsvRow[] = [];
  const reading = { shape: comma, caps, leadingCells };
  for await (const batch of csvRows(inChunks(text, size), reading)) rows.push(...batch);
  return rows;
};

const cell = fc.string({ unit: fc.constantFrom("a", "ă", '"', ",", "\n", " ", "'"), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

test("what a spreadsheet wrote is read back, cell by cell, wherever the chunks end", async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      async (cells, size, ends) => {
        const text = Papa.unparse(cells, { newline: "\n" }) + (ends ? "\n" : "");
        const rows = await rowsOf(text, { size });
        expect(rows.map((row) => row.cells)).toEqual(cells);
        expect(rows.map(({ row }) => row)).toEqual(cells.map((_, index) => index + 1));
        expect(rows.some(({ problem }) => problem)).toBe(false);
      },
    ),
  );
});

test("wanting only the first cells changes nothing about them", async () => {
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const text = Papa.unparse(cells, { newline: "\n" });
      const [all, first] = [await rowsOf(text), await rowsOf(text, { leadingCells: 1 })];
      expect(first.map(({ cells: [one] }) => one)).toEqual(all.map(({ cells: [one] }) => one));
    }),
  );
});

test("no text at all breaks the reader or makes it lose a letter of a good line", async () => {
  const text = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r"), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (noise, size) => {
      const rows = await rowsOf(`${noise}\nlast,row\n`, { size });
      const kept = rows.map(({ cells }) => cells.join("")).join("");
      expect(kept).toContain("last");
      expect(kept.replace(/[^a]/g, "").length).toBeGreaterThanOrEqual(
        noise.replace(/[^a]/g, "").length,
      );
    }),
  );
});

describe("a quote that is out of place spoils its own line only", () => {
  test("one that nobody closes", async () => {
    const rows = await rowsOf('a,b\n1,"open\n2,fine\n3,fine\n');
    expect(rows.map(({ cells, problem }) => [cells[0], problem?.kind])).toEqual([
      ["a", undefined],
      ["1", "QuoteMisplaced"],
      ["2", undefined],
      ["3", undefined],
    ]);
  });

  test("one that stands inside", async () => {
    const rows = await rowsOf('a,b\n1,"5" pipe"\n2,"ok"\n');
    expect(rows.map(({ cells, problem }) => [cells[0], problem?.kind])).toEqual([
      ["a", undefined],
      ["1", "QuoteMisplaced"],
      ["2", undefined],
    ]);
  });

  test("one that would swallow the lines after it", async () => {
    const rows = await rowsOf('a,b\n1,"5" pipe\n2,"ok"\n3,fine\n');
    expect(rows.map(({ cells, problem }) => [cells[0], cells[1], problem?.kind])).toEqual([
      ["a", "b", undefined],
      ["1", '"5" pipe', "QuoteMisplaced"],
      ["2", "ok", undefined],
      ["3", "fine", undefined],
    ]);
  });

  test("one that opens no cell is a letter like others", async () => {
    const rows = await rowsOf('a,b\n1,5" pipe\n');
    expect(rows[1]).toMatchObject({ cells: ["1", '5" pipe'] });
  });

  test("so long after that memory would fill", async () => {
    const lines = Array.from({ length: 400 }, (_, index) => `${index},fine`);
    const rows = await rowsOf(`a,b\n0,"open\n${lines.join("\n")}\n`, { size: 100 });
    expect(rows.filter(({ problem }) => problem)).toHaveLength(1);
    expect(rows).toHaveLength(402);
  });
});

test("a line longer than a row may be is rejected, and the next one read", async () => {
  const rows = await rowsOf(`a,b\n${"x".repeat(5_000)},1\n2,fine\n`, { size: 300 });
  expect(rows.map(({ problem }) => problem?.kind)).toEqual([undefined, "RowTooLong", undefined]);
  expect(rows[2]?.cells).toEqual(["2", "fine"]);
});

test("too many broken rows, or too many rows, end the reading", async () => {
  await expect(rowsOf('1,"x" y\n'.repeat(60))).rejects.toThrow("too-many-broken-rows");
  await expect(rowsOf("1\n".repeat(100_001), { size: 50_000 })).rejects.toThrow("too-many-rows");
});

describe("what separates cells is told by the first rows", () => {
  test.each([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b;c\n1,5;2,5;3\n", ";"],
    ["a\tb\n1,2\t3\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ['"a;b;c;d",e\n"1;2;3;4",5\n', ","],
    ["sep=;\na;b,c,d,e\n", ";"],
    ["alone\n", ","],
  ])("%j is %j", (text, delimiter) => {
    expect(sniffCsvShape(text)).toEqual({ delimiter, newline: "\n" });
  });
});
