import fc from "fast-check";
import { expect, test } from "vitest";
import { slipOffer } from "../../../electron/engine/print/printedCoupon.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";
import { offerText } from "../../../shared/domain/coupon/offerText.ts";

const offers: readonly Offer[] = [
  { kind: "percent", rateBps: 1_500 },
  { kind: "percent", rateBps: 1_000, maxDiscountMinor: 50_000 },
  {
    kind: "percent",
    rateBps: 1_000,
    scope: { categories: ["cà phê"] },
    minimumSpendMinor: 200_000,
  },
  { kind: "amount", amountMinor: 30_000, minimumSpendMinor: 400_000 },
  { kind: "points", multiplierBps: 20_000 },
  { kind: "gift", sku: "PH-08", minimumSpendMinor: 100_000 },
];

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}%]/gu, "");

test.each(offers)("on a slip %j keeps all its words, the gain first", (offer) => {
  for (const locale of ["vi", "en"] as const) {
    const words = { currency: "VND", locale };
    const { offerText: gain, conditionText = "" } = slipOffer(offer, words);
    expect(letters(gain + conditionText)).toBe(letters(offerText(offer, words)));
    expect(gain).not.toMatch(/200|400|100\.|50\.000|cà phê/);
    expect(conditionText).toMatch(/^(\p{Lu}.*)?$/u);
  }
});

const goods = fc.constantFrom("Cà phê", "10% off", "(sữa), 2×", "PH-08", " ", "🎁");
const lists = { skus: fc.array(goods), categories: fc.array(goods) };
const anyOffer = fc
  .tuple(
    fc.constantFrom<Offer>(
      { kind: "percent", rateBps: 1_250, maxDiscountMinor: 50_000 },
      { kind: "percent", rateBps: 1_000 },
      { kind: "amount", amountMinor: 30_000 },
      { kind: "points", multiplierBps: 15_000 },
      { kind: "gift", sku: "PH-08" },
    ),
    fc.record(
      {
        scope: fc.record(lists, { requiredKeys: [] }),
        minimumSpendMinor: fc.nat(900_000),
        exclusive: fc.constant<true>(true),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([gain, terms]): Offer => ({ ...gain, ...terms }));
const anyWords = fc.record(
  {
    currency: fc.constantFrom("VND", "USD"),
    locale: fc.constantFrom("vi", "en"),
    productName: goods,
    scopeName: goods,
  },
  { requiredKeys: ["currency", "locale"] },
);

test("whatever an offer is for and asks for, its slip says as much as its words do", () => {
  fc.assert(
    fc.property(anyOffer, anyWords, (offer, words) => {
      const { offerText: gain, conditionText = "" } = slipOffer(offer, words);
      expect(letters(gain + conditionText)).toBe(letters(offerText(offer, words)));
    }),
  );
});

test("an offer without conditions has none on its slip", () => {
  expect(slipOffer({ kind: "percent", rateBps: 1_500 }, { currency: "VND", locale: "vi" })).toEqual(
    {
      offerText: "Giảm 15%",
    },
  );
});

test("a gift is called by its name", () => {
  const words = { currency: "VND", locale: "vi", productName: "phin nhôm" } as const;
  expect(slipOffer({ kind: "gift", sku: "PH-08" }, words).offerText).toBe("Tặng 1 phin nhôm");
});
