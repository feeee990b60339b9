import { addDays } from "../../kernel/day.ts";
import type { Locale } from "../../money/formatMoney.ts";
import type { Offer } from "../coupon/offer.ts";
import type { Condition, Segment } from "../segment/segment.ts";
import { nextSeason, type Period } from "./seasonDays.ts";
import { templateWords } from "./templateWords.ts";

export const templateNames = [
  "birthday",
  "lapsed",
  "points-expiring",
  "win-back",
  "back-in-stock",
  "tet",
  "mid-autumn",
  "black-friday",
  "cart-left",
] as const;
export type TemplateName = (typeof templateNames)[number];

/** A campaign that most shops want, ready to be changed. */
export type CampaignTemplate = Period & {
  readonly template: TemplateName;
  readonly name: string;
  readonly why: string;
  readonly segment: Segment;
  readonly offer: Offer;
  readonly channel: "print" | "zalo";
};

export type TemplateShop = {
  readonly today: string;
  readonly locale: Locale;
  /** What a small snack costs: the measure for amounts. */
  readonly snackMinor: number;
  /** What came back to the shelf last; absent: nothing did, and nothing is told of it. */
  readonly restocked?: { readonly sku: string; readonly name: string } | undefined;
};

/** All templates that make sense in this shop today, in the order in which they are shown. */
export const campaignTemplates = (shop: TemplateShop): readonly CampaignTemplate[] =>
  templateNames.flatMap((template) => {
    const plan = planOf(template, shop);
    if (!plan) return [];
    const { name, why } = templateWords[shop.locale][template];
    const words = { name: name(shop.restocked?.name ?? ""), why };
    return [{ template, ...words, channel: "print" as const, ...plan }];
  });

type Plan = Period & {
  readonly segment: Segment;
  readonly offer: Offer;
  readonly channel?: "print" | "zalo";
};

const planOf = (template: TemplateName, shop: TemplateShop): Plan | undefined => {
  const { today } = shop;
  switch (template) {
    case "birthday":
      return {
        ...days(today, 30),
        segment: everyOf({ kind: "birthdayWithinDays", days: 30 }),
        offer: percent(1_500, shop, 5),
      };
    case "lapsed":
      return {
        ...days(today, 21),
        segment: everyOf({ kind: "lapsedAgainstOwnRhythm", times: 2 }),
        offer: percent(1_000, shop, 5),
      };
    case "points-expiring":
      return {
        ...days(today, 30),
        segment: everyOf({ kind: "pointsExpiring", withinDays: 30, min: 20 }),
        offer: { kind: "points", multiplierBps: 20_000 },
      };
    case "win-back":
      return {
        ...days(today, 30),
        segment: everyOf(
          { kind: "recencyDays", min: 90, max: 365 },
          { kind: "purchaseCount", min: 3 },
        ),
        offer: {
          kind: "amount",
          amountMinor: 3 * shop.snackMinor,
          minimumSpendMinor: 15 * shop.snackMinor,
        },
      };
    case "back-in-stock":
      return shop.restocked && backInStock(shop, shop.restocked.sku);
    case "tet":
    case "mid-autumn":
    case "black-friday":
      return {
        ...nextSeason(template, today),
        segment: everyOf({ kind: "recencyDays", max: 365 }),
        offer: {
          ...percent(template === "black-friday" ? 2_000 : 1_000, shop, 10),
          minimumSpendMinor: 20 * shop.snackMinor,
        },
      };
    case "cart-left":
      return {
        ...days(today, 7),
        segment: everyOf({ kind: "cartLeftOnline", withinDays: 14 }),
        offer: percent(1_000, shop, 5),
        channel: "zalo",
      };
  }
};

const backInStock = (shop: TemplateShop, sku: string): Plan => ({
  ...days(shop.today, 14),
  segment: everyOf(
    { kind: "boughtSku", any: [sku] },
    { kind: "notBoughtSku", any: [sku], withinDays: 30 },
  ),
  offer: { ...percent(1_000, shop, 5), scope: { skus: [sku] } },
});

const days = (today: string, count: number): Period => ({
  fromDay: today,
  toDay: addDays(today, count - 1),
});

const everyOf = (...all: readonly Condition[]): Segment => ({ all });

const percent = (rateBps: number, { snackMinor }: TemplateShop, snacks: number) => ({
  kind: "percent" as const,
  rateBps,
  maxDiscountMinor: snacks * snackMinor,
});
