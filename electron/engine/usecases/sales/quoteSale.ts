import type { Input, Output, Refusal } from "../../../../shared/contract/index.ts";
import type { PricedCoupon } from "../../../../shared/domain/basket/priceBasket.ts";
import { ok, type Result } from "../../../../shared/kernel/result.ts";
import { roundCash } from "../../../../shared/money/cashRounding.ts";
import { inSnapshot } from "../../db/stores.ts";
import { listOpenCoupons } from "../../repositories/coupons.ts";
import { listConsents } from "../../repositories/customers.ts";
import { type Context, shopOf, today, type UseCase } from "../context.ts";
import { openRefusedSkus } from "../customers/people.ts";
import { priceSale, type SalePrice } from "./priceSale.ts";
import { type SuggestedTo, suggestForBasket } from "./suggestFor.ts";

/** What the basket costs now, and what else could go with it. Changes nothing. */
export const quoteSale: UseCase<"sale.quote"> = (context, input) =>
  inSnapshot(context.stores, () => quoteOf(context, input));

const quoteOf = (
  context: Context,
  input: Input<"sale.quote">,
): Result<Output<"sale.quote">, Refusal<"sale.quote">> => {
  const priced = priceSale(context, input, context.clock.nowMs());
  if (!priced.ok) return priced;
  const { basket, pointsAvailable } = priced.value;
  return ok({
    lines: quotedLines(priced.value, input.lines),
    grossMinor: basket.grossMinor,
    discountMinor: basket.discountMinor,
    netMinor: basket.netMinor,
    taxMinor: basket.taxMinor,
    totalMinor: basket.totalMinor,
    taxes: [...basket.taxes],
    coupons: couponOutcomes(priced.value),
    ...openCoupons(context, input, priced.value),
    pointsRedeemed: basket.pointsRedeemed,
    pointsValueMinor: basket.pointsValueMinor,
    pointsEarned: basket.pointsEarned,
    ...(input.customerId === undefined
      ? {}
      : { pointsAvailable, pointsUsable: basket.pointsUsable }),
    cashTotalMinor: roundCash(basket.totalMinor, shopOf(context).cashRoundingMinor),
    ...suggestions(context, input),
  });
};

const suggestions = (context: Context, input: Parameters<typeof quoteSale>[1]) => {
  const { customerId, lookupId } = input;
  const person = customerId === undefined ? undefined : suggestedTo(context, customerId);
  return suggestForBasket(context, { person, skus: input.lines.map(({ sku }) => sku), lookupId });
};

const suggestedTo = (context: Context, customerId: string): SuggestedTo => ({
  customerId,
  consents: listConsents(context.db, customerId),
  refusedSkus: openRefusedSkus(context, customerId),
});

type QuotedLine = Output<"sale.quote">["lines"][number];

const quotedLines = (
  { basket, products }: SalePrice,
  asked: Parameters<typeof quoteSale>[1]["lines"],
): QuotedLine[] =>
  basket.lines.map((line, index) => {
    const product = products[index];
    const stockMilli = product?.stockQuantityMilli;
    const suggested = asked[index]?.suggested;
    return {
      ...lineFigures(line, product?.soldBy ?? "unit"),
      ...(suggested === undefined ? {} : { suggested }),
      ...(stockMilli == null ? {} : { stockLeft: (stockMilli - line.quantityMilli) / 1_000 }),
    };
  });

type Figures = Omit<QuotedLine, "quantity" | "soldBy" | "suggested" | "stockLeft" | "discounts"> & {
  readonly discounts: readonly {
    readonly kind: "line" | "coupon" | "points";
    readonly code?: string | undefined;
    readonly minor: number;
  }[];
};

/** A line as every answer shows it: quantities in pieces and in thousandths. */
export const lineFigures = (line: Figures, soldBy: "unit" | "weight") => ({
  sku: line.sku,
  name: line.name,
  quantity: line.quantityMilli / 1_000,
  quantityMilli: line.quantityMilli,
  soldBy,
  unitPriceMinor: line.unitPriceMinor,
  grossMinor: line.grossMinor,
  discountMinor: line.discountMinor,
  netMinor: line.netMinor,
  taxRateBps: line.taxRateBps,
  taxMinor: line.taxMinor,
  totalMinor: line.totalMinor,
  discounts: line.discounts.map(({ kind, code, minor }) => ({
    kind,
    minor,
    ...(code === undefined ? {} : { code }),
  })),
});

/** Each that the till shows: the one that nothing is said of may be the best. */
const openCoupons = (
  context: Context,
  { customerId }: Input<"sale.quote">,
  { basket, withCoupon }: SalePrice,
): Pick<Output<"sale.quote">, "couponsOpen"> => {
  if (customerId === undefined) return {};
  const open = listOpenCoupons(context.db, customerId, today(context))
    .filter(({ code }) => basket.coupons.every((taken) => taken.code !== code))
    .map(({ code, offer }) => withCoupon({ code, offer: JSON.parse(offer) }))
    .filter((tried) => tried !== undefined)
    .map(couponOutcome);
  return open.length === 0 ? {} : { couponsOpen: open };
};

const couponOutcome = ({ code, accepted, discountMinor, multiplierBps, why }: PricedCoupon) => ({
  code,
  accepted,
  discountMinor,
  ...(multiplierBps === undefined ? {} : { multiplierBps }),
  ...(why === undefined ? {} : { why: { ...why } }),
});

const couponOutcomes = ({ basket, refusedCoupons }: SalePrice) => [
  ...basket.coupons.map(couponOutcome),
  ...refusedCoupons.map(({ code, why }) => ({
    code,
    accepted: false,
    discountMinor: 0,
    why: { ...why },
  })),
];
