import { assert } from "../../../shared/kernel/assert.ts";
import { subtractMinor, sumMinor } from "../../../shared/money/money.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import { keepCommitment } from "./commitments.ts";
import type { FactOf, SaleCommitted, SaleLineFact } from "./facts.ts";
import { applyOffered } from "./lookups.ts";
import { applyPoints } from "./points.ts";
import { moveCountedStock } from "./products.ts";

export const applySaleCommitted = (db: WriteDb, fact: FactOf<"sale.committed">): void => {
  advanceReceipt(db, fact);
  insertSale(db, fact);
  fact.lines.forEach((line, index) => {
    insertLine(db, fact, { line: index + 1, ...line });
  });
  fact.payments.forEach((payment, index) => {
    insertRow(db, "payments", { saleId: fact.saleId, position: index + 1, ...payment });
  });
  for (const { code, discountMinor } of fact.coupons) {
    const { saleId, soldAtMs } = fact;
    keepCommitment(db, code, () =>
      noteCouponUse(db, { code, saleId, discountMinor, atMs: soldAtMs }),
    );
  }
  if (fact.customerId !== undefined) countForCustomer(db, fact, fact.customerId);
  if (fact.offered) applyOffered(db, fact.saleId, fact.offered);
};

/**
 * A code is used once: the till sees to that before. Two tills' records that are joined, or a restored
 * backup, may tell of a second use: both sales stand, and the owner is shown the code.
 */
const noteCouponUse = (
  db: WriteDb,
  use: {
    readonly code: string;
    readonly saleId: string;
    readonly discountMinor: number;
    readonly atMs: number;
  },
): void => {
  const { changes } = db
    .prepare<unknown[]>(
      `INSERT INTO coupon_redemptions SELECT ?, ?, ?, ?
        WHERE NOT EXISTS (SELECT 1 FROM coupon_uses_replaced WHERE code = ? AND at_ms <> ?)
       ON CONFLICT (code) DO NOTHING`,
    )
    .run(use.code, use.saleId, use.discountMinor, use.atMs, use.code, use.atMs);
  if (changes === 0) insertRow(db, "coupon_double_uses", use);
};

const advanceReceipt = (db: WriteDb, fact: SaleCommitted): void => {
  const { changes } = db
    .prepare<[number, string, number]>(
      "UPDATE registers SET receipt_sequence = ? WHERE register_id = ? AND receipt_sequence = ?",
    )
    .run(fact.receiptSequence, fact.registerId, fact.receiptSequence - 1);
  assert(changes === 1, `receipt ${fact.receiptSequence} follows the last one`);
};

const insertSale = (db: WriteDb, fact: SaleCommitted): void => {
  const { lines, payments, coupons, points, customerId, offered: _, ...figures } = fact;
  const sum = (key: "netMinor" | "taxMinor") => sumMinor(lines.map((line) => line[key]));
  assert(sum("netMinor") === fact.netMinor, "the lines' net sums to the sale's");
  assert(sum("taxMinor") === fact.taxMinor, "the lines' tax sums to the sale's");
  const paidMinor = sumMinor(payments.map(({ amountMinor }) => amountMinor));
  assert(
    subtractMinor(paidMinor, fact.changeMinor) === sumMinor([fact.totalMinor, fact.roundingMinor]),
    "payments without change are the total and its rounding",
  );
  insertRow(db, "sales", { ...saleRow(figures), customerId: customerId ?? null });
};

type ListedApart = "lines" | "payments" | "coupons" | "points" | "offered";

/** Only the sale's own columns: the fact's kind stays behind. */
const saleRow = (figures: Omit<SaleCommitted, ListedApart | "customerId">) => ({
  saleId: figures.saleId,
  registerId: figures.registerId,
  receiptSequence: figures.receiptSequence,
  receiptNumber: figures.receiptNumber,
  businessDay: figures.businessDay,
  soldAtMs: figures.soldAtMs,
  staffId: figures.staffId,
  taxMode: figures.taxMode,
  grossMinor: figures.grossMinor,
  discountMinor: figures.discountMinor,
  netMinor: figures.netMinor,
  taxMinor: figures.taxMinor,
  totalMinor: figures.totalMinor,
  roundingMinor: figures.roundingMinor,
  changeMinor: figures.changeMinor,
  pointsEarned: figures.pointsEarned,
  pointsRedeemed: figures.pointsRedeemed,
  pointsValueMinor: figures.pointsValueMinor,
  extraPoints: figures.extraPoints,
  extraPointsMinor: figures.extraPointsMinor,
});

