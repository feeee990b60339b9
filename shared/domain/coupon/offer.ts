/**
 * What a coupon promises. `rateBps` and `multiplierBps` are in basis points (10 000 = all, or
 * once). A gift makes one unit of `sku`, which must be in the basket, free, as far as its ceiling goes.
 */
export type Offer = OfferKind & {
  /** Where it applies: goods named by sku or by category. Absent: the whole basket. */
  readonly scope?: OfferScope;
  /** What the goods in scope must come to, after line discounts and before any coupon. */
  readonly minimumSpendMinor?: number;
  /** Not together with another coupon. */
  readonly exclusive?: true;
};

export type OfferKind =
  | { readonly kind: "percent"; readonly rateBps: number; readonly maxDiscountMinor?: number }
  | { readonly kind: "amount"; readonly amountMinor: number }
  | { readonly kind: "points"; readonly multiplierBps: number }
  | { readonly kind: "gift"; readonly sku: string; readonly maxDiscountMinor?: number };

export type OfferScope = {
  readonly skus?: readonly string[];
  readonly categories?: readonly string[];
};

/** Why a coupon in order (owner, days, uses) still does nothing for this basket. */
export type CouponWhy =
  | { readonly kind: "BelowMinimum"; readonly missingMinor: number }
  | { readonly kind: "NothingInScope" }
  /** `name` is added by whoever knows the shelf: people do not know goods by their sku. */
  | { readonly kind: "GiftNotInBasket"; readonly sku: string; readonly name?: string }
  | { readonly kind: "AlreadyInBasket" }
  /** One of the two is good only alone; `code` is the other, which was there first. */
  | { readonly kind: "NotWithOthers"; readonly code: string }
  | { readonly kind: "NothingToGain" };

/** Whether no goods at all can be meant: the coupon would never do anything. */
export const isScopeEmpty = (scope: OfferScope | undefined): boolean => {
  if (scope?.skus === undefined && scope?.categories === undefined) return false;
  return (scope.skus ?? []).length + (scope.categories ?? []).length === 0;
};

/** Whether `goods` are among those that the offer is for. */
export const isInScope = (
  goods: { readonly sku: string; readonly category?: string },
  scope: OfferScope | undefined,
): boolean => {
  if (scope?.skus === undefined && scope?.categories === undefined) return true;
  const { sku, category } = goods;
  return (
    (scope.skus ?? []).includes(sku) ||
    (category !== undefined && (scope.categories ?? []).includes(category))
  );
};
