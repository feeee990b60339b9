/**
 * `text` in letters that every phone of the world sends in one alphabet: "Giảm 30.000 đ, chị Hà"
 * becomes "Giam 30.000 d, chi Ha". Letters of other scripts stay as they are.
 */
export const withoutMarks = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .normalize("NFC")
    .replace(special, (letter) => plainBySpecial[letter] ?? letter);

const plainBySpecial: Readonly<Record<string, string>> = {
  đ: "d",
  Đ: "D",
  "₫": "d",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00a0": " ",
  "•": "-",
};
const special = new RegExp(`[${Object.keys(plainBySpecial).join("")}]`, "gu");
