/**
 * `text` as it is searched for: without marks, lower case, words apart by one space.
 * "Nguyễn Thị Đào-Anh" becomes "nguyen thi dao anh".
 */
export const foldText = (text: string): string =>
  wordsOnly(plainLetters(lowerCase(text).normalize("NFD").replace(marks, "")));

/** `text` lower case with its marks kept, to rank "Hà" before "Ha" when "hà" was typed. */
export const exactText = (text: string): string => wordsOnly(lowerCase(text).normalize("NFC"));

/** The folded words of `text`, each once, in the order in which they were typed. */
export const searchWords = (text: string): readonly string[] => [
  ...new Set(
    foldText(text)
      .split(" ")
      .filter((word) => word !== ""),
  ),
];

const marks = /\p{M}/gu;

/** Zero-width characters would cut a word in two where nobody sees it. */
const lowerCase = (text: string): string => text.replace(/\p{Cf}/gu, "").toLowerCase();

const wordsOnly = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();

/** Letters that Unicode does not split into a base and a mark. */
const plainByLetter: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

const plainLetters = (text: string): string =>
  text.replace(/[đðøłıßæœþ]/gu, (letter) => plainByLetter[letter] ?? letter);
