import { searchWords } from "../../../../shared/domain/identity/fold.ts";

/** What the catalogue says of each item, as the ranking reads it. */
export type Goods = {
  /** Natural logarithm of the shelf price; 0 where it is unknown. */
  readonly logPrice: Float64Array;
  /** The words of item `i` are `words[start[i]]` to `words[start[i + 1] - 1]`, with unit length. */
  readonly start: Int32Array;
  readonly words: Int32Array;
  readonly wordWeight: Float32Array;
  readonly wordCount: number;
};

export type NamedItem = { readonly name: string; readonly priceMinor: number };

/** Rare words tell more than common ones. */
export const readGoods = (items: readonly NamedItem[]): Goods => {
  const numberByWord = new Map<string, number>();
  const wordsByItem = items.map(({ name }) =>
    searchWords(name).map((word) => {
      const known = numberByWord.get(word) ?? numberByWord.size;
      numberByWord.set(word, known);
      return known;
    }),
  );
  const inItems = new Float64Array(numberByWord.size);
  for (const words of wordsByItem) {
    for (const word of words) inItems[word] = (inItems[word] ?? 0) + 1;
  }
  const start = new Int32Array(items.length + 1);
  wordsByItem.forEach((words, item) => {
    start[item + 1] = (start[item] ?? 0) + words.length;
  });
  const words = new Int32Array(start[items.length] ?? 0);
  const wordWeight = new Float32Array(words.length);
  wordsByItem.forEach((own, item) => {
    const rarity = own.map((word) => Math.log(1 + items.length / (inItems[word] ?? 1)));
    const length = Math.hypot(...rarity) || 1;
    own.forEach((word, k) => {
      const place = (start[item] ?? 0) + k;
      words[place] = word;
      wordWeight[place] = (rarity[k] ?? 0) / length;
    });
  });
  const logPrice = Float64Array.from(items, ({ priceMinor }) => Math.log(Math.max(priceMinor, 1)));
  return { logPrice, start, words, wordWeight, wordCount: numberByWord.size };
};
