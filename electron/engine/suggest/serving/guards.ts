import type { Product } from "../../repositories/products.ts";
import type { Knowledge } from "../knowledge.ts";
import type { SuggestQuestion } from "../suggester.ts";
import { companionsIn } from "./companionsIn.ts";
import { likenessOf, type Named } from "./likeness.ts";
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

/** What `item` is where it was learned of: what is new to the shop has sold with nothing yet. */
export type Candidate = Named & { readonly item: number | undefined };

/**
 * The same thing in another size, of what is in hand or already offered, or one of its kind that is
 * bought in place of it.
 */
export const isLikeAny = (
  { tellingWords, categories, bearings }: SuggestModel,
  candidate: Candidate,
  others: Iterable<number>,
): boolean => {
  const { goods, knowledge } = bearings;
  for (const other of others) {
    const named = { words: tellingWords[other] ?? new Set(), category: categories[other] };
    const likeness = likenessOf(candidate, named, goods.everydayWords);
    if (likeness === "same") return true;
    if (likeness === "kin" && !goTogether(knowledge, candidate.item, other)) return true;
  }
  return false;
};

const FEWEST_TOGETHER = 2;

/** Whether `other` in a basket makes `item` likelier, all else in it considered: milk may bring either coffee. */
const goTogether = ({ together }: Knowledge, item: number | undefined, other: number): boolean => {
  if (item === undefined) return false;
  const [both] = companionsIn(together, item, new Set([other]));
  return both !== undefined && both.count >= FEWEST_TOGETHER && both.weight > 0;
};
