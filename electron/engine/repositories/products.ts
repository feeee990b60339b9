import { foldText } from "../../../shared/domain/identity/fold.ts";
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

export const listProducts = (db: ReadDb): readonly Product[] =>
  db
    .prepare<[], ProductRow>(`SELECT ${COLUMNS} FROM products ORDER BY product_number`)
    .all()
    .map(product);

/** Products that have every word of `match` (an FTS5 expression), newest first. */
export const searchProducts = (
  db: ReadDb,
  query: { readonly match: string; readonly limit: number },
): readonly Product[] =>
  db
    .prepare<[string, number], ProductRow>(
      `SELECT ${COLUMNS} FROM product_words
         JOIN products ON products.product_number = product_words.rowid
        WHERE product_words MATCH ? ORDER BY product_words.rowid DESC ${LIMIT}`,
    )
    .all(query.match, query.limit)
    .map(product);

export const applyProductSaved = (db: WriteDb, fact: FactOf<"product.saved">): void => {
  const number = upsert(db, fact);
  db.prepare<[number]>("DELETE FROM product_words WHERE rowid = ?").run(number);
  db.prepare<[number, string]>("INSERT INTO product_words (rowid, words) VALUES (?, ?)").run(
    number,
    foldText([fact.name, fact.sku, fact.barcode ?? "", fact.category ?? ""].join(" ")),
  );
  if (fact.stockQuantityMilli !== undefined) countStock(db, fact, fact.stockQuantityMilli);
};

const upsert = (db: WriteDb, fact: FactOf<"product.saved">): number => {
  const row = db
    .prepare<unknown[], { number: number }>(
      `INSERT INTO products (sku, name, barcode, category, price_minor, cost_minor, tax_rate_bps,
                             sold_by, sensitive, created_at_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (sku) DO UPDATE SET
         name = excluded.name, barcode = excluded.barcode, category = excluded.category,
         price_minor = excluded.price_minor, cost_minor = excluded.cost_minor,
         tax_rate_bps = excluded.tax_rate_bps, sold_by = excluded.sold_by,
         sensitive = excluded.sensitive
       RETURNING product_number AS number`,
    )
    .get(
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
  return row?.number ?? 0;
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
