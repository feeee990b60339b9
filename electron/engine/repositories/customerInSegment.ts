import type { ConsentMatter } from "../../../shared/domain/consent/consent.ts";
import type { Condition } from "../../../shared/domain/segment/segment.ts";
import { tierRanges } from "../../../shared/domain/segment/tierRanges.ts";
import { addDays, DAY_MS } from "../../../shared/kernel/day.ts";
import type { ReadDb } from "../db/connection.ts";
import type { SegmentQuestion } from "./figures/conditionSql.ts";
import { IS_BOUGHT, join, not, plain, rangeSql, type Sql, type Value } from "./sqlTerms.ts";

export type CustomerQuestion = SegmentQuestion & {
  readonly customerId: string;
  /** Whether the customer has a birthday within so many days: it is not in the shop's file in the clear. */
  readonly isBornWithin: (days: number, calendar: "solar" | "lunar") => boolean;
};

/**
 * Whether one customer is in the segment, read from the shop's own tables by their keys: for the till,
 * in the middle of a sale. Many customers are asked for by the figures beside it.
 */
export const isInSegment = (db: ReadDb, question: CustomerQuestion): boolean => {
  const { text, values } = whereOf(question);
  return (
    db
      .prepare<Value[], unknown>(
        `SELECT 1 FROM ${FROM} WHERE customers.customer_id = ? AND ${text}`,
      )
      .get(question.customerId, ...values) !== undefined
  );
};

const FROM = `customers LEFT JOIN customer_totals AS t USING (customer_id)
  LEFT JOIN points_balances AS p USING (customer_id)`;
const LAST_AT = "max(coalesce(t.last_store_at_ms, 0), coalesce(t.last_online_at_ms, 0))";
const COUNT = "(coalesce(t.store_count, 0) + coalesce(t.online_count, 0))";
const SPENT = "(coalesce(t.store_spent_minor, 0) + coalesce(t.online_spent_minor, 0))";
/** Below this many visits nobody has a rhythm that one could lapse from. */
const FEWEST_VISITS = 3;

const whereOf = (question: CustomerQuestion): Sql => {
  const all = (question.segment.all ?? []).map((one) => conditionSql(one, question));
  const any = (question.segment.any ?? []).map((one) => conditionSql(one, question));
  const parts = [plain("customers.removed = 0"), ...all];
  if (any.length > 0) parts.push(join(any, " OR "));
  return join(parts, " AND ");
};

const conditionSql = (condition: Condition, question: CustomerQuestion): Sql => {
  const { nowMs } = question;
  switch (condition.kind) {
    case "recencyDays":
      return join(
        [
          plain(`${LAST_AT} > 0`),
          // Whole days: bought yesterday at noon is one day ago until tomorrow noon. What was bought before
          // the clock was set back was bought just now.
          rangeSql(`(max(0, ${nowMs} - ${LAST_AT}) / ${DAY_MS})`, condition),
        ],
        " AND ",
      );
    case "purchaseCount":
      return rangeSql(countSql(condition.withinDays, nowMs), condition);
    case "spentMinor":
      return rangeSql(spentSql(condition.withinDays, nowMs), condition);
    case "boughtSku":
      return boughtSql("sku", condition, nowMs);
    case "boughtCategory":
      return boughtSql("category", condition, nowMs);
    case "notBoughtSku":
      return not(boughtSql("sku", condition, nowMs));
    case "notBoughtCategory":
      return not(boughtSql("category", condition, nowMs));
    case "channel":
      return plain(channelSql[condition.channel]);
    case "pointsBalance":
      return rangeSql("coalesce(p.balance, 0)", condition);
    case "birthdayWithinDays":
      return plain(
        question.isBornWithin(condition.days, condition.calendar ?? "solar") ? "1" : "0",
      );
    case "pointsExpiring":
      return {
        text: `(SELECT coalesce(sum(remaining), 0) FROM points_lots AS l
                 WHERE l.customer_id = customers.customer_id
                   AND l.expires_day BETWEEN ? AND ?) >= ?`,
        values: [
          question.today,
          addDays(question.today, condition.withinDays),
          Math.max(1, condition.min ?? 1),
        ],
      };
    case "tier":
      return join(
        tierRanges(condition.any, question.tiers).map((range) =>
          rangeSql(spentSinceSql(question.yearFromMs), range),
        ),
        " OR ",
      );
    case "cartLeftOnline":
      return join(
        [
          consentSql({ purpose: "personalization", channel: "counter" }),
          plain(`EXISTS (SELECT 1 FROM orders AS o
            WHERE o.customer_id = customers.customer_id AND o.state = 'pending'
              AND o.placed_at_ms >= ${nowMs - condition.withinDays * DAY_MS})`),
        ],
        " AND ",
      );
    case "lapsedAgainstOwnRhythm":
      return {
        text: `coalesce(t.store_count, 0) >= ${FEWEST_VISITS}
           AND (${nowMs} - t.last_store_at_ms) * (t.store_count - 1)
               > (t.last_store_at_ms - t.first_store_at_ms) * ?`,
        values: [condition.times],
      };
    case "consent":
      return consentSql(condition);
  }
};

