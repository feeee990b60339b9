import type { WriteDb } from "../../../electron/engine/db/connection.ts";
import { insertInto } from "../shop/insertInto.ts";
import { LINE_COLUMNS, SALE_COLUMNS } from "../shop/insertSales.ts";
import type { PointsMove, WrittenSale } from "./writtenSales.ts";

/**
 * Writes the rows of a sale that the engine has written to another copy of the shop: the same rows
 * in the same tables, one transaction a sale, and not one question asked.
 */
export const rawSale = (db: WriteDb): ((sale: WrittenSale) => void) => {
  const writers = [writeSale(db), writeGoods(db), writeCustomer(db), writeRecord(db)];
  return (sale) => {
    db.exec("BEGIN IMMEDIATE");
    for (const write of writers) write(sale);
    db.exec("COMMIT");
  };
};

type Writer = (sale: WrittenSale) => void;

const writeSale = (db: WriteDb): Writer => {
  const register = db.prepare<unknown[]>(
    "UPDATE registers SET receipt_sequence = ? WHERE register_id = ?",
  );
  const sale = insertInto(db, "sales", SALE_COLUMNS);
  const payment = insertInto(db, "payments", "sale_id, position, method, amount_minor");
  const coupon = insertInto(db, "coupon_redemptions", "code, sale_id, discount_minor, at_ms");
  return ({ fact: f }) => {
    register.run(f.receiptSequence, f.registerId);
    const place = [f.saleId, f.registerId, f.receiptSequence, f.receiptNumber, f.businessDay];
    const who = [f.soldAtMs, f.staffId, f.customerId ?? null, f.taxMode];
    const money = [f.grossMinor, f.discountMinor, f.netMinor, f.taxMinor, f.totalMinor];
    const paid = [f.roundingMinor, f.changeMinor];
    const points = [f.pointsEarned, f.pointsRedeemed, f.pointsValueMinor];
    sale.run(...place, ...who, ...money, ...paid, ...points);
    f.payments.forEach(({ method, amountMinor }, index) => {
      payment.run(f.saleId, index + 1, method, amountMinor);
    });
    for (const { code, discountMinor } of f.coupons) {
      coupon.run(code, f.saleId, discountMinor, f.soldAtMs);
    }
  };
};

const writeGoods = (db: WriteDb): Writer => {
  const row = insertInto(db, "sale_lines", LINE_COLUMNS);
  const discount = insertInto(db, "sale_discounts", "sale_id, line, position, kind, code, minor");
  const move = db.prepare<unknown[]>(
    `INSERT INTO stock_ledger (sku, quantity_milli, source_kind, source_id, at_ms)
     VALUES (?, ?, 'sale', ?, ?)`,
  );
  const stock = db.prepare<unknown[]>(
    "UPDATE products SET stock_quantity_milli = stock_quantity_milli - ? WHERE sku = ?",
  );
  return ({ fact: { saleId, soldAtMs, lines } }) => {
    lines.forEach((l, index) => {
      const goods = [saleId, index + 1, l.sku, l.name, l.soldBy, l.quantityMilli];
      const prices = [l.unitPriceMinor, l.listPriceMinor, l.grossMinor, l.discountMinor];
      const tax = [l.netMinor, l.taxRateBps, l.taxMinor];
      row.run(...goods, ...prices, ...tax, l.pointsEarned, l.pointsSpent, Number(l.suggested));
      l.discounts.forEach(({ kind, code, minor }, at) => {
        discount.run(saleId, index + 1, at + 1, kind, code ?? null, minor);
      });
      move.run(l.sku, -l.quantityMilli, saleId, soldAtMs);
      stock.run(l.quantityMilli, l.sku);
    });
  };
};

const writeCustomer = (db: WriteDb): Writer => {
  const totals = db.prepare<unknown[]>(
    `INSERT INTO customer_totals (customer_id, store_count, store_spent_minor, first_store_at_ms,
                                  last_store_at_ms)
     VALUES (?, 1, ?, ?, ?)
     ON CONFLICT (customer_id) DO UPDATE SET store_count = store_count + 1,
       store_spent_minor = store_spent_minor + excluded.store_spent_minor,
       last_store_at_ms = excluded.last_store_at_ms`,
  );
  const product = db.prepare<unknown[]>(
    `INSERT INTO customer_products (customer_id, sku, purchase_count, quantity_milli,
                                    first_at_ms, last_at_ms)
     VALUES (?, ?, 1, ?, ?, ?)
     ON CONFLICT (customer_id, sku) DO UPDATE SET purchase_count = purchase_count + 1,
       quantity_milli = quantity_milli + excluded.quantity_milli,
       last_at_ms = excluded.last_at_ms`,
  );
  const points = writePoints(db);
  return ({ fact, moves }) => {
    const { customerId, soldAtMs, totalMinor, lines } = fact;
    if (customerId === undefined) return;
    totals.run(customerId, totalMinor, soldAtMs, soldAtMs);
    for (const { sku, quantityMilli } of lines) {
      product.run(customerId, sku, quantityMilli, soldAtMs, soldAtMs);
    }
    for (const move of moves) points(customerId, move);
  };
};

const writePoints = (db: WriteDb): ((customerId: string, move: PointsMove) => void) => {
  const ledger = insertInto(db, "points_ledger", LEDGER_COLUMNS);
  const lot = insertInto(db, "points_lots", "customer_id, position, remaining, expires_day");
  const taken = db.prepare<unknown[]>(
    `UPDATE points_lots SET remaining = max(0, remaining - ?) WHERE customer_id = ? AND position =
       (SELECT min(position) FROM points_lots WHERE customer_id = ? AND remaining > 0)`,
  );
  const balance = db.prepare<unknown[]>(
    `INSERT INTO points_balances (customer_id, balance, position) VALUES (?, ?, ?)
     ON CONFLICT (customer_id) DO UPDATE SET balance = excluded.balance,
       position = excluded.position`,
  );
  return (customerId, { entry, position, balanceAfter }) => {
    const { entryId, atMs, entryKind, points, sourceKind, sourceId, expiresDay } = entry;
    const what = [entryId, atMs, entryKind, points, sourceKind, sourceId];
    ledger.run(customerId, position, ...what, balanceAfter);
    if (points > 0) lot.run(customerId, position, points, expiresDay ?? null);
    else taken.run(-points, customerId, customerId);
    balance.run(customerId, balanceAfter, position);
  };
};

const writeRecord = (db: WriteDb): Writer => {
  const whole = (table: string) => insertInto(db, table, columnsOf(db, table).join());
  const [change, answer, audit] = [whole("changes"), whole("answers"), whole("audit")];
  const head = db.prepare<unknown[]>("UPDATE audit_head SET entries = ?, hash = ?");
  return (sale) => {
    for (const row of sale.changes) change.run(...row);
    answer.run(...sale.answer);
    audit.run(...sale.audit);
    head.run(sale.audit[0], sale.audit.at(-1));
  };
};

const LEDGER_COLUMNS = `customer_id, position, entry_id, at_ms, kind, points, source_kind,
  source_id, balance_after`;

const columnsOf = (db: WriteDb, table: string): readonly string[] =>
  db
    .prepare<[string], { name: string }>("SELECT name FROM pragma_table_info(?)")
    .all(table)
    .map(({ name }) => name);
