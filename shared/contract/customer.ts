import { z } from "zod";
import { call } from "./call.ts";
import {
  AtMs,
  Day,
  Id,
  Limit,
  Minor,
  Next,
  NoRefusal,
  Nothing,
  refusal,
  Sku,
  Text,
  Worded,
} from "./primitives.ts";
import { LookupId } from "./suggestion.ts";

const Birthday = z
  .string()
  .regex(/^(\d{4}-|--)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "YYYY-MM-DD or --MM-DD");
const Tags = z.array(Text(40)).max(20);
const IdentityKind = z.enum(["phone", "email", "card", "shop"]);

export const Purpose = z.enum(["personalization", "marketing"]);
export const Channel = z.enum(["counter", "print", "sms", "email", "zalo", "phone"]);
const ConsentStateName = z.enum(["granted", "withdrawn"]);

export const SuggestionOutput = z.object({
  sku: z.string(),
  name: z.string(),
  priceMinor: Minor,
  /** There where its price is of a kilogram. */
  soldBy: z.literal("weight").optional(),
  score: z.number(),
  /** `text` is in the call's language; `kind` and `evidence` say the same without words. */
  reason: z.object({
    kind: z.string(),
    text: z.string(),
    evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
});

export const CustomerCouponOutput = z.object({
  code: z.string(),
  campaignId: Id,
  title: z.string(),
  discountText: z.string(),
  expiresAtMs: AtMs,
  reason: z.string(),
  /** After a restore: it may have been used since the backup, and nobody can tell. */
  maybeUsed: z.boolean().optional(),
  untilDay: Day.optional(),
  /** Days left where it ends within a week, 0 on its last day. */
  endsInDays: z.int().optional(),
  minimumSpendMinor: Minor.optional(),
  offer: z.unknown().optional(),
});

const CustomerFields = {
  name: Text(120),
  phones: z.array(Text(40)).max(10).optional(),
  emails: z.array(Text(254)).max(10).optional(),
  birthday: Birthday.optional(),
  note: z.string().trim().max(2_000).optional(),
  tags: Tags.optional(),
};

const IdentityRefusals = [
  refusal("PhoneUnreadable", { text: z.string() }),
  refusal("EmailUnreadable", { text: z.string() }),
  refusal("CardNumberRefused"),
  refusal("CardUnreadable", { text: z.string() }),
] as const;

export const customerContract = {
  /**
   * Makes a customer, or answers `matched` with the one to whom a given identity already belongs
   * and whose name does not disagree; no second record is made then. What was told of somebody known
   * and found no room beside what is there is counted in `leftOut`.
   */
  "customer.create": call({
    access: "write",
    input: z.object({ requestId: Id, ...CustomerFields }),
    output: z.object({
      customerId: Id,
      matched: z.boolean(),
      /** In characters of a note, or in tags; `text` is in the shop's language. */
      leftOut: z
        .array(z.object({ field: z.enum(["note", "tags"]), count: z.int(), text: z.string() }))
        .optional(),
    }),
    refusal: z.discriminatedUnion("kind", [
      ...IdentityRefusals,
      refusal("BirthdayInvalid", { text: z.string() }),
    ]),
  }),

  /**
   * Best first; any word order, marks or not, last or first digits with any spacing. `next` goes on
   * to the best five hundred: of more, more has to be typed.
   */
  "customer.search": call({
    access: "read",
    input: z.object({ text: z.string().max(200), limit: Limit, next: Next, ...Worded }),
    output: z.object({
      matches: z.array(
        z.object({
          customerId: Id,
          name: z.string(),
          phone: z.string().optional(),
          email: z.string().optional(),
          tier: z.string().optional(),
          lastPurchaseAtMs: AtMs.optional(),
        }),
      ),
      next: Next,
    }),
    refusal: NoRefusal,
  }),

  "customer.profile": call({
    access: "read",
    input: z.object({
      customerId: Id,
      basket: z
        .array(z.object({ sku: Sku, quantity: z.number().positive().optional() }))
        .max(500)
        .optional(),
      lookupId: LookupId.optional(),
      ...Worded,
    }),
    output: z.object({
      customer: z.object({
        customerId: Id,
        name: z.string(),
        identities: z.array(
          z.object({ kind: IdentityKind, value: z.string(), source: z.string(), sinceMs: AtMs }),
        ),
        birthday: z.string().optional(),
        tags: z.array(z.string()),
        note: z.string().optional(),
        createdAtMs: AtMs.optional(),
      }),
      consents: z.array(
        z.object({
          purpose: Purpose,
          channel: Channel,
          state: ConsentStateName,
          atMs: AtMs,
          source: z.string(),
        }),
      ),
      preferences: z.record(z.string(), z.unknown()),
      /** What is not to be suggested to them (`preferences.refusedSkus`), by name. */
      refusedGoods: z.array(z.object({ sku: z.string(), name: z.string() })).optional(),
      totals: z.object({
        spentMinor: z.int(),
        purchaseCount: z.int(),
        storeCount: z.int(),
        onlineCount: z.int(),
        averageMinor: z.int(),
        firstAtMs: AtMs.optional(),
        lastAtMs: AtMs.optional(),
        /** Over the last twelve months. */
        yearSpentMinor: z.int().optional(),
        yearCount: z.int().optional(),
        /** The usual days between two visits, once there are enough of them. */
        rhythmDays: z.int().optional(),
      }),
      loyalty: z.object({
        balance: z.int(),
        tier: z.string().optional(),
        nextTier: z.object({ name: z.string(), missingMinor: Minor }).optional(),
        expiring: z.array(z.object({ points: z.int(), atDay: Day })),
        pointValueMinor: Minor.optional(),
      }),
      timeline: z.array(
        z.object({
          kind: z.enum(["sale", "return", "online-order", "note", "feedback", "consent", "merge"]),
          atMs: AtMs,
          source: z.string(),
          ref: z.string(),
          totalMinor: z.int().optional(),
          summary: z.string(),
          state: z.string().optional(),
        }),
      ),
      suggestions: z.array(SuggestionOutput).max(3),
      /** This lookup is shown nothing, so that the others can be measured. */
      isControl: z.literal(true).optional(),
      coupons: z.array(CustomerCouponOutput),
      alerts: z.array(
        z.object({
          kind: z.string(),
          text: z.string(),
          evidence: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      ),
    }),
    refusal: z.discriminatedUnion("kind", [refusal("CustomerUnknown")]),
  }),

  /** Changes the given fields only. An empty text, or null, clears a birthday or a note. */
  "customer.update": call({
    access: "write",
    // Strict: a field that is misspelt, or that has a call of its own, must not pass for written.
    input: z.strictObject({
      requestId: Id,
      customerId: Id,
      name: Text(120).optional(),
      birthday: z.union([Birthday, z.literal(""), z.null()]).optional(),
      note: z.string().trim().max(2_000).nullable().optional(),
      tags: Tags.optional(),
      preferences: z.record(Text(64), z.union([z.string().max(500), z.boolean()])).optional(),
      /** Products this person does not want to be offered. */
      refusedSkus: z.array(Sku).max(200).optional(),
    }),
    output: Nothing,
    refusal: z.discriminatedUnion("kind", [
      refusal("CustomerUnknown"),
      refusal("BirthdayInvalid", { text: z.string() }),
    ]),
  }),

  "customer.addIdentity": call({
    access: "write",
    input: z.object({
      requestId: Id,
      customerId: Id,
      kind: IdentityKind,
      value: Text(254),
    }),
    output: z.object({ added: z.boolean() }),
    refusal: z.discriminatedUnion("kind", [
      refusal("CustomerUnknown"),
      ...IdentityRefusals,
      refusal("IdentityTaken", { customerId: Id }),
    ]),
  }),

  "consent.record": call({
    access: "write",
    input: z.object({
      requestId: Id,
      customerId: Id,
      purpose: Purpose,
      channel: Channel,
      state: ConsentStateName,
      wording: Text(2_000),
      source: Text(120),
    }),
    output: Nothing,
    refusal: z.discriminatedUnion("kind", [refusal("CustomerUnknown")]),
  }),

  "loyalty.ledger": call({
    access: "read",
    input: z.object({ customerId: Id, limit: Limit, next: z.string().max(200).optional() }),
    output: z.object({
      entries: z.array(
        z.object({
          entryId: z.string(),
          atMs: AtMs,
          kind: z.enum(["earn", "redeem", "expire", "take-back", "give-back", "adjust", "merge"]),
          points: z.int(),
          sourceKind: z.string(),
          sourceId: z.string(),
          balanceAfter: z.int(),
        }),
      ),
      balance: z.int(),
      next: z.string().optional(),
    }),
    refusal: z.discriminatedUnion("kind", [refusal("CustomerUnknown")]),
  }),
};
