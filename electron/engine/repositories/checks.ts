import type { ReadDb } from "../db/connection.ts";
import { schemaVersion } from "../db/migrate.ts";

const COUNTED = ["customers", "products", "sales", "orders", "campaigns", "coupons", "changes"];

export const tableCounts = (db: ReadDb): Record<string, number> =>
  Object.fromEntries(
    COUNTED.map((table) => [
      table,
      db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0,
    ]),
  );

/** The kept sums that are not the sums of what they are kept from; none when all is right. */
export const disagreements = (db: ReadDb): readonly string[] => {
  const version = schemaVersion(db);
  return [...sums, ...sumsSince(version)]
    .filter(([, sql]) => (db.prepare<[], { n: number }>(sql).get()?.n ?? 0) > 0)
    .map(([name]) => name);
};

type Sum = readonly [name: string, sql: string];

/** Backups are checked as they are, also those of an older version, which lacks some tables. */
const sumsSince = (version: number): readonly Sum[] => [
  receiptNumbers(
    version < 7
      ? "0"
      : `(SELECT coalesce(sum(to_sequence - from_sequence + 1), 0) FROM receipts_passed_over AS p
           WHERE p.register_id = r.register_id)`,
  ),
  ...(version < 4 ? [] : countsShown),
];

const receiptNumbers = (passedOver: string): Sum => [
  "receipt numbers",
  `SELECT count(*) AS n FROM registers AS r WHERE receipt_sequence <> ${passedOver} +
     (SELECT count(*) FROM sales AS s WHERE s.register_id = r.register_id)`,
];

/** What customers bought through a channel; `purchases` answers a row for each, with what it came to. */
const totals = (channel: "store" | "online", purchases: string): Sum => [
  `${channel} totals of customers`,
  `SELECT count(*) AS n FROM customer_totals AS t FULL JOIN
     (SELECT customer_id, count(*) AS purchases, sum(spent) AS spent FROM (${purchases})
       WHERE customer_id IS NOT NULL GROUP BY customer_id) AS p
       ON p.customer_id = t.customer_id
    WHERE (coalesce(${channel}_count, 0), coalesce(${channel}_spent_minor, 0))
       IS NOT (coalesce(purchases, 0), coalesce(spent, 0))`,
];

const sums: readonly Sum[] = [
  [
    "points balances",
    `SELECT count(*) AS n FROM points_balances AS b FULL JOIN
       (SELECT customer_id, sum(points) AS points FROM points_ledger GROUP BY customer_id) AS l
         ON l.customer_id = b.customer_id
      WHERE balance IS NOT points`,
  ],
  [
    "points balance after each entry",
    `SELECT count(*) AS n FROM
       (SELECT balance_after, sum(points) OVER (PARTITION BY customer_id ORDER BY position) AS sum
          FROM points_ledger) WHERE balance_after <> sum`,
  ],
  [
    "points lots",
    `SELECT count(*) AS n FROM points_balances AS b FULL JOIN
       (SELECT customer_id, sum(remaining) AS remaining FROM points_lots GROUP BY customer_id) AS l
         ON l.customer_id = b.customer_id
      WHERE max(coalesce(balance, 0), 0) IS NOT coalesce(remaining, 0)`,
  ],
  [
    "points of sales",
    `SELECT count(*) AS n FROM
       (SELECT sale_id, points_earned - points_redeemed AS points
          FROM sales WHERE customer_id IS NOT NULL) AS s
       FULL JOIN
       (SELECT source_id, sum(points) AS points
          FROM points_ledger WHERE source_kind = 'sale' GROUP BY source_id) AS l
         ON l.source_id = s.sale_id
      WHERE coalesce(s.points, 0) IS NOT coalesce(l.points, 0)`,
  ],
  [
    "stock on hand",
    `SELECT count(*) AS n FROM products LEFT JOIN
       (SELECT sku, sum(quantity_milli) AS moved FROM stock_ledger GROUP BY sku) USING (sku)
      WHERE stock_quantity_milli IS NOT moved`,
  ],
  [
    "sale lines",
    `SELECT count(*) AS n FROM sales AS s
       LEFT JOIN (SELECT sale_id, sum(gross_minor) AS gross, sum(discount_minor) AS discount,
                    sum(net_minor) AS net, sum(tax_minor) AS tax
               FROM sale_lines GROUP BY sale_id) AS l USING (sale_id)
      WHERE (l.gross, l.discount, l.net, l.tax)
         IS NOT (s.gross_minor, s.discount_minor, s.net_minor, s.tax_minor)`,
  ],
  [
    "payments",
    `SELECT count(*) AS n FROM sales AS s WHERE total_minor + rounding_minor + change_minor <>
       (SELECT coalesce(sum(amount_minor), 0) FROM payments AS p WHERE p.sale_id = s.sale_id)`,
  ],
  totals("store", "SELECT customer_id, total_minor AS spent FROM sales"),
  totals(
    "online",
    `SELECT customer_id, total_minor - refunded_minor AS spent FROM orders
      WHERE state IN ('paid', 'fulfilled', 'partially-refunded')`,
  ),
  [
    "customers' products",
    `SELECT count(*) AS n FROM customer_products AS c FULL JOIN
       (SELECT customer_id, sale_lines.sku, count(DISTINCT sale_id) AS purchases,
               sum(quantity_milli) AS quantity
          FROM sale_lines JOIN sales USING (sale_id)
         WHERE customer_id IS NOT NULL GROUP BY 1, 2) AS s
         ON s.customer_id = c.customer_id AND s.sku = c.sku
      WHERE (purchase_count, quantity_milli) IS NOT (purchases, quantity)`,
  ],
];

const countsShown: readonly Sum[] = (["sku", "reasonKind"] as const).map((key) => {
  const [table, column] =
    key === "sku" ? ["shown_products", "sku"] : ["shown_reasons", "reason_kind"];
  return [
    `counts of ${table}`,
    `SELECT count(*) AS n FROM ${table} AS kept FULL JOIN
         (SELECT value ->> '${key}' AS name, count(*) AS shown,
                 sum(value ->> 'outcome' = 'taken') AS taken,
                 sum(value ->> 'outcome' = 'dismissed') AS dismissed
            FROM lookups, json_each(outcomes) WHERE is_control = 0 GROUP BY name) AS told
           ON told.name = kept.${column}
        WHERE (shown_count, taken_count, dismissed_count) IS NOT (shown, taken, dismissed)`,
  ] as const;
});
