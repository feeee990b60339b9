import { dayOf, instantMs } from "../../electron/engine/demo/calendar.ts";
import type { DemoProduct, DemoShop } from "../../electron/engine/demo/plan.ts";
import { type Random, seededRandom } from "../../electron/engine/demo/random.ts";
import { defined } from "../../shared/kernel/assert.ts";
import { sumMinor } from "../../shared/money/money.ts";
import { type OnlineBuyer, onlineBuyers } from "./onlineBuyers.ts";

export type OnlineShop = "shopify" | "woocommerce" | "shopee" | "tiktok";

export type OnlineOrder = {
  readonly shop: OnlineShop;
  /** 0 for the shop's oldest order. */
  readonly place: number;
  readonly buyer: OnlineBuyer;
  readonly placedAtMs: number;
  readonly state: "paid" | "unpaid" | "cancelled" | "refunded";
  readonly lines: readonly OnlineLine[];
  readonly discountMinor: number;
  readonly shippingMinor: number;
  /** What an exporter, a spreadsheet or a person has spoiled in the file. */
  readonly flaw?: "money" | "date" | "quantity";
};

export type OnlineLine = {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly priceMinor: number;
};

export const goodsMinor = ({ lines }: OnlineOrder): number =>
  sumMinor(lines.map(({ priceMinor, quantity }) => priceMinor * quantity));

export const totalMinor = (order: OnlineOrder): number =>
  sumMinor([goodsMinor(order), -order.discountMinor, order.shippingMinor]);

/** How many of each shop's orders there are, and how many of those are spoiled. */
export const orderCounts: Readonly<Record<OnlineShop, { orders: number; flawed: number }>> = {
  shopify: { orders: 260, flawed: 4 },
  woocommerce: { orders: 170, flawed: 2 },
  shopee: { orders: 100, flawed: 3 },
  tiktok: { orders: 70, flawed: 2 },
};

/** The orders that `shop` got online in the four months to `endDay`, oldest first. */
export const onlineOrders = (
  { products, customers }: DemoShop,
  { shop, seed, endDay }: OnlinePeriod,
): readonly OnlineOrder[] => {
  const random = seededRandom(`${seed}/${shop}`);
  const { orders } = orderCounts[shop];
  const goods = products.filter(isSentByPost);
  const buyers = onlineBuyers(random.fork("buyers"), customers, Math.round(orders * 0.7));
  const moments = placedMoments(random.fork("moments"), orders, endDay);
  return moments.map((placedAtMs, place) => {
    const own = random.fork(`order ${place}`);
    const flaw = flawAt(shop, place);
    // The first buyer is the regular whom the demo looks up: in every shop, and more than once.
    const buyer = place % 80 === 0 ? defined(buyers[0], "the first buyer") : own.pick(buyers);
    const contents = orderContents(own, { shop, goods, isSingle: flaw !== undefined });
    if (!flaw) return { ...contents, shop, place, buyer, placedAtMs };
    return { ...contents, shop, place, buyer, placedAtMs, state: "paid", flaw };
  });
};

export type OnlinePeriod = {
  readonly shop: OnlineShop;
  readonly seed: number;
  readonly endDay: string;
};

const flawAt = (shop: OnlineShop, place: number): OnlineOrder["flaw"] => {
  const { orders, flawed } = orderCounts[shop];
  const spacing = Math.floor(orders / flawed);
  const isFlawed = place % spacing === 5 && place < spacing * flawed;
  return isFlawed ? flaws[Math.floor(place / spacing) % flaws.length] : undefined;
};

const flaws = ["money", "date", "quantity"] as const;

const isSentByPost = ({ soldBy, sensitive, category }: DemoProduct): boolean =>
  soldBy === "unit" && !sensitive && !shopOnly.includes(category);

const shopOnly = ["Kem & đông lạnh", "Trứng, đậu & đồ tươi", "Rau củ & trái cây"];

const placedMoments = (random: Random, count: number, endDay: string): readonly number[] => {
  const lastDay = dayOf(endDay);
  const moments = Array.from({ length: count }, () =>
    instantMs(
      lastDay - random.below(120),
      random.pick(onlineHours) * 60 + random.below(60),
      random.below(60),
    ),
  );
  return moments.sort((left, right) => left - right);
};

const onlineHours = [8, 10, 11, 12, 12, 15, 19, 20, 20, 21, 21, 22, 23];

type Frame = {
  readonly shop: OnlineShop;
  readonly goods: readonly DemoProduct[];
  readonly isSingle: boolean;
};

type Contents = Pick<OnlineOrder, "state" | "lines" | "discountMinor" | "shippingMinor">;

const orderContents = (random: Random, { shop, goods, isSingle }: Frame): Contents => {
  const lineCount = isSingle ? 1 : random.pick([1, 1, 2, 2, 3, 4]);
  const lines = uniqueLines(Array.from({ length: lineCount }, () => line(random, goods)));
  const isSentFree = shop === "shopee" || shop === "tiktok" || random.chance(0.3);
  return {
    state: stateOf(random),
    lines,
    discountMinor: random.chance(0.2) ? 5_000 : 0,
    shippingMinor: isSentFree ? 0 : 25_000,
  };
};

const line = (random: Random, goods: readonly DemoProduct[]): OnlineLine => {
  const quantity = random.pick([1, 1, 1, 2, 3]);
  if (random.chance(0.02)) return { ...unknownBundle, quantity };
  const { sku, name, priceMinor } = random.pick(goods);
  return { sku, name, priceMinor, quantity };
};

/** Sold online only, so that the shop's own catalogue does not know it. */
const unknownBundle = {
  sku: "COMBO-PHIN-ONLINE",
  name: "Combo quà phin và cà phê (chỉ bán online)",
  priceMinor: 159_000,
};

const uniqueLines = (lines: readonly OnlineLine[]): readonly OnlineLine[] => [
  ...new Map(lines.map((one) => [one.sku, one])).values(),
];

const stateOf = (random: Random): OnlineOrder["state"] => {
  const draw = random.next();
  if (draw < 0.84) return "paid";
  if (draw < 0.91) return "unpaid";
  return draw < 0.97 ? "cancelled" : "refunded";
};
