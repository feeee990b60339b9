import { addressBit, addressKinds } from "../../../../shared/domain/consent/address.ts";
import { consentMatters } from "../../../../shared/domain/consent/consent.ts";
import { consentBit } from "../../../../shared/domain/consent/consentMask.ts";
import type { WriteDb } from "../../db/connection.ts";
import { IS_BOUGHT } from "../sqlTerms.ts";
import { BIT_OF_SHELF, shelfBits } from "./shelfBits.ts";

/** From so many changed customers on, filling all anew is quicker than one after the other. */
const MOST_SINGLY = 20_000;

/**
 * Brings the figures in line with the shop as it is now: those who changed since the last time, or
 * everybody. Run before each question, so that a sale of a moment ago counts.
 */
export const fillFigures = (db: WriteDb): void => {
  // Not IMMEDIATE: that would take the lock of every attached file, and the till would wait for it.
  db.exec("BEGIN");
  try {
    const last = lastSequence(db);
    const filled = filledSequence(db);
    if (last !== filled) fillFrom(db, filled, last);
    db.prepare<[number]>("UPDATE marker SET filled_sequence = ?").run(last);
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction()) db.exec("ROLLBACK");
    throw error;
  }
};

const lastSequence = (db: WriteDb): number =>
  db.prepare<[], { n: number }>("SELECT coalesce(max(sequence), 0) AS n FROM shop.changes").get()
    ?.n ?? 0;

const filledSequence = (db: WriteDb): number =>
  db.prepare<[], { n: number }>("SELECT filled_sequence AS n FROM marker").get()?.n ?? -1;

const fillFrom = (db: WriteDb, filled: number, last: number): void => {
  db.exec("CREATE TEMP TABLE IF NOT EXISTS changed (customer_id TEXT PRIMARY KEY) WITHOUT ROWID");
  db.exec("DELETE FROM changed");
  // It is ahead where older facts were put back: it knows what they do not.
  const isWhole = filled < 0 || filled > last;
  if (!isWhole) {
    db.prepare<[number]>(
      `INSERT OR IGNORE INTO changed SELECT customer_id FROM shop.changes
        WHERE sequence > ? AND customer_id IS NOT NULL`,
    ).run(filled);
  }
  const count = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM changed").get()?.n ?? 0;
  const shelves = fillGoods(db);
  if (isWhole || count > MOST_SINGLY) fillAll(db);
  else {
    if (count > 0) fillChanged(db);
    if (shelves.length > 0) fillShelves(db, shelves);
  }
};

const TABLES = ["shelf_buyers", "buyers", "visits", "expiring", "carts", "people", "names"];

const fillAll = (db: WriteDb): void => {
  for (const table of TABLES) db.exec(`DELETE FROM ${table}`);
  insertFigures(db, "TRUE");
};

const fillChanged = (db: WriteDb): void => {
  for (const table of TABLES) {
    db.exec(`DELETE FROM ${table} WHERE customer_number IN
      (SELECT customer_number FROM names JOIN changed USING (customer_id))`);
  }
  insertFigures(db, "customer_id IN (SELECT customer_id FROM changed)");
};

/** Of everybody whom `whose`, a condition on `customer_id`, lets through. */
const insertFigures = (db: WriteDb, whose: string): void => {
  const isWhole = whose === "TRUE";
  db.exec(`
    INSERT INTO names (customer_id)
      SELECT customer_id FROM shop.customers WHERE removed = 0 AND ${whose} ORDER BY customer_id;
    INSERT INTO buyers
      SELECT goods_number, customer_number, max(at_ms)
        FROM (SELECT customer_id, sku, last_at_ms AS at_ms FROM shop.customer_products WHERE ${whose}
              UNION ALL
              SELECT customer_id, sku, placed_at_ms
                FROM shop.orders JOIN shop.order_lines USING (source, external_id)
               WHERE ${whose} AND sku IS NOT NULL AND ${IS_BOUGHT})
             JOIN names USING (customer_id) JOIN goods USING (sku)
       GROUP BY goods_number, customer_number ORDER BY goods_number, customer_number;
    INSERT INTO shelf_buyers
      SELECT category, customer_number, max(last_at_ms)
        FROM buyers JOIN goods USING (goods_number)
       WHERE category IS NOT NULL AND ${isWhole ? "TRUE" : NUMBERS}
       GROUP BY category, customer_number ORDER BY category, customer_number;
    INSERT INTO people
      SELECT customer_number, coalesce(store_count, 0), coalesce(store_spent_minor, 0),
             coalesce(online_count, 0), coalesce(online_spent_minor, 0),
             coalesce(first_store_at_ms, 0), coalesce(last_store_at_ms, 0),
             min(coalesce(first_store_at_ms, first_online_at_ms, 0),
                 coalesce(first_online_at_ms, first_store_at_ms, 0)),
             max(coalesce(last_store_at_ms, 0), coalesce(last_online_at_ms, 0)),
             coalesce(balance, 0), ${GRANTED}, ${ADDRESSES},
             coalesce((SELECT sum(${BIT_OF_SHELF}) FROM shelf_buyers JOIN shelves USING (category)
                        WHERE shelf_buyers.customer_number = c.customer_number), 0)
        FROM (SELECT customer_number, customer_id FROM names WHERE ${whose}) AS c
             LEFT JOIN shop.customer_totals USING (customer_id)
             LEFT JOIN shop.points_balances USING (customer_id)
       ORDER BY customer_number;
    INSERT INTO visits
      SELECT customer_number, at_ms, row_number() OVER (PARTITION BY customer_id, at_ms), minor
        FROM (SELECT customer_id, sold_at_ms AS at_ms, total_minor AS minor FROM shop.sales
               WHERE customer_id IS NOT NULL AND ${whose}
              UNION ALL
              SELECT customer_id, placed_at_ms, total_minor - refunded_minor FROM shop.orders
               WHERE customer_id IS NOT NULL AND ${whose} AND ${IS_BOUGHT})
             JOIN names USING (customer_id);
    INSERT INTO expiring
      SELECT expires_day, customer_number, sum(remaining)
        FROM shop.points_lots JOIN names USING (customer_id)
       WHERE ${whose} AND remaining > 0 AND expires_day IS NOT NULL
       GROUP BY expires_day, customer_number;
    INSERT OR IGNORE INTO carts
      SELECT customer_number, placed_at_ms FROM shop.orders JOIN names USING (customer_id)
       WHERE ${whose} AND state = 'pending'`);
};

