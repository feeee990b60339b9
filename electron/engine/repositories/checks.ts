import type { ReadDb } from "../db/connection.ts";
import { schemaVersion } from "../db/migrate.ts";
import { PARTS } from "./commitments.ts";
import { IS_BOUGHT } from "./sqlTerms.ts";

/** Whom an import brought that was taken back is not there any more. */
const COUNTED = [
  ["customers", "WHERE removed = 0"],
  ["products"],
  ["sales"],
  ["orders"],
  ["campaigns"],
  ["coupons"],
  ["changes"],
] as const;

export const tableCounts = (db: ReadDb): Record<string, number> =>
  Object.fromEntries(
    COUNTED.map(([table, which = ""]) => [
      table,
      db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table} ${which}`).get()?.n ?? 0,
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
  ...(version < 10 ? [] : ofCampaigns),
];

const receiptNumbers = (passedOver: string): Sum => [
  "receipt numbers",
  `SELECT count(*) AS n FROM registers AS r WHERE receipt_sequence <> ${passedOver} +
     (SELECT count(*) FROM sales AS s WHERE s.register_id = r.register_id)`,
];

/**
 * Counts the keys under which the figures of `kept` and of `told` differ, also where one has none.
 * Each is put beside the other's negative and summed: a join of both sides would go through all of
 * one for each row of the other.
 */
const apart = (keys: string, figures: readonly string[], { kept, told }: Sides): string => {
  const each = (sign: "" | "-") => figures.map((figure) => `${sign}${figure}`).join(", ");
  const sums = figures.map((figure) => `sum(${figure}) <> 0`).join(" OR ");
  return `SELECT count(*) AS n FROM
    (SELECT ${keys} FROM (SELECT ${keys}, ${figures.join(", ")} FROM (${kept})
                          UNION ALL SELECT ${keys}, ${each("-")} FROM (${told}))
      GROUP BY ${keys} HAVING ${sums})`;
};

type Sides = { readonly kept: string; readonly told: string };

/** What customers bought through a channel; `purchases` answers a row for each, with what it came to. */
const totals = (channel: "store" | "online", purchases: string): Sum => [
  `${channel} totals of customers`,
  apart("customer_id", ["purchases", "spent"], {
    kept: `SELECT customer_id, ${channel}_count AS purchases, ${channel}_spent_minor AS spent
             FROM customer_totals`,
    told: `SELECT customer_id, 1 AS purchases, spent FROM (${purchases})
            WHERE customer_id IS NOT NULL`,
  }),
];

const sums: readonly Sum[] = [
  [
    "points balances",
    apart("customer_id", ["points"], {
      kept: "SELECT customer_id, balance AS points FROM points_balances",
      told: "SELECT customer_id, points FROM points_ledger",
    }),
  ],
  [
    "points balance after each entry",
    `SELECT count(*) AS n FROM
       (SELECT balance_after, sum(points) OVER (PARTITION BY customer_id ORDER BY position) AS sum
          FROM points_ledger) WHERE balance_after <> sum`,
  ],
  [
    "points lots",
    apart("customer_id", ["points"], {
      kept: "SELECT customer_id, max(balance, 0) AS points FROM points_balances",
      told: "SELECT customer_id, remaining AS points FROM points_lots",
    }),
  ],
  [
    "points of sales",
    apart("sale_id", ["points"], {
      kept: `SELECT sale_id, points_earned - points_redeemed AS points
               FROM sales WHERE customer_id IS NOT NULL`,
      told: `SELECT source_id AS sale_id, points FROM points_ledger WHERE source_kind = 'sale'`,
    }),
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
      WHERE ${IS_BOUGHT}`,
  ),
  [
    "customers' products",
    apart("customer_id, sku", ["purchases", "quantity"], {
      kept: `SELECT customer_id, sku, purchase_count AS purchases, quantity_milli AS quantity
               FROM customer_products`,
      told: `SELECT customer_id, sale_lines.sku, count(DISTINCT sale_id) AS purchases,
                    sum(quantity_milli) AS quantity
               FROM sale_lines JOIN sales USING (sale_id)
              WHERE customer_id IS NOT NULL GROUP BY customer_id, sale_lines.sku`,
    }),
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

const ofCampaigns: readonly Sum[] = [
  [
    "commitments of campaigns",
    apart("campaign_id, until_day", ["used_minor", "open_count", "open_spent_minor"], {
      kept: "SELECT * FROM campaign_commitments",
      told: PARTS,
    }),
  ],
  [
    "members of campaigns",
    apart("campaign_id", ["issued_count", "held_out_count"], {
      kept: "SELECT campaign_id, issued_count, held_out_count FROM campaigns",
      told: `SELECT campaign_id, arm = 'issued' AS issued_count, arm = 'held-out' AS held_out_count
               FROM campaign_members`,
    }),
  ],
];