const insertLine = (
  db: WriteDb,
  sale: SaleCommitted,
  { discounts, line, ...figures }: SaleLineFact & { readonly line: number },
): void => {
  const { saleId, soldAtMs } = sale;
  insertRow(db, "sale_lines", { saleId, line, ...figures });
  discounts.forEach((discount, index) => {
    const { kind, code, minor } = discount;
    insertRow(db, "sale_discounts", { saleId, line, position: index + 1, kind, code, minor });
  });
  moveCountedStock(db, {
    sku: figures.sku,
    quantityMilli: -figures.quantityMilli,
    sourceKind: "sale",
    sourceId: saleId,
    atMs: soldAtMs,
  });
};

const countForCustomer = (db: WriteDb, fact: SaleCommitted, customerId: string): void => {
  const at = fact.soldAtMs;
  db.prepare<unknown[]>(
    `INSERT INTO customer_totals (customer_id, store_count, store_spent_minor, first_store_at_ms,
                                  last_store_at_ms)
     VALUES (?, 1, ?, ?, ?)
     ON CONFLICT (customer_id) DO UPDATE SET
       store_count = store_count + 1,
       store_spent_minor = store_spent_minor + excluded.store_spent_minor,
       first_store_at_ms = min(coalesce(first_store_at_ms, excluded.first_store_at_ms),
                               excluded.first_store_at_ms),
       last_store_at_ms = max(coalesce(last_store_at_ms, 0), excluded.last_store_at_ms)`,
  ).run(customerId, fact.totalMinor, at, at);
  for (const [sku, quantityMilli] of quantityBySku(fact.lines)) {
    db.prepare<unknown[]>(
      `INSERT INTO customer_products VALUES (?, ?, 1, ?, ?, ?)
       ON CONFLICT (customer_id, sku) DO UPDATE SET
         purchase_count = purchase_count + 1,
         quantity_milli = quantity_milli + excluded.quantity_milli,
         first_at_ms = min(first_at_ms, excluded.first_at_ms),
         last_at_ms = max(last_at_ms, excluded.last_at_ms)`,
    ).run(customerId, sku, quantityMilli, at, at);
  }
  applyPoints(db, customerId, fact.points);
};

const quantityBySku = (lines: readonly SaleLineFact[]): ReadonlyMap<string, number> => {
  const quantities = new Map<string, number>();
  for (const { sku, quantityMilli } of lines) {
    quantities.set(sku, (quantities.get(sku) ?? 0) + quantityMilli);
  }
  return quantities;
};

export type SaleRow = Omit<SaleCommitted, ListedApart> & {
  readonly staffName: string;
};

const SALE_COLUMNS = `sale_id AS saleId, register_id AS registerId,
  receipt_sequence AS receiptSequence, receipt_number AS receiptNumber,
  business_day AS businessDay, sold_at_ms AS soldAtMs, sales.staff_id AS staffId,
  customer_id AS customerId, tax_mode AS taxMode, gross_minor AS grossMinor,
  discount_minor AS discountMinor, net_minor AS netMinor, tax_minor AS taxMinor,
  total_minor AS totalMinor, rounding_minor AS roundingMinor, change_minor AS changeMinor,
  points_earned AS pointsEarned, points_redeemed AS pointsRedeemed,
  points_value_minor AS pointsValueMinor, coalesce(staff.name, '') AS staffName`;

export const findSale = (db: ReadDb, saleId: string): SaleRow | undefined =>
  saleOf(
    db
      .prepare<[string], SaleRow>(
        `SELECT ${SALE_COLUMNS} FROM sales LEFT JOIN staff USING (staff_id) WHERE sale_id = ?`,
      )
      .get(saleId),
  );

