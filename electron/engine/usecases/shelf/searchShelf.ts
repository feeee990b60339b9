import {
  matchesJoined,
  matchesNearly,
  nearBeginnings,
  productMatch,
  typedWords,
} from "../../../../shared/domain/catalog/productMatch.ts";
import type { Shelf, ShelfItem } from "./shelf.ts";

export type ShelfQuery = {
  readonly text: string;
  readonly limit: number;
  /** The SKU behind which it goes on; one that was not found starts over. */
  readonly after?: string | undefined;
  /** Also what is sensitive, where nothing is typed. */
  readonly withSensitive?: boolean | undefined;
};

/** The SKUs for what was typed, best first; for nothing typed, what sells most of late. */
export const searchShelf = (shelf: Shelf, asked: ShelfQuery): readonly string[] => {
  const { limit, withSensitive = false } = asked;
  const after = shelf.itemBySku.has(asked.after ?? "") ? asked.after : undefined;
  const query = { ...asked, after };
  const code = query.text.trim().toLowerCase();
  if (code === "") {
    return best(shelf, query, ({ sensitive }) => (sensitive && !withSensitive ? undefined : 0));
  }
  const exact = shelf.skuByCode.get(code);
  if (exact === undefined) return byWords(shelf, query);
  // It stands before all others, and so not among them.
  const behind = after === exact ? undefined : after;
  const others = byWords(shelf, { ...query, limit: limit + 1, after: behind });
  const words = others.filter((sku) => sku !== exact);
  return (after === undefined ? [exact, ...words] : words).slice(0, limit);
};

const byWords = (shelf: Shelf, query: ShelfQuery): readonly string[] => {
  const typed = typedWords(query.text);
  if (typed.words.length === 0) return [];
  const asTyped: MatchOf = ({ words }) => productMatch(words, typed);
  const found = best(shelf, query, asTyped);
  if (found.length > 0 || foundAt(shelf, query.after, asTyped)) return found;
  const near = nearBeginnings(shelf.knownWords, typed);
  return best(shelf, query, ({ words }) => {
    if (matchesJoined(words, typed)) return 0;
    return matchesNearly(words, near) ? 1 : undefined;
  });
};

type Found = { readonly item: ShelfItem; readonly match: number };
type MatchOf = (item: ShelfItem) => number | undefined;

const foundAt = (shelf: Shelf, sku: string | undefined, matchOf: MatchOf): Found | undefined => {
  const item = sku === undefined ? undefined : shelf.itemBySku.get(sku);
  const match = item && matchOf(item);
  return item && match !== undefined ? { item, match } : undefined;
};

/** Only `limit` are kept and in order: of thousands that begin with one letter most are met once. */
const best = (
  shelf: Shelf,
  { limit, after }: Pick<ShelfQuery, "limit" | "after">,
  matchOf: MatchOf,
): readonly string[] => {
  const top: Found[] = [];
  const from = foundAt(shelf, after, matchOf);
  for (const item of shelf.itemBySku.values()) {
    const match = matchOf(item);
    if (match === undefined) continue;
    if (from && !isBefore(from, { item, match })) continue;
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
