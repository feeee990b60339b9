import { z } from "zod";
import { call } from "./call.ts";
import { SuggestionOutput } from "./customer.ts";
import {
  AtMs,
  Bps,
  Day,
  Id,
  Limit,
  Minor,
  NoRefusal,
  refusal,
  SignedMinor,
  Sku,
  Text,
  Worded,
} from "./primitives.ts";
import { LookupId, OfferedInput } from "./suggestion.ts";

const MAX_QUANTITY = 100_000;

export const BasketLineInput = z
  .object({
    sku: Sku,
    quantity: z.int().min(1).max(MAX_QUANTITY).optional(),
    quantityMilli: z
      .int()
      .min(1)
      .max(MAX_QUANTITY * 1_000)
      .optional(),
    /** Another price than the catalogue's: needs a manager, and is recorded. */
    priceMinor: Minor.optional(),
    discountMinor: Minor.optional(),
    discountBps: Bps.optional(),
    /** The line came from a suggestion that was taken. */
    suggested: z.boolean().optional(),
  })
  .refine((line) => line.quantity === undefined || line.quantityMilli === undefined, {
    message: "give quantity or quantityMilli, not both",
  })
  .refine((line) => line.discountMinor === undefined || line.discountBps === undefined, {
    message: "give discountMinor or discountBps, not both",
  });

const BasketInput = {
  customerId: Id.optional(),
  lines: z.array(BasketLineInput).max(500),
  couponCodes: z.array(Text(40)).max(20).optional(),
  pointsToRedeem: z.int().min(0).max(1_000_000_000).optional(),
};

export const CouponOutcome = z.object({
  code: z.string(),
  accepted: z.boolean(),
  discountMinor: Minor,
  /** Of an accepted coupon for points, which takes nothing off: 20 000 doubles what is earned. */
  multiplierBps: z.int().optional(),
  why: z.looseObject({ kind: z.string() }).optional(),
});

const Discount = z.object({
  kind: z.enum(["line", "coupon", "points"]),
  code: z.string().optional(),
  minor: Minor,
});

export const PricedLineOutput = z.object({
  sku: z.string(),
  name: z.string(),
  quantity: z.number(),
  quantityMilli: z.int(),
  soldBy: z.enum(["unit", "weight"]),
  unitPriceMinor: Minor,
  grossMinor: Minor,
  discountMinor: Minor,
  netMinor: Minor,
  taxRateBps: Bps,
  taxMinor: Minor,
  totalMinor: Minor,
  discounts: z.array(Discount),
  suggested: z.boolean().optional(),
  /** Pieces left after what is in the basket, where the shop counts them; may be negative. */
  stockLeft: z.number().optional(),
});

const Totals = {
  grossMinor: Minor,
  discountMinor: Minor,
  netMinor: Minor,
  taxMinor: Minor,
  totalMinor: Minor,
  taxes: z.array(z.object({ rateBps: Bps, netMinor: Minor, taxMinor: Minor })),
};

const BasketRefusals = [
  refusal("ProductUnknown", { sku: z.string() }),
  refusal("QuantityInvalid", { sku: z.string() }),
  refusal("CustomerUnknown"),
  refusal("PointsShort", { available: z.int() }),
  refusal("DiscountTooLarge", { sku: z.string() }),
  refusal("PriceOverrideNotAllowed", { sku: z.string() }),
  refusal("BasketEmpty"),
  refusal("AmountTooLarge"),
] as const;

export const PaymentInput = z.object({
  method: z.enum(["cash", "card", "transfer", "gift-card", "store-credit"]),
  amountMinor: Minor,
  reference: z.string().trim().max(120).optional(),
});

