import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import type { FactOf } from "./facts.ts";

export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly barcode: string | null;
  readonly category: string | null;
  readonly priceMinor: number;
  readonly costMinor: number | null;
  /** Null: the shop's standard rate of the day. */
  readonly taxRateBps: number | null;
  readonly soldBy: "unit" | "weight";
  readonly sensitive: boolean;
  readonly stockQuantityMilli: number | null;
};

type ProductRow = Omit<Product, "sensitive"> & { readonly sensitive: 0 | 1 };

const COLUMNS = `products.sku, products.name, barcode, category, price_minor AS priceMinor,
  cost_minor AS costMinor, tax_rate_bps AS taxRateBps, sold_by AS soldBy, sensitive,
  stock_quantity_milli AS stockQuantityMilli`;

export const findProduct = (db: ReadDb, sku: string): Product | undefined =>
  productOf(
    db.prepare<[string], ProductRow>(`SELECT ${COLUMNS} FROM products WHERE sku = ?`).get(sku),
  );

export const findProductByBarcode = (db: ReadDb, barcode: string): Product | undefined =>
  productOf(
    db
      .prepare<[string], ProductRow>(`SELECT ${COLUMNS} FROM products WHERE barcode = ?`)
      .get(barcode),
  );

/** The products whose number is above `after`, in the order in which they were first saved. */
export const listProductsAfter = (
  db: ReadDb,
  page: { readonly after: number; readonly limit: number },
): readonly { readonly number: number; readonly product: Product }[] =>
  db
    .prepare<[number, number], ProductRow & { readonly number: number }>(
      `SELECT product_number AS number, ${COLUMNS} FROM products
        WHERE product_number > ? ORDER BY product_number ${LIMIT}`,
    )
    .all(page.after, page.limit)
    .map(({ number, ...row }) => ({ number, product: product(row) }));

export const applyProductSaved = (db: WriteDb, fact: FactOf<"product.saved">): void => {
  upsert(db, fact);
  if (fact.stockQuantityMilli !== undefined) countStock(db, fact, fact.stockQuantityMilli);
};

const upsert = (db: WriteDb, fact: FactOf<"product.saved">): void => {
  db.prepare<unknown[]>(
    `INSERT INTO products (sku, name, barcode, category, price_minor, cost_minor, tax_rate_bps,
                             sold_by, sensitive, created_at_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (sku) DO UPDATE SET
         name = excluded.name, barcode = excluded.barcode, category = excluded.category,
         price_minor = excluded.price_minor, cost_minor = excluded.cost_minor,
         tax_rate_bps = excluded.tax_rate_bps, sold_by = excluded.sold_by,
         sensitive = excluded.sensitive`,
  ).run(
    fact.sku,
    fact.name,
    fact.barcode ?? null,
    fact.category ?? null,
    fact.priceMinor,
    fact.costMinor ?? null,
    fact.taxRateBps ?? null,
    fact.soldBy,
    Number(fact.sensitive),
    fact.savedAtMs,
  );
};

const countStock = (db: WriteDb, fact: FactOf<"product.saved">, countedMilli: number): void => {
  const before = findProduct(db, fact.sku)?.stockQuantityMilli;
  if (before === countedMilli) return;
  moveStock(db, {
    sku: fact.sku,
    quantityMilli: countedMilli - (before ?? 0),
    sourceKind: "count",
    sourceId: fact.sourceId,
    atMs: fact.savedAtMs,
  });
};

/**
 * What had run out, was counted back onto the shelf last, and is there; looked for among the last
 * stock moves. A first count and a corrected one bring nothing back.
 */
export const findLastRestocked = (
  db: ReadDb,
): { readonly sku: string; readonly name: string } | undefined =>
  db
    .prepare<[], { sku: string; name: string }>(
      `WITH moves AS (
         SELECT entry_number, sku, source_kind, quantity_milli,
                row_number() OVER earlier AS place, sum(quantity_milli) OVER later AS moved_since
           FROM stock_ledger
          WHERE entry_number > (SELECT max(entry_number) - 20000 FROM stock_ledger)
         WINDOW earlier AS (PARTITION BY sku ORDER BY entry_number),
                later AS (PARTITION BY sku ORDER BY entry_number DESC))
       SELECT sku, name FROM moves JOIN products USING (sku)
        WHERE source_kind = 'count' AND quantity_milli > 0 AND place > 1
          AND stock_quantity_milli > 0 AND stock_quantity_milli - moved_since <= 0
          AND sensitive = 0
        ORDER BY entry_number DESC LIMIT 1`,
    )
    .get();

export const isCategoryKnown = (db: ReadDb, category: string): boolean =>
  db
    .prepare<[string], object>("SELECT 1 FROM products WHERE category = ? LIMIT 1")
    .get(category) !== undefined;

/** Whether all goods of `category` are sensitive: asked with sales, so it ends at the first that is not. */
export const isCategorySensitive = (db: ReadDb, category: string): boolean =>
  db
    .prepare<[string, string], { isSensitive: 0 | 1 }>(
      `SELECT EXISTS (SELECT 1 FROM products WHERE category = ?)
              AND NOT EXISTS (SELECT 1 FROM products WHERE category = ? AND sensitive = 0)
                AS isSensitive`,
    )
    .get(category, category)?.isSensitive === 1;

export type StockMove = {
  readonly sku: string;
  readonly quantityMilli: number;
  readonly sourceKind: "count" | "sale" | "return";
  readonly sourceId: string;
  readonly atMs: number;
};

/** One row in the stock ledger and its sum on the product; nothing where the shop does not count it. */
export const moveCountedStock = (db: WriteDb, move: StockMove): void => {
  const { changes } = db
    .prepare<[number, string]>(
      `UPDATE products SET stock_quantity_milli = stock_quantity_milli + ?
        WHERE sku = ? AND stock_quantity_milli IS NOT NULL`,
    )
    .run(move.quantityMilli, move.sku);
  if (changes === 1) insertRow(db, "stock_ledger", move);
};

/** The same for what was counted now, also for the first time. */
const moveStock = (db: WriteDb, move: StockMove): void => {
  insertRow(db, "stock_ledger", move);
  db.prepare<[number, string]>(
    `UPDATE products SET stock_quantity_milli = coalesce(stock_quantity_milli, 0) + ?
      WHERE sku = ?`,
  ).run(move.quantityMilli, move.sku);
};

const product = (row: ProductRow): Product => ({ ...row, sensitive: row.sensitive === 1 });
const productOf = (row: ProductRow | undefined): Product | undefined => row && product(row);
