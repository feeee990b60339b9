import {
  type ProductWords,
  productWords,
  splitWords,
} from "../../../../shared/domain/catalog/productMatch.ts";
import type { Fact } from "../../repositories/facts.ts";
import { findProduct, listProductsAfter, type Product } from "../../repositories/products.ts";
import { soldOfLate } from "../../suggest/serving/soldOfLate.ts";
import type { Engine } from "../context.ts";

/**
 * What search needs of every product, in memory: 20,000 are looked through in two milliseconds,
 * while ordering the matches of one letter in SQL took ten. The tables stay the truth: what a fact
 * touched is read from them again before the next search.
 */
export type Shelf = {
  readonly itemBySku: Map<string, ShelfItem>;
  /** SKUs and barcodes, lower case. */
  readonly skuByCode: Map<string, string>;
  /** Every word of a name there ever was: what a slip of the finger may have meant. */
  readonly knownWords: Set<string>;
  /** SKUs that changed, also in a transaction that was then undone. */
  readonly touched: Set<string>;
  soldBySku: Map<string, number>;
  /** When that was learned which `soldBySku` counts from; 0 where nothing was, undefined uncounted. */
  learnedAtMs: number | undefined;
  /** The last product that was read; undefined when all are. */
  readAfter: number | undefined;
};

export type ShelfItem = {
  readonly sku: string;
  readonly barcode: string | null;
  readonly category: string | null;
  readonly words: ProductWords;
  readonly isInStock: boolean;
  readonly sensitive: boolean;
  /** In how many baskets of late. */
  sold: number;
};

/** About 10 ms of work: a key that is pressed meanwhile is still answered at once. */
const PRODUCTS_A_STEP = 500;

/** The whole shelf as it is now. */
export const shelfOf = (engine: Engine): Shelf => {
  const shelf = startedShelf(engine);
  while (shelf.readAfter !== undefined) readStep(engine, shelf);
  for (const sku of shelf.touched) putAgain(shelf, sku, findProduct(engine.stores.shop, sku));
  shelf.touched.clear();
  if ((engine.suggester.known()?.learnedAtMs ?? 0) !== shelf.learnedAtMs) countSold(engine, shelf);
  return shelf;
};

/** Reads one step of the shelf, so that no search has to; false where all of it is read. */
export const readShelfStep = (engine: Engine): boolean => {
  const shelf = startedShelf(engine);
  if (shelf.readAfter !== undefined) readStep(engine, shelf);
  return shelf.readAfter !== undefined;
};

/** Says what `fact` changed on the shelf; nothing is read until somebody searches. */
export const noteOnShelf = ({ kept: { shelf } }: Engine, fact: Fact): void => {
  if (!shelf) return;
  if (fact.kind === "product.saved") shelf.touched.add(fact.sku);
  if (fact.kind !== "sale.committed") return;
  for (const { sku } of fact.lines) {
    shelf.touched.add(sku);
    shelf.soldBySku.set(sku, (shelf.soldBySku.get(sku) ?? 0) + 1);
  }
};

const startedShelf = (engine: Engine): Shelf => {
  engine.kept.shelf ??= {
    itemBySku: new Map(),
    skuByCode: new Map(),
    knownWords: new Set(),
    touched: new Set(),
    soldBySku: new Map(),
    learnedAtMs: undefined,
    readAfter: 0,
  };
  return engine.kept.shelf;
};

const readStep = (engine: Engine, shelf: Shelf): void => {
  const page = { after: shelf.readAfter ?? 0, limit: PRODUCTS_A_STEP };
  const rows = listProductsAfter(engine.stores.shop, page);
  for (const { product } of rows) put(shelf, product);
  shelf.readAfter = rows.length < PRODUCTS_A_STEP ? undefined : rows.at(-1)?.number;
};

/** The old codes go first: a barcode may have moved to another product in the same import. */
const putAgain = (shelf: Shelf, sku: string, product: Product | undefined): void => {
  const before = shelf.itemBySku.get(sku);
  for (const code of before ? codesOf(before) : []) {
    if (shelf.skuByCode.get(code) === sku) shelf.skuByCode.delete(code);
  }
  if (product) put(shelf, product);
  else shelf.itemBySku.delete(sku);
};

const put = (shelf: Shelf, product: Product): void => {
  const { sku, barcode, category, sensitive, stockQuantityMilli } = product;
  const isInStock = stockQuantityMilli === null || stockQuantityMilli > 0;
  const words = productWords(product);
  const sold = shelf.soldBySku.get(sku) ?? 0;
  const item = { sku, barcode, category, words, isInStock, sensitive, sold };
  shelf.itemBySku.set(sku, item);
  for (const code of codesOf(item)) shelf.skuByCode.set(code, sku);
  for (const word of splitWords(words.name)) shelf.knownWords.add(word);
};

/** A barcode is scanned, so it beats a SKU of the same digits, as in `catalog.byCode`. */
const codesOf = ({ sku, barcode }: Pick<ShelfItem, "sku" | "barcode">): readonly string[] =>
  [sku, barcode ?? ""].filter((code) => code !== "").map((code) => code.toLowerCase());

const countSold = (engine: Engine, shelf: Shelf): void => {
  const known = engine.suggester.known();
  shelf.soldBySku = soldOfLate(engine.stores.shop, engine.clock.nowMs(), known);
  shelf.learnedAtMs = known?.learnedAtMs ?? 0;
  for (const item of shelf.itemBySku.values()) item.sold = shelf.soldBySku.get(item.sku) ?? 0;
};
