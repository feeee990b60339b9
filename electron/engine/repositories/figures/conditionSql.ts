import { consentBit } from "../../../../shared/domain/consent/consentMask.ts";
import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import { birthdaysKept } from "../../../../shared/domain/segment/birthdaysKept.ts";
import type {
  Condition,
  CountRange,
  OneOf,
  Segment,
  Within,
} from "../../../../shared/domain/segment/segment.ts";
import { tierRanges } from "../../../../shared/domain/segment/tierRanges.ts";
import { addDays, DAY_MS } from "../../../../shared/kernel/day.ts";
import { join, not, plain, rangeSql, type Sql, type Value } from "../sqlTerms.ts";
import type { ShelfBits } from "./shelfBits.ts";

/** A segment with what it is measured by; plain data, that goes to the worker. */
export type SegmentQuestion = {
  readonly segment: Segment;
  readonly nowMs: number;
  readonly today: string;
  /** When the rolling year of the tiers began. */
  readonly yearFromMs: number;
  readonly tiers: readonly { readonly tierId: string; readonly fromMinor: number }[];
};

/** Who was born on one of these days ("MM-DD"): birthdays are not in the figures. */
export type BornOn = (days: readonly string[], calendar: "solar" | "lunar") => readonly string[];

/** The segment as a condition on `people`. */
export const segmentSql = (
  question: SegmentQuestion,
  known: { readonly bornOn: BornOn; readonly shelfBits: ShelfBits },
): Sql => {
  const asked = { ...question, ...known };
  const all = (question.segment.all ?? []).map((one) => conditionSql(one, asked));
  const any = (question.segment.any ?? []).map((one) => conditionSql(one, asked));
  const parts = any.length > 0 ? [...all, join(any, " OR ")] : all;
  return parts.length === 0 ? plain("TRUE") : join(parts, " AND ");
};

type Asked = SegmentQuestion & Parameters<typeof segmentSql>[1];

/** Below this many visits nobody has a rhythm that one could lapse from. */
const FEWEST_VISITS = 3;

const conditionSql = (condition: Condition, asked: Asked): Sql => {
  const { nowMs, today } = asked;
  switch (condition.kind) {
    case "recencyDays":
      return recencySql(condition, nowMs);
    case "purchaseCount":
      return visitedSql("count", condition, sinceMs(condition, nowMs));
    case "spentMinor":
      return visitedSql("spent", condition, sinceMs(condition, nowMs));
    case "boughtSku":
      return boughtSql("sku", condition, nowMs);
    case "boughtCategory":
      return boughtFromSql(condition, asked);
    case "notBoughtSku":
      return not(boughtSql("sku", condition, nowMs));
    case "notBoughtCategory":
      return not(boughtFromSql(condition, asked));
    case "channel":
      return plain(channelSql[condition.channel]);
    case "pointsBalance":
      return rangeSql("points_balance", condition);
    case "pointsExpiring":
      return among(
        `SELECT customer_number FROM expiring WHERE expires_day BETWEEN ? AND ?
          GROUP BY customer_number HAVING sum(points) >= ?`,
        [today, addDays(today, condition.withinDays), Math.max(1, condition.min ?? 1)],
      );
    case "tier":
      return join(
        tierRanges(condition.any, asked.tiers).map((range) =>
          visitedSql("spent", range, asked.yearFromMs),
        ),
        " OR ",
      );
    case "birthdayWithinDays":
      return bornSql(condition, asked);
    case "lapsedAgainstOwnRhythm":
      return {
        text: `store_count >= ${FEWEST_VISITS}
          AND (${nowMs} - last_store_at_ms) * (store_count - 1)
              > (last_store_at_ms - first_store_at_ms) * ?`,
        values: [condition.times],
      };
    case "consent":
      return plain(`consents & ${consentBit(condition)}`);
    case "cartLeftOnline":
      return join(
        [
          plain(`consents & ${consentBit({ purpose: "personalization", channel: "counter" })}`),
          among("SELECT customer_number FROM carts WHERE placed_at_ms >= ?", [
            sinceMs(condition, nowMs),
          ]),
        ],
        " AND ",
      );
  }
};

