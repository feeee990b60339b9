import { z } from "zod";
import { call } from "./call.ts";
import {
  CampaignChannel,
  CampaignName,
  campaignPlan,
  LiftOutput,
  RehearsalOutput,
  Skipped,
  Targeting,
  TemplateName,
  Trigger,
  Warning,
} from "./campaignPlan.ts";
import { OfferInput } from "./offer.ts";
import {
  AtMs,
  Bps,
  Day,
  Id,
  Limit,
  Minor,
  Next,
  NoRefusal,
  Nothing,
  refusal,
  Text,
  Worded,
} from "./primitives.ts";
import { GoodsSensitive, SegmentInput, SegmentInvalid } from "./segment.ts";

const CategoryUnknown = refusal("CategoryUnknown", { category: z.string() });

const PlanRefusal = z.discriminatedUnion("kind", [
  refusal("PeriodInvalid"),
  refusal("ScopeEmpty"),
  refusal("ProductUnknown", { sku: z.string() }),
  CategoryUnknown,
  SegmentInvalid,
  GoodsSensitive,
]);

export const campaignContract = {
  "campaign.create": call({
    access: "write",
    role: "manager",
    input: z.object({
      requestId: Id,
      name: CampaignName,
      ...campaignPlan,
      template: TemplateName.optional(),
    }),
    output: z.object({ campaignId: Id, warnings: z.array(Warning).optional() }),
    refusal: PlanRefusal,
  }),

  /** What it would do, reckoned on the shop's own past. Nothing is written. */
  "campaign.rehearse": call({
    access: "job",
    role: "manager",
    input: z.object({
      ...campaignPlan,
      name: CampaignName.optional(),
      template: TemplateName.optional(),
      ...Worded,
    }),
    output: RehearsalOutput,
    refusal: PlanRefusal,
  }),

  /**
   * Draws the held-out group by customer and gives everyone else their own codes, once, in steps.
   * The codes are good from the last step on; cut in the middle, it goes on when it is asked again.
   */
  "campaign.issue": call({
    access: "job",
    role: "manager",
    input: z.object({ requestId: Id, campaignId: Id }),
    output: z.object({ issued: z.int(), heldOut: z.int(), skipped: Skipped }),
    refusal: z.discriminatedUnion("kind", [
      refusal("CampaignUnknown"),
      refusal("CampaignIssued"),
      refusal("CampaignOver"),
      GoodsSensitive,
      CategoryUnknown,
      /** The campaign stays as it is; `skipped` says why nobody of the segment is reached. */
      refusal("NobodyToIssueTo", { skipped: Skipped }),
    ]),
  }),

  /** Its open coupons are void from now on. */
  "campaign.stop": call({
    access: "write",
    role: "manager",
    input: z.object({ requestId: Id, campaignId: Id }),
    output: Nothing,
    refusal: z.discriminatedUnion("kind", [refusal("CampaignUnknown"), refusal("CampaignOver")]),
  }),

  "campaign.list": call({
    access: "job",
    role: "manager",
    input: z.object({
      campaignId: Id,
      format: z.enum(["html", "csv", "xlsx", "json"]),
      layout: z.enum(["slips-3x8", "slips-2x5", "letter", "receipt", "receipt-58"]).optional(),
      sort: z.enum(["name", "code", "last-visit"]).default("name"),
      /** Only these go to paper and into tables, where a slip was lost; all are listed still. */
      codes: z.array(Text(40)).min(1).max(500).optional(),
      /** Paper for this part alone of a long list, the last one where there are fewer; absent: for all of it. */
      part: z.int().min(1).optional(),
      ...Worded,
    }),
    output: z.object({
      document: z.string().optional(),
      base64: z.string().optional(),
      path: z.string().optional(),
      pages: z.int().optional(),
      /** How many parts the paper comes in, where it was asked for by part. */
      parts: z.int().optional(),
      /** What the letters say, with its placeholders. */
      letter: z.string().optional(),
      /** It is longer than its page has room for: the end of somebody's is not printed. */
      isLetterCut: z.boolean().optional(),
      coupons: z.array(
        z.object({
          code: z.string(),
          customerId: Id,
          customerName: z.string(),
          fromDay: Day,
          untilDay: Day,
          discountText: z.string(),
          state: z.enum(["issued", "redeemed", "expired", "void"]),
          arm: z.enum(["a", "b"]).optional(),
          /** After a restore: it may have been used since the backup, and nobody can tell. */
          maybeUsed: z.boolean().optional(),
        }),
      ),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("CampaignUnknown"),
      refusal("CampaignNotIssued"),
    ]),
  }),

  /** What the campaign did, against the customers who were held out of it. */
  "campaign.lift": call({
    access: "job",
    role: "manager",
    input: z.object({ campaignId: Id, ...Worded }),
    output: LiftOutput,
    refusal: z.discriminatedUnion("kind", [
      refusal("CampaignUnknown"),
      refusal("CampaignNotIssued"),
    ]),
  }),

  /** All campaigns, newest first, with how they stand. */
  "campaign.overview": call({
    access: "read",
    input: z.object({ limit: Limit, next: Next, ...Worded }),
    output: z.object({
      campaigns: z.array(
        z.object({
          campaignId: Id,
          name: z.string(),
          offerText: z.string(),
          segmentText: z.string(),
          fromDay: Day,
          toDay: Day,
          holdoutBps: Bps,
          state: z.enum(["draft", "issuing", "issued", "over", "stopped"]),
          issued: z.int(),
          heldOut: z.int(),
          /** Coupons given to those who were issued: some get several. */
          coupons: z.int(),
          redeemed: z.int(),
          trigger: Trigger,
          channel: CampaignChannel,
          targeting: Targeting,
          hasOtherOffer: z.boolean(),
          /** Where two offers are tried: the second; `offerText` is the first. */
          otherOfferText: z.string().optional(),
          /** Codes that were used twice: after a restore, or on two tills. */
          doubleUses: z.int(),
          /** Stopped, or over, before its coupons were issued: there are none, and no results. */
          neverIssued: z.literal(true).optional(),
          /** What it names has become sensitive since, or is gone: it gives nothing out any more. */
          givesNothing: z.discriminatedUnion("kind", [GoodsSensitive, CategoryUnknown]).optional(),
        }),
      ),
      next: Next,
    }),
    refusal: NoRefusal,
  }),

  /** What a campaign was planned as, to be planned again. */
  "campaign.plan": call({
    access: "read",
    role: "manager",
    input: z.object({ campaignId: Id }),
    output: z.object({ name: z.string(), ...campaignPlan, template: TemplateName.optional() }),
    refusal: refusal("CampaignUnknown"),
  }),

  /** Campaigns that most shops want, ready to be changed. */
  "campaign.templates": call({
    access: "read",
    role: "manager",
    input: z.object({ ...Worded }),
    output: z.object({
      templates: z.array(
        z.object({
          template: TemplateName,
          name: z.string(),
          why: z.string(),
          segment: SegmentInput,
          offer: OfferInput,
          fromDay: Day,
          toDay: Day,
          channel: CampaignChannel,
        }),
      ),
    }),
    refusal: NoRefusal,
  }),

  /** What a scanned or typed coupon is, before it is used. */
  "coupon.find": call({
    access: "read",
    input: z.object({ code: Text(40), ...Worded }),
    output: z.object({
      code: z.string(),
      campaignId: Id,
      customerId: Id,
      customerName: z.string(),
      title: z.string(),
      discountText: z.string(),
      untilDay: Day,
      state: z.enum(["issued", "redeemed", "expired", "not-yet", "void"]),
      /** Why it is not taken today from the customer whose it is, as a quote would say it. */
      why: z.looseObject({ kind: z.string() }).optional(),
      /** After a restore: it may have been used since the backup, and nobody can tell. */
      maybeUsed: z.boolean().optional(),
    }),
    refusal: z.discriminatedUnion("kind", [refusal("CouponUnknown"), refusal("CodeMistyped")]),
  }),

  /** Codes that were used more than once, the last found first, each with all its uses in time. */
  "coupon.doubleUses": call({
    access: "read",
    role: "manager",
    input: z.object({ campaignId: Id.optional(), limit: Limit, next: Next }),
    output: z.object({
      codes: z.array(
        z.object({
          code: z.string(),
          campaignId: Id,
          campaignName: z.string(),
          customerId: Id,
          customerName: z.string(),
          /** What the uses after the one that counts took off. */
          costMinor: Minor,
          uses: z.array(
            z.object({
              atMs: AtMs,
              isAgain: z.boolean(),
              /** Absent: in a shop that a backup has replaced, whose receipts are gone with it. */
              sale: z
                .object({
                  saleId: Id,
                  receiptNumber: z.string(),
                  register: z.string(),
                  staffName: z.string(),
                  discountMinor: Minor,
                })
                .optional(),
            }),
          ),
        }),
      ),
      next: Next,
    }),
    refusal: NoRefusal,
  }),
};
