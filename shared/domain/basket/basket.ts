import type { CouponWhy, Offer } from "../coupon/offer.ts";
import type { LoyaltyRules } from "../loyalty/loyaltyRules.ts";

/** Whether shelf prices contain the tax (inclusive) or it is added on top (exclusive). */
export type TaxMode = "inclusive" | "exclusive";

/**
 * What the cashier put in, before any rule has spoken. The line's discount: a rate, an amount, or
 * both.
 */
export type BasketLine = {
  readonly sku: string;
  readonly name: string;
  readonly category?: string;
  /** Thousandths: 1000 is one unit, or one kilogram of what is sold by weight. */
  readonly quantityMilli: number;
  readonly unitPriceMinor: number;
  readonly discountMinor?: number;
  readonly discountBps?: number;
  readonly taxRateBps: number;
  readonly sensitive?: boolean;
};

/** A coupon already checked for its owner, its days and its uses. */
export type BasketCoupon = { readonly code: string; readonly offer: Offer };

export type BasketTerms = {
  readonly taxMode: TaxMode;
  /** Applied in this order, each on what the earlier ones left. */
  readonly coupons: readonly BasketCoupon[];
  readonly pointsToRedeem: number;
  /** May be below zero, when a return took back points already spent. */
  readonly pointsAvailable: number;
  readonly loyalty: LoyaltyRules;
  /** The customer's own multiplier (tier, birthday). Absent: once. 0: nobody to give points to. */
  readonly pointsMultiplierBps?: number;
};

/** One line of the answer. Its figures are defined in README.md in this folder. */
export type PricedLine = {
  readonly sku: string;
  readonly name: string;
  readonly quantityMilli: number;
  readonly unitPriceMinor: number;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxRateBps: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly discounts: readonly LineDiscount[];
  readonly pointsEarned: number;
  /** This line's share of the points redeemed, which a return of it gives back. */
  readonly pointsSpent: number;
};

export type LineDiscount = {
  readonly kind: "line" | "coupon" | "points";
  readonly code?: string;
  readonly minor: number;
};

export type PricedBasket = {
  readonly lines: readonly PricedLine[];
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly taxes: readonly RateTax[];
  readonly coupons: readonly PricedCoupon[];
  readonly pointsRedeemed: number;
  readonly pointsValueMinor: number;
  /**
   * The most points that could be redeemed here: what is available, and no more than the amount due
   * needs.
   */
  readonly pointsUsable: number;
  readonly pointsEarned: number;
  /** Of them, those that coupons added to what is earned anyway. */
  readonly extraPoints: number;
};

/** All goods of one tax rate, in order of the rate. Tax is rounded here, once. */
export type RateTax = {
  readonly rateBps: number;
  readonly netMinor: number;
  readonly taxMinor: number;
};

export type PricedCoupon = {
  readonly code: string;
  readonly accepted: boolean;
  readonly discountMinor: number;
  /** Of an accepted coupon for points: what it does instead of taking something off. */
  readonly multiplierBps?: number;
  readonly why?: CouponWhy;
};

export type BasketRefusal =
  | { readonly kind: "PointsShort"; readonly available: number }
  | { readonly kind: "DiscountTooLarge"; readonly sku: string }
  | { readonly kind: "AmountTooLarge" };
