/** What an owner may change about the shop at any time; README.md says what each is for. */
export type ShopSettings = {
  /** The share of lookups that is shown no suggestion, so that the others can be measured. */
  readonly suggestionControlBps: number;
  /** So many campaigns at most reach one customer within 30 days. */
  readonly contactCapPerMonth: number;
  /** Nothing is suggested that leaves less of its price; absent: everything may be. */
  readonly marginFloorBps?: number;
  /** What a product is taken to leave of its price where its cost is not known. */
  readonly assumedMarginBps: number;
};

export const CONTACT_CAP_DAYS = 30;
