import type { Offer } from "../../../../shared/domain/coupon/offer.ts";
import { unreachable } from "../../../../shared/kernel/assert.ts";
import { shareOfMinor, sumMinor } from "../../../../shared/money/money.ts";

/** An offer, and what has to be known of the shop to say what it takes off. */
export type Meant = {
  readonly offer: Offer;
  /** Of what is spent, from 0 to 1, how much goes to the goods that the offer is for. */
  readonly shareInScope: number;
  readonly giftMinor: number;
  /** The share of what is spent that the points for it are worth. */
  readonly pointsWorthBps: number;
};

/** What a coupon takes off a basket that usually comes to `basketMinor`, or gives beside it. */
export const usualDiscountMinor = (
  { offer, shareInScope, giftMinor, pointsWorthBps }: Meant,
  basketMinor: number,
): number => {
  const spentMinor = Math.max(basketMinor, offer.minimumSpendMinor ?? 0);
  const inScopeMinor = Math.round(spentMinor * shareInScope);
  switch (offer.kind) {
    case "percent": {
      const share = shareOfMinor(inScopeMinor, offer.rateBps);
      return Math.min(share, offer.maxDiscountMinor ?? share);
    }
    case "amount":
      return Math.min(offer.amountMinor, spentMinor);
    case "points": {
      const more = Math.max(0, offer.multiplierBps - 10_000);
      return shareOfMinor(shareOfMinor(inScopeMinor, more), pointsWorthBps);
    }
    case "gift":
      return giftMinor;
    default:
      return unreachable(offer);
  }
};

/**
 * The mean of what coupons with these ceilings take off, each where the usual discount is so large;
 * without any, the discount itself.
 */
export const meanWithinMinor = (
  discountMinor: number,
  ceilingsMinor: readonly number[],
): number => {
  if (ceilingsMinor.length === 0) return discountMinor;
  const each = ceilingsMinor.map((ceilingMinor) => Math.min(discountMinor, ceilingMinor));
  return Math.round(sumMinor(each) / each.length);
};
