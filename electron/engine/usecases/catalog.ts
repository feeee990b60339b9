import type { Input, Output } from "../../../shared/contract/index.ts";
import { foldText } from "../../../shared/domain/identity/fold.ts";
import { assert } from "../../../shared/kernel/assert.ts";
import { err, ok } from "../../../shared/kernel/result.ts";
import { inTransaction } from "../db/stores.ts";
import type { ProductSaved } from "../repositories/facts.ts";
import { findProduct, findProductByBarcode, type Product } from "../repositories/products.ts";
import { standardRateBps } from "../repositories/shop.ts";
import { type Context, record, staffOf, today, type UseCase } from "./context.ts";
import { pageOf } from "./page.ts";
import { pause } from "./pause.ts";
import { searchShelf } from "./shelf/searchShelf.ts";
import { type Shelf, shelfOf } from "./shelf/shelf.ts";

type ProductInput = Input<"catalog.import">["products"][number];
type ProductOutput = Output<"catalog.byCode">["product"];

const PRODUCTS_A_STEP = 200;

/** Adds and changes products by SKU, in steps between which the till sells on. */
export const importCatalog: UseCase<"catalog.import"> = async (context, input) => {
  const clash = findClash(context, input.products);
  if (clash) return err(clash);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (let from = 0; from < input.products.length; from += PRODUCTS_A_STEP) {
    const step = input.products.slice(from, from + PRODUCTS_A_STEP);
    inTransaction(context.stores, () => {
      for (const product of step) counts[saveProduct(context, product, input.requestId)] += 1;
      return ok({});
    });
    await pause();
  }
  return ok(counts);
};

/** Each product is read again as it is now: the shelf only knows which ones are meant. */
export const searchCatalog: UseCase<"catalog.search"> = (context, { limit, next, ...asked }) => {
  const shelf = shelfOf(context);
  const after = readNext(shelf, next);
  const { rows: skus, goesOnBehind } = pageOf(limit, (most) =>
    searchShelf(shelf, { ...asked, limit: most, after }),
  );
  const products = skus.flatMap((sku) => findProduct(context.db, sku) ?? []);
  return ok({
    products: products.map((product) => productOutput(context, product)),
    ...(goesOnBehind === undefined ? {} : { next: `${shelf.learnedAtMs}.${goesOnBehind}` }),
  });
};

/** Once what sells of late is learned anew all stand in another order: the list starts over. */
const readNext = (shelf: Shelf, next: string | undefined): string | undefined => {
  const [, learnedAtMs, sku] = /^(\d{1,15})\.(.+)$/su.exec(next ?? "") ?? [];
  return Number(learnedAtMs) === shelf.learnedAtMs ? sku : undefined;
};

export const listCategories: UseCase<"catalog.categories"> = (context) => {
  const counts = new Map<string, { all: number; sensitive: number }>();
  for (const { category, sensitive } of shelfOf(context).itemBySku.values()) {
    if (category === null) continue;
    const { all, sensitive: before } = counts.get(category) ?? { all: 0, sensitive: 0 };
    counts.set(category, { all: all + 1, sensitive: before + (sensitive ? 1 : 0) });
  }
  const categories = [...counts].map(([category, { all, sensitive }]) => ({
    ...{ category, productCount: all },
    ...(sensitive === all && { isSensitive: true }),
  }));
  return ok({
    categories: categories
      .sort((left, right) => (foldText(left.category) < foldText(right.category) ? -1 : 1))
      .slice(0, MOST_CATEGORIES),
  });
};

const MOST_CATEGORIES = 500;

export const findByCode: UseCase<"catalog.byCode"> = (context, { code }) => {
  const product = findProductByBarcode(context.db, code) ?? findProduct(context.db, code);
  return product
    ? ok({ product: productOutput(context, product) })
    : err({ kind: "CodeUnknown", code });
};

