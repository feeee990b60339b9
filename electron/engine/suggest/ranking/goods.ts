import { searchWords } from "../../../../shared/domain/identity/fold.ts";
import type { Steps } from "../../../../shared/domain/targeting/steps.ts";
import { inItemSteps } from "../itemSteps.ts";

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
export function* readGoods(items: readonly NamedItem[]): Steps<Goods> {
  const logPrice = new Float64Array(items.length);
  const start = new Int32Array(items.length + 1);
  const numberByWord = new Map<string, number>();
  const inItems: number[] = [];
  const found: number[] = [];
  yield* inItemSteps(items.length, (item) => {
    const { name, priceMinor } = items[item] ?? { name: "", priceMinor: 0 };
    logPrice[item] = Math.log(Math.max(priceMinor, 1));
    for (const text of searchWords(name)) {
      const word = numberByWord.get(text) ?? numberByWord.size;
      numberByWord.set(text, word);
      inItems[word] = (inItems[word] ?? 0) + 1;
      found.push(word);
    }
    start[item + 1] = found.length;
  });
  const words = Int32Array.from(found);
  const wordWeight = new Float32Array(words.length);
  yield* inItemSteps(items.length, (item) => {
    const first = start[item] ?? 0;
    const own = words.subarray(first, start[item + 1]);
    const rarity = Array.from(own, (word) => Math.log(1 + items.length / (inItems[word] ?? 1)));
    const length = Math.hypot(...rarity) || 1;
    rarity.forEach((weight, k) => {
      wordWeight[first + k] = weight / length;
    });
  });
  return { logPrice, start, words, wordWeight, wordCount: numberByWord.size };
}
