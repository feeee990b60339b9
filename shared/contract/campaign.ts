import { z } from "zod";
import { call } from "./call.ts";
import { Channel, Purpose } from "./customer.ts";
import { Bps, Day, Id, Limit, Minor, NoRefusal, refusal, Sku, Text, Worded } from "./primitives.ts";

const Count = z.int().min(0).max(1_000_000);
const Range = { min: Count.optional(), max: Count.optional() };
const MoneyRange = { min: Minor.optional(), max: Minor.optional() };
const Within = { withinDays: z.int().min(1).max(10_000).optional() };

const Condition = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("recencyDays"), ...Range }),
  z.object({ kind: z.literal("purchaseCount"), ...Range, ...Within }),
  z.object({ kind: z.literal("spentMinor"), ...MoneyRange, ...Within }),
  z.object({ kind: z.literal("boughtSku"), any: z.array(Sku).min(1).max(200), ...Within }),
  z.object({ kind: z.literal("boughtCategory"), any: z.array(Text(80)).min(1).max(50), ...Within }),
  z.object({ kind: z.literal("notBoughtSku"), any: z.array(Sku).min(1).max(200), ...Within }),
  z.object({
    kind: z.literal("notBoughtCategory"),
    any: z.array(Text(80)).min(1).max(50),
    ...Within,
  }),
  z.object({ kind: z.literal("channel"), channel: z.enum(["store", "online", "both"]) }),
  z.object({ kind: z.literal("pointsBalance"), ...Range }),
  z.object({ kind: z.literal("birthdayWithinDays"), days: z.int().min(0).max(366) }),
  z.object({ kind: z.literal("lapsedAgainstOwnRhythm"), times: z.number().min(1).max(20) }),
  z.object({ kind: z.literal("consent"), purpose: Purpose, channel: Channel }),
]);

/** Who: every condition of `all` holds, and at least one of `any` where it is given. */
export const SegmentInput = z.object({
  all: z.array(Condition).max(20).optional(),
  any: z.array(Condition).max(20).optional(),
});

const Scope = {
  scope: z
    .object({
      skus: z.array(Sku).max(200).optional(),
      categories: z.array(Text(80)).max(50).optional(),
    })
    .optional(),
  minimumSpendMinor: Minor.optional(),
};

export const OfferInput = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("percent"),
    rateBps: Bps.min(1),
    maxDiscountMinor: Minor.optional(),
    ...Scope,
  }),
  z.object({ kind: z.literal("amount"), amountMinor: Minor.min(1), ...Scope }),
  z.object({
    kind: z.literal("points"),
    multiplierBps: z.int().min(10_001).max(100_000),
    ...Scope,
  }),
  z.object({ kind: z.literal("gift"), sku: Sku, ...Scope }),
]);

const Sample = z.array(
  z.object({ customerId: Id, name: z.string(), phone: z.string().optional() }),
);

export const campaignContract = {
  "segment.preview": call({
    access: "read",
    role: "manager",
    input: z.object({ segment: SegmentInput, limit: Limit, ...Worded }),
    output: z.object({ count: z.int(), sample: Sample, text: z.string().optional() }),
    refusal: NoRefusal,
  }),

  "campaign.create": call({
    access: "write",
    role: "manager",
    input: z.object({
      requestId: Id,
      name: Text(120),
      segment: SegmentInput,
      offer: OfferInput,
      fromDay: Day,
      toDay: Day,
      holdoutBps: Bps.default(1_000),
      maxUsesPerCustomer: z.int().min(1).max(10).default(1),
      /** At most so much discount in all; issuing stops before it could be passed. */
      budgetMinor: Minor.optional(),
    }),
    output: z.object({
      campaignId: Id,
      warnings: z.array(z.looseObject({ kind: z.string() })).optional(),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("PeriodInvalid"),
      refusal("ProductUnknown", { sku: z.string() }),
    ]),
  }),

  /** Draws the held-out group by customer and gives everyone else their own codes, once. */
  "campaign.issue": call({
    access: "write",
    role: "manager",
    input: z.object({ requestId: Id, campaignId: Id }),
    output: z.object({
      issued: z.int(),
      heldOut: z.int(),
      skipped: z.array(z.object({ why: z.string(), count: z.int() })),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("CampaignUnknown"),
      refusal("CampaignIssued"),
      refusal("CampaignOver"),
      refusal("NobodyToIssueTo"),
    ]),
  }),

  "campaign.list": call({
    access: "job",
    role: "manager",
    input: z.object({
      campaignId: Id,
      format: z.enum(["html", "csv", "json"]),
      layout: z.enum(["slips-3x8", "slips-2x5", "letter"]).optional(),
      ...Worded,
    }),
    output: z.object({
      document: z.string().optional(),
      path: z.string().optional(),
      pages: z.int().optional(),
      coupons: z.array(
        z.object({
          code: z.string(),
          customerId: Id,
          customerName: z.string(),
          untilDay: Day,
          discountText: z.string(),
          state: z.enum(["issued", "redeemed", "expired"]),
        }),
      ),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("CampaignUnknown"),
      refusal("CampaignNotIssued"),
    ]),
  }),

  /** All campaigns, newest first, with how they stand. */
  "campaign.overview": call({
    access: "read",
    input: z.object({ limit: Limit, ...Worded }),
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
          state: z.enum(["draft", "issued", "over"]),
          issued: z.int(),
          heldOut: z.int(),
          redeemed: z.int(),
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
      state: z.enum(["issued", "redeemed", "expired", "not-yet"]),
    }),
    refusal: z.discriminatedUnion("kind", [refusal("CouponUnknown"), refusal("CodeMistyped")]),
  }),
};
