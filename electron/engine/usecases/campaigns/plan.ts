import type { Input } from "../../../../shared/contract/index.ts";
import { isPeriodValid } from "../../../../shared/domain/campaign/campaign.ts";
import { isScopeEmpty, type Offer } from "../../../../shared/domain/coupon/offer.ts";
import {
  goodsNamed,
  type NamedGoods,
  type Segment,
  segmentProblems,
} from "../../../../shared/domain/segment/segment.ts";
import { segmentText } from "../../../../shared/domain/segment/segmentText.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import type { ReadDb } from "../../db/connection.ts";
import type { CampaignRow } from "../../repositories/campaigns.ts";
import { findProduct, isCategoryKnown, isCategorySensitive } from "../../repositories/products.ts";
import { type Context, localeOf, shopOf, today } from "../context.ts";
import { offersOf } from "./campaignUse.ts";

export type OfferInput = Input<"campaign.create">["offer"];

type Plan = Pick<
  Input<"campaign.create">,
  "segment" | "offer" | "otherOffer" | "fromDay" | "toDay"
>;

export type PlanRefusal =
  | { readonly kind: "PeriodInvalid" }
  | { readonly kind: "ScopeEmpty" }
  | { readonly kind: "ProductUnknown"; readonly sku: string }
  | CategoryUnknown
  | SegmentRefusal;

type CategoryUnknown = { readonly kind: "CategoryUnknown"; readonly category: string };

type SegmentRefusal = SegmentInvalid | GoodsSensitive;
type GoodsSensitive = { readonly kind: "GoodsSensitive"; readonly name: string };

type SegmentInvalid = {
  readonly kind: "SegmentInvalid";
  readonly problems: { at: string; kind: string }[];
};

/** Why a campaign cannot be made, or rehearsed, as it is planned. */
export const checkPlan = (context: Context, plan: Plan): Result<object, PlanRefusal> => {
  if (!isPeriodValid(plan) || plan.toDay < today(context)) return err({ kind: "PeriodInvalid" });
  const offers = [plan.offer, plan.otherOffer ?? []].flat().map(offerOf);
  if (offers.some(({ scope }) => isScopeEmpty(scope))) return err({ kind: "ScopeEmpty" });
  const sku = offers.flatMap(skusOf).find((one) => !findProduct(context.db, one));
  if (sku !== undefined) return err({ kind: "ProductUnknown", sku });
  const goods = goodsOffered(offers);
  const gone = findGone(context.db, goods);
  if (gone) return err(gone);
  const sensitive = findSensitive(context.db, goods);
  return sensitive ? err(sensitive) : checkSegment(context, plan.segment);
};

/** Why a campaign that was made gives nothing out, or nothing more: its goods have changed since. */
export const findHindrance = (
  db: ReadDb,
  campaign: CampaignRow,
): GoodsSensitive | CategoryUnknown | undefined =>
  findSensitiveOf(db, campaign) ?? findGone(db, goodsOffered(offersOf(campaign)));

/** A coupon for a category of which nothing is on the shelf is good for nothing. */
const findGone = (db: ReadDb, { categories }: NamedGoods): CategoryUnknown | undefined => {
  const category = categories.find((one) => !isCategoryKnown(db, one));
  return category === undefined ? undefined : { kind: "CategoryUnknown", category };
};

/** What a campaign names that became sensitive after it was made. */
export const findSensitiveOf = (db: ReadDb, campaign: CampaignRow): GoodsSensitive | undefined =>
  findSensitive(db, goodsOffered(offersOf(campaign))) ??
  findSensitive(db, goodsNamed(JSON.parse(campaign.segment)));

export const checkSegment = (
  context: Context,
  segment: Segment,
): Result<object, SegmentRefusal> => {
  const problems = segmentProblems(segment).map((problem) => ({ ...problem }));
  if (problems.length > 0) return err({ kind: "SegmentInvalid", problems });
  const sensitive = findSensitive(context.db, goodsNamed(segment));
  return sensitive ? err(sensitive) : ok({});
};

/** What may not be said of anybody: neither who bought it, nor that they would like to. */
const findSensitive = (
  db: ReadDb,
  { skus, categories }: NamedGoods,
): GoodsSensitive | undefined => {
  const product = skus.map((sku) => findProduct(db, sku)).find((one) => one?.sensitive);
  const name = product?.name ?? categories.find((one) => isCategorySensitive(db, one));
  return name === undefined ? undefined : { kind: "GoodsSensitive", name };
};

/** The segment in words, with the names of the shop's tiers and goods. */
export const segmentWordsOf = (context: Context, segment: Segment): string => {
  const { currency, loyalty } = shopOf(context);
  return segmentText(segment, {
    ...{ locale: localeOf(context), currency, tiers: loyalty.tiers },
    productName: (sku) => findProduct(context.db, sku)?.name,
  });
};

/** The stored definition as the rules read it: JSON leaves out what is not set. */
export const offerOf = (offer: OfferInput): Offer => JSON.parse(JSON.stringify(offer));

/**
 * The offer as it is kept. A budget has to know beforehand what a gift may take off: its price of the day on which
 * the campaign is made, whatever it costs later.
 */
export const keptOffer = (
  { db }: Context,
  offer: OfferInput,
  { budgetMinor }: Pick<Input<"campaign.create">, "budgetMinor">,
): Offer => {
  const kept = offerOf(offer);
  if (kept.kind !== "gift" || budgetMinor === undefined) return kept;
  return { ...kept, maxDiscountMinor: findProduct(db, kept.sku)?.priceMinor ?? 0 };
};

const goodsOffered = (offers: readonly Offer[]): NamedGoods => ({
  skus: offers.flatMap(skusOf),
  categories: offers.flatMap(({ scope }) => scope?.categories ?? []),
});

const skusOf = (offer: Offer): readonly string[] => [
  ...(offer.kind === "gift" ? [offer.sku] : []),
  ...(offer.scope?.skus ?? []),
];
