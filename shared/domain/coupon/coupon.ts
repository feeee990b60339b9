import { unreachable } from "../../kernel/assert.ts";
import { daysBetween } from "../../kernel/day.ts";
import type { CouponCode } from "./couponCode.ts";

/** A coupon that was issued. Days are the shop's own business days, both ends included. */
export type Coupon = {
  readonly code: CouponCode;
  readonly state: CouponState;
  readonly fromDay: string;
  readonly toDay: string;
  /** Whose it is; absent: whoever brings it. */
  readonly customerId?: string;
  readonly usesLeft: number;
  /** When it was last used. */
  readonly usedAtMs?: number;
};

/** What is stored: expired once somebody has noticed; the days decide whether or not. */
export type CouponState = "issued" | "redeemed" | "expired" | "void";

/** Why a coupon is not taken at all, before any basket is looked at. */
export type CouponRefusal =
  | { readonly kind: "CouponVoid" }
  | { readonly kind: "CouponOfAnotherCustomer" }
  | { readonly kind: "CouponUsed"; readonly usedAtMs?: number }
  | { readonly kind: "CouponNotYet"; readonly fromDay: string }
  | { readonly kind: "CouponExpired"; readonly expiredDay: string };

/**
 * Why `coupon` may not be used by this customer on this day; undefined when it may.
 *
 * A coupon of somebody says nothing more to anybody else, also when nobody is at the till yet.
 * `expiredDay` is the last day on which it was good. Source: README.md in this folder.
 */
export const couponRefusal = (
  coupon: Coupon,
  { customerId, businessDay }: { readonly customerId?: string; readonly businessDay: string },
): CouponRefusal | undefined => {
  if (coupon.customerId !== undefined && coupon.customerId !== customerId) {
    return { kind: "CouponOfAnotherCustomer" };
  }
  const state = couponStateOn(coupon, businessDay);
  switch (state) {
    case "void":
      return { kind: "CouponVoid" };
    case "redeemed":
      return couponUsed(coupon);
    case "expired":
      return { kind: "CouponExpired", expiredDay: coupon.toDay };
    case "issued":
      if (businessDay < coupon.fromDay) return { kind: "CouponNotYet", fromDay: coupon.fromDay };
      return undefined;
    default:
      return unreachable(state);
  }
};

/** What the coupon is on `businessDay`, also where nobody has stored yet that its days are over. */
export const couponStateOn = (coupon: Coupon, businessDay: string): CouponState => {
  if (coupon.state !== "issued") return coupon.state;
  if (coupon.usesLeft <= 0) return "redeemed";
  return businessDay > coupon.toDay ? "expired" : "issued";
};

/** How many days before its last a coupon begins to be marked as ending. */
const SOON_DAYS = 7;

/** Days left of a coupon that ends within a week, 0 on its last; undefined while there is time. */
export const endsInDays = (toDay: string, businessDay: string): number | undefined => {
  const days = daysBetween(businessDay, toDay);
  return days >= 0 && days <= SOON_DAYS ? days : undefined;
};

const couponUsed = ({ usedAtMs }: Coupon): CouponRefusal =>
  usedAtMs === undefined ? { kind: "CouponUsed" } : { kind: "CouponUsed", usedAtMs };
