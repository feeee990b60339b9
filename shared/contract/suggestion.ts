import { z } from "zod";
import { call } from "./call.ts";
import { Id, refusal, Sku } from "./primitives.ts";

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
};
