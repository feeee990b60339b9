import type { Input, Output } from "../../../../shared/contract/index.ts";
import { campaignWarnings, isPeriodValid } from "../../../../shared/domain/campaign/campaign.ts";
import { isHeldOut } from "../../../../shared/domain/campaign/holdout.ts";
import { mayMarket } from "../../../../shared/domain/consent/consent.ts";
import {
  couponCodeBytes,
  couponCodeFrom,
  readCouponCode,
} from "../../../../shared/domain/coupon/couponCode.ts";
import type { Offer } from "../../../../shared/domain/coupon/offer.ts";
import type { Segment } from "../../../../shared/domain/segment/segment.ts";
import { segmentText } from "../../../../shared/domain/segment/segmentText.ts";
import { addDays } from "../../../../shared/kernel/day.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { customersBornOn } from "../../db/searchIndex.ts";
import {
  type CampaignRow,
  type CouponRow,
  findCampaign,
  findCoupon,
  listCampaigns,
  listCampaignCoupons as listCoupons,
} from "../../repositories/campaigns.ts";
import { listConsents } from "../../repositories/customers.ts";
import { findProduct } from "../../repositories/products.ts";
import { countSegment, listSegment, type SegmentQuestion } from "../../repositories/segments.ts";
import { type Context, localeOf, record, shopOf, today, type UseCase } from "../context.ts";
import { openIdentities, openName } from "../customers/people.ts";
import { couponOfferText } from "../customers/showProfile.ts";
import { printCoupons } from "./printCoupons.ts";

const MOST_PEOPLE = 1_000_000;

/** Who would be meant: how many, and the first of them. */
export const previewSegment: UseCase<"segment.preview"> = (context, { segment, limit }) => {
  const question = questionOf(context, segment);
  const { currency } = shopOf(context);
  const locale = localeOf(context);
  return ok({
    count: countSegment(context.db, question),
    sample: listSegment(context.db, question, limit).map((customerId) => {
      const phone = openIdentities(context, customerId).find(({ kind }) => kind === "phone");
      return {
        customerId,
        name: openName(context, customerId),
        ...(phone ? { phone: phone.value } : {}),
      };
    }),
    text: segmentText(segment, locale, currency),
  });
};

export const createCampaign: UseCase<"campaign.create"> = (context, input) => {
  if (!isPeriodValid(input) || input.toDay < today(context)) return err({ kind: "PeriodInvalid" });
  const unknown = skusOf(input.offer).find((sku) => !findProduct(context.db, sku));
  if (unknown !== undefined) return err({ kind: "ProductUnknown", sku: unknown });
  const campaignId = context.ids.newId();
  record(context, {
    kind: "campaign.made",
    campaignId,
    name: input.name,
    segment: JSON.stringify(input.segment),
    offer: JSON.stringify(input.offer),
    fromDay: input.fromDay,
    toDay: input.toDay,
    holdoutBps: input.holdoutBps,
    maxUsesPerCustomer: input.maxUsesPerCustomer,
    budgetMinor: input.budgetMinor,
    createdAtMs: context.clock.nowMs(),
  });
  const offer = offerOf(input.offer);
  const warnings = campaignWarnings(
    { offer, holdoutBps: input.holdoutBps },
    shopOf(context).country,
  );
  return ok({ campaignId, warnings: warnings.map((warning) => ({ ...warning })) });
};

/**
 * Draws who is held out and gives everybody else codes of their own, as many as they may use. Only
 * people who agreed to printed offers are in either group: else the two could not be compared.
 */
export const issueCampaign: UseCase<"campaign.issue"> = (context, { campaignId }) => {
  const campaign = findCampaign(context.db, campaignId);
  if (!campaign) return err({ kind: "CampaignUnknown" });
  if (campaign.issuedAtMs !== null) return err({ kind: "CampaignIssued" });
  if (campaign.toDay < today(context)) return err({ kind: "CampaignOver" });
  const draw = drawGroups(context, campaign);
  if (draw.issued.length + draw.heldOut.length === 0) return err({ kind: "NobodyToIssueTo" });
  const coupons = draw.issued.flatMap((customerId) =>
    Array.from({ length: campaign.maxUsesPerCustomer }, () => ({ customerId })),
  );
  const codes = newCodes(context, coupons.length);
  record(context, {
    kind: "campaign.issued",
    campaignId,
    issuedAtMs: context.clock.nowMs(),
    heldOut: draw.heldOut,
    coupons: coupons.map(({ customerId }, index) => ({ customerId, code: codes[index] ?? "" })),
  });
  return ok({
    issued: draw.issued.length,
    heldOut: draw.heldOut.length,
    skipped: draw.skipped.filter(({ count }) => count > 0),
  });
};

type Draw = {
  readonly issued: readonly string[];
  readonly heldOut: readonly string[];
  readonly skipped: readonly { readonly why: string; readonly count: number }[];
};

