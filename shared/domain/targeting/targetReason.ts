/**
 * Why a customer is worth a coupon, or is not. The evidence is plain numbers and names that are
 * true by the shop's own sales; README.md in this folder says what each kind claims.
 */
export type TargetReason =
  | { readonly kind: "used-before"; readonly evidence: UsedEvidence }
  | { readonly kind: "would-come-anyway"; readonly evidence: RhythmEvidence }
  | { readonly kind: "due-soon"; readonly evidence: RhythmEvidence }
  | { readonly kind: "lapsing"; readonly evidence: RhythmEvidence }
  | { readonly kind: "likes-category"; readonly evidence: LikingEvidence }
  | { readonly kind: "regular"; readonly evidence: RegularEvidence }
  | { readonly kind: "little-known"; readonly evidence: RegularEvidence };

/** Of `of` campaigns that brought coupons, the customer used those of `used`. */
export type UsedEvidence = { readonly used: number; readonly of: number };

/** Comes every so many days, and came so many days ago. */
export type RhythmEvidence = { readonly everyDays: number; readonly lastDaysAgo: number };

/** Took `count` things of this category. */
export type LikingEvidence = { readonly category: string; readonly count: number };

/** Came on so many days within the last so many. */
export type RegularEvidence = { readonly visits: number; readonly days: number };
