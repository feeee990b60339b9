import type { PassedOver } from "./receipts.ts";

export type ShopRestored = {
  readonly restoredAtMs: number;
  /** False: the replaced shop could not be read, so nobody knows what was used since the backup. */
  readonly isReplacedRead: boolean;
  readonly used: readonly { readonly code: string; readonly atMs: number }[];
  /** Numbers that are not given out again; facts of before version 7 do not have them. */
  readonly receipts?: readonly PassedOver[];
};

export type SegmentSaved = {
  readonly segmentId: string;
  readonly name: string;
  /** JSON text of the segment's definition. */
  readonly segment: string;
  readonly changedAtMs: number;
};

export type CampaignMade = {
  readonly campaignId: string;
  readonly name: string;
  /** JSON texts of the segment's and the offers' definitions. */
  readonly segment: string;
  readonly offer: string;
  readonly otherOffer?: string | undefined;
  readonly fromDay: string;
  readonly toDay: string;
  readonly holdoutBps: number;
  readonly maxUsesPerCustomer: number;
  readonly budgetMinor?: number | undefined;
  readonly channel: "print" | "sms" | "zalo" | "email";
  readonly targeting: "everyone" | "best-gain";
  readonly maxCustomers?: number | undefined;
  readonly trigger: "list" | "next-purchase";
  readonly validDays?: number | undefined;
  readonly minimumSaleMinor?: number | undefined;
  readonly template?: string | undefined;
  readonly createdAtMs: number;
};

/** A part of a campaign's draw; it counts from `campaign.issued` on. */
export type CampaignDrawn = {
  readonly campaignId: string;
  readonly drawnAtMs: number;
  readonly heldOut: readonly string[];
  readonly issued: readonly {
    readonly customerId: string;
    /** Where two offers are tried. */
    readonly arm?: "a" | "b" | undefined;
    readonly codes: readonly string[];
    /** What was expected of them (base64). Facts of before version 15 do not have it. */
    readonly sealedChosenFor?: string | undefined;
  }[];
};

/** The draw is whole: its codes are good from now on. */
export type CampaignIssued = { readonly campaignId: string; readonly issuedAtMs: number };

export type CampaignStopped = { readonly campaignId: string; readonly stoppedAtMs: number };

/** What its people are written, in the shop's words; absent: as it was. */
export type CampaignWordsKept = {
  readonly campaignId: string;
  readonly message?: string | undefined;
  readonly letter?: string | undefined;
};

/** A coupon for the next purchase, earned by a sale; or somebody held out, who earned none. */
export type CouponEarned = {
  readonly campaignId: string;
  readonly customerId: string;
  readonly saleId: string;
  readonly coupon?:
    | {
        readonly code: string;
        readonly arm?: "a" | "b" | undefined;
        readonly fromDay: string;
        readonly toDay: string;
        /** The most that it takes off, where its offer does not say it. */
        readonly maxDiscountMinor?: number | undefined;
      }
    | undefined;
};
