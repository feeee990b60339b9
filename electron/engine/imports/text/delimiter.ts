export type Delimiter = "," | ";" | "\t" | "|";

export type CsvShape = { readonly delimiter: Delimiter; readonly newline: "\n" | "\r" };

/**
 * What separates cells and rows. The delimiter is the one that splits the first rows into the
 * most cells alike. Rows end in \n (a \r before it is trimmed), or in \r where the text has no \n.
 * A first line `sep=;`, which Excel understands, tells the delimiter itself.
 */
export const sniffCsvShape = (head: string): CsvShape => {
  const newline = head.includes("\n") || !head.includes("\r") ? "\n" : "\r";
  const told = delimiters.find((delimiter) => head.startsWith(`sep=${delimiter}`));
  if (told) return { delimiter: told, newline };
  const bare = head.slice(0, 65_536).replace(/"[^"]*"/g, "");
  const lines = bare.split(newline).slice(0, 20);
  const best = delimiters
    .map((delimiter) => ({ delimiter, score: agreement(lines, delimiter) }))
    .reduce((left, right) => (right.score > left.score ? right : left));
  return { delimiter: best.score > 0 ? best.delimiter : ",", newline };
};

const delimiters: readonly Delimiter[] = ["\t", ";", ",", "|"];

/** How many cells most of the lines have, weighed by how many lines those are. */
const agreement = (lines: readonly string[], delimiter: string): number => {
  const linesByWidth = new Map<number, number>();
  for (const line of lines) {
    const width = line.split(delimiter).length - 1;
    if (width > 0) linesByWidth.set(width, (linesByWidth.get(width) ?? 0) + 1);
  }
  return Math.max(0, ...[...linesByWidth].map(([width, lineCount]) => width * lineCount));
};
