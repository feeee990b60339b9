import { cleaned } from "./cells.ts";
import type { TableReader } from "./tableFormat.ts";

/** Gives each row, in the order of the file, the id of the order that it belongs to. */
export const orderIds = ({ idColumn, isBlankIdMore }: TableReader) => {
  let above = "";
  return (cells: readonly string[]): string => {
    const id = cleaned(cells[idColumn]);
    if (id === "" && isBlankIdMore) return above;
    above = id;
    return id;
  };
};
