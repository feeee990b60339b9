/**
 * Why something is suggested. The evidence is plain numbers and names that are true by the shop's
 * own sales; README.md in this folder says what each kind claims.
 */
export type SuggestionReason =
  | { readonly kind: "due"; readonly evidence: DueEvidence }
  | { readonly kind: "habit"; readonly evidence: HabitEvidence }
  | { readonly kind: "goes-with"; readonly evidence: GoesWithEvidence }
  | { readonly kind: "goes-with-habit"; readonly evidence: GoesWithHabitEvidence }
  | { readonly kind: "often-in-category"; readonly evidence: CategoryEvidence }
  | { readonly kind: "popular-now"; readonly evidence: PopularEvidence }
  | { readonly kind: "new"; readonly evidence: NewEvidence };

/** The customer's own rhythm: bought every so many days, last so many days ago. */
export type DueEvidence = { readonly everyDays: number; readonly lastDaysAgo: number };

/** Bought `count` times within the last `months` months. */
export type HabitEvidence = { readonly count: number; readonly months: number };

/** Of the `basketsWith` baskets that hold `withSku`, `basketsTogether` hold this too. */
export type GoesWithEvidence = {
  readonly withSku: string;
  readonly withName: string;
  readonly basketsTogether: number;
  readonly basketsWith: number;
  /** A second thing in the basket that it goes with as well. */
  readonly alsoSku?: string;
  readonly alsoName?: string;
};

/** Of the `customersWith` customers who buy `withSku`, `customersTogether` buy this too. */
export type GoesWithHabitEvidence = {
  readonly withSku: string;
  readonly withName: string;
  readonly customersTogether: number;
  readonly customersWith: number;
};

/** The customer took `count` things of this category. */
export type CategoryEvidence = { readonly category: string; readonly count: number };

/** In `baskets` baskets over the `days` days that the shop last learned from. */
export type PopularEvidence = { readonly baskets: number; readonly days: number };

/** On the shelf since `days` days; it fits the category, or the thing, that `fits` names. */
export type NewEvidence = { readonly days: number; readonly fits: string };
