import { tableCounts } from "../../../electron/engine/repositories/checks.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { type Asked, openShop, type ShopOptions, type TestShop } from "../setUp.ts";

export const TEA = { sku: "TEA", name: "Trà sen Tây Hồ", barcode: "8930001", priceMinor: 45_000 };
export const RICE = {
  sku: "RICE",
  name: "Gạo ST25",
  priceMinor: 32_500,
  soldBy: "weight",
} as const;
/** So dear that a few thousand of it are more than one sale may cost. */
export const GOLD = { sku: "GOLD", name: "Vàng miếng", priceMinor: 90_000_000_000_000 };
export const DRUG = { sku: "DRUG", name: "Thuốc dạ dày", priceMinor: 60_000, sensitive: true };

/** A small shop with its shelf, one regular who agreed to printed offers, and a neighbour. */
export type World = TestShop & {
  readonly an: string;
  readonly binh: string;
};

export const openWorld = async (options: ShopOptions = {}): Promise<World> => {
  const shop = await openShop(options);
  await shop.take("catalog.import", {
    products: [{ ...TEA, stockQuantity: 100 }, RICE, GOLD, DRUG],
  });
  const an = await newCustomer(shop, { name: "Nguyễn Thị An", phones: ["+84 912 345 678"] });
  const binh = await newCustomer(shop, { name: "Lê Văn Bình", phones: ["+84 987 654 321"] });
  await agree(shop, an, "marketing", "print");
  return { ...shop, an, binh };
};

export const newCustomer = async (
  shop: TestShop,
  customer: { readonly name: string; readonly phones?: string[]; readonly emails?: string[] },
): Promise<string> => (await shop.take("customer.create", customer)).customerId;

export const agree = (
  shop: TestShop,
  customerId: string,
  purpose: "personalization" | "marketing",
  channel: "counter" | "print" | "sms" | "email",
) =>
  shop.take("consent.record", {
    customerId,
    purpose,
    channel,
    state: "granted",
    wording: "Tôi đồng ý",
    source: "counter",
  });

type Sold = Output<"sale.commit">;

/** A sale paid in cash to the last unit: what it costs is asked for first. */
export const sell = async (
  shop: TestShop,
  basket: {
    readonly lines: { sku: string; quantity?: number; quantityMilli?: number }[];
    readonly customerId?: string;
    readonly couponCodes?: string[];
    readonly pointsToRedeem?: number;
    readonly soldAtMs?: number;
  },
): Promise<Sold> => {
  const { soldAtMs: _, ...asked } = basket;
  const { cashTotalMinor } = await shop.take("sale.quote", asked);
  const payments =
    cashTotalMinor === 0 ? [] : [{ method: "cash" as const, amountMinor: cashTotalMinor }];
  return shop.take("sale.commit", { ...basket, payments });
};

export const TODAY = "2026-11-22";

type CampaignFields = Partial<Asked<"campaign.create">>;

export const newCampaign = (
  shop: TestShop,
  over: CampaignFields = {},
): Promise<Output<"campaign.create">> =>
  shop.take("campaign.create", {
    name: "Khách quen",
    segment: {},
    offer: { kind: "percent", rateBps: 1_000 },
    fromDay: TODAY,
    toDay: "2026-12-31",
    holdoutBps: 0,
    ...over,
  });

/** Coupons of a campaign issued to everybody who agreed, one for each. */
export const issueCoupons = async (
  shop: TestShop,
  over: CampaignFields = {},
): Promise<readonly string[]> => {
  const { campaignId } = await newCampaign(shop, over);
  await shop.take("campaign.issue", { campaignId });
  const { coupons } = await shop.take("campaign.list", { campaignId, format: "json" });
  return coupons.map(({ code }) => code);
};

/** How many rows the great tables have. */
export const countsOf = (shop: TestShop): Readonly<Record<string, number>> =>
  tableCounts(shop.engine().stores.shop);

export const passDays = (shop: TestShop, count: number): void => {
  shop.clock.nowMs += count * DAY_MS;
};
