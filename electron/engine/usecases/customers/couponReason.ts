import { mayPersonalize } from "../../../../shared/domain/consent/consent.ts";
import {
  type CouponReason,
  couponReasonText,
} from "../../../../shared/domain/coupon/couponReason.ts";
import type { TargetReason } from "../../../../shared/domain/targeting/targetReason.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { printedDay } from "../../print/printedDay.ts";
import { findCampaign } from "../../repositories/campaigns.ts";
import { type CouponRow, findCouponGround } from "../../repositories/coupons.ts";
import type { ConsentRow } from "../../repositories/customers.ts";
import { isCategorySensitive } from "../../repositories/products.ts";
import { openChosenFor } from "../campaigns/chosenFor.ts";
import { findSensitiveOf, segmentWordsOf } from "../campaigns/plan.ts";
import { type Context, localeOf, shopDay } from "../context.ts";

/**
 * Why the coupon is this person's, in words for the till. What they bought speaks only with their consent,
 * and nothing sensitive is told; else the campaign's name is all that is said.
 */
export const couponReason = (
  context: Context,
  coupon: CouponRow,
  consents: readonly ConsentRow[],
): string => {
  const reason = reasonOf(context, coupon, consents);
  return reason ? couponReasonText(reason, localeOf(context)) : coupon.name;
};

const reasonOf = (
  context: Context,
  { code, campaignId, customerId }: CouponRow,
  consents: readonly ConsentRow[],
): CouponReason | undefined => {
  const ground = defined(findCouponGround(context.db, code), `why ${code} was given out`);
  const { chosenFor, drawnAtMs, earnedAtMs } = ground;
  const onDay = (atMs: number) => printedDay(shopDay(context, atMs), localeOf(context));
  if (earnedAtMs !== null) return { kind: "earned", onDay: onDay(earnedAtMs) };
  const campaign = defined(findCampaign(context.db, campaignId), "the coupon's campaign");
  if (!mayPersonalize(consents) || findSensitiveOf(context.db, campaign)) return undefined;
  if (chosenFor === null) {
    const segmentText = segmentWordsOf(context, JSON.parse(campaign.segment));
    return { kind: "in-segment", onDay: onDay(drawnAtMs), segmentText };
  }
  const chosen = openChosenFor(context, customerId, chosenFor);
  if (!chosen || isSensitive(context, chosen.reason)) return undefined;
  return { kind: "chosen", onDay: onDay(chosen.atMs), reason: chosen.reason };
};

const isSensitive = ({ db }: Context, { kind, evidence }: TargetReason): boolean =>
  kind === "likes-category" && isCategorySensitive(db, evidence.category);
