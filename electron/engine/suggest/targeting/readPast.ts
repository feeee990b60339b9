import { lastCouponDay } from "../../../../shared/domain/campaign/campaign.ts";
import { isInScope, type Offer } from "../../../../shared/domain/coupon/offer.ts";
import { DAY_MS, dayOf } from "../../../../shared/kernel/day.ts";
import { proportionOfMinor, subtractMinor, sumMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import { LIMIT } from "../../db/rows.ts";
import { usedCouponsSql } from "../../repositories/couponUses.ts";
import { findProduct } from "../../repositories/products.ts";
import { findShop } from "../../repositories/shop.ts";
import { IS_BOUGHT } from "../../repositories/sqlTerms.ts";
import type { CustomerPast, PastCampaign, PastLine, PastOffer, Shelf } from "./past.ts";
import { tierReader } from "./tierReader.ts";

/** The shop's goods and campaigns by number, and a way to read one customer after another. */
export type ShopPast = {
  readonly shelf: Shelf;
  readonly categoryNames: readonly string[];
  readonly products: readonly ShelfProduct[];
  /** Of any product, a sensitive one too: what a gift costs is no reason to give it. */
  readonly priceMinorOf: (sku: string) => number | undefined;
  /** How many times the usual points somebody's tier earns, in basis points. */
  readonly tierBpsOf: (customerId: string) => number;
  /** Of two offers that were tried each is one of them. */
  readonly campaigns: readonly PastCampaign[];
  /** Of each of `campaigns`, in their order. */
  readonly campaignIds: readonly string[];
  /** The shop's own day that an instant falls on. */
  readonly dayAt: (atMs: number) => number;
  readonly read: (customerId: string) => CustomerPast;
  /** What was paid for goods whose cost is known, and what it left, among all that was read. */
  readonly margin: { paidMinor: number; leftMinor: number; lines: number };
};

export type ShelfProduct = {
  readonly sku: string;
  readonly category: string | null;
  readonly costMinor: number | null;
  readonly sensitive: 0 | 1;
  readonly productNumber: number;
};

/** Older campaigns tell little, and each is asked of every customer. */
const MOST_CAMPAIGNS = 60;
/** The last of a customer's lines, of those with very many. */
const MOST_LINES = 2_000;
const PRODUCTS_A_PAGE = 500;

/** Reads the shelf and the campaigns that were issued by `nowMs`; sensitive goods are left out. */
export const openPast = (db: ReadDb, nowMs: number): ShopPast => {
  const products: ShelfProduct[] = [];
  for (let last = -1; ; ) {
    const page = listProducts(db, last);
    products.push(...page.filter(({ sensitive }) => sensitive === 0));
    if (page.length < PRODUCTS_A_PAGE) break;
    last = page.at(-1)?.productNumber ?? last;
  }
  const names = [...new Set(products.flatMap(({ category }) => category ?? []))];
  const categories = new Map(names.map((name, at) => [name, at]));
  const shelf = {
    category: Int32Array.from(products, ({ category }) => categories.get(category ?? "") ?? -1),
    categoryCount: names.length,
  };
  const dayAt = shopDays(db);
  const rows = listIssued(db, nowMs);
  const campaigns: PastCampaign[] = [];
  const campaignIds: string[] = [];
  for (const row of rows) {
    campaigns.push(pastCampaign(row, "a", { products, dayAt }));
    campaignIds.push(row.campaignId);
    if (row.otherOffer === null) continue;
    const besides = campaigns.length - 1;
    campaigns.push({ ...pastCampaign(row, "b", { products, dayAt }), besides });
    campaignIds.push(row.campaignId);
  }
  const margin = { paidMinor: 0, leftMinor: 0, lines: 0 };
  const read = reader(db, { products, campaigns, dayAt, margin });
  const priceMinorOf = (sku: string) => findProduct(db, sku)?.priceMinor;
  const goods = { shelf, categoryNames: names, products, priceMinorOf };
  return {
    ...goods,
    tierBpsOf: tierReader(db, nowMs),
    campaigns,
    campaignIds,
    dayAt,
    read,
    margin,
  };
};

/** What tells the two offers of a campaign apart; whoever was held out of both stands beside the first. */
const keyOf = ({ campaignId, offerArm }: OfOffer): string =>
  offerArm === "b" ? `${campaignId} b` : campaignId;

type OfOffer = { readonly campaignId: string; readonly offerArm: "a" | "b" | null };

const pastCampaign = (
  row: IssuedRow,
  offerArm: "a" | "b",
  { products, dayAt }: Pick<ShopPast, "products" | "dayAt">,
): PastCampaign => {
  const offer: Offer = JSON.parse((offerArm === "b" && row.otherOffer) || row.offer);
  // Who is drawn later is drawn by what they did in the days before: these are no outcome of it.
  const endDay = dayNumber(lastCouponDay(row));
  const startDay = Math.min(endDay, Math.max(dayNumber(row.fromDay), dayAt(row.issuedAtMs)));
  const offers = [pastOffer(offer, keyOf({ ...row, offerArm }), products)];
  return {
    ...{ kind: offer.kind, startDay, endDay, offers },
    ...(row.trigger === "next-purchase" && { isEarned: true }),
    ...(row.stoppedAtMs !== null && { isStopped: true }),
  };
};

/** The goods of an offer by their numbers: what is in its scope, or the gift itself. */
export const pastOffer = (
  offer: Offer,
  name: string,
  products: readonly ShelfProduct[],
): PastOffer => {
  const isWhole = offer.scope?.skus === undefined && offer.scope?.categories === undefined;
  if (isWhole && offer.kind !== "gift") return { offer: name };
  const inOffer = products.flatMap(({ sku, category }, at) => {
    const goods = { sku, ...(category === null ? {} : { category }) };
    const isMeant = offer.kind === "gift" ? sku === offer.sku : isInScope(goods, offer.scope);
    return isMeant ? [at] : [];
  });
  return { offer: name, products: new Set(inOffer) };
};

/** Days from 1970 to a day of the calendar. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/**
 * A campaign's days are the shop's: by Greenwich a coupon used in Vietnam before seven on the first
 * day would be known before the campaign.
 */
const shopDays = (db: ReadDb): ShopPast["dayAt"] => {
  const timezone = findShop(db)?.timezone ?? "UTC";
  return (atMs) => dayNumber(dayOf(atMs, timezone));
};

const listProducts = (db: ReadDb, after: number): readonly ShelfProduct[] =>
  db
    .prepare<[number, number], ShelfProduct>(
      `SELECT sku, category, cost_minor AS costMinor, sensitive,
              product_number AS productNumber
         FROM products WHERE product_number > ? ORDER BY product_number ${LIMIT}`,
    )
    .all(after, PRODUCTS_A_PAGE);

type IssuedRow = {
  readonly campaignId: string;
  readonly offer: string;
  readonly otherOffer: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly trigger: "list" | "next-purchase";
  readonly validDays: number | null;
  readonly issuedAtMs: number;
  readonly stoppedAtMs: number | null;
};

const listIssued = (db: ReadDb, nowMs: number): readonly IssuedRow[] =>
  db
    .prepare<[number, number], IssuedRow>(
      `SELECT campaign_id AS campaignId, offer, other_offer AS otherOffer,
              from_day AS fromDay, to_day AS toDay,
              earned_by AS trigger, valid_days AS validDays, issued_at_ms AS issuedAtMs,
              stopped_at_ms AS stoppedAtMs
         FROM campaigns WHERE issued_at_ms <= ?
        ORDER BY from_day DESC, campaign_id ${LIMIT}`,
    )
    .all(nowMs, MOST_CAMPAIGNS);

type Reading = {
  readonly products: readonly ShelfProduct[];
  readonly campaigns: readonly PastCampaign[];
  readonly dayAt: ShopPast["dayAt"];
  readonly margin: ShopPast["margin"];
};

const reader = (db: ReadDb, { products, campaigns, dayAt, margin }: Reading) => {
  const numberBySku = new Map(products.map(({ sku }, at) => [sku, at]));
  const placeByOffer = new Map(
    campaigns.flatMap(({ offers }, at) => offers.map(({ offer }) => [offer, at] as const)),
  );
  const addMargin = (row: LineRow, costMinor: number): void => {
    const soldCostMinor = proportionOfMinor(costMinor, { part: row.quantityMilli, of: 1_000 });
    margin.lines += 1;
    margin.paidMinor = sumMinor([margin.paidMinor, row.paidMinor]);
    margin.leftMinor = sumMinor([margin.leftMinor, subtractMinor(row.netMinor, soldCostMinor)]);
  };
  return (customerId: string): CustomerPast => {
    const baskets = new Map<string, number>();
    const lines = listLines(db, customerId, dayAt).flatMap((row): readonly PastLine[] => {
      const product = numberBySku.get(row.sku);
      if (product === undefined) return [];
      const basket = baskets.get(row.basket) ?? baskets.size;
      baskets.set(row.basket, basket);
      const costMinor = row.unitCostMinor ?? products[product]?.costMinor ?? null;
      if (costMinor !== null) addMargin(row, costMinor);
      const { paidMinor } = row;
      const how = { byCoupon: row.byCoupon === 1, isReduced: row.isReduced === 1 };
      return [{ day: Math.floor(row.day), basket, product, paidMinor, ...how }];
    });
    const places = (arm: string) =>
      listArms(db, customerId).flatMap((row) =>
        row.arm === arm ? (placeByOffer.get(keyOf(row)) ?? []) : [],
      );
    const redemptions = listUsed(db, customerId).flatMap(({ atMs, ...coupon }) => {
      const offer = keyOf(coupon);
      const campaign = placeByOffer.get(offer);
      return campaign === undefined ? [] : [{ day: dayAt(atMs), campaign, offer }];
    });
    const [received, heldOut] = [places("issued"), places("held-out")];
    return { customerId, lines, received, heldOut, redemptions };
  };
};

type LineRow = {
  readonly basket: string;
  readonly day: number;
  readonly sku: string;
  readonly paidMinor: number;
  readonly netMinor: number;
  readonly quantityMilli: number;
  /** What one cost then; null where nobody had said. */
  readonly unitCostMinor: number | null;
  readonly byCoupon: 0 | 1;
  readonly isReduced: 0 | 1;
};

/** From the shop and online, the newest first; online, neither tax nor coupons are told by line. */
const listLines = (
  db: ReadDb,
  customerId: string,
  dayAt: ShopPast["dayAt"],
): readonly LineRow[] => {
  const sold = db
    .prepare<[string, number], LineRow>(
      `SELECT sale_id AS basket, julianday(business_day) - 2440587.5 AS day, sku,
              net_minor + l.tax_minor AS paidMinor, net_minor AS netMinor,
              quantity_milli AS quantityMilli, unit_cost_minor AS unitCostMinor,
              l.discount_minor > 0 AS isReduced,
              EXISTS (SELECT 1 FROM sale_discounts AS d WHERE d.sale_id = l.sale_id
                         AND d.line = l.line AND d.kind = 'coupon') AS byCoupon
         FROM (SELECT sale_id, business_day, sold_at_ms FROM sales WHERE customer_id = ?
                ORDER BY sold_at_ms DESC) CROSS JOIN sale_lines AS l USING (sale_id) ${LIMIT}`,
    )
    .all(customerId, MOST_LINES);
  const ordered = db
    .prepare<[string, number], Omit<LineRow, "day"> & { readonly atMs: number }>(
      `SELECT source || ' ' || external_id AS basket, placed_at_ms AS atMs, sku,
              l.total_minor AS paidMinor, l.total_minor AS netMinor,
              quantity * 1000 AS quantityMilli, NULL AS unitCostMinor,
              l.discount_minor > 0 AS isReduced, 0 AS byCoupon
         FROM (SELECT source, external_id, placed_at_ms FROM orders
                WHERE customer_id = ? AND ${IS_BOUGHT}
                ORDER BY placed_at_ms DESC)
        CROSS JOIN order_lines AS l USING (source, external_id) WHERE sku IS NOT NULL ${LIMIT}`,
    )
    .all(customerId, MOST_LINES)
    .map(({ atMs, ...line }) => ({ ...line, day: dayAt(atMs) }));
  return [...sold, ...ordered];
};

type ArmRow = OfOffer & { readonly arm: "issued" | "held-out" };

const listArms = (db: ReadDb, customerId: string): readonly ArmRow[] =>
  db
    .prepare<[string], ArmRow>(
      `SELECT m.campaign_id AS campaignId, arm, offer_arm AS offerArm
         FROM campaigns AS c CROSS JOIN campaign_members AS m USING (campaign_id)
        WHERE customer_id = ? AND issued_at_ms IS NOT NULL`,
    )
    .all(customerId);

type UsedRow = OfOffer & { readonly atMs: number };

const listUsed = (db: ReadDb, customerId: string): readonly UsedRow[] =>
  db
    .prepare<[string], UsedRow>(
      `SELECT campaign_id AS campaignId, offer_arm AS offerArm, use_at_ms AS atMs
         FROM ${usedCouponsSql()} WHERE customer_id = ?`,
    )
    .all(customerId);
