import {
  proportionOfMinor,
  proportionTowardZero,
  shareOfMinor,
  sumMinor,
} from "../../money/money.ts";
import type { Offer } from "../coupon/offer.ts";

/** The most that one use of the dearest of `offers` takes off; undefined where nothing bounds it. */
export const dearestUseMinor = (offers: readonly Offer[]): number | undefined => {
  const bounds = offers.map(useMinor);
  return bounds.every((minor) => minor !== undefined) ? Math.max(...bounds) : undefined;
};

const useMinor = (offer: Offer): number | undefined => {
  switch (offer.kind) {
    case "amount":
      return offer.amountMinor;
    case "percent":
    case "gift":
      return offer.maxDiscountMinor;
    case "points":
      return undefined;
  }
};

/** What a coupon may take off, before it is used: a share of what is spent, or a sum. */
export type UseTerms = { readonly shareBps: number; readonly fixedMinor: number };

export type Worths = {
  readonly priceBySku: (sku: string) => number;
  /** What is spent for a point, and what it takes off. */
  readonly points: { readonly earnPerMinor: number; readonly pointValueMinor: number };
};

/**
 * The most that a use of any of `offers` takes off. Where nothing bounds it, a share of what is spent,
 * as if all of it were goods that the offer is for.
 */
export const termsOfUse = (offers: readonly Offer[], worths: Worths): UseTerms => {
  const each = offers.map((offer) => termsOf(offer, worths));
  return {
    shareBps: Math.max(...each.map(({ shareBps }) => shareBps)),
    fixedMinor: Math.max(...each.map(({ fixedMinor }) => fixedMinor)),
  };
};

const termsOf = (offer: Offer, { priceBySku, points }: Worths): UseTerms => {
  switch (offer.kind) {
    case "amount":
      return { shareBps: 0, fixedMinor: offer.amountMinor };
    case "percent": {
      // Its own ceiling holds for any purchase, also for one far larger than the one that earned it.
      const { maxDiscountMinor, rateBps } = offer;
      return maxDiscountMinor === undefined
        ? { shareBps: rateBps, fixedMinor: 0 }
        : { shareBps: 0, fixedMinor: maxDiscountMinor };
    }
    case "points": {
      const moreBps = Math.max(0, offer.multiplierBps - 10_000);
      const { pointValueMinor: part, earnPerMinor: of } = points;
      return { shareBps: proportionOfMinor(moreBps, { part, of }), fixedMinor: 0 };
    }
    case "gift":
      return { shareBps: 0, fixedMinor: offer.maxDiscountMinor ?? priceBySku(offer.sku) };
  }
};

/**
 * The most that a coupon takes off which a purchase of `spentMinor` earned, of a campaign with a budget;
 * undefined where the offer itself says it, or takes no share. It is said on the coupon, so nobody is
 * surprised at the till. Rounded down: many together are never more than was kept free for them.
 */
export const earnedCeilingMinor = (offer: Offer, spentMinor: number): number | undefined =>
  offer.kind === "percent" && offer.maxDiscountMinor === undefined
    ? proportionTowardZero(spentMinor, { part: offer.rateBps, of: 10_000 })
    : undefined;

/** What was taken off so far, and the open coupons with what was spent where each was earned. */
export type Commitment = {
  readonly usedMinor: number;
  readonly openCount: number;
  readonly openSpentMinor: number;
};

/** Whether another coupon, earned by a purchase of `spentMinor`, still keeps to the budget. */
export const canAffordOneMore = (
  { usedMinor, openCount, openSpentMinor }: Commitment,
  { shareBps, fixedMinor }: UseTerms,
  { spentMinor, budgetMinor }: { readonly spentMinor: number; readonly budgetMinor: number },
): boolean => {
  const shareMinor = shareOfMinor(sumMinor([openSpentMinor, spentMinor]), shareBps);
  return sumMinor([usedMinor, shareMinor, (openCount + 1) * fixedMinor]) <= budgetMinor;
};
