import type { ReadDb } from "../../db/connection.ts";
import { findProduct, type Product } from "../../repositories/products.ts";
import { noHistory } from "../ranking/situation.ts";
import type { SuggestAnswer, SuggestQuestion } from "../suggester.ts";
import { bestFirst } from "./bestFirst.ts";
import { isSameThing } from "./likeness.ts";
import { type Ranked, rank, type SuggestModel } from "./model.ts";
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
  const shown: Offerable[] = [];
  const situation = { nowDay, history, basket: Int32Array.from(basket) };
  const offerable = offerableOf({ ranked: rank(model, situation), telling, goods, refusedSkus });
  for (const one of bestFirst(db, offerable)) {
    if (isLikeAny(model, one.item, shown) || isThirdOfKind(one, shown)) continue;
    shown.push(one);
    if (shown.length === SHOWN) break;
  }
  return shown.map(({ item: _, category: __, ...answer }) => answer);
};

type Offerable = SuggestAnswer & { readonly item: number; readonly category: string | null };

type Candidates = {
  readonly ranked: readonly Ranked[];
  readonly telling: Telling;
  readonly goods: (sku: string) => Product | undefined;
  readonly refusedSkus: readonly string[];
};

/** What may be offered at all and has a reason, in the order of the ranking; worked out as asked. */
function* offerableOf({
  ranked,
  telling,
  goods,
  refusedSkus,
}: Candidates): Generator<Offerable, void> {
  const { model, nowDay, basket, own } = telling;
  const refused = new Set(refusedSkus);
  const inBasket = [...basket].map((item) => ({ item }));
  for (const { item, score } of ranked) {
    if (refused.has(model.skus[item] ?? "") || isTooSoon(own.get(item), nowDay)) continue;
    if (isLikeAny(model, item, inBasket)) continue;
    const product = goods(model.skus[item] ?? "");
    if (!product || !isOfferable(product)) continue;
    const reason = reasonFor(item, telling);
    if (!reason) continue;
    const { sku, name, priceMinor, category } = product;
    yield { sku, name, priceMinor, score, reason, item, category };
  }
}

const isOfferable = ({ sensitive, stockQuantityMilli }: Product): boolean =>
  !sensitive && (stockQuantityMilli === null || stockQuantityMilli > 0);

const isThirdOfKind = ({ category }: Offerable, kept: readonly Offerable[]): boolean =>
  category !== null && kept.filter((one) => one.category === category).length >= MOST_OF_A_KIND;

const isLikeAny = (
  { tellingWords }: SuggestModel,
  item: number,
  others: readonly { readonly item: number }[],
): boolean => {
  const words = tellingWords[item];
  return others.some((other) => {
    const otherWords = tellingWords[other.item];
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
