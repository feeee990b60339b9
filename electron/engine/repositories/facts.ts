import type { LoyaltyRules } from "../../../shared/domain/loyalty/loyaltyRules.ts";
import type { OrderLine, OrderState } from "../../../shared/domain/order/order.ts";
import type { ShownOutcome } from "../../../shared/domain/suggestion/lookup.ts";
import type {
  CampaignDrawn,
  CampaignIssued,
  CampaignMade,
  CampaignStopped,
  CampaignWordsKept,
  CouponEarned,
  SegmentSaved,
  ShopRestored,
} from "./campaignFacts.ts";

/**
 * What happened, as it is written to `changes`: enough to rebuild every table on an empty file.
 * What is personal stands in it only sealed (base64), so that a forgotten person is forgotten here too.
 */
export type Fact =
  | ({ readonly kind: "shop.made" } & ShopMade)
  | { readonly kind: "shop.filled-as-demo" }
  | ({ readonly kind: "shop.settings-changed" } & SettingsChanged)
  | ({ readonly kind: "staff.made" } & StaffMade)
  | ({ readonly kind: "product.saved" } & ProductSaved)
  | ({ readonly kind: "customer.made" } & CustomerMade)
  | ({ readonly kind: "customer.changed" } & CustomerChanged)
  | { readonly kind: "customer.removed"; readonly customerId: string }
  | ({ readonly kind: "identity.added"; readonly customerId: string } & SealedIdentity)
  | ({ readonly kind: "consent.recorded" } & ConsentRecorded)
  | ({ readonly kind: "sale.committed" } & SaleCommitted)
  | ({ readonly kind: "suggestion.dismissed" } & SuggestionDismissed)
  | { readonly kind: "points.moved"; readonly customerId: string; readonly points: PointsEntry[] }
  | ({ readonly kind: "order.saved" } & OrderSaved)
  | ({ readonly kind: "order.taken-back" } & OrderTakenBack)
  | ({ readonly kind: "import.started" } & ImportStarted)
  | ({ readonly kind: "import.finished" } & ImportFinished)
  | { readonly kind: "import.undone"; readonly importId: string }
  | ({ readonly kind: "campaign.made" } & CampaignMade)
  | ({ readonly kind: "campaign.drawn" } & CampaignDrawn)
  | ({ readonly kind: "campaign.issued" } & CampaignIssued)
  | ({ readonly kind: "campaign.stopped" } & CampaignStopped)
  | ({ readonly kind: "campaign.words-kept" } & CampaignWordsKept)
  | ({ readonly kind: "coupon.earned" } & CouponEarned)
  | ({ readonly kind: "segment.saved" } & SegmentSaved)
  | ({ readonly kind: "shop.restored" } & ShopRestored)
  | { readonly kind: "segment.removed"; readonly segmentId: string };

export type FactKind = Fact["kind"];
export type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

export type ShopMade = {
  readonly shopId: string;
  readonly registerId: string;
  readonly registerLetter: string;
  readonly name: string;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: "vi" | "en";
  readonly country: string;
  readonly taxMode: "inclusive" | "exclusive";
  readonly cashRoundingMinor: number;
  readonly loyaltyRules: LoyaltyRules;
  readonly taxRates: readonly { readonly fromDay: string; readonly rateBps: number }[];
  readonly createdAtMs: number;
};

/** Only what was changed; null takes the floor away. */
export type SettingsChanged = {
  readonly suggestionControlBps?: number | undefined;
  readonly contactCapPerMonth?: number | undefined;
  readonly marginFloorBps?: number | null | undefined;
  readonly assumedMarginBps?: number | undefined;
};

export type StaffMade = {
  readonly staffId: string;
  readonly name: string;
  readonly role: "cashier" | "manager" | "owner";
  readonly pinHash: string;
  readonly createdAtMs: number;
};

export type ProductSaved = {
  readonly sku: string;
  readonly name: string;
  readonly barcode?: string | undefined;
  readonly category?: string | undefined;
  readonly priceMinor: number;
  readonly costMinor?: number | undefined;
  readonly taxRateBps?: number | undefined;
  readonly soldBy: "unit" | "weight";
  readonly sensitive: boolean;
  /** What was counted on the shelf, where it was. */
  readonly stockQuantityMilli?: number | undefined;
  readonly savedAtMs: number;
  readonly sourceId: string;
};

export type SealedIdentity = {
  readonly identityId: string;
  readonly identityKind: "phone" | "email" | "card" | "shop";
  readonly sealed: string;
  readonly source: string;
  readonly sinceMs: number;
  readonly importId?: string | undefined;
};

