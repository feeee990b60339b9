import { cleaned, cleanedHeader } from "./cells.ts";

export type HeaderRow = {
  readonly headers: readonly string[];
  /**
   * Where the first of `names` stands, with the same capitals or else with any; -1 where none does.
   * A column may have been called differently over the years.
   */
  readonly indexOf: (...names: readonly string[]) => number;
  readonly has: (...names: readonly string[]) => boolean;
};

export const headerRow = (cells: readonly string[]): HeaderRow => {
  const headers = cells.map((cell) => cleanedHeader(cleaned(cell)));
  const exact = firstIndexes(headers);
  const anyCase = firstIndexes(headers.map((header) => header.toLowerCase()));
  const indexOf = (...names: readonly string[]): number => {
    for (const name of names) {
      const wanted = name.normalize("NFC");
      const index = exact.get(wanted) ?? anyCase.get(wanted.toLowerCase());
      if (index !== undefined) return index;
    }
    return -1;
  };
  return { headers, indexOf, has: (...names) => names.every((name) => indexOf(name) !== -1) };
};

const firstIndexes = (headers: readonly string[]): ReadonlyMap<string, number> => {
  const indexes = new Map<string, number>();
  headers.forEach((header, index) => {
    if (header !== "" && !indexes.has(header)) indexes.set(header, index);
  });
  return indexes;
};