const NUMBERS = `customer_number IN
  (SELECT customer_number FROM names JOIN changed USING (customer_id))`;

/**
 * Goods that are new; answers the shelves whose goods are not the same any more. What is sensitive
 * stands on none: who bought it is told of nobody.
 */
const fillGoods = (db: WriteDb): readonly string[] => {
  db.exec(`
    INSERT OR IGNORE INTO goods (sku, category) SELECT sku, ${SHELF} FROM shop.products AS p;
    INSERT OR IGNORE INTO goods (sku)
      SELECT DISTINCT sku FROM shop.order_lines WHERE sku IS NOT NULL`);
  const moved = db
    .prepare<[], { before: string | null; now: string | null }>(
      `SELECT goods.category AS before, ${SHELF} AS now
         FROM goods JOIN shop.products AS p USING (sku) WHERE ${SHELF} IS NOT goods.category`,
    )
    .all();
  if (moved.length > 0) {
    db.exec(`UPDATE goods SET category = ${SHELF} FROM shop.products AS p
              WHERE p.sku = goods.sku AND ${SHELF} IS NOT goods.category`);
  }
  db.exec(NEW_SHELVES);
  return [...new Set(moved.flatMap(({ before, now }) => [before ?? [], now ?? []].flat()))];
};

const SHELF = "iif(p.sensitive, NULL, p.category)";

/** The largest first, at the first time: the first ones have a bit. */
const NEW_SHELVES = `
  INSERT OR IGNORE INTO shelves (category)
    SELECT category FROM goods WHERE category IS NOT NULL GROUP BY category ORDER BY count(*) DESC`;

const fillShelves = (db: WriteDb, shelves: readonly string[]): void => {
  const named = JSON.stringify(shelves);
  const these = "category IN (SELECT value FROM json_each(?))";
  db.prepare<[string]>(`DELETE FROM shelf_buyers WHERE ${these}`).run(named);
  db.prepare<[string]>(
    `INSERT INTO shelf_buyers
     SELECT category, customer_number, max(last_at_ms)
       FROM buyers JOIN goods USING (goods_number) WHERE ${these}
      GROUP BY category, customer_number`,
  ).run(named);
  const bits = shelfBits(db);
  for (const shelf of shelves) {
    const bit = bits.get(shelf);
    if (bit === undefined) continue;
    db.exec(`UPDATE people SET shelves = shelves & ~${bit} WHERE shelves & ${bit}`);
    db.prepare<[string]>(
      `UPDATE people SET shelves = shelves | ${bit}
        WHERE customer_number IN (SELECT customer_number FROM shelf_buyers WHERE category = ?)`,
    ).run(shelf);
  }
};

const BITS = consentMatters
  .map((matter) => `('${matter.purpose}', '${matter.channel}', ${consentBit(matter)})`)
  .join(", ");

/** The last word on each matter counts; SQLite takes the bare state from the row of the maximum. */
const GRANTED = `coalesce((
  SELECT sum(bit) FROM
    (SELECT purpose, channel, state, max(position) FROM shop.consents AS s
      WHERE s.customer_id = c.customer_id GROUP BY purpose, channel)
    JOIN (SELECT column1 AS purpose, column2 AS channel, column3 AS bit FROM (VALUES ${BITS}))
         USING (purpose, channel)
   WHERE state = 'granted'), 0)`;

const ADDRESSES = addressKinds
  .map(
    (kind) => `${addressBit(kind)} * EXISTS (SELECT 1 FROM shop.identities AS i
      WHERE i.customer_id = c.customer_id AND i.kind = '${kind}')`,
  )
  .join(" + ");