export type CustomerMade = {
  readonly customerId: string;
  readonly createdAtMs: number;
  /** Sealed texts by field. */
  readonly fields: Readonly<Record<string, string>>;
  readonly identities: readonly SealedIdentity[];
  readonly importId?: string | undefined;
  readonly fieldClock?: FieldClock | undefined;
};

/** When the fields were said, where that is not now: what was imported stands below any word at the counter. */
export type FieldClock = { readonly clockMs: number; readonly clockCount: number };

export type CustomerChanged = {
  readonly fieldClock?: FieldClock | undefined;
  readonly customerId: string;
  /** Null clears the field. */
  readonly fields: Readonly<Record<string, string | null>>;
};

export type ConsentRecorded = {
  readonly consentId: string;
  readonly customerId: string;
  readonly purpose: string;
  readonly channel: string;
  readonly state: "granted" | "withdrawn";
  readonly wording: string;
  readonly source: string;
  readonly atMs: number;
  readonly staffId?: string | undefined;
};

export type PointsKind =
  | "earn"
  | "redeem"
  | "expire"
  | "take-back"
  | "give-back"
  | "adjust"
  | "merge";

export type PointsEntry = {
  readonly entryId: string;
  readonly entryKind: PointsKind;
  /** Signed: what it adds to the balance. */
  readonly points: number;
  readonly atMs: number;
  readonly sourceKind: string;
  readonly sourceId: string;
  /** Of points that came in: the last day on which they can be spent. */
  readonly expiresDay?: string | undefined;
};

export type SaleLineFact = {
  readonly sku: string;
  readonly name: string;
  readonly soldBy: "unit" | "weight";
  readonly quantityMilli: number;
  readonly unitPriceMinor: number;
  readonly listPriceMinor: number;
  /** What one cost the shop then; absent where nobody had said. */
  readonly unitCostMinor?: number | undefined;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxRateBps: number;
  readonly taxMinor: number;
  readonly pointsEarned: number;
  readonly pointsSpent: number;
  readonly suggested: boolean;
  readonly discounts: readonly {
    readonly kind: "line" | "coupon" | "points";
    readonly code?: string | undefined;
    readonly minor: number;
  }[];
};

export type SaleCommitted = {
  readonly saleId: string;
  readonly registerId: string;
  readonly receiptSequence: number;
  readonly receiptNumber: string;
  readonly businessDay: string;
  readonly soldAtMs: number;
  readonly staffId: string;
  readonly customerId?: string | undefined;
  readonly taxMode: "inclusive" | "exclusive";
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly roundingMinor: number;
  readonly changeMinor: number;
  readonly pointsEarned: number;
  readonly pointsRedeemed: number;
  readonly pointsValueMinor: number;
  /** Of the points earned those that coupons gave, and their worth then; facts of before version 14 have neither. */
  readonly extraPoints?: number | undefined;
  readonly extraPointsMinor?: number | undefined;
  readonly lines: readonly SaleLineFact[];
  readonly payments: readonly {
    readonly method: string;
    readonly amountMinor: number;
    readonly reference?: string | undefined;
  }[];
  readonly coupons: readonly { readonly code: string; readonly discountMinor: number }[];
  readonly points: readonly PointsEntry[];
  readonly offered?: Offered | undefined;
};

/** What was suggested while the sale was rung up; of the control share, what would have been. */
export type Offered = {
  readonly lookupId: string;
  readonly isControl: boolean;
  readonly outcomes: readonly ShownOutcome[];
};

export type SuggestionDismissed = {
  readonly customerId: string;
  readonly sku: string;
  readonly atMs: number;
};

export type OrderSaved = {
  readonly source: string;
  readonly externalId: string;
  readonly number: string;
  readonly placedAtMs: number;
  readonly updatedAtMs: number;
  readonly paidAtMs?: number | undefined;
  readonly state: OrderState;
  readonly currency: string;
  readonly linesMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly refundedMinor: number;
  readonly lines: readonly OrderLine[];
  readonly customerId?: string | undefined;
  readonly sealedBuyer?: string | undefined;
  /** Grows with each payload that stands over the one before. */
  readonly version: string;
  /** Of the payload that names the buyer; where it is not told, it is the one that stands. */
  readonly buyerVersion?: string | undefined;
  readonly importId: string;
  /** What stood before this import touched the order, to take it back to; null: nothing stood. */
  readonly before?: string | null | undefined;
  readonly points: readonly PointsEntry[];
};

export type OrderTakenBack = {
  readonly source: string;
  readonly externalId: string;
  readonly customerId?: string | undefined;
  readonly points: readonly PointsEntry[];
};

export type ImportStarted = {
  readonly importId: string;
  readonly fileName: string;
  readonly format: string;
  readonly startedAtMs: number;
  readonly staffId: string;
};

export type ImportFinished = {
  readonly importId: string;
  readonly orderCount: number;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly rejectedCount: number;
};
