import { addDays } from "../../kernel/day.ts";
import { shareOfMinor } from "../../money/money.ts";
import type { Offer } from "../coupon/offer.ts";
import type { Segment } from "../segment/segment.ts";

/** A segment gets an offer for some days within a budget; a random share of it is held out. */
export type Campaign = {
  readonly name: string;
  readonly segment: Segment;
  readonly offer: Offer;
  /** The other arm of a trial: who is issued is split by chance between the two. */
  readonly otherOffer?: Offer | undefined;
  readonly fromDay: string;
  /** The last day on which a coupon works. */
  readonly toDay: string;
  readonly holdoutBps: number;
  readonly maxUsesPerCustomer: number;
  /** At most so much discount in all. Absent: no bound. */
  readonly budgetMinor?: number | undefined;
};

/** What the owner should know before going on; nothing of it forbids the campaign. */
export type CampaignWarning =
  | { readonly kind: "HoldoutBelowAdvised"; readonly advisedBps: number }
  | { readonly kind: "PromotionAboveLegalCap"; readonly capBps: number }
  /** Both offers of a trial say the same: nothing could be told between them. */
  | { readonly kind: "OffersAlike" };

/** Below a tenth held out, a small shop waits long to learn whether the campaign did anything. */
export const advisedHoldoutBps = 1_000;

/** Vietnam, Decree 81/2018, articles 6 and 7: half of the price just before the promotion. */
export const promotionCapBps = 5_000;

/** Whether the campaign has at least one day, and starts before it ends. */
export const isPeriodValid = ({ fromDay, toDay }: Pick<Campaign, "fromDay" | "toDay">): boolean =>
  fromDay <= toDay;

/** A coupon for the next purchase is good for so many days where the owner said nothing else. */
export const USUAL_VALID_DAYS = 14;

/**
 * The last day on which a coupon of the campaign may be used. One for the next purchase, earned on the
 * campaign's last day, outlives it by its own days.
 */
export const lastCouponDay = ({
  toDay,
  trigger,
  validDays,
}: {
  readonly toDay: string;
  readonly trigger: "list" | "next-purchase";
  readonly validDays: number | null;
}): string => (trigger === "list" ? toDay : addDays(toDay, validDays ?? USUAL_VALID_DAYS));

/** What to tell the owner of a shop in `country` about `campaign`. */
export const campaignWarnings = (
  campaign: Pick<Campaign, "offer" | "otherOffer" | "holdoutBps">,
  country: string,
): readonly CampaignWarning[] => {
  const warnings: CampaignWarning[] = [];
  if (campaign.holdoutBps < advisedHoldoutBps) {
    warnings.push({ kind: "HoldoutBelowAdvised", advisedBps: advisedHoldoutBps });
  }
  if (
    country === "VN" &&
    [campaign.offer, campaign.otherOffer].some((offer) => offer && mayPassCap(offer))
  ) {
    warnings.push({ kind: "PromotionAboveLegalCap", capBps: promotionCapBps });
  }
  if (campaign.otherOffer && written(campaign.offer) === written(campaign.otherOffer)) {
    warnings.push({ kind: "OffersAlike" });
  }
  return warnings;
};

/** The same text for the same terms, in whatever order they were set. */
const written = (offer: Offer): string =>
  JSON.stringify(
    Object.entries(offer)
      .filter(([, term]) => term !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );

/**
 * Whether some basket could get more than the cap off. A gift of goods and points are not
 * discounts of a price; an amount stays below the cap from twice its minimum spend on.
 */
const mayPassCap = (offer: Offer): boolean => {
  switch (offer.kind) {
    case "percent":
      return offer.rateBps > promotionCapBps;
    case "amount":
      return offer.amountMinor > shareOfMinor(offer.minimumSpendMinor ?? 0, promotionCapBps);
    case "points":
    case "gift":
      return false;
  }
};
