import { lunarDate } from "../../../shared/domain/calendar/lunar.ts";
import { daysToBirthday } from "../../../shared/domain/customer/birthday.ts";
import { rollingYearFromDay } from "../../../shared/domain/loyalty/pointsDays.ts";
import { tierOf } from "../../../shared/domain/loyalty/tier.ts";
import type { Condition, CountRange, Segment } from "../../../shared/domain/segment/segment.ts";
import { addDays, DAY_MS, dayOf, startOfDayMs } from "../../../shared/kernel/day.ts";
import type { TestShop } from "../setUp.ts";

const ZONE = "Asia/Ho_Chi_Minh";

/** Who is in the segment, by looking at every row of everybody: slow, and plain to see. */
export const slowSegment = (shop: TestShop, segment: Segment): readonly string[] => {
  const { stores } = shop.engine();
  const rows = <T>(sql: string): T[] => stores.shop.prepare<[], T>(sql).all();
  const people = rows<{ id: string }>("SELECT customer_id AS id FROM customers WHERE removed = 0");
  const world: World = {
    nowMs: shop.clock.nowMs,
    sales: rows(
      "SELECT sale_id AS id, customer_id AS who, sold_at_ms AS atMs, total_minor AS minor FROM sales",
    ),
    saleLines: rows("SELECT sale_id AS id, sku FROM sale_lines"),
    orders: rows(
      `SELECT source || external_id AS id, customer_id AS who, placed_at_ms AS atMs, state,
              total_minor - refunded_minor AS minor FROM orders`,
    ),
    orderLines: rows("SELECT source || external_id AS id, sku FROM order_lines"),
    products: rows("SELECT sku, category FROM products WHERE sensitive = 0"),
    consents: rows(
      "SELECT customer_id AS who, purpose, channel, state FROM consents ORDER BY position",
    ),
    lots: rows(
      "SELECT customer_id AS who, remaining, expires_day AS day FROM points_lots WHERE remaining > 0",
    ),
    balances: rows(
      "SELECT customer_id AS who, sum(points) AS points FROM points_ledger GROUP BY 1",
    ),
    birthdayOf: (id) => {
      const row = stores.shop
        .prepare<[string], { sealed: Uint8Array }>(
          `SELECT sealed FROM customer_fields
            WHERE customer_id = ? AND field = 'birthday' AND sealed IS NOT NULL`,
        )
        .get(id);
      return row && stores.keyring.open(id, "birthday", row.sealed);
    },
    rules: JSON.parse(
      rows<{ rules: string }>("SELECT loyalty_rules AS rules FROM shop")[0]?.rules ?? "",
    ),
  };
  return people
    .map(({ id }) => id)
    .filter((id) => (segment.all ?? []).every((one) => holds(world, id, one)))
    .filter((id) => !segment.any?.length || segment.any.some((one) => holds(world, id, one)))
    .sort();
};

type Bought = {
  readonly id: string;
  readonly who: string;
  readonly atMs: number;
  readonly minor: number;
};
type World = {
  readonly nowMs: number;
  readonly sales: readonly Bought[];
  readonly saleLines: readonly { readonly id: string; readonly sku: string }[];
  readonly orders: readonly (Bought & { readonly state: string })[];
  readonly orderLines: readonly { readonly id: string; readonly sku: string | null }[];
  /** But for what is sensitive: it speaks of nobody. */
  readonly products: readonly { readonly sku: string; readonly category: string | null }[];
  readonly consents: readonly { who: string; purpose: string; channel: string; state: string }[];
  readonly lots: readonly { who: string; remaining: number; day: string | null }[];
  readonly balances: readonly { who: string; points: number }[];
  readonly birthdayOf: (id: string) => string | undefined;
  readonly rules: Parameters<typeof tierOf>[1];
};

const paidStates = ["paid", "fulfilled", "partially-refunded"];

