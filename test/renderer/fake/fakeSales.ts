import type { Input, Output } from "../../../shared/contract/index.ts";
import { type Refused, refuse } from "./fakeBridge.ts";
import { goods } from "./fakeGoods.ts";

type Quote = Output<"sale.quote">;
type Line = Quote["lines"][number];
type Basket = Input<"sale.quote">;

/** Prices a basket well enough to be looked at; the real rules have their own tests. */
export const fakeQuote = (basket: Basket): Quote | Refused => {
  const lines: Line[] = [];
  for (const asked of basket.lines) {
    const line = priced(asked, basket.couponCodes?.includes("K7QF2M9P") ?? false);
    if (!line) return refuse({ kind: "ProductUnknown" });
    lines.push(line);
  }
  const sum = (pick: (line: Line) => number) => lines.reduce((all, line) => all + pick(line), 0);
  const pointsRedeemed = basket.pointsToRedeem ?? 0;
  const gross = sum((line) => line.grossMinor);
  const off = sum((line) => line.discountMinor) + pointsRedeemed * 1_000;
  const bigCoupon = basket.couponCodes?.includes("P3XH8TVD") ?? false;
  const accepted = bigCoupon && gross >= 400_000;
  const total = Math.max(0, gross - off - (accepted ? 30_000 : 0));
  const tax = Math.round((total * 8) / 108);
  return {
    lines,
    grossMinor: gross,
    discountMinor: gross - total,
    netMinor: total - tax,
    taxMinor: tax,
    totalMinor: total,
    taxes: [{ rateBps: 800, netMinor: total - tax, taxMinor: tax }],
    coupons: (basket.couponCodes ?? []).map((code) =>
      code === "P3XH8TVD"
        ? {
            code,
            accepted,
            discountMinor: accepted ? 30_000 : 0,
            ...(!accepted && {
              why: { kind: "BelowMinimum", missingMinor: 400_000 - gross },
            }),
          }
        : couponOutcome(
            code,
            sum((line) => couponOff(line)),
          ),
    ),
    pointsRedeemed,
    pointsValueMinor: pointsRedeemed * 1_000,
    pointsEarned: basket.customerId ? Math.floor(total / 10_000) : 0,
    pointsAvailable: 1_284,
    pointsUsable: Math.min(1_284, Math.floor(gross / 1_000)),
    cashTotalMinor: Math.round(total / 500) * 500,
    suggestions: fakeSuggestions(basket),
  };
};

const couponOff = ({ discounts }: Line): number =>
  discounts.reduce((all, { kind, minor }) => all + (kind === "coupon" ? minor : 0), 0);

const couponOutcome = (code: string, discountMinor: number) => ({
  code,
  accepted: discountMinor > 0,
  discountMinor,
  ...(discountMinor === 0 && { why: { kind: "NothingInScope" } }),
});

const priced = (asked: Basket["lines"][number], hasMilkCoupon: boolean): Line | undefined => {
  const product = goods.find(({ sku }) => sku === asked.sku);
  if (!product) return undefined;
  const quantityMilli = asked.quantityMilli ?? (asked.quantity ?? 1) * 1_000;
  const unitPriceMinor = asked.priceMinor ?? product.priceMinor;
  const grossMinor = Math.round((unitPriceMinor * quantityMilli) / 1_000);
  const byHand =
    asked.discountMinor ?? Math.round((grossMinor * (asked.discountBps ?? 0)) / 10_000);
  const byCoupon = hasMilkCoupon && product.sku === "SD-380" ? Math.round(grossMinor / 10) : 0;
  const discountMinor = byHand + byCoupon;
  const totalMinor = grossMinor - discountMinor;
  const taxMinor = Math.round((totalMinor * 8) / 108);
  return {
    sku: product.sku,
    name: product.name,
    quantity: quantityMilli / 1_000,
    quantityMilli,
    soldBy: product.soldBy,
    unitPriceMinor,
    grossMinor,
    discountMinor,
    netMinor: totalMinor - taxMinor,
    taxRateBps: 800,
    taxMinor,
    totalMinor,
    discounts: [
      ...(byHand > 0 ? [{ kind: "line" as const, minor: byHand }] : []),
      ...(byCoupon > 0 ? [{ kind: "coupon" as const, code: "K7QF2M9P", minor: byCoupon }] : []),
    ],
    ...(asked.suggested && { suggested: true }),
    ...(product.stockQuantity !== undefined && {
      stockLeft: product.stockQuantity - quantityMilli / 1_000,
    }),
  };
};

const fakeSuggestions = ({ lines }: Basket): Quote["suggestions"] =>
  [
    {
      sku: "DP-1K",
      name: "Đường phèn Quảng Ngãi 1 kg",
      priceMinor: 42_000,
      score: 0.8,
      reason: {
        kind: "due",
        text: "Mua mỗi 5 tuần, lần cuối 6 tuần trước",
        evidence: { everyDays: 35, lastDaysAgo: 42 },
      },
    },
    {
      sku: "BQ-454",
      name: "Bánh quy bơ hộp thiếc 454 g",
      priceMinor: 95_000,
      score: 0.6,
      reason: {
        kind: "goes-with",
        text: "Hay mua cùng phin và cà phê, còn 14",
        evidence: {
          withSku: "PH-08",
          withName: "phin",
          alsoSku: "CF-BMT-500",
          alsoName: "cà phê",
          basketsTogether: 21,
          basketsWith: 60,
        },
      },
    },
  ].filter(({ sku }) => !lines.some((line) => line.sku === sku));
