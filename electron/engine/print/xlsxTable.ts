import { utils, write } from "@e965/xlsx";

/** Rows as a workbook, in base64. Every cell is text: a phone keeps its 0, and nothing is a formula. */
export const xlsxTable = (rows: readonly (readonly string[])[]): string => {
  const cells = rows.map((row) => row.map((text) => ({ t: "s", v: text, z: "@" })));
  const sheet = utils.aoa_to_sheet(cells);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Quen");
  return write(book, { type: "base64", bookType: "xlsx", compression: true });
};
