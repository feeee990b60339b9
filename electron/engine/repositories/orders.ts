import type { OrderLine, OrderState } from "../../../shared/domain/order/order.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import type { FactOf } from "./facts.ts";
import { applyPoints } from "./points.ts";
import { IS_BOUGHT } from "./sqlTerms.ts";

export type OrderKey = { readonly source: string; readonly externalId: string };

export type OrderRow = OrderKey & {
  readonly number: string;
  readonly placedAtMs: number;
  readonly updatedAtMs: number;
  readonly paidAtMs: number | null;
  readonly state: OrderState;
  readonly currency: string;
  readonly linesMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly refundedMinor: number;
  readonly customerId: string | null;
  readonly sealedBuyer: Uint8Array | null;
  readonly version: string;
  readonly buyerVersion: string | null;
  readonly importId: string | null;
};

const COLUMNS = `source, external_id AS externalId, number, placed_at_ms AS placedAtMs,
  updated_at_ms AS updatedAtMs, paid_at_ms AS paidAtMs, state, currency,
  lines_minor AS linesMinor, discount_minor AS discountMinor, shipping_minor AS shippingMinor,
  tax_minor AS taxMinor, total_minor AS totalMinor, refunded_minor AS refundedMinor,
  customer_id AS customerId, sealed_buyer AS sealedBuyer, version,
  buyer_version AS buyerVersion, import_id AS importId`;

export const findOrder = (db: ReadDb, key: OrderKey): OrderRow | undefined =>
  db
    .prepare<[string, string], OrderRow>(
      `SELECT ${COLUMNS} FROM orders WHERE source = ? AND external_id = ?`,
    )
    .get(key.source, key.externalId);

export const listOrderLines = (db: ReadDb, key: OrderKey): readonly OrderLine[] =>
  db
    .prepare<
      [string, string],
      { sku: string | null; external: string | null } & Omit<OrderLine, "sku" | "externalProductId">
    >(
      `SELECT sku, external_product AS external, name, quantity,
              unit_price_minor AS unitPriceMinor, discount_minor AS discountMinor,
              total_minor AS totalMinor
         FROM order_lines WHERE source = ? AND external_id = ? ORDER BY line`,
    )
    .all(key.source, key.externalId)
    .map(({ sku, external, ...line }) => ({
      ...(sku === null ? {} : { sku }),
      ...(external === null ? {} : { externalProductId: external }),
      ...line,
    }));

/** A customer's last orders, newest first. */
export const listOrdersOf = (db: ReadDb, customerId: string, limit: number): readonly OrderRow[] =>
  db.prepare<[string, number], OrderRow>(LAST_ORDERS).all(customerId, limit);

const LAST_ORDERS = `SELECT ${COLUMNS} FROM orders WHERE customer_id = ?
  ORDER BY placed_at_ms DESC, source DESC, external_id DESC ${LIMIT}`;

export type OrderQuery = {
  readonly source: string | undefined;
  readonly state: string | undefined;
  readonly customerId: string | undefined;
  /** Orders placed before this point, as (time, source, external id). */
  readonly after: readonly [number, string, string] | undefined;
  readonly limit: number;
};

/** Newest first. */
export const listOrders = (db: ReadDb, query: OrderQuery): readonly OrderRow[] => {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (sql: string, ...given: (string | number)[]) => {
    conditions.push(sql);
    values.push(...given);
  };
  if (query.source !== undefined) add("source = ?", query.source);
  if (query.state !== undefined) add("state = ?", query.state);
  if (query.customerId !== undefined) add("customer_id = ?", query.customerId);
  if (query.after) add("(placed_at_ms, source, external_id) < (?, ?, ?)", ...query.after);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  return db
    .prepare<(string | number)[], OrderRow>(
      `SELECT ${COLUMNS} FROM orders ${where}
        ORDER BY placed_at_ms DESC, source DESC, external_id DESC ${LIMIT}`,
    )
    .all(...values, query.limit);
};

