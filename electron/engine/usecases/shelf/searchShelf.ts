import {
  matchesJoined,
  matchesNearly,
  nearBeginnings,
  productMatch,
  typedWords,
} from "../../../../shared/domain/catalog/productMatch.ts";
import type { Shelf, ShelfItem } from "./shelf.ts";

type Found = { readonly item: ShelfItem; readonly match: number };

/** The SKUs for what was typed, best first; for nothing typed, what sells most of late. */
export const searchShelf = (shelf: Shelf, text: string, limit: number): readonly string[] => {
  const code = text.trim().toLowerCase();
  if (code === "") return best(shelf, limit, ({ sensitive }) => (sensitive ? undefined : 0));
  const exact = shelf.skuByCode.get(code);
  const words = byWords(shelf, text, limit);
  if (exact === undefined) return words;
  return [exact, ...words.filter((sku) => sku !== exact)].slice(0, limit);
};

const byWords = (shelf: Shelf, text: string, limit: number): readonly string[] => {
  const typed = typedWords(text);
  if (typed.words.length === 0) return [];
  const found = best(shelf, limit, ({ words }) => productMatch(words, typed));
  if (found.length > 0) return found;
  const near = nearBeginnings(shelf.knownWords, typed);
  return best(shelf, limit, ({ words }) => {
    if (matchesJoined(words, typed)) return 0;
    return matchesNearly(words, near) ? 1 : undefined;
  });
};

/** Only `limit` are kept and in order: of thousands that begin with one letter most are met once. */
const best = (
  { itemBySku }: Shelf,
  limit: number,
  matchOf: (item: ShelfItem) => number | undefined,
): readonly string[] => {
  const top: Found[] = [];
  for (const item of itemBySku.values()) {
    const match = matchOf(item);
    if (match === undefined) continue;
    const last = top[limit - 1];
    if (last && (match > last.match || !isBefore({ item, match }, last))) continue;
    top.splice(placeOf({ item, match }, top), 0, { item, match });
    if (top.length > limit) top.pop();
  }
  return top.map(({ item }) => item.sku);
};

const placeOf = (found: Found, top: readonly Found[]): number => {
  let low = 0;
  let high = top.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = top[middle];
    if (other && isBefore(other, found)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const isBefore = (left: Found, right: Found): boolean => {
  if (left.match !== right.match) return left.match < right.match;
  if (left.item.sold !== right.item.sold) return left.item.sold > right.item.sold;
  if (left.item.isInStock !== right.item.isInStock) return left.item.isInStock;
  const [leftName, rightName] = [left.item.words.name, right.item.words.name];
  return leftName === rightName ? left.item.sku < right.item.sku : leftName < rightName;
};
