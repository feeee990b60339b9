import { expect, test } from "vitest";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";
import { offerText } from "../../../shared/domain/coupon/offerText.ts";

const coffee = { categories: ["Cà phê"] };
type Row = readonly [offer: Offer, vi: string, en: string, productName?: string];

const rows: readonly Row[] = [
  [{ kind: "percent", rateBps: 1_000 }, "Giảm 10%", "10% off"],
  [
    {
      kind: "percent",
      rateBps: 1_250,
      maxDiscountMinor: 50_000,
      scope: coffee,
      minimumSpendMinor: 200_000,
    },
    "Giảm 12,5% cho Cà phê, tối đa 50.000 đ, mua từ 200.000 đ",
    "12.5% off Cà phê, up to 50,000 đ when you spend 200,000 đ or more",
  ],
  [
    { kind: "amount", amountMinor: 20_000, minimumSpendMinor: 100_000 },
    "Giảm 20.000 đ, đơn từ 100.000 đ",
    "20,000 đ off when you spend 100,000 đ or more",
  ],
  [
    { kind: "percent", rateBps: 1_000, minimumSpendMinor: 100_000, exclusive: true },
    "Giảm 10%, đơn từ 100.000 đ, không dùng chung với phiếu khác",
    "10% off when you spend 100,000 đ or more, not with another coupon",
  ],
  [
    { kind: "amount", amountMinor: 5_000, scope: { skus: ["TEA"] } },
    "Giảm 5.000 đ cho Trà sen",
    "5,000 đ off Trà sen",
    "Trà sen",
  ],
  [{ kind: "points", multiplierBps: 20_000 }, "Nhân 2 lần điểm thưởng", "2× points"],
  [
    { kind: "points", multiplierBps: 15_000, scope: { skus: ["A", "B"], ...coffee } },
    "Nhân 1,5 lần điểm thưởng cho các món chọn sẵn, Cà phê",
    "1.5× points on selected items, Cà phê",
  ],
  [{ kind: "gift", sku: "MUG" }, "Tặng 1 Cốc sứ", "1 Cốc sứ free", "Cốc sứ"],
  [
    { kind: "gift", sku: "MUG", minimumSpendMinor: 100_000, maxDiscountMinor: 45_000 },
    "Tặng 1 Cốc sứ, đơn từ 100.000 đ, trị giá tối đa 45.000 đ",
    "1 Cốc sứ free when you spend 100,000 đ or more, worth up to 45,000 đ",
    "Cốc sứ",
  ],
  [
    { kind: "gift", sku: "MUG", minimumSpendMinor: 100_000 },
    "Tặng 1 Cốc sứ, đơn từ 100.000 đ",
    "1 Cốc sứ free when you spend 100,000 đ or more",
    "Cốc sứ",
  ],
  [
    { kind: "gift", sku: "MUG", scope: coffee, minimumSpendMinor: 100_000 },
    "Tặng 1 Cốc sứ khi mua Cà phê từ 100.000 đ",
    "1 Cốc sứ free when you spend 100,000 đ or more on Cà phê",
    "Cốc sứ",
  ],
  [
    { kind: "gift", sku: "MUG", scope: coffee },
    "Tặng 1 Cốc sứ khi mua Cà phê",
    "1 Cốc sứ free when you buy Cà phê",
    "Cốc sứ",
  ],
];

for (const [offer, vi, en, productName] of rows) {
  test(`"${vi}" is "${en}"`, () => {
    const named = productName === undefined ? {} : { productName };
    expect(offerText(offer, { currency: "VND", locale: "vi", ...named })).toBe(vi);
    expect(offerText(offer, { currency: "VND", locale: "en", ...named })).toBe(en);
  });
}

test("amounts are the shop's", () => {
  const offer: Offer = { kind: "amount", amountMinor: 2_500 };
  expect(offerText(offer, { currency: "USD", locale: "en" })).toBe("$25.00 off");
  expect(offerText(offer, { currency: "KWD", locale: "vi" })).toBe("Giảm 2,500 KWD");
});