export const applyOrderSaved = (db: WriteDb, fact: FactOf<"order.saved">): void => {
  const { source, externalId, importId } = fact;
  const previous = findOrder(db, fact);
  if (previous) deleteOrder(db, fact);
  insertOrder(db, fact);
  fact.lines.forEach((line, index) => {
    const { sku, externalProductId, name, quantity, unitPriceMinor, discountMinor, totalMinor } =
      line;
    const figures = { name, quantity, unitPriceMinor, discountMinor, totalMinor };
    const place = { source, externalId, line: index + 1 };
    insertRow(db, "order_lines", { ...place, sku, externalProduct: externalProductId, ...figures });
  });
  if (fact.before !== undefined) {
    insertRow(db, "import_effects", { importId, source, externalId, before: fact.before });
  }
  if (previous?.customerId !== fact.customerId) settleCustomer(db, previous?.customerId);
  settleCustomer(db, fact.customerId);
  if (fact.customerId !== undefined) applyPoints(db, fact.customerId, fact.points);
};

const insertOrder = (db: WriteDb, fact: FactOf<"order.saved">): void => {
  insertRow(db, "orders", {
    source: fact.source,
    externalId: fact.externalId,
    number: fact.number,
    placedAtMs: fact.placedAtMs,
    updatedAtMs: fact.updatedAtMs,
    paidAtMs: fact.paidAtMs,
    state: fact.state,
    currency: fact.currency,
    linesMinor: fact.linesMinor,
    discountMinor: fact.discountMinor,
    shippingMinor: fact.shippingMinor,
    taxMinor: fact.taxMinor,
    totalMinor: fact.totalMinor,
    refundedMinor: fact.refundedMinor,
    customerId: fact.customerId,
    sealedBuyer:
      fact.sealedBuyer === undefined ? undefined : Buffer.from(fact.sealedBuyer, "base64"),
    version: fact.version,
    buyerVersion: fact.customerId && (fact.buyerVersion ?? fact.version),
    importId: fact.importId,
  });
};

export const applyOrderTakenBack = (db: WriteDb, fact: FactOf<"order.taken-back">): void => {
  deleteOrder(db, fact);
  settleCustomer(db, fact.customerId);
  if (fact.customerId !== undefined) applyPoints(db, fact.customerId, fact.points);
};

const deleteOrder = (db: WriteDb, { source, externalId }: OrderKey): void => {
  for (const table of ["order_lines", "orders"]) {
    db.prepare<[string, string]>(`DELETE FROM ${table} WHERE source = ? AND external_id = ?`).run(
      source,
      externalId,
    );
  }
};

/**
 * The online part of a person's totals is added up again: orders change, and come in any order.
 * Whoever bought nothing has no row, as before their first purchase.
 */
const settleCustomer = (db: WriteDb, customerId: string | null | undefined): void => {
  if (customerId == null) return;
  const totals = onlineTotals(db, customerId);
  db.prepare<unknown[]>(
    `INSERT INTO customer_totals (customer_id, online_count, online_spent_minor,
                                  first_online_at_ms, last_online_at_ms)
     VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (customer_id) DO UPDATE SET
       online_count = excluded.online_count, online_spent_minor = excluded.online_spent_minor,
       first_online_at_ms = excluded.first_online_at_ms,
       last_online_at_ms = excluded.last_online_at_ms`,
  ).run(customerId, totals.count, totals.spentMinor, totals.firstAtMs, totals.lastAtMs);
  if (totals.count > 0) return;
  db.prepare<[string]>(
    "DELETE FROM customer_totals WHERE customer_id = ? AND online_count = 0 AND store_count = 0",
  ).run(customerId);
};

/** Orders that were paid, less what was given back. */
export const onlineTotals = (
  db: ReadDb,
  customerId: string,
): {
  readonly count: number;
  readonly spentMinor: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
} =>
  db
    .prepare<
      [string],
      { count: number; spentMinor: number; firstAtMs: number | null; lastAtMs: number | null }
    >(
      `SELECT count(*) AS count, coalesce(sum(total_minor - refunded_minor), 0) AS spentMinor,
              min(placed_at_ms) AS firstAtMs, max(placed_at_ms) AS lastAtMs
         FROM orders
        WHERE customer_id = ? AND ${IS_BOUGHT}`,
    )
    .get(customerId) ?? { count: 0, spentMinor: 0, firstAtMs: null, lastAtMs: null };
