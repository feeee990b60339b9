import { DAY_MS, dayOf, daysBetween } from "../../../../shared/kernel/day.ts";
import type { ReadDb } from "../../db/connection.ts";
import { findProduct, type Product } from "../../repositories/products.ts";
import { noHistory } from "../ranking/situation.ts";
import type { SuggestAnswer, SuggestQuestion } from "../suggester.ts";
import { bestFirst } from "./bestFirst.ts";
import { type Candidate, isLikeAny, isThirdOfKind, mayOffer } from "./guards.ts";
import { type Ranked, rank, type SuggestModel } from "./model.ts";
import { newOnShelf } from "./newOnShelf.ts";
import { isTooSoon, ownPurchases } from "./ownPurchases.ts";
import { pastBaskets } from "./pastBaskets.ts";
import { reasonFor, type Telling } from "./reasonFor.ts";

const SHOWN = 3;

/**
 * At most three things to offer now, each with a reason that can be shown. Never what is in the
 * basket, out of stock, sensitive, refused or dismissed, below the margin's floor, bought too lately to
 * be due, or a third of one kind. The last place may go to something new to the shop that fits.
 */
export const answerSuggestions = (
  db: ReadDb,
  model: SuggestModel,
  question: SuggestQuestion,
): readonly SuggestAnswer[] => {
  const { customerId, nowMs } = question;
  const nowDay = nowMs / DAY_MS;
  const goods = productsOnce(db);
  const history =
    customerId === undefined ? noHistory : pastBaskets(db, customerId, model.itemBySku);
  const basket = speakingItems(model, question.basketSkus, goods);
  if (history.count === 0 && basket.size === 0) return [];
  const telling: Telling = {
    model,
    nowDay,
    daysAgo: calendarDaysAgo(question),
    basket,
    own: ownPurchases(history),
    nameOf: (item) => {
      const product = goods(model.skus[item] ?? "");
      return product && !product.sensitive ? product.name : undefined;
    },
  };
  const ranked = rank(model, { nowDay, history, basket: Int32Array.from(basket) });
  const shown = variedBest(db, { ranked, telling, goods, question });
  const before = shown.slice(0, SHOWN - 1);
  const fresh = newOnShelf(db, { question, telling, kept: before });
  return [...(fresh ? before : shown).map(answerOf), ...(fresh ? [fresh] : [])];
};

/** What became sensitive since the learning says nothing of anybody any more. */
const speakingItems = (
  { itemBySku }: SuggestModel,
  skus: readonly string[],
  goods: Candidates["goods"],
): ReadonlySet<number> =>
  new Set(skus.flatMap((sku) => (goods(sku)?.sensitive ? [] : (itemBySku.get(sku) ?? []))));

const calendarDaysAgo =
  ({ nowMs, timezone }: SuggestQuestion): Telling["daysAgo"] =>
  (atDay) =>
    daysBetween(dayOf(Math.round(atDay * DAY_MS), timezone), dayOf(nowMs, timezone));

const variedBest = (db: ReadDb, candidates: Candidates): readonly Offerable[] => {
  const { model } = candidates.telling;
  const shown: Offerable[] = [];
  for (const one of bestFirst(db, offerableOf(candidates))) {
    const shownItems = shown.map(({ item }) => item);
    if (isLikeAny(model, candidateOf(model, one.item), shownItems)) continue;
    if (isThirdOfKind(one, shown)) continue;
    shown.push(one);
    if (shown.length === SHOWN) break;
  }
  return shown;
};

const answerOf = ({ item: _, category: __, ...answer }: Offerable): SuggestAnswer => answer;

type Offerable = SuggestAnswer & { readonly item: number; readonly category: string | null };

type Candidates = {
  readonly ranked: readonly Ranked[];
  readonly telling: Telling;
  readonly goods: (sku: string) => Product | undefined;
  readonly question: SuggestQuestion;
};

/** What may be offered at all and has a reason, in the order of the ranking; worked out as asked. */
function* offerableOf({
  ranked,
  telling,
  goods,
  question,
}: Candidates): Generator<Offerable, void> {
  const { model, nowDay, basket, own } = telling;
  for (const { item, score } of ranked) {
    if (isTooSoon(own.get(item), nowDay)) continue;
    if (isLikeAny(model, candidateOf(model, item), basket)) continue;
    const product = goods(model.skus[item] ?? "");
    if (!product || !mayOffer(product, question)) continue;
    const reason = reasonFor(item, telling);
    if (!reason) continue;
    const { sku, name, priceMinor, category } = product;
    yield { sku, name, priceMinor, score, reason, item, category };
  }
}

const candidateOf = ({ tellingWords, categories }: SuggestModel, item: number): Candidate => ({
  item,
  words: tellingWords[item] ?? new Set(),
  category: categories[item],
});

const productsOnce = (db: ReadDb): ((sku: string) => Product | undefined) => {
  const known = new Map<string, Product | undefined>();
  return (sku) => {
    if (!known.has(sku)) known.set(sku, findProduct(db, sku));
    return known.get(sku);
  };
};
