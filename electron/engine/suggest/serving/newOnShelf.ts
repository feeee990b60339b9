import { DAY_MS } from "../../../../shared/kernel/day.ts";
import type { ReadDb } from "../../db/connection.ts";
import {
  hasBought,
  listNewestProducts,
  type NewestProduct,
} from "../../repositories/newestProducts.ts";
import type { SuggestAnswer, SuggestQuestion } from "../suggester.ts";
import { isLikeAny, isThirdOfKind, type Kept, mayOffer } from "./guards.ts";
import { tellingWords } from "./likeness.ts";
import type { Telling } from "./reasonFor.ts";

/** So long a product is new, unless it found its buyers before. */
const NEW_DAYS = 21;
const FOUND_BASKETS = 5;
/** A shop that has not traded this long before it came has no old goods to tell it from. */
const TRADED_DAYS = 30;
const MOST_READ = 40;
/** Twice or half the price of what it fits is another purse. */
const PRICE_RATIO = 2;
const HABIT_TIMES = 2;

/**
 * One product that is new to the shop and fits what is in hand or what the customer keeps buying,
 * with its reason; undefined where none fits. New ones that fit take turns by day and customer.
 */
export const newOnShelf = (
  db: ReadDb,
  asked: {
    readonly question: SuggestQuestion;
    readonly telling: Telling;
    readonly kept: readonly Kept[];
  },
): SuggestAnswer | undefined => {
  const { question, telling, kept } = asked;
  const sinceMs = question.nowMs - NEW_DAYS * DAY_MS;
  const fitting = listNewestProducts(db, { sinceMs, limit: MOST_READ })
    .filter((product) => isNew(product, telling) && mayOffer(product, question))
    .filter((product) => !isTaken(product, { ...asked, kept }))
    .filter(({ sku }) => !hasBought(db, question.customerId, sku))
    .flatMap((product) => {
      const fits = whatItFits(product, telling);
      return fits === undefined ? [] : [{ product, fits }];
    });
  const chosen = fitting[turn(question) % Math.max(fitting.length, 1)];
  if (!chosen) return undefined;
  const { sku, name, priceMinor, createdAtMs } = chosen.product;
  const days = Math.max(0, telling.daysAgo(createdAtMs / DAY_MS));
  const reason = { kind: "new", evidence: { days, fits: chosen.fits } } as const;
  return { sku, name, priceMinor, score: 0, reason };
};

/** Of what came lately, what the shop did not know of before, and has not sold much since. */
const isNew = (product: NewestProduct, { model }: Telling): boolean => {
  const item = model.itemBySku.get(product.sku);
  const baskets = item === undefined ? 0 : (model.bearings.knowledge.baskets[item] ?? 0);
  const cameOnDay = product.createdAtMs / DAY_MS;
  return cameOnDay - model.tradingSinceDay >= TRADED_DAYS && baskets < FOUND_BASKETS;
};

type Taking = { readonly telling: Telling; readonly kept: readonly Kept[] } & {
  readonly question: SuggestQuestion;
};

const isTaken = (product: NewestProduct, { telling, kept, question }: Taking): boolean => {
  const { model, basket, own } = telling;
  const item = model.itemBySku.get(product.sku);
  // Its shelf speaks for what is new, and not against it: by its name alone it may be of a kind.
  const named = { item: undefined, words: tellingWords(product.name), category: null };
  const others = [...basket, ...kept.flatMap((one) => one.item ?? [])];
  return (
    question.basketSkus.includes(product.sku) ||
    (item !== undefined && (own.has(item) || kept.some((one) => one.item === item))) ||
    isThirdOfKind(product, kept) ||
    isLikeAny(model, named, others)
  );
};

/**
 * What speaks for it, in words: its category where something of it, about as dear, lies in the basket
 * or is a habit; else the name of such a thing that shares a telling word with it.
 */
const whatItFits = (product: NewestProduct, telling: Telling): string | undefined => {
  const { model, basket, own } = telling;
  const habits = [...own].filter(([, { times }]) => times >= HABIT_TIMES).map(([item]) => item);
  const words = tellingWords(product.name);
  const { everydayWords } = model.bearings.goods;
  for (const item of [...basket, ...habits]) {
    const name = telling.nameOf(item);
    if (name === undefined || !isAboutAsDear(product, telling, item)) continue;
    if (product.category !== null && model.categories[item] === product.category) {
      return product.category;
    }
    for (const word of model.tellingWords[item] ?? []) {
      if (word.length < FEWEST_LETTERS || everydayWords.has(word)) continue;
      if (words.has(word)) return name;
    }
  }
  return undefined;
};

/** Shorter words are shared by things that have nothing to do with each other. */
const FEWEST_LETTERS = 4;

const isAboutAsDear = ({ priceMinor }: NewestProduct, { model }: Telling, item: number) => {
  const apart = Math.log(Math.max(priceMinor, 1)) - (model.bearings.goods.logPrice[item] ?? 0);
  return Math.abs(apart) <= Math.log(PRICE_RATIO);
};

/** The same all day for the same customer, another the next day. */
const turn = ({ nowMs, customerId = "" }: SuggestQuestion): number => {
  let number = Math.floor(nowMs / DAY_MS);
  for (let at = 0; at < customerId.length; at += 1) number += customerId.charCodeAt(at);
  return number;
};
