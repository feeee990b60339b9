import { searchWords } from "../../../../shared/domain/identity/fold.ts";
import type { Steps } from "../../../../shared/kernel/steps.ts";
import { inItemSteps } from "../itemSteps.ts";

/** What the catalogue says of each item, as the ranking reads it. */
export type Goods = {
  /** Natural logarithm of the shelf price; 0 where it is unknown. */
  readonly logPrice: Float64Array;
  /** The number of each item's category; -1 where it is in none. */
  readonly category: Int32Array;
  readonly categoryCount: number;
  /** The words of item `i` are `words[start[i]]` to `words[start[i + 1] - 1]`, with unit length. */
  readonly start: Int32Array;
  readonly words: Int32Array;
  readonly wordWeight: Float32Array;
  readonly wordCount: number;
  /**
   * What more than half of all goods carry, as where each is named after the shop: it tells nothing
   * from anything. Of a handful of goods a word may well be half.
   */
  readonly everydayWords: ReadonlySet<string>;
};

const FEWEST_GOODS = 4;

export type NamedItem = {
  readonly name: string;
  readonly priceMinor: number;
  readonly category?: string | null | undefined;
};

/** Rare words tell more than common ones. */
export function* readGoods(items: readonly NamedItem[]): Steps<Goods> {
  const logPrice = new Float64Array(items.length);
  const category = new Int32Array(items.length).fill(-1);
  const numberByCategory = new Map<string, number>();
  const start = new Int32Array(items.length + 1);
  const numberByWord = new Map<string, number>();
  const inItems: number[] = [];
  const found: number[] = [];
  yield* inItemSteps(items.length, (item) => {
    const { name, priceMinor, category: shelf } = items[item] ?? { name: "", priceMinor: 0 };
    logPrice[item] = Math.log(Math.max(priceMinor, 1));
    if (shelf) category[item] = numberIn(numberByCategory, shelf);
    for (const text of searchWords(name)) {
      const word = numberIn(numberByWord, text);
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
  const categoryCount = numberByCategory.size;
  return {
    logPrice,
    category,
    categoryCount,
    start,
    words,
    wordWeight,
    wordCount: numberByWord.size,
    everydayWords: new Set(
      [...numberByWord]
        .filter(
          ([, word]) => items.length >= FEWEST_GOODS && 2 * (inItems[word] ?? 0) > items.length,
        )
        .map(([text]) => text),
    ),
  };
}

const numberIn = (numbers: Map<string, number>, text: string): number => {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
};
