import { closeSync, createReadStream, existsSync, openSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import Papa from "papaparse";
import { BenchProblem } from "../measure/benchProblem.ts";

export type CsvRow = Readonly<Record<string, string>>;

/**
 * The rows of a CSV file, packed by gzip or not, by their header's names, one after another. No line
 * breaks in cells. Says which of `needed` the header does not have.
 */
export async function* readCsv(
  path: string,
  needed: readonly string[] = [],
): AsyncGenerator<CsvRow> {
  if (!existsSync(path)) {
    throw new BenchProblem(`${path} is not there: name the file, or its folder in QUEN_DATA.`);
  }
  const file = createReadStream(path);
  const input = isPacked(path) ? file.pipe(createGunzip()) : file;
  let header: readonly string[] | undefined;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === "") continue;
    const cells = cellsOf(line);
    if (header) yield Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
    else header = headerOf(path, cells, needed);
  }
  if (!header) throw new BenchProblem(`${path} is empty.`);
}

const headerOf = (
  path: string,
  cells: readonly string[],
  needed: readonly string[],
): readonly string[] => {
  const header = cells.map((name) => name.replace(/^\uFEFF/, "").trim());
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length === 0) return header;
  throw new BenchProblem(
    `${path} has no column ${missing.join(", ")}; its first line is ${header.join(", ")}.`,
  );
};

/** By its first two bytes, whatever it is called. */
const isPacked = (path: string): boolean => {
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(2);
    readSync(file, start);
    return start[0] === 0x1f && start[1] === 0x8b;
  } finally {
    closeSync(file);
  }
};

const cellsOf = (line: string): readonly string[] =>
  line.includes('"')
    ? (Papa.parse<readonly string[]>(line, { delimiter: "," }).data[0] ?? [])
    : line.split(",");
