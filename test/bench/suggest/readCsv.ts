import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import Papa from "papaparse";

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a .csv or .csv.gz by their header's names, one after another. No line breaks in cells. */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  if (!existsSync(path)) {
    throw new Error(`${path} is not there: name the file, or its folder in QUEN_DATA`);
  }
  const file = createReadStream(path);
  const input = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  let header: readonly string[] | undefined;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === "") continue;
    const cells = cellsOf(line);
    if (header) yield Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));
    else header = cells.map((name) => name.replace(/^\uFEFF/, "").trim());
  }
}

const cellsOf = (line: string): readonly string[] =>
  line.includes('"')
    ? (Papa.parse<readonly string[]>(line, { delimiter: "," }).data[0] ?? [])
    : line.split(",");
