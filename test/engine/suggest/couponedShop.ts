import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { insertRow } from "../../../electron/engine/db/rows.ts";
import { openStores } from "../../../electron/engine/db/stores.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";

export const BASKET_MINOR = 100_000;
export const COST_MINOR = 60_000;
export const TODAY = 20_800;
export const NOW_MS = TODAY * 86_400_000 + 43_200_000;

export const dayText = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);

export type ShopSale = {
  readonly customerId: string;
  readonly day: number;
  readonly sku?: string;
  readonly code?: string;
  /** Hours from the day's beginning in UTC; absent: ten. */
  readonly hourUtc?: number;
  /** What one cost when it was sold, as the shop said then. */
  readonly unitCostMinor?: number;
  readonly totalMinor?: number;
  /** Of the total. */
  readonly taxMinor?: number;
};

export type ShopCampaign = {
  readonly campaignId: string;
  readonly offer: Offer;
  readonly startDay: number;
  readonly endDay: number;
  readonly issued: readonly string[];
  /** A second offer that is tried beside it, and who got that one. */
  readonly other?: { readonly offer: Offer; readonly issued: readonly string[] };
  readonly heldOut: readonly string[];
  /** Given for purchases, and good for so many days; absent: given by a list. */
  readonly validDays?: number;
  readonly isStopped?: boolean;
  /** Where it was drawn later than on its first day. */
  readonly issuedDay?: number;
};

/** A shop in real files that sold and sent coupons. A coupon's code is `codeOf` its two owners. */
export const couponedShop = (
  options: { readonly knowsCosts?: boolean; readonly timezone?: string } = {},
) => {
  const dataDir = mkdtempSync(join(tmpdir(), "quen-targeting-"));
  const stores = openStores({ dataDir, keyHex: "5e".repeat(32), unsafeFast: true });
  onTestFinished(() => {
    stores.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const db = stores.shop;
  insertRow(db, "registers", { registerId: "register", letter: "A", isOwn: true });
  if (options.timezone !== undefined) {
    insertRow(db, "shop", {
      ...{ onlyRow: 1, shopId: "shop", name: "Shop", currency: "VND", locale: "vi", country: "VN" },
      ...{ taxMode: "inclusive", cashRoundingMinor: 0, loyaltyRules: "{}", createdAtMs: 0 },
      timezone: options.timezone,
    });
  }
  for (const [sku, category, sensitive] of [
    ["tea", "Tea", false],
    ["mug", "Cups", false],
    ["bowl", "Cups", false],
    ["test-kit", "Health", true],
  ] as const) {
    insertRow(db, "products", {
      ...{ sku, name: sku, category, sensitive, soldBy: "unit", createdAtMs: 0 },
      priceMinor: BASKET_MINOR,
      costMinor: options.knowsCosts === false ? undefined : COST_MINOR,
    });
  }
  let sequence = 0;
  const sell = ({ customerId, day, sku = "tea", code, hourUtc = 10, ...sold }: ShopSale): void => {
    sequence += 1;
    const saleId = `sale-${sequence}`;
    const soldAtMs = day * 86_400_000 + hourUtc * 3_600_000;
    const { totalMinor = BASKET_MINOR, taxMinor = 0, unitCostMinor } = sold;
    const figures = { grossMinor: totalMinor, discountMinor: 0, taxMinor };
    const netMinor = totalMinor - taxMinor;
    insertRow(db, "sales", {
      ...{ saleId, registerId: "register", receiptSequence: sequence, customerId, soldAtMs },
      ...{ receiptNumber: `A-${sequence}`, businessDay: dayText(day), staffId: "staff" },
      ...{ taxMode: "inclusive", ...figures, netMinor, totalMinor, roundingMinor: 0 },
      ...{ changeMinor: 0, pointsEarned: 0, pointsRedeemed: 0, pointsValueMinor: 0 },
    });
    insertRow(db, "sale_lines", {
      ...{ saleId, line: 1, sku, name: sku, soldBy: "unit", quantityMilli: 1_000, ...figures },
      ...{ unitPriceMinor: totalMinor, listPriceMinor: totalMinor, taxRateBps: 0, netMinor },
      ...{ pointsEarned: 0, pointsSpent: 0, suggested: false, unitCostMinor },
    });
    if (code === undefined) return;
    const use = { code, saleId, discountMinor: 10_000, atMs: soldAtMs };
    insertRow(db, "coupon_redemptions", use);
  };
  const meet = (customerId: string): void => {
    insertRow(db, "customers", { customerId, createdAtMs: 0 });
    insertRow(db, "customer_totals", { customerId });
  };
  const issue = (campaign: ShopCampaign): void => {
    const { campaignId, offer, startDay, endDay, issued, heldOut, validDays, isStopped } = campaign;
    const { issuedDay = startDay, other } = campaign;
    insertRow(db, "campaigns", {
      ...{ campaignId, name: campaignId, segment: "{}", offer: JSON.stringify(offer) },
      otherOffer: other && JSON.stringify(other.offer),
      ...{ fromDay: dayText(startDay), toDay: dayText(endDay), holdoutBps: 2_000 },
      ...{ maxUsesPerCustomer: 1, createdAtMs: 0, issuedAtMs: issuedDay * 86_400_000 },
      ...(isStopped ? { stoppedAtMs: (startDay + 1) * 86_400_000 } : {}),
      ...(validDays === undefined ? {} : { earnedBy: "next-purchase", validDays }),
    });
    for (const customerId of heldOut) {
      insertRow(db, "campaign_members", { campaignId, customerId, arm: "held-out" });
    }
    const give = (customerId: string, offerArm: "a" | "b" | undefined): void => {
      const code = codeOf(campaignId, customerId);
      insertRow(db, "campaign_members", { campaignId, customerId, arm: "issued", offerArm });
      insertRow(db, "coupons", { code, campaignId, customerId, offerArm });
    };
    for (const customerId of issued) give(customerId, other && "a");
    for (const customerId of other?.issued ?? []) give(customerId, "b");
  };
  return { db, sell, meet, issue };
};

export const codeOf = (campaignId: string, customerId: string): string =>
  `${campaignId}/${customerId}`;
