import fc from "fast-check";
import type {
  BasketCoupon,
  BasketLine,
  BasketTerms,
  PricedBasket,
} from "../../../shared/domain/basket/priceBasket.ts";
import { priceBasket } from "../../../shared/domain/basket/priceBasket.ts";
import type { Offer, OfferKind } from "../../../shared/domain/coupon/offer.ts";
import { defaultLoyaltyRules } from "../../../shared/domain/loyalty/loyaltyRules.ts";
import { largestMinor, multiplyMilli, shareOfMinor } from "../../../shared/money/money.ts";

/** Baskets, offers and terms of every kind, in the three currencies that the shop tests with. */
export const anyCurrency = fc.constantFrom("VND", "USD", "KWD");

const dearestMinor: Readonly<Record<string, number>> = {
  VND: 2_000_000,
  USD: 50_000,
  KWD: 100_000,
};

const anySku = fc.constantFrom("TEA", "RICE", "SOAP", "MUG", "PHO");
const anyCategory = fc.constantFrom("drinks", "food", "home");
const anyRate = fc.constantFrom(0, 500, 800, 825, 1_000, 1_900);

export const anyLine = (currency: string): fc.Arbitrary<BasketLine> => {
  const shelfPrice = fc.integer({ min: 0, max: dearestMinor[currency] ?? 1_000 });
  const anyPrice = fc.oneof(
    { weight: 30, arbitrary: shelfPrice },
    { weight: 1, arbitrary: fc.nat(largestMinor / 1_000) },
  );
  const whole = fc.integer({ min: 1, max: 12 }).map((quantity) => quantity * 1_000);
  const weighed = fc.integer({ min: 1, max: 25_000 });
  const discount = fc.oneof(
    fc.constant({}),
    fc.record({ discountBps: fc.nat(10_000) }),
    fc.record({ ofGrossBps: fc.nat(10_000) }),
  );
  const bare = fc.record(
    {
      sku: anySku,
      name: fc.constant("Something"),
      category: anyCategory,
      quantityMilli: fc.oneof(whole, weighed),
      unitPriceMinor: anyPrice,
      taxRateBps: anyRate,
    },
    { requiredKeys: ["sku", "name", "quantityMilli", "unitPriceMinor", "taxRateBps"] },
  );
  return fc.tuple(bare, discount).map(([one, off]) => ({ ...one, ...asDiscount(one, off) }));
};

/** A discount as an amount must fit the line: one above what it costs is refused. */
const asDiscount = (
  { unitPriceMinor, quantityMilli }: BasketLine,
  off: { discountBps?: number; ofGrossBps?: number },
): Pick<BasketLine, "discountMinor" | "discountBps"> => {
  if (off.discountBps !== undefined) return { discountBps: off.discountBps };
  if (off.ofGrossBps === undefined) return {};
  const grossMinor = multiplyMilli(unitPriceMinor, quantityMilli);
  return { discountMinor: shareOfMinor(grossMinor, off.ofGrossBps) };
};

const anyOfferKind: fc.Arbitrary<OfferKind> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("percent" as const),
      rateBps: fc.nat(10_000),
      maxDiscountMinor: fc.nat(90_000),
    },
    { requiredKeys: ["kind", "rateBps"] },
  ),
  fc.record({ kind: fc.constant("amount" as const), amountMinor: fc.nat(400_000) }),
  fc.record({
    kind: fc.constant("points" as const),
    multiplierBps: fc.integer({ min: 10_000, max: 50_000 }),
  }),
  fc.record({ kind: fc.constant("gift" as const), sku: anySku }),
);

export const anyOffer: fc.Arbitrary<Offer> = fc
  .tuple(
    anyOfferKind,
    fc.record(
      {
        scope: fc.record(
          {
            skus: fc.array(anySku, { maxLength: 2 }),
            categories: fc.array(anyCategory, { maxLength: 2 }),
          },
          { requiredKeys: [] },
        ),
        minimumSpendMinor: fc.nat(300_000),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([kind, limits]) => ({ ...kind, ...limits }));

const anyCoupon: fc.Arbitrary<BasketCoupon> = fc.record({
  code: fc.constantFrom("A", "B", "C", "D"),
  offer: anyOffer,
});

export type Case = {
  readonly currency: string;
  readonly lines: BasketLine[];
  readonly terms: BasketTerms;
};

export const anyCase: fc.Arbitrary<Case> = anyCurrency.chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    lines: fc.array(anyLine(currency), { maxLength: 9 }),
    terms: fc.record({
      taxMode: fc.constantFrom("inclusive" as const, "exclusive" as const),
      coupons: fc.array(anyCoupon, { maxLength: 4 }),
      pointsToRedeem: fc.nat(4_000),
      pointsAvailable: fc.constant(4_000),
      loyalty: fc
        .record({ earnOnTax: fc.boolean(), pointValueMinor: fc.integer({ min: 0, max: 700 }) })
        .map((rules) => ({ ...defaultLoyaltyRules(currency), ...rules })),
      pointsMultiplierBps: fc.constantFrom(0, 10_000, 12_345, 15_000),
    }),
  }),
);

export const line = (over: Partial<BasketLine> = {}): BasketLine => ({
  sku: "TEA",
  name: "Trà sen",
  quantityMilli: 1_000,
  unitPriceMinor: 100_000,
  taxRateBps: 1_000,
  ...over,
});

export const terms = (over: Partial<BasketTerms> = {}): BasketTerms => ({
  taxMode: "inclusive",
  coupons: [],
  pointsToRedeem: 0,
  pointsAvailable: 0,
  loyalty: defaultLoyaltyRules("VND"),
  ...over,
});

/** The priced basket, where the test expects no refusal. */
export const priced = (
  lines: readonly BasketLine[],
  over: Partial<BasketTerms> = {},
): PricedBasket => {
  const result = priceBasket(lines, terms(over));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};