const drawGroups = (context: Context, campaign: CampaignRow): Draw => {
  const segment: Segment = JSON.parse(campaign.segment);
  const members = listSegment(context.db, questionOf(context, segment), MOST_PEOPLE);
  const willing = members.filter((id) => mayMarket(listConsents(context.db, id), "print"));
  const { campaignId, holdoutBps } = campaign;
  const isOut = (id: string) => isHeldOut(id, campaignId, holdoutBps);
  const drawn = willing.filter((id) => !isOut(id));
  const issued = drawn.slice(0, affordable(campaign));
  return {
    issued,
    heldOut: willing.filter(isOut),
    skipped: [
      { why: "NoMarketingConsent", count: members.length - willing.length },
      { why: "BudgetReached", count: drawn.length - issued.length },
    ],
  };
};

/** How many people the budget reaches if every one of them used it to the full. */
const affordable = ({ budgetMinor, offer, maxUsesPerCustomer }: CampaignRow): number => {
  if (budgetMinor === null) return MOST_PEOPLE;
  const dearest = dearestUseMinor(offerOf(JSON.parse(offer)));
  if (dearest === undefined || dearest === 0) return MOST_PEOPLE;
  return Math.floor(budgetMinor / (dearest * maxUsesPerCustomer));
};

const dearestUseMinor = (offer: Offer): number | undefined => {
  switch (offer.kind) {
    case "amount":
      return offer.amountMinor;
    case "percent":
      return offer.maxDiscountMinor;
    case "points":
    case "gift":
      return undefined;
  }
};

const newCodes = (context: Context, count: number): readonly string[] => {
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = couponCodeFrom(context.randomBytes(couponCodeBytes));
    if (!findCoupon(context.db, code)) codes.add(code);
  }
  return [...codes];
};

export const listCampaignCoupons: UseCase<"campaign.list"> = async (context, input) => {
  const campaign = findCampaign(context.db, input.campaignId);
  if (!campaign) return err({ kind: "CampaignUnknown" });
  if (campaign.issuedAtMs === null) return err({ kind: "CampaignNotIssued" });
  const locale = localeOf(context);
  const rows = listCoupons(context.db, campaign.campaignId);
  const coupons = rows.map((row) => ({
    code: row.code,
    customerId: row.customerId,
    customerName: openName(context, row.customerId),
    untilDay: row.toDay,
    discountText: couponOfferText(context, row, locale),
    state: couponState(context, row),
  }));
  const printed = await printCoupons(context, { campaign, coupons, locale, input });
  return ok({ ...printed, coupons });
};

const couponState = (context: Context, row: CouponRow): "issued" | "redeemed" | "expired" => {
  if (row.usedAtMs !== null) return "redeemed";
  return row.toDay < today(context) ? "expired" : "issued";
};

export const overviewCampaigns: UseCase<"campaign.overview"> = (context, { limit }) => {
  const day = today(context);
  const { currency } = shopOf(context);
  const locale = localeOf(context);
  return ok({
    campaigns: listCampaigns(context.db, limit).map((row) => ({
      campaignId: row.campaignId,
      name: row.name,
      offerText: couponOfferText(context, row),
      segmentText: segmentText(JSON.parse(row.segment), locale, currency),
      fromDay: row.fromDay,
      toDay: row.toDay,
      holdoutBps: row.holdoutBps,
      state: row.toDay < day ? "over" : row.issuedAtMs === null ? "draft" : "issued",
      issued: row.issuedCount,
      heldOut: row.heldOutCount,
      redeemed: row.redeemedCount,
    })),
  });
};

export const findCouponByCode: UseCase<"coupon.find"> = (context, { code: text }) => {
  const code = readCouponCode(text);
  if (!code.ok) return err({ kind: "CodeMistyped" });
  const coupon = findCoupon(context.db, code.value);
  if (!coupon) return err({ kind: "CouponUnknown" });
  const isAhead = coupon.usedAtMs === null && today(context) < coupon.fromDay;
  const found: Output<"coupon.find"> = {
    code: coupon.code,
    campaignId: coupon.campaignId,
    customerId: coupon.customerId,
    customerName: openName(context, coupon.customerId),
    title: coupon.name,
    discountText: couponOfferText(context, coupon),
    untilDay: coupon.toDay,
    state: isAhead ? "not-yet" : couponState(context, coupon),
  };
  return ok(found);
};

const questionOf = (context: Context, segment: Segment): SegmentQuestion => ({
  segment,
  nowMs: context.clock.nowMs(),
  bornWithin: (days) => {
    const first = today(context);
    const window = Array.from({ length: days + 1 }, (_, ahead) => addDays(first, ahead).slice(-5));
    return customersBornOn(context.stores.search.db, window);
  },
});

type OfferInput = Input<"campaign.create">["offer"];

const skusOf = (offer: OfferInput): readonly string[] => [
  ...(offer.kind === "gift" ? [offer.sku] : []),
  ...(offer.scope?.skus ?? []),
];

/** The stored definition as the rules read it: JSON leaves out what is not set. */
const offerOf = (offer: OfferInput): Offer => JSON.parse(JSON.stringify(offer));
