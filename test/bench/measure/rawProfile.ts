import type { RawShop } from "./rawShop.ts";

/** The statements that one profile rests on, each once and plainly. */
export const rawProfile = ({ shop, keys }: RawShop, asked: { fromMs: number; day: string }) => {
  const { fromMs, day } = asked;
  const key = keys.prepare<unknown[]>("SELECT key FROM customer_keys WHERE customer_id = ?");
  const ofCustomer = OF_CUSTOMER.map((sql) => shop.prepare<unknown[]>(sql));
  const year = shop.prepare<unknown[]>(YEAR);
  const visits = shop.prepare<unknown[]>(VISITS);
  const sales = shop.prepare<unknown[], { sale_id: string }>(SALES);
  const lines = shop.prepare<unknown[]>(LINES);
  const past = shop.prepare<unknown[]>(PAST);
  const orders = shop.prepare<unknown[], { source: string; external_id: string }>(ORDERS);
  const orderLines = shop.prepare<unknown[]>(ORDER_LINES);
  const coupons = shop.prepare<unknown[]>(COUPONS);
  const product = shop.prepare<unknown[]>("SELECT * FROM products WHERE sku = ?");
  return (customerId: string, skus: readonly string[]): void => {
    key.get(customerId);
    for (const statement of ofCustomer) statement.all(customerId);
    year.get(customerId, fromMs, customerId, fromMs);
    visits.all(customerId, fromMs);
    for (const { sale_id: saleId } of sales.all(customerId)) lines.all(saleId);
    for (const order of orders.all(customerId)) orderLines.all(order.source, order.external_id);
    coupons.all(customerId, day, day);
    past.all(customerId, customerId);
    for (const sku of skus) product.get(sku);
  };
};

const OF_CUSTOMER = [
  "SELECT * FROM customers WHERE customer_id = ?",
  "SELECT field, sealed FROM customer_fields WHERE customer_id = ?",
  "SELECT * FROM identities WHERE customer_id = ? ORDER BY since_ms, identity_id",
  "SELECT * FROM consents WHERE customer_id = ? ORDER BY position",
  "SELECT * FROM customer_totals WHERE customer_id = ?",
  "SELECT * FROM points_balances WHERE customer_id = ?",
  "SELECT * FROM points_lots WHERE customer_id = ? AND remaining > 0 ORDER BY position",
];

const YEAR = `SELECT * FROM
  (SELECT sum(total_minor), count(*) FROM sales WHERE customer_id = ? AND sold_at_ms >= ?),
  (SELECT sum(total_minor - refunded_minor), count(*) FROM orders
    WHERE customer_id = ? AND placed_at_ms >= ?
      AND state IN ('paid', 'fulfilled', 'partially-refunded'))`;

const VISITS = `SELECT sold_at_ms, total_minor FROM sales
  WHERE customer_id = ? AND sold_at_ms >= ? ORDER BY sold_at_ms DESC LIMIT 40`;

const SALES = `SELECT sale_id, receipt_number, sold_at_ms, total_minor FROM sales
  WHERE customer_id = ? ORDER BY sold_at_ms DESC LIMIT 10`;

const LINES = `SELECT name, quantity_milli FROM sale_lines
  WHERE sale_id = ? ORDER BY gross_minor DESC, line LIMIT 3`;

const ORDERS = `SELECT * FROM orders
  WHERE customer_id = ? ORDER BY placed_at_ms DESC, source DESC, external_id DESC LIMIT 10`;

const ORDER_LINES = `SELECT name, quantity FROM order_lines
  WHERE source = ? AND external_id = ? ORDER BY line LIMIT 3`;

/** What suggestions rest on: all that was bought of late. */
const PAST = `SELECT sale_id, sold_at_ms, sku FROM
    (SELECT sale_id, sold_at_ms FROM sales WHERE customer_id = ?
      ORDER BY sold_at_ms DESC LIMIT 100) JOIN sale_lines USING (sale_id)
  UNION ALL
  SELECT external_id, placed_at_ms, sku FROM
    (SELECT source, external_id, placed_at_ms FROM orders WHERE customer_id = ?
        AND state IN ('paid', 'fulfilled', 'partially-refunded')
      ORDER BY placed_at_ms DESC LIMIT 100) JOIN order_lines USING (source, external_id)`;

const COUPONS = `SELECT coupons.code, campaigns.name, campaigns.offer, campaigns.to_day
  FROM coupons JOIN campaigns USING (campaign_id) LEFT JOIN coupon_redemptions USING (code)
  WHERE coupons.customer_id = ? AND coupon_redemptions.code IS NULL
    AND campaigns.from_day <= ? AND campaigns.to_day >= ?
  ORDER BY campaigns.to_day, coupons.code LIMIT 50`;
