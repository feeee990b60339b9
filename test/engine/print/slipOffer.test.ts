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
    expect(conditionText).toBe(conditionText.charAt(0).toUpperCase() + conditionText.slice(1));
  }
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
