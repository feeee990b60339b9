import type { Bearings } from "./bearings.ts";
import type { Desk } from "./desk.ts";
import type { Goods } from "./goods.ts";

/** How alike each candidate's name is to the names in the basket: the closest, and on the whole. */
export const nameLikeness = (desk: Desk, { goods }: Bearings, basket: Int32Array) => {
  const count = desk.chosen.length;
  const closest = new Float32Array(count);
  const mean = new Float32Array(count);
  if (basket.length === 0) return { closest, mean };
  const given = new Float32Array(goods.wordCount);
  for (const item of basket) {
    writeWords(given, goods, item);
    for (let at = 0; at < count; at += 1) {
      const value = likenessTo(given, goods, desk.chosen.ids[at] ?? 0);
      if (value > (closest[at] ?? 0)) closest[at] = value;
      mean[at] = (mean[at] ?? 0) + value / basket.length;
    }
    wipeWords(given, goods, item);
  }
  return { closest, mean };
};

const writeWords = (into: Float32Array, { start, words, wordWeight }: Goods, item: number) => {
  for (let at = start[item] ?? 0; at < (start[item + 1] ?? 0); at += 1) {
    into[words[at] ?? 0] = wordWeight[at] ?? 0;
  }
};

const wipeWords = (into: Float32Array, { start, words }: Goods, item: number) => {
  for (let at = start[item] ?? 0; at < (start[item + 1] ?? 0); at += 1) into[words[at] ?? 0] = 0;
};

const likenessTo = (given: Float32Array, { start, words, wordWeight }: Goods, item: number) => {
  let sum = 0;
  for (let at = start[item] ?? 0; at < (start[item + 1] ?? 0); at += 1) {
    sum += (given[words[at] ?? 0] ?? 0) * (wordWeight[at] ?? 0);
  }
  return sum;
};