const consentSql = ({ purpose, channel }: ConsentMatter): Sql => ({
  text: `(SELECT state FROM consents WHERE consents.customer_id = customers.customer_id
            AND purpose = ? AND channel = ? ORDER BY position DESC LIMIT 1) = 'granted'`,
  values: [purpose, channel],
});

const countSql = (withinDays: number | undefined, nowMs: number): string => {
  if (withinDays === undefined) return COUNT;
  const fromMs = nowMs - withinDays * DAY_MS;
  return `((SELECT count(*) FROM sales AS s WHERE s.customer_id = customers.customer_id
             AND s.sold_at_ms >= ${fromMs})
         + (SELECT count(*) FROM orders AS o WHERE o.customer_id = customers.customer_id
             AND o.placed_at_ms >= ${fromMs} AND o.${IS_BOUGHT}))`;
};

const spentSql = (withinDays: number | undefined, nowMs: number): string => {
  if (withinDays === undefined) return SPENT;
  return spentSinceSql(nowMs - withinDays * DAY_MS);
};

const spentSinceSql = (fromMs: number): string =>
  `((SELECT coalesce(sum(s.total_minor), 0) FROM sales AS s
             WHERE s.customer_id = customers.customer_id AND s.sold_at_ms >= ${fromMs})
         + (SELECT coalesce(sum(o.total_minor - o.refunded_minor), 0) FROM orders AS o
             WHERE o.customer_id = customers.customer_id AND o.placed_at_ms >= ${fromMs}
               AND o.${IS_BOUGHT}))`;

const boughtSql = (
  what: "sku" | "category",
  condition: { readonly any: readonly string[]; readonly withinDays?: number | undefined },
  nowMs: number,
): Sql => {
  const { any, withinDays } = condition;
  const fromMs = withinDays === undefined ? 0 : nowMs - withinDays * DAY_MS;
  const wanted =
    what === "sku"
      ? `(SELECT value FROM json_each(?) WHERE value NOT IN
           (SELECT sku FROM products WHERE sensitive = 1))`
      : `(SELECT sku FROM products
           WHERE sensitive = 0 AND category IN (SELECT value FROM json_each(?)))`;
  const named = JSON.stringify(any);
  return {
    text: `(EXISTS (SELECT 1 FROM customer_products AS c
              WHERE c.customer_id = customers.customer_id AND c.sku IN ${wanted}
                AND c.last_at_ms >= ${fromMs})
         OR EXISTS (SELECT 1 FROM orders AS o JOIN order_lines AS l USING (source, external_id)
              WHERE o.customer_id = customers.customer_id AND l.sku IN ${wanted}
                AND o.placed_at_ms >= ${fromMs} AND o.${IS_BOUGHT}))`,
    values: [named, named],
  };
};

const channelSql = {
  store: "coalesce(t.store_count, 0) > 0 AND coalesce(t.online_count, 0) = 0",
  online: "coalesce(t.online_count, 0) > 0 AND coalesce(t.store_count, 0) = 0",
  both: "coalesce(t.store_count, 0) > 0 AND coalesce(t.online_count, 0) > 0",
} as const;
