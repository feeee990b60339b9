import type { ReadDb } from "../../db/connection.ts";
import { findProduct, type Product } from "../../repositories/products.ts";
import { noHistory } from "../ranking/situation.ts";
import type { SuggestAnswer, SuggestQuestion } from "../suggester.ts";
import { isSameThing } from "./likeness.ts";
import { rank, type SuggestModel } from "./model.ts";
import { isTooSoon, ownPurchases } from "./ownPurchases.ts";
import { pastBaskets } from "./pastBaskets.ts";
import { reasonFor, type Telling } from "./reasonFor.ts";

const DAY_MS = 86_400_000;
const SHOWN = 3;
const MOST_OF_A_KIND = 2;

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
  const goods = productsOnce(db);
  const telling: Telling = {
    model,
    nowDay,
    basket,
    own: ownPurchases(history),
    nameOf: (item) => {
      const product = goods(model.skus[item] ?? "");
      return product && !product.sensitive ? product.name : undefined;
    },
  };
  const refused = new Set(refusedSkus);
  const shown: SuggestAnswer[] = [];
  const kept: Kept[] = [];
  for (const { item, score } of rank(model, { nowDay, history, basket: Int32Array.from(basket) })) {
    if (shown.length === SHOWN) break;
    if (refused.has(model.skus[item] ?? "") || isTooSoon(telling.own.get(item), nowDay)) continue;
    if (isLikeAny(model, item, [...basket, ...kept.map((one) => one.item)])) continue;
    const product = goods(model.skus[item] ?? "");
    if (!product || !isOfferable(product) || isThirdOfKind(product, kept)) continue;
    const reason = reasonFor(item, telling);
    if (!reason) continue;
    const { sku, name, priceMinor, category } = product;
    shown.push({ sku, name, priceMinor, score, reason });
    kept.push({ item, category });
  }
  return shown;
};

type Kept = { readonly item: number; readonly category: string | null };

const isOfferable = ({ sensitive, stockQuantityMilli }: Product): boolean =>
  !sensitive && (stockQuantityMilli === null || stockQuantityMilli > 0);

const isThirdOfKind = ({ category }: Product, kept: readonly Kept[]): boolean =>
  category !== null && kept.filter((one) => one.category === category).length >= MOST_OF_A_KIND;

const isLikeAny = (model: SuggestModel, item: number, others: readonly number[]): boolean => {
  const { tellingWords } = model;
  const words = tellingWords[item];
  return others.some((other) => {
    const otherWords = tellingWords[other];
    return words !== undefined && otherWords !== undefined && isSameThing(words, otherWords);
  });
};

const productsOnce = (db: ReadDb): ((sku: string) => Product | undefined) => {
  const known = new Map<string, Product | undefined>();
  return (sku) => {
    if (!known.has(sku)) known.set(sku, findProduct(db, sku));
    return known.get(sku);
  };
};
