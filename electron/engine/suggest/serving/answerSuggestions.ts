import { searchWords } from "../../../../shared/domain/identity/fold.ts";
import type { ReadDb } from "../../db/connection.ts";
import { findProduct, type Product } from "../../repositories/products.ts";
import { noHistory } from "../ranking/situation.ts";
import type { SuggestAnswer, SuggestQuestion } from "../suggester.ts";
import { rank, type SuggestModel } from "./model.ts";
import { isTooSoon, ownPurchases } from "./ownPurchases.ts";
import { pastBaskets } from "./pastBaskets.ts";
import { reasonFor, type Telling } from "./reasonFor.ts";

const DAY_MS = 86_400_000;
const SHOWN = 3;
const MOST_OF_A_KIND = 2;
/** Names that share so much of their words are one thing in two sizes. */
const SAME_THING = 0.75;

/**
 * At most three things to offer now, each with a reason that can be shown. Never what is in the
 * basket, out of stock, sensitive, refused, bought too lately to be due, or a third of one kind.
 */
export const answerSuggestions = (
  db: ReadDb,
  model: SuggestModel,
  question: SuggestQuestion,
): readonly SuggestAnswer[] => {
  const { customerId, basketSkus, refusedSkus, nowMs } = question;
  const nowDay = nowMs / DAY_MS;
  const history =
    customerId === undefined ? noHistory : pastBaskets(db, customerId, model.itemBySku);
  const basket = new Set(basketSkus.flatMap((sku) => model.itemBySku.get(sku) ?? []));
  if (history.count === 0 && basket.size === 0) return [];
  const own = ownPurchases(history);
  const goods = productsOnce(db);
  const telling: Telling = {
    model,
    nowDay,
    basket,
    own,
    nameOf: (item) => {
      const product = goods(model.skus[item] ?? "");
      return product && !product.sensitive ? product.name : undefined;
    },
  };
  const refused = new Set(refusedSkus);
  const inHand = basketSkus.flatMap((sku) => goods(sku) ?? []);
  const shown: SuggestAnswer[] = [];
  const kept: Product[] = [];
  for (const { item, score } of rank(model, { nowDay, history, basket: Int32Array.from(basket) })) {
    if (shown.length === SHOWN) break;
    const product = goods(model.skus[item] ?? "");
    if (!product || refused.has(product.sku) || !isOfferable(product)) continue;
    if (isTooSoon(own.get(item), nowDay) || isTooAlike(product, kept, inHand)) continue;
    const reason = reasonFor(item, telling);
    if (!reason) continue;
    const { sku, name, priceMinor } = product;
    shown.push({ sku, name, priceMinor, score, reason });
    kept.push(product);
  }
  return shown;
};

const isOfferable = ({ sensitive, stockQuantityMilli }: Product): boolean =>
  !sensitive && (stockQuantityMilli === null || stockQuantityMilli > 0);

const isTooAlike = (
  product: Product,
  kept: readonly Product[],
  inHand: readonly Product[],
): boolean => {
  const ofKind = kept.filter(({ category }) => category !== null && category === product.category);
  if (ofKind.length >= MOST_OF_A_KIND) return true;
  return [...kept, ...inHand].some((other) => likeness(product.name, other.name) >= SAME_THING);
};

/** Share of the shorter name's words, numbers and sizes aside, that the longer one has too. */
const likeness = (left: string, right: string): number => {
  const [leftWords, rightWords] = [tellingWords(left), tellingWords(right)];
  const fewest = Math.min(leftWords.size, rightWords.size);
  if (fewest === 0) return 0;
  const shared = [...leftWords].filter((word) => rightWords.has(word)).length;
  return shared / Math.max(leftWords.size, rightWords.size);
};

const tellingWords = (name: string): ReadonlySet<string> =>
  new Set(searchWords(name).filter((word) => !/\d/.test(word) && !units.has(word)));

const units = new Set(["g", "kg", "ml", "l", "lit", "goi", "chai", "hop", "lon", "loc", "thung"]);

const productsOnce = (db: ReadDb): ((sku: string) => Product | undefined) => {
  const known = new Map<string, Product | undefined>();
  return (sku) => {
    if (!known.has(sku)) known.set(sku, findProduct(db, sku));
    return known.get(sku);
  };
};
