/** Keeps each figure and the sign behind it on one line: a lone “đ” on the next is read as nothing. */
export const unbroken = (text: string): string =>
  text.replace(/(\d) (?=\p{L}{1,3}(?!\p{L}))/gu, "$1\u00a0");