const holds = (world: World, who: string, condition: Condition): boolean => {
  const store = world.sales.filter((sale) => sale.who === who);
  const online = world.orders.filter(
    (order) => order.who === who && paidStates.includes(order.state),
  );
  const since = (withinDays: number | undefined) => (one: Bought) =>
    withinDays === undefined || one.atMs >= world.nowMs - withinDays * DAY_MS;
  const all = [...store, ...online];
  const today = dayOf(world.nowMs, ZONE);
  switch (condition.kind) {
    case "recencyDays": {
      if (all.length === 0) return false;
      const last = Math.max(...all.map(({ atMs }) => atMs));
      return isWithin(Math.floor(Math.max(0, world.nowMs - last) / DAY_MS), condition);
    }
    case "purchaseCount":
      return isWithin(all.filter(since(condition.withinDays)).length, condition);
    case "spentMinor":
      return isWithin(sum(all.filter(since(condition.withinDays))), condition);
    case "boughtSku":
    case "notBoughtSku":
    case "boughtCategory":
    case "notBoughtCategory": {
      const skus = condition.kind.endsWith("Sku")
        ? condition.any
        : world.products
            .filter(({ category }) => category !== null && condition.any.includes(category))
            .map(({ sku }) => sku);
      const ids = new Set(all.filter(since(condition.withinDays)).map(({ id }) => id));
      const bought = [...world.saleLines, ...world.orderLines].some(
        ({ id, sku }) => ids.has(id) && sku !== null && skus.includes(sku),
      );
      return condition.kind.startsWith("not") ? !bought : bought;
    }
    case "channel":
      return (
        store.length > 0 === (condition.channel !== "online") &&
        online.length > 0 === (condition.channel !== "store")
      );
    case "pointsBalance":
      return isWithin(world.balances.find((row) => row.who === who)?.points ?? 0, condition);
    case "pointsExpiring": {
      const until = addDays(today, condition.withinDays);
      const points = world.lots
        .filter(
          (lot) => lot.who === who && lot.day !== null && lot.day >= today && lot.day <= until,
        )
        .reduce((total, { remaining }) => total + remaining, 0);
      return points >= Math.max(1, condition.min ?? 1);
    }
    case "tier": {
      const fromMs = startOfDayMs(rollingYearFromDay(today), ZONE);
      const tier = tierOf(sum(all.filter(({ atMs }) => atMs >= fromMs)), world.rules);
      return condition.any.includes(tier?.tierId ?? "none");
    }
    case "birthdayWithinDays":
      return isBornWithin(world.birthdayOf(who), today, condition);
    case "lapsedAgainstOwnRhythm": {
      if (store.length < 3) return false;
      const times = store.map(({ atMs }) => atMs);
      const [first, last] = [Math.min(...times), Math.max(...times)];
      return (world.nowMs - last) * (store.length - 1) > (last - first) * condition.times;
    }
    case "consent":
      return isGranted(world, who, condition);
    case "cartLeftOnline":
      return (
        isGranted(world, who, { purpose: "personalization", channel: "counter" }) &&
        world.orders
          .filter((order) => order.who === who && order.state === "pending")
          .some(since(condition.withinDays))
      );
  }
};

const sum = (list: readonly Bought[]): number =>
  list.reduce((total, one) => total + Number(one.minor), 0);

const isWithin = (value: number, { min, max }: CountRange): boolean =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

const isGranted = (
  world: World,
  who: string,
  matter: { readonly purpose: string; readonly channel: string },
): boolean =>
  world.consents.findLast(
    (one) => one.who === who && one.purpose === matter.purpose && one.channel === matter.channel,
  )?.state === "granted";

const isBornWithin = (
  birthday: string | undefined,
  today: string,
  { days, calendar }: { readonly days: number; readonly calendar?: "solar" | "lunar" | undefined },
): boolean => {
  if (birthday === undefined) return false;
  const ahead = Array.from({ length: days + 1 }, (_, count) => addDays(today, count));
  if (calendar !== "lunar") return daysToBirthday(birthday, today) <= days;
  if (birthday.startsWith("--")) return false;
  const born = lunarDate(birthday);
  return ahead.map(lunarDate).some(({ month, day, isLeap }, index) => {
    if (isLeap || month !== born.month) return false;
    const isLast = lunarDate(addDays(ahead[index] ?? "", 1)).day === 1;
    return day === born.day || (born.day === 30 && day === 29 && isLast);
  });
};
