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

const sums: readonly Sum[] = [
  [
    "points balances",
    `SELECT count(*) AS n FROM points_balances AS b WHERE balance IS NOT
       (SELECT sum(points) FROM points_ledger AS l WHERE l.customer_id = b.customer_id)`,
  ],
  [
    "points balance after each entry",
    `SELECT count(*) AS n FROM
       (SELECT balance_after, sum(points) OVER (PARTITION BY customer_id ORDER BY position) AS sum
          FROM points_ledger) WHERE balance_after <> sum`,
  ],
  [
    "points lots",
    `SELECT count(*) AS n FROM points_balances AS b WHERE max(balance, 0) IS NOT
       (SELECT coalesce(sum(remaining), 0) FROM points_lots AS l
         WHERE l.customer_id = b.customer_id)`,
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
       JOIN (SELECT sale_id, sum(gross_minor) AS gross, sum(discount_minor) AS discount,
                    sum(net_minor) AS net, sum(tax_minor) AS tax
               FROM sale_lines GROUP BY sale_id) AS l USING (sale_id)
      WHERE (l.gross, l.discount, l.net, l.tax)
         <> (s.gross_minor, s.discount_minor, s.net_minor, s.tax_minor)`,
  ],
  [
    "payments",
    `SELECT count(*) AS n FROM sales AS s WHERE total_minor + rounding_minor + change_minor <>
       (SELECT coalesce(sum(amount_minor), 0) FROM payments AS p WHERE p.sale_id = s.sale_id)`,
  ],
  [
    "store totals of customers",
    `SELECT count(*) AS n FROM customer_totals AS t
      WHERE (store_count, store_spent_minor) IS NOT
       (SELECT count(*), coalesce(sum(total_minor), 0) FROM sales AS s
         WHERE s.customer_id = t.customer_id)`,
  ],
  [
    "online totals of customers",
    `SELECT count(*) AS n FROM customer_totals AS t
      WHERE (online_count, online_spent_minor) IS NOT
       (SELECT count(*), coalesce(sum(total_minor - refunded_minor), 0) FROM orders AS o
         WHERE o.customer_id = t.customer_id
           AND state IN ('paid', 'fulfilled', 'partially-refunded'))`,
  ],
  [
    "customers' products",
    `SELECT count(*) AS n FROM customer_products AS c
      WHERE (purchase_count, quantity_milli) IS NOT
       (SELECT count(DISTINCT sale_id), sum(quantity_milli) FROM sale_lines
          JOIN sales USING (sale_id)
         WHERE customer_id = c.customer_id AND sale_lines.sku = c.sku)`,
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
