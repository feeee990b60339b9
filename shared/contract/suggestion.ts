import { z } from "zod";
import { call } from "./call.ts";
import { Bps, Day, Id, refusal, SignedMinor, Sku, Worded } from "./primitives.ts";

export const ReasonKind = z.enum([
  "due",
  "goes-with",
  "habit",
  "goes-with-habit",
  "often-in-category",
  "popular-now",
  "new",
]);

/** One basket's lookups at the till, from the first look to the payment. */
export const LookupId = Id;

/** What was on the screen while the basket was rung up, and what the cashier waved away. */
export const OfferedInput = z.object({
  lookupId: LookupId,
  shown: z.array(z.object({ sku: Sku, reasonKind: ReasonKind })).max(100),
  dismissedSkus: z.array(Sku).max(100),
});

const Count = z.int().min(0);
const Counts = { shown: Count, taken: Count, dismissed: Count };

/** A year, and what is said of it. */
const Judged = {
  fromDay: Day,
  toDay: Day,
  verdict: z.enum(["helped", "cost", "no-difference", "too-early", "untold"]),
  headline: z.string(),
  text: z.string(),
};

export const suggestionContract = {
  /** Not offered to this person again for 60 days. */
  "suggestion.dismiss": call({
    access: "write",
    input: z.object({ requestId: Id, customerId: Id, sku: Sku }),
    output: z.object({}),
    refusal: z.discriminatedUnion("kind", [
      refusal("CustomerUnknown"),
      refusal("ProductUnknown", { sku: z.string() }),
    ]),
  }),

  /** What suggesting brought over these days, against the lookups that were shown nothing by lot. */
  "suggestion.quality": call({
    access: "job",
    role: "manager",
    input: z.object({ fromDay: Day, toDay: Day, ...Worded }),
    output: z.object({
      /** Sales rung up, each with whatever was suggested beside it; those shown nothing apart. */
      lookups: Count,
      controlLookups: Count,
      ...Counts,
      byReason: z.array(
        z.object({
          kind: ReasonKind,
          ...Counts,
          takenBps: Bps,
          /** Bought more often than where it was held back; in basis points of lookups. */
          gainBps: z.object({ value: z.int(), low: z.int(), high: z.int() }).optional(),
          /** The same in words, also while it cannot be told. */
          gainText: z.string(),
        }),
      ),
      byWeek: z.array(
        z.object({
          weekDay: Day,
          shown: Count,
          taken: Count,
          /** Of what is paid for, per sale, and its span; absent while there are too few to compare. */
          gainMinor: SignedMinor.optional(),
          low: SignedMinor.optional(),
          high: SignedMinor.optional(),
        }),
      ),
      /**
       * Of what is paid for, per lookup, which is one sale rung up; without figures while chance is all
       * there is. Of the whole calendar year that `toDay` lies in, and so is each kind's gain: whichever days
       * are asked for, they are one question.
       */
      gain: z.object({
        ...Judged,
        controlLookups: Count,
        valueMinor: SignedMinor.optional(),
        low: SignedMinor.optional(),
        high: SignedMinor.optional(),
        /** Of the year before, where anything was shown nothing then. */
        before: z.object(Judged).optional(),
      }),
      topProducts: z.array(z.object({ sku: z.string(), name: z.string(), ...Counts })),
    }),
    refusal: z.discriminatedUnion("kind", [refusal("PeriodInvalid")]),
  }),
};
