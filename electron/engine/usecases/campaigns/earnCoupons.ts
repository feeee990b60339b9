import type { Output } from "../../../../shared/contract/index.ts";
import {
  canAffordOneMore,
  earnedCeilingMinor,
} from "../../../../shared/domain/campaign/affordable.ts";
import { USUAL_VALID_DAYS } from "../../../../shared/domain/campaign/campaign.ts";
import { isHeldOut, offerArm } from "../../../../shared/domain/campaign/holdout.ts";
import { mayMarket } from "../../../../shared/domain/consent/consent.ts";
import type { Offer } from "../../../../shared/domain/coupon/offer.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { addDays } from "../../../../shared/kernel/day.ts";
import type { CouponEarned } from "../../repositories/campaignFacts.ts";
import {
  type CampaignRow,
  findMember,
  listNextPurchaseCampaigns,
} from "../../repositories/campaigns.ts";
import { findCommitment } from "../../repositories/commitments.ts";
import { countOpenCodes, findCoupon } from "../../repositories/coupons.ts";
import { listConsents } from "../../repositories/customers.ts";
import type { SaleCommitted } from "../../repositories/facts.ts";
import { type Context, record, shopOf, today } from "../context.ts";
import { couponOfferText } from "../customers/showProfile.ts";
import { campaignUse, offerOfArm, offersOf } from "./campaignUse.ts";
import { newCodes } from "./issueCampaign.ts";
import { findHindrance } from "./plan.ts";
import { isInSegmentNow } from "./segmentQuestion.ts";

type Issued = NonNullable<Output<"sale.commit">["couponsIssued"]>[number];
type Buyer = Pick<SaleCommitted, "customerId" | "businessDay" | "soldAtMs" | "totalMinor">;

/** A receipt has room for so many. */
const MOST_EARNED = 5;

/**
 * The running campaigns that give the buyer a coupon for the next purchase. Asked before the sale is
 * written: it would end an absence by which somebody is in the segment.
 */
export const earningCampaigns = (
  context: Context,
  { customerId, totalMinor, ...sold }: Buyer,
): readonly CampaignRow[] => {
  if (customerId === undefined) return [];
  const running = listNextPurchaseCampaigns(context.db, sold).filter(
    (campaign) => totalMinor >= leastSaleMinor(campaign),
  );
  if (running.length === 0) return running;
  const consents = listConsents(context.db, customerId);
  if (!mayMarket(consents, "print") && !mayMarket(consents, "counter")) return [];
  return running.filter(
    (campaign) => !findHindrance(context.db, campaign) && isMeant(context, campaign, customerId),
  );
};

/** Who was drawn once stays in, whatever the segment says of them later. */
const isMeant = (context: Context, campaign: CampaignRow, customerId: string): boolean => {
  if (findMember(context.db, campaign.campaignId, customerId)) return true;
  return isInSegmentNow(context, JSON.parse(campaign.segment), customerId);
};

/** Part of the sale's own transaction: what it earned, for the receipt. */
export const earnCoupons = (
  context: Context,
  sale: SaleCommitted,
  campaigns: readonly CampaignRow[],
): readonly Issued[] => {
  const { customerId } = sale;
  const issued: Issued[] = [];
  if (customerId === undefined) return issued;
  for (const campaign of campaigns) {
    if (issued.length === MOST_EARNED) break;
    const earned = earnedOf(context, campaign, { ...sale, customerId });
    if (!earned) continue;
    record(context, { kind: "coupon.earned", ...earned });
    if (earned.coupon) issued.push(issuedOf(context, earned.coupon.code));
  }
  return issued;
};

/** What coupons and points have paid whole earns none: one coupon would bring the next for ever. */
export const leastSaleMinor = ({ minimumSaleMinor }: CampaignRow): number =>
  Math.max(1, minimumSaleMinor ?? 0);

/** Only a budget has to know beforehand what a coupon may take off. */
const ceilingOf = (
  { budgetMinor }: CampaignRow,
  offer: Offer,
  { totalMinor }: SaleCommitted,
): number | undefined => (budgetMinor === null ? undefined : earnedCeilingMinor(offer, totalMinor));

const earnedOf = (
  context: Context,
  campaign: CampaignRow,
  sale: Earning,
): CouponEarned | undefined => {
  const { campaignId, holdoutBps, validDays, otherOffer } = campaign;
  const { customerId, saleId, businessDay } = sale;
  const earned = { campaignId, customerId, saleId };
  if (offersOf(campaign).some((offer) => ceilingOf(campaign, offer, sale) === 0)) return undefined;
  // Before the lot: once it is full nobody joins either group, or the two were not alike.
  if (isFull(context, campaign, sale)) return undefined;
  const toDay = addDays(businessDay, validDays ?? USUAL_VALID_DAYS);
  // Of a sale that is entered late it would have run out by now.
  if (toDay < today(context)) return undefined;
  if (isHeldOut(customerId, campaignId, holdoutBps)) {
    return findMember(context.db, campaignId, customerId) ? undefined : earned;
  }
  const asked = { campaignId, customerId, day: businessDay };
  if (countOpenCodes(context.db, asked) >= campaign.maxUsesPerCustomer) return undefined;
  const [code = ""] = newCodes(context, 1);
  const fromDay = addDays(businessDay, 1);
  const arm = otherOffer === null ? undefined : offerArm(customerId, campaignId);
  const maxDiscountMinor = ceilingOf(campaign, offerOfArm(campaign, arm), sale);
  return { ...earned, coupon: { code, arm, fromDay, toDay, maxDiscountMinor } };
};

type Earning = SaleCommitted & { readonly customerId: string };

/** As many people, or as much money, as was planned. */
const isFull = (
  context: Context,
  campaign: CampaignRow,
  { customerId, businessDay: day, totalMinor }: Earning,
): boolean => {
  const { db } = context;
  const { campaignId, budgetMinor, maxCustomers, issuedCount } = campaign;
  if (maxCustomers !== null && issuedCount >= maxCustomers) {
    if (!findMember(db, campaignId, customerId)) return true;
  }
  if (budgetMinor === null) return false;
  const spent = { spentMinor: totalMinor, budgetMinor };
  const commitment = findCommitment(db, { campaignId, day });
  const use = campaignUse(db, campaign, shopOf(context).loyalty);
  return !canAffordOneMore(commitment, use, spent);
};

const issuedOf = (context: Context, code: string): Issued => {
  const coupon = defined(findCoupon(context.db, code), "the earned coupon");
  return {
    code,
    title: coupon.name,
    discountText: couponOfferText(context, coupon),
    untilDay: coupon.toDay,
  };
};
