/**
 * A cell without what only spreadsheets need: blanks and tabs around it, the apostrophe that says
 * "this is text" (`'0912…`), the formula that says the same (`="0912…"`), and before that formula the
 * apostrophe that our own list of rejects guards it with. Letters are composed.
 */
export const cleaned = (cell: string | undefined): string => {
  if (cell === undefined || cell === "") return "";
  const text = isPlain(cell) ? cell : cell.trim();
  const first = text.charCodeAt(0);
  if (first === apostrophe && /^'[\d=+\-@\t\r]/.test(text)) return cleaned(text.slice(1));
  if (first === equals && /^="[^"]*"$/.test(text)) return text.slice(2, -1).trim();
  return /[\u0300-\u036f]/.test(text) ? text.normalize("NFC") : text;
};

/** A name as headers are compared: composed, blanks made single, but with its capitals. */
export const cleanedHeader = (cell: string): string =>
  cell.normalize("NFC").replace(/\s+/g, " ").trim();

/** Text without capitals, tones and marks: "Đã hủy" and "da huy" are one. */
export const foldedWords = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What exports write where there is nothing. */
export const isBlank = (text: string): boolean =>
  text === "" || text === "-" || text === "--" || text === "N/A" || text === "/";

const apostrophe = 39;
const equals = 61;

const isPlain = (cell: string): boolean =>
  cell.charCodeAt(0) > 32 && isInner(cell.charCodeAt(cell.length - 1)) && cell.charCodeAt(0) < 0xa0;

const isInner = (unit: number): boolean => unit > 32 && unit !== 0xa0 && unit < 0x2000;