export const findSaleByReceipt = (db: ReadDb, receiptNumber: string): SaleRow | undefined =>
  saleOf(
    db
      .prepare<[string], SaleRow>(
        `SELECT ${SALE_COLUMNS} FROM sales LEFT JOIN staff USING (staff_id)
          WHERE receipt_number = ?`,
      )
      .get(receiptNumber),
  );

const saleOf = (row: SaleRow | undefined): SaleRow | undefined =>
  row && { ...row, customerId: row.customerId ?? undefined };

export type StoredLine = SaleLineFact & { readonly line: number };

export const listSaleLines = (db: ReadDb, saleId: string): readonly StoredLine[] => {
  const discounts = db
    .prepare<
      [string],
      { line: number; kind: "line" | "coupon" | "points"; code: string | null; minor: number }
    >(
      "SELECT line, kind, code, minor FROM sale_discounts WHERE sale_id = ? ORDER BY line, position",
    )
    .all(saleId);
  return db
    .prepare<[string], Omit<StoredLine, "suggested"> & { suggested: 0 | 1 }>(
      `SELECT line, sku, name, sold_by AS soldBy, quantity_milli AS quantityMilli,
              unit_price_minor AS unitPriceMinor, list_price_minor AS listPriceMinor,
              gross_minor AS grossMinor, discount_minor AS discountMinor, net_minor AS netMinor,
              tax_rate_bps AS taxRateBps, tax_minor AS taxMinor, points_earned AS pointsEarned,
              points_spent AS pointsSpent, suggested
         FROM sale_lines WHERE sale_id = ? ORDER BY line`,
    )
    .all(saleId)
    .map((row) => ({
      ...row,
      suggested: row.suggested === 1,
      discounts: discounts
        .filter(({ line }) => line === row.line)
        .map(({ kind, code, minor }) => ({ kind, code: code ?? undefined, minor })),
    }));
};

export const listPayments = (
  db: ReadDb,
  saleId: string,
): readonly { method: string; amountMinor: number; reference: string | null }[] =>
  db
    .prepare<[string], { method: string; amountMinor: number; reference: string | null }>(
      `SELECT method, amount_minor AS amountMinor, reference
         FROM payments WHERE sale_id = ? ORDER BY position`,
    )
    .all(saleId);

export const listCouponsOfSale = (
  db: ReadDb,
  saleId: string,
): readonly { code: string; discountMinor: number }[] =>
  db
    .prepare<[string, string], { code: string; discountMinor: number }>(
      `SELECT code, discount_minor AS discountMinor FROM coupon_redemptions WHERE sale_id = ?
        UNION ALL
       SELECT code, discount_minor FROM coupon_double_uses WHERE sale_id = ?
        ORDER BY code`,
    )
    .all(saleId, saleId);

export type SaleSummary = {
  readonly saleId: string;
  readonly receiptNumber: string;
  readonly receiptSequence: number;
  readonly soldAtMs: number;
  readonly totalMinor: number;
  readonly customerId: string | null;
  readonly lineCount: number;
};

/** This register's sales, newest first, from below a receipt sequence. */
export const listSales = (
  db: ReadDb,
  query: { readonly registerId: string; readonly below: number; readonly limit: number },
): readonly SaleSummary[] =>
  db
    .prepare<[string, number, number], SaleSummary>(
      `SELECT sale_id AS saleId, receipt_number AS receiptNumber,
              receipt_sequence AS receiptSequence, sold_at_ms AS soldAtMs,
              total_minor AS totalMinor, customer_id AS customerId,
              (SELECT count(*) FROM sale_lines WHERE sale_lines.sale_id = sales.sale_id)
                AS lineCount
         FROM sales WHERE register_id = ? AND receipt_sequence < ?
        ORDER BY receipt_sequence DESC ${LIMIT}`,
    )
    .all(query.registerId, query.below, query.limit);

export const lastSoldAtMs = (db: ReadDb): number | undefined =>
  db.prepare<[], { atMs: number | null }>("SELECT max(sold_at_ms) AS atMs FROM sales").get()
    ?.atMs ?? undefined;
