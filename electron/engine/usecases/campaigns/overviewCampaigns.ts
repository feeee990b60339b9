import { lastCouponDay } from "../../../../shared/domain/campaign/campaign.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import {
  type CampaignStanding,
  findCampaign,
  listCampaigns,
} from "../../repositories/campaigns.ts";
import { type Context, localeOf, today, type UseCase } from "../context.ts";
import { couponOfferText } from "../customers/showProfile.ts";
import { pageOf } from "../page.ts";
import { findHindrance, segmentWordsOf } from "./plan.ts";

export const overviewCampaigns: UseCase<"campaign.overview"> = (context, { limit, next }) => {
  const day = today(context);
  const words = localeOf(context);
  const after = next === undefined ? undefined : findCampaign(context.db, next);
  const { rows, goesOnBehind: last } = pageOf(limit, (most) =>
    listCampaigns(context.db, { limit: most, after }),
  );
  return ok({
    campaigns: rows.map((row) => ({
      campaignId: row.campaignId,
      name: row.name,
      offerText: couponOfferText(context, row, words),
      segmentText: segmentWordsOf(context, JSON.parse(row.segment)),
      fromDay: row.fromDay,
      toDay: row.toDay,
      holdoutBps: row.holdoutBps,
      state: stateOf(row, day),
      ...givenOf(row, day),
      redeemed: row.redeemedCount,
      trigger: row.trigger,
      channel: row.channel,
      targeting: row.targeting,
      hasOtherOffer: row.otherOffer !== null,
      ...(row.otherOffer !== null && {
        otherOfferText: couponOfferText(context, { offer: row.otherOffer }, words),
      }),
      doubleUses: row.doubleUseCount,
      ...givesNothing(context, row, day),
    })),
    ...(last ? { next: last.campaignId } : {}),
  });
};

/** Of a draw that was stopped, or that its days outran, nobody was given anything, nor held out of it. */
const givenOf = (row: CampaignStanding, day: string) => {
  const state = stateOf(row, day);
  return row.issuedAtMs === null && (state === "stopped" || state === "over")
    ? { issued: 0, heldOut: 0, coupons: 0, neverIssued: true as const }
    : { issued: row.issuedCount, heldOut: row.heldOutCount, coupons: row.couponCount };
};

/** Why one that is to give something out, or goes on giving at the till, gives nothing. */
const givesNothing = (context: Context, row: CampaignStanding, day: string) => {
  const state = stateOf(row, day);
  const isGiving = row.trigger === "next-purchase" && state === "issued" && row.toDay >= day;
  if (!isGiving && state !== "draft" && state !== "issuing") return {};
  const hindrance = findHindrance(context.db, row);
  return hindrance ? { givesNothing: hindrance } : {};
};

const stateOf = (row: CampaignStanding, day: string) => {
  if (row.stoppedAtMs !== null) return "stopped" as const;
  const lastDay = row.issuedAtMs === null ? row.toDay : lastCouponDay(row);
  if (lastDay < day) return "over" as const;
  if (row.issuedAtMs !== null) return "issued" as const;
  return row.drawnAtMs === null ? ("draft" as const) : ("issuing" as const);
};
