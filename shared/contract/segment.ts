import { z } from "zod";
import { call } from "./call.ts";
import { Channel, Purpose } from "./customer.ts";
import {
  AtMs,
  Id,
  Limit,
  Minor,
  Next,
  NoRefusal,
  refusal,
  Sku,
  Text,
  Worded,
} from "./primitives.ts";

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
  /** Points whose last day to spend them is today or within so many days; at least `min` of them. */
  z.object({
    kind: z.literal("pointsExpiring"),
    withinDays: z.int().min(0).max(366),
    min: z.int().min(1).max(1_000_000_000).optional(),
  }),
  /** Tiers by their id in the shop's loyalty rules; "none" is who has no tier. */
  z.object({ kind: z.literal("tier"), any: z.array(z.string().trim().max(40)).min(1).max(20) }),
  z.object({
    kind: z.literal("birthdayWithinDays"),
    days: z.int().min(0).max(366),
    /** Lunar: by the Vietnamese calendar, for people whose year of birth is known. */
    calendar: z.enum(["solar", "lunar"]).optional(),
  }),
  z.object({ kind: z.literal("lapsedAgainstOwnRhythm"), times: z.number().min(1).max(20) }),
  z.object({ kind: z.literal("consent"), purpose: Purpose, channel: Channel }),
  /** An online order of the last so many days that was never paid; only with consent. */
  z.object({ kind: z.literal("cartLeftOnline"), withinDays: z.int().min(1).max(366) }),
]);

/** Who: every condition of `all` holds, and at least one of `any` where it is given. */
export const SegmentInput = z.object({
  all: z.array(Condition).max(20).optional(),
  any: z.array(Condition).max(20).optional(),
});

export const SegmentInvalid = refusal("SegmentInvalid", {
  problems: z.array(z.object({ at: z.string(), kind: z.string() })),
});

/** Sensitive goods, by their name, or a category that holds no others. */
export const GoodsSensitive = refusal("GoodsSensitive", { name: z.string() });

export const segmentContract = {
  /** Read on a connection of its own beside the till. */
  "segment.preview": call({
    access: "job",
    role: "manager",
    input: z.object({ segment: SegmentInput, limit: Limit, ...Worded }),
    output: z.object({
      count: z.int(),
      sample: z.array(
        z.object({
          customerId: Id,
          name: z.string(),
          phone: z.string().optional(),
          lastPurchaseAtMs: AtMs.optional(),
          spentMinor: Minor.optional(),
        }),
      ),
      text: z.string(),
      /** How many of them agreed to offers by each channel. */
      reachable: z.object({
        print: z.int(),
        sms: z.int(),
        zalo: z.int(),
        email: z.int(),
        phone: z.int(),
      }),
    }),
    refusal: z.discriminatedUnion("kind", [SegmentInvalid, GoodsSensitive]),
  }),

  "segment.save": call({
    access: "write",
    role: "manager",
    input: z.object({
      requestId: Id,
      /** Absent: a new one. */
      segmentId: Id.optional(),
      name: Text(120),
      segment: SegmentInput,
    }),
    output: z.object({ segmentId: Id }),
    refusal: z.discriminatedUnion("kind", [
      SegmentInvalid,
      GoodsSensitive,
      refusal("SegmentUnknown"),
    ]),
  }),

  /** By name; with the shop's tiers, which a segment may ask for. */
  "segment.list": call({
    access: "read",
    role: "manager",
    input: z.object({ limit: Limit, next: Next, ...Worded }),
    output: z.object({
      segments: z.array(
        z.object({
          segmentId: Id,
          name: z.string(),
          segment: SegmentInput,
          text: z.string(),
          changedAtMs: AtMs,
        }),
      ),
      tiers: z.array(z.object({ tierId: z.string(), name: z.string() })),
      next: Next,
    }),
    refusal: NoRefusal,
  }),

  "segment.remove": call({
    access: "write",
    role: "manager",
    input: z.object({ requestId: Id, segmentId: Id }),
    output: z.object({}),
    refusal: z.discriminatedUnion("kind", [refusal("SegmentUnknown")]),
  }),
};
