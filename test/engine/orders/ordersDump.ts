import { openIdentities, openName } from "../../../electron/engine/usecases/customers/people.ts";
import type { TestShop } from "../setUp.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * All that a shop keeps of its online orders and of who placed them, row by row: without the ids
 * that were made on the way, without the imports, and with what is sealed opened.
 */
export const dumpOrders = (shop: TestShop) => {
  const customers = new Map(
    rowsOf(shop, "SELECT customer_id FROM customers WHERE removed = 0").map(({ customer_id }) => [
      customer_id,
      customerOf(shop, String(customer_id)),
    ]),
  );
  return {
    orders: rowsOf(shop, "SELECT * FROM orders ORDER BY source, external_id").map(
      ({ customer_id, sealed_buyer, import_id, ...order }) => ({
        ...order,
        buyer: openBuyer(shop, String(customer_id), sealed_buyer),
        customer: customers.get(customer_id)?.identities,
      }),
    ),
    lines: rowsOf(shop, "SELECT * FROM order_lines ORDER BY source, external_id, line"),
    customers: [...customers.values()].sort((left, right) =>
      JSON.stringify(left) < JSON.stringify(right) ? -1 : 1,
    ),
  };
};

const customerOf = (shop: TestShop, customerId: string) => ({
  identities: openIdentities(shop.engine(), customerId)
    .map(({ kind, value, source }) => `${kind} ${value} from ${source}`)
    .sort(),
  name: openName(shop.engine(), customerId),
  totals: withoutId(
    rowsOf(shop, "SELECT * FROM customer_totals WHERE customer_id = ?", customerId),
  ),
  balance: rowsOf(
    shop,
    "SELECT balance FROM points_balances WHERE customer_id = ? AND balance <> 0",
    customerId,
  ),
  pointsBySource: rowsOf(
    shop,
    `SELECT source_kind, source_id, sum(points) AS points FROM points_ledger WHERE customer_id = ?
      GROUP BY source_kind, source_id HAVING sum(points) <> 0 ORDER BY source_kind, source_id`,
    customerId,
  ),
  pointsByLastDay: rowsOf(
    shop,
    `SELECT expires_day, sum(remaining) AS points FROM points_lots WHERE customer_id = ?
      GROUP BY expires_day HAVING sum(remaining) <> 0 ORDER BY expires_day`,
    customerId,
  ),
});

const withoutId = (rows: readonly Row[]): readonly Row[] =>
  rows.map(({ customer_id, ...row }) => row);

const openBuyer = (shop: TestShop, customerId: string, sealed: unknown): string | undefined =>
  sealed instanceof Uint8Array
    ? shop.engine().stores.keyring.open(customerId, "buyer", sealed)
    : undefined;

const rowsOf = (shop: TestShop, sql: string, ...values: readonly string[]): readonly Row[] =>
  shop
    .engine()
    .stores.shop.prepare<string[], Row>(sql)
    .all(...values);
