/**
 * An English count and its word, in the right number: "1 coupon", "1,284 coupons", "0 people".
 * The count may be written already; the other form is `one` with an s where none is given.
 */
export const counted = (count: number | string, one: string, other = `${one}s`): string =>
  `${count} ${byCount(count, one, other)}`;

/** Only the word or sentence that suits the count, where the count stands elsewhere. */
export const byCount = (count: number | string, one: string, other = `${one}s`): string =>
  englishRules.select(Number(count)) === "one" ? one : other;

const englishRules = new Intl.PluralRules("en");