export const productOutput = (context: Context, product: Product): ProductOutput => ({
  sku: product.sku,
  name: product.name,
  priceMinor: product.priceMinor,
  taxRateBps: product.taxRateBps ?? standardRateBps(context.db, today(context)),
  soldBy: product.soldBy,
  sensitive: product.sensitive,
  ...(product.barcode === null ? {} : { barcode: product.barcode }),
  ...(product.category === null ? {} : { category: product.category }),
  ...(product.costMinor === null || !mayKnowCost(context) ? {} : { costMinor: product.costMinor }),
  ...(product.stockQuantityMilli === null
    ? {}
    : { stockQuantity: product.stockQuantityMilli / 1_000 }),
});

/** Who may change what goods cost: at the till it is nobody's affair. */
const mayKnowCost = (context: Context): boolean => staffOf(context).role !== "cashier";

const findClash = (context: Context, products: readonly ProductInput[]) => {
  const skus = new Set<string>();
  const skuByBarcode = new Map<string, string>();
  for (const { sku, barcode } of products) {
    if (skus.has(sku)) return { kind: "SkuTwice", sku } as const;
    skus.add(sku);
    if (barcode === undefined || barcode === null) continue;
    const other = skuByBarcode.get(barcode) ?? findProductByBarcode(context.db, barcode)?.sku;
    if (other !== undefined && other !== sku) {
      return { kind: "BarcodeTaken", barcode, sku: other } as const;
    }
    skuByBarcode.set(barcode, sku);
  }
  return undefined;
};

export const saveProduct = (
  context: Context,
  input: ProductInput,
  sourceId: string,
): "created" | "updated" | "unchanged" => {
  const existing = findProduct(context.db, input.sku);
  const saved = productSaved(context, input, existing);
  if (existing && isSame(existing, saved)) return "unchanged";
  record(context, { kind: "product.saved", ...saved, sourceId });
  return existing ? "updated" : "created";
};

/** What the call leaves out stays as it was; what it gives as `null` is cleared. */
const productSaved = (
  context: Context,
  input: ProductInput,
  existing: Product | undefined,
): Omit<ProductSaved, "sourceId"> => ({
  sku: input.sku,
  name: input.name,
  barcode: keptUnlessGiven(input.barcode, existing?.barcode),
  category: keptUnlessGiven(input.category, existing?.category),
  priceMinor: input.priceMinor,
  costMinor: keptUnlessGiven(input.costMinor, existing?.costMinor),
  taxRateBps: input.taxRateBps ?? existing?.taxRateBps ?? undefined,
  soldBy: input.soldBy ?? existing?.soldBy ?? "unit",
  sensitive: input.sensitive ?? existing?.sensitive ?? false,
  stockQuantityMilli: stockMilli(input.stockQuantity),
  savedAtMs: context.clock.nowMs(),
});

const keptUnlessGiven = <T>(
  given: T | null | undefined,
  existing: T | null | undefined,
): T | undefined => (given === undefined ? existing : given) ?? undefined;

const stockMilli = (stockQuantity: number | undefined): number | undefined => {
  if (stockQuantity === undefined) return undefined;
  const milli = Math.round(stockQuantity * 1_000);
  assert(Number.isSafeInteger(milli), "a stock fits into thousandths");
  return milli;
};

const isSame = (existing: Product, saved: Omit<ProductSaved, "sourceId">): boolean =>
  existing.name === saved.name &&
  existing.barcode === (saved.barcode ?? null) &&
  existing.category === (saved.category ?? null) &&
  existing.priceMinor === saved.priceMinor &&
  existing.costMinor === (saved.costMinor ?? null) &&
  existing.taxRateBps === (saved.taxRateBps ?? null) &&
  existing.soldBy === saved.soldBy &&
  existing.sensitive === saved.sensitive &&
  (saved.stockQuantityMilli === undefined ||
    existing.stockQuantityMilli === saved.stockQuantityMilli);
