/**
 * The FTS5 expression "begins with each of these words", or undefined for none. Words hold only
 * letters and digits, and are quoted all the same: what a person types is data, never an operator.
 */
export const matchExpression = (words: readonly string[]): string | undefined => {
  if (words.length === 0) return undefined;
  return words.map((word) => `"${word.replaceAll('"', "")}"*`).join(" AND ");
};
