import { z } from "zod";
import { Bps, Minor, Sku, Text } from "./primitives.ts";

const Scope = {
  scope: z
    .object({
      skus: z.array(Sku).max(200).optional(),
      categories: z.array(Text(80)).max(50).optional(),
    })
    .optional(),
  minimumSpendMinor: Minor.optional(),
  /** Not together with another coupon. */
  exclusive: z.literal(true).optional(),
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
