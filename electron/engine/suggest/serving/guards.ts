import type { Product } from "../../repositories/products.ts";
import type { SuggestQuestion } from "../suggester.ts";
import { isSameThing } from "./likeness.ts";
import type { SuggestModel } from "./model.ts";

const MOST_OF_A_KIND = 2;
const ALL_BPS = 10_000;

/** Something that is already in hand or already offered; `item` is absent where nothing was learned of it. */
export type Kept = { readonly item: number | undefined; readonly category: string | null };

/** Whether `product` may be offered at all: on the shelf, not sensitive, not unwanted, worth it. */
export const mayOffer = (product: Product, question: SuggestQuestion): boolean =>
  !product.sensitive &&
  (product.stockQuantityMilli === null || product.stockQuantityMilli > 0) &&
  !question.refusedSkus.includes(product.sku) &&
  !question.dismissedSkus?.includes(product.sku) &&
  !isBelowFloor(product, question.marginFloorBps);

/** Where the cost is unknown nobody can say that it earns too little. */
const isBelowFloor = (
  { priceMinor, costMinor }: Product,
  marginFloorBps: number | undefined,
): boolean =>
  marginFloorBps !== undefined &&
  costMinor !== null &&
  costMinor * ALL_BPS > priceMinor * (ALL_BPS - marginFloorBps);

export const isThirdOfKind = (
  { category }: Pick<Product, "category">,
  kept: readonly Kept[],
): boolean =>
  category !== null && kept.filter((one) => one.category === category).length >= MOST_OF_A_KIND;

/** The same thing in another size, of what is in hand or already offered. */
export const isLikeAny = (
  { tellingWords }: SuggestModel,
  words: ReadonlySet<string> | undefined,
  others: Iterable<number>,
): boolean => {
  for (const other of others) {
    const otherWords = tellingWords[other];
    if (words && otherWords && isSameThing(words, otherWords)) return true;
  }
  return false;
};