const sinceMs = ({ withinDays }: Within, nowMs: number): number =>
  withinDays === undefined ? 0 : nowMs - withinDays * DAY_MS;

/**
 * Whole days: bought yesterday at noon is one day ago until tomorrow noon. What was bought before the
 * clock was set back was bought just now.
 */
const recencySql = ({ min, max }: CountRange, nowMs: number): Sql => {
  const parts = [plain("last_at_ms > 0")];
  if (min) parts.push(plain(`last_at_ms <= ${nowMs - min * DAY_MS}`));
  if (max !== undefined) parts.push(plain(`last_at_ms > ${nowMs - (max + 1) * DAY_MS}`));
  return join(parts, " AND ");
};

/**
 * How often somebody bought since then, or for how much. Who came for the first time since then has
 * it in their totals; only of the others the visits are counted.
 */
const visitedSql = (what: "count" | "spent", range: CountRange, fromMs: number): Sql => {
  const ever =
    what === "count" ? "store_count + online_count" : "store_spent_minor + online_spent_minor";
  if (fromMs <= 0) return rangeSql(`(${ever})`, range);
  const counted = what === "count" ? "count(*)" : "coalesce(sum(spent_minor), 0)";
  return rangeSql(
    `(CASE WHEN last_at_ms < ${fromMs} THEN 0 WHEN first_at_ms >= ${fromMs} THEN ${ever} ELSE
        (SELECT ${counted} FROM visits AS v
          WHERE v.customer_number = people.customer_number AND v.at_ms >= ${fromMs}) END)`,
    range,
  );
};

const boughtSql = (what: "sku" | "category", condition: OneOf & Within, nowMs: number): Sql => {
  const from =
    what === "sku"
      ? `buyers WHERE goods_number IN
          (SELECT goods_number FROM goods WHERE sku IN (SELECT value FROM json_each(?))
              AND sku NOT IN (SELECT sku FROM shop.products WHERE sensitive = 1))`
      : "shelf_buyers WHERE category IN (SELECT value FROM json_each(?))";
  return among(
    `SELECT customer_number FROM ${from} AND last_at_ms >= ${sinceMs(condition, nowMs)}`,
    [JSON.stringify(condition.any)],
  );
};

/** Ever bought is a bit of the person; since when, or a shelf without a bit, is looked up in sets. */
const boughtFromSql = (condition: OneOf & Within, { nowMs, shelfBits }: Asked): Sql => {
  if (condition.withinDays !== undefined) return boughtSql("category", condition, nowMs);
  const bits = new Set(condition.any.flatMap((shelf) => shelfBits.get(shelf) ?? []));
  const mask = [...bits].reduce((sum, bit) => sum + bit, 0);
  const others = condition.any.filter((shelf) => !shelfBits.has(shelf));
  if (others.length === 0) return plain(`shelves & ${mask}`);
  const rest = boughtSql("category", { any: others }, nowMs);
  return join([plain(`shelves & ${mask}`), rest], " OR ");
};

const bornSql = (
  condition: Extract<Condition, { kind: "birthdayWithinDays" }>,
  { today, bornOn }: Asked,
): Sql => {
  const calendar = condition.calendar ?? "solar";
  const kept = birthdaysKept(today, condition.days, calendar);
  return among(
    "SELECT customer_number FROM names WHERE customer_id IN (SELECT value FROM json_each(?))",
    [JSON.stringify(bornOn(kept, calendar))],
  );
};

const channelSql = {
  store: "store_count > 0 AND online_count = 0",
  online: "online_count > 0 AND store_count = 0",
  both: "store_count > 0 AND online_count > 0",
} as const;

/** The same question has the same name. */
const setName = (text: string, values: readonly Value[]): string =>
  String(hash53(JSON.stringify([text, values])));

/**
 * Who is in a set. It is made once, as a table in memory with a name of its own, and then looked up
 * by each question: SQLite would make it again for each.
 */
const among = (text: string, values: readonly Value[]): Sql => {
  const name = `set_${setName(text, values)}`;
  return {
    text: `customer_number IN (SELECT customer_number FROM temp.${name})`,
    values: [],
    sets: [{ name, text, values }],
  };
};