export const saleContract = {
  "sale.quote": call({
    access: "read",
    input: z.object({ ...BasketInput, lookupId: LookupId.optional(), ...Worded }),
    output: z.object({
      lines: z.array(PricedLineOutput),
      ...Totals,
      coupons: z.array(CouponOutcome),
      /** The customer's own coupons that are not in the basket: what each would do beside those. */
      couponsOpen: z.array(CouponOutcome).optional(),
      pointsRedeemed: z.int(),
      pointsValueMinor: Minor,
      pointsEarned: z.int(),
      pointsAvailable: z.int().optional(),
      /** The most points that this basket could take. */
      pointsUsable: z.int().optional(),
      /** What is paid in cash, rounded to the shop's smallest coin. */
      cashTotalMinor: Minor,
      suggestions: z.array(SuggestionOutput),
      /** This lookup is shown nothing, so that the others can be measured. */
      isControl: z.literal(true).optional(),
    }),
    refusal: z.discriminatedUnion("kind", [...BasketRefusals]),
  }),

  "sale.commit": call({
    access: "write",
    input: z.object({
      requestId: Id,
      ...BasketInput,
      payments: z.array(PaymentInput).max(20),
      soldAtMs: AtMs.optional(),
      /** What was on the screen meanwhile; what was taken stands on the lines. */
      offered: OfferedInput.optional(),
    }),
    output: z.object({
      saleId: Id,
      receiptNumber: z.string(),
      totalMinor: Minor,
      roundingMinor: SignedMinor,
      changeMinor: Minor,
      pointsEarned: z.int(),
      pointsBalance: z.int().optional(),
      /** What this purchase earned for the next one. */
      couponsIssued: z
        .array(
          z.object({
            code: z.string(),
            title: z.string(),
            discountText: z.string(),
            untilDay: Day,
          }),
        )
        .optional(),
    }),
    refusal: z.discriminatedUnion("kind", [
      ...BasketRefusals,
      refusal("Underpaid", { missingMinor: Minor }),
      refusal("Overpaid", { excessMinor: Minor }),
      refusal("CouponRefused", {
        code: z.string(),
        why: z.looseObject({ kind: z.string() }),
      }),
      refusal("TenderUnavailable", { method: z.string() }),
      refusal("CardNumberRefused"),
      refusal("SoldAtInvalid"),
    ]),
  }),

  "sale.get": call({
    access: "read",
    input: z.union([z.object({ saleId: Id }), z.object({ receiptNumber: Text(40) })]),
    output: z.object({
      saleId: Id,
      receiptNumber: z.string(),
      businessDay: Day,
      soldAtMs: AtMs,
      staffId: Id,
      staffName: z.string(),
      customerId: Id.optional(),
      currency: z.string(),
      taxMode: z.enum(["inclusive", "exclusive"]),
      lines: z.array(PricedLineOutput.extend({ line: z.int() })),
      ...Totals,
      roundingMinor: SignedMinor,
      changeMinor: Minor,
      pointsEarned: z.int(),
      pointsRedeemed: z.int(),
      pointsValueMinor: Minor,
      payments: z.array(
        z.object({ method: z.string(), amountMinor: Minor, reference: z.string().optional() }),
      ),
      /** What was taken off, by where it came from: together the sale's `discountMinor`. */
      discounts: z.array(Discount),
      coupons: z.array(z.object({ code: z.string(), discountMinor: Minor })),
      returns: z.array(z.object({ returnId: Id })),
    }),
    refusal: z.discriminatedUnion("kind", [refusal("SaleUnknown")]),
  }),

  /** Newest first. */
  "sale.list": call({
    access: "read",
    input: z.object({ limit: Limit, next: z.string().max(200).optional() }),
    output: z.object({
      sales: z.array(
        z.object({
          saleId: Id,
          receiptNumber: z.string(),
          soldAtMs: AtMs,
          totalMinor: Minor,
          customerId: Id.optional(),
          lineCount: z.int(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusal: NoRefusal,
  }),

  /** The receipt as it is shown and printed: one HTML document. */
  "sale.receipt": call({
    access: "read",
    input: z.object({ saleId: Id, ...Worded }),
    output: z.object({ document: z.string() }),
    refusal: z.discriminatedUnion("kind", [refusal("SaleUnknown")]),
  }),
};
