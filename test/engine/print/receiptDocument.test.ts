import { describe, expect, test } from "vitest";
import type { Receipt, ReceiptSale } from "../../../electron/engine/print/receipt.ts";
import { receiptDocument } from "../../../electron/engine/print/receiptDocument.ts";
import { textOf } from "./coupons.ts";
import { barcodesIn, readBarcodeSvg } from "./readSymbols.ts";

const sale: ReceiptSale = {
  receiptNumber: "1-000284",
  soldAtMs: Date.UTC(2026, 10, 22, 11, 5),
  staffName: "Mi",
  taxMode: "inclusive",
  lines: [
    {
      name: "Sữa đặc Ông Thọ 380 g",
      quantityMilli: 3_000,
      soldBy: "unit",
      unitPriceMinor: 27_000,
      grossMinor: 81_000,
      discounts: [
        { kind: "coupon", code: "K7QF2M9P", minor: 8_100 },
        { kind: "points", minor: 18_200 },
      ],
    },
    {
      name: "Hạt điều rang muối",
      quantityMilli: 425,
      soldBy: "weight",
      unitPriceMinor: 320_000,
      grossMinor: 136_000,
      discounts: [
        { kind: "line", minor: 6_000 },
        { kind: "points", minor: 31_800 },
      ],
    },
  ],
  grossMinor: 217_000,
  totalMinor: 152_900,
  taxes: [
    { rateBps: 800, taxMinor: 11_326 },
    { rateBps: 0, taxMinor: 0 },
  ],
  coupons: [{ code: "K7QF2M9P", discountMinor: 8_100 }],
  pointsRedeemed: 50,
  pointsValueMinor: 50_000,
  pointsEarned: 15,
  roundingMinor: 100,
  payments: [
    { method: "transfer", amountMinor: 100_000 },
    { method: "cash", amountMinor: 60_000 },
  ],
  changeMinor: 7_000,
};

const receipt = (changes: Partial<Receipt> = {}): Receipt => ({
  shop: { name: "Tạp hoá Cô Mi", phone: "0912 345 678", address: "12 Hàng Bạc" },
  sale,
  customer: { givenName: "Hà", maskedPhone: "•••• ••• 567" },
  pointsBalance: 1_284,
  locale: "vi",
  currency: "VND",
  timezone: "Asia/Ho_Chi_Minh",
  ...changes,
});

const text = (changes?: Partial<Receipt>) => textOf(receiptDocument(receipt(changes)));

test("a receipt tells the sale from the shop's name to the farewell, in order", () => {
  expect(text()).toContain(
    [
      "Tạp hoá Cô Mi 12 Hàng Bạc 0912 345 678",
      "Hoá đơn 1-000284 22/11/2026, 18:05 Thu ngân Mi Khách Hà •••• ••• 567",
      "Sữa đặc Ông Thọ 380 g 3 × 27.000 81.000 Phiếu K7QF-2M9P −8.100",
      "Hạt điều rang muối 0,425 kg × 320.000/kg 136.000 Giảm giá −6.000",
      "Tạm tính, 4 món 217.000 Giảm giá −6.000 Phiếu K7QF-2M9P −8.100 Dùng 50 điểm −50.000",
      "Trước làm tròn 152.900 Làm tròn tiền mặt 100",
      "Tổng cộng 153.000 đ Trong đó VAT 8% 11.326 đ",
      "Chuyển khoản 100.000 Tiền mặt 60.000 Tiền thừa 7.000",
      "Được cộng 15 điểm Hiện có 1.284 điểm",
      "Cảm ơn Hà, hẹn sớm gặp lại. 1-000284",
    ].join(" "),
  );
});

test("in English, in dollars, with tax on top, it is written the English way", () => {
  const exclusive: ReceiptSale = {
    ...sale,
    taxMode: "exclusive",
    roundingMinor: 0,
    changeMinor: 0,
    totalMinor: 164_226,
  };
  const words = text({ sale: exclusive, locale: "en", currency: "USD", timezone: "UTC" });
  expect(words).toContain("Receipt 1-000284 22 Nov 2026, 11:05 Served by Mi");
  expect(words).toContain("3 × 270.00 810.00");
  expect(words).toContain(
    "50 points used −500.00 VAT 8% 113.26 VAT 0% 0.00 Total $1,642.26 Transfer",
  );
  expect(words).not.toMatch(/Rounding|Change|Includes/);
});

test("what is rounded down is told as well, and the total is what is paid", () => {
  const rounded = { ...sale, totalMinor: 153_100, roundingMinor: -100 };
  expect(text({ sale: rounded })).toContain(
    "Trước làm tròn 153.100 Làm tròn tiền mặt −100 Tổng cộng 153.000 đ",
  );
  const even = { ...sale, totalMinor: 153_000, roundingMinor: 0 };
  expect(text({ sale: even })).not.toContain("làm tròn");
});

test("a discount that took nothing off a line is not told beneath it", () => {
  const [milk, ...others] = sale.lines;
  const discounts = [{ kind: "line", minor: 0 }] as const;
  const lines = [...(milk ? [{ ...milk, discounts }] : []), ...others];
  expect(text({ sale: { ...sale, lines } })).toContain("3 × 27.000 81.000 Hạt điều rang muối");
});

test("midnight belongs to the day that begins, in the shop's own time", () => {
  const midnight = { ...sale, soldAtMs: Date.UTC(2026, 10, 30, 17, 0) };
  expect(text({ sale: midnight })).toContain("01/12/2026, 00:00");
});

test("without a customer there are no points and no name", () => {
  const words = text({ customer: undefined, pointsBalance: undefined });
  expect(words).toContain("Cảm ơn quý khách, hẹn sớm gặp lại.");
  expect(words).not.toMatch(/Khách Hà|Được cộng/);
});

test("a coupon that took nothing off, as one for points, is told as used", () => {
  const used = { ...sale, coupons: [{ code: "K7QF2M9P", discountMinor: 0 }] };
  expect(text({ sale: used })).toContain("Phiếu K7QF-2M9P đã dùng");
});

test("a coupon that the purchase earned stands there as a slip: what, from when, and its bars", () => {
  const couponsEarned = [
    { code: "K7QF2M9P", offerText: "Giảm 10%", fromDay: "2026-11-23", untilDay: "2026-12-06" },
  ];
  expect(text({ couponsEarned })).toContain(
    "Tặng bạn cho lần mua sau Giảm 10% Dùng từ 23/11/2026 đến hết 06/12/2026 K7QF-2M9P Cảm ơn Hà",
  );
  expect(text({ couponsEarned, locale: "en" })).toContain(
    "For your next purchase Giảm 10% Good from 23 Nov 2026 until 6 Dec 2026 K7QF-2M9P",
  );
  const bars = barcodesIn(receiptDocument(receipt({ couponsEarned })));
  expect(bars.map(readBarcodeSvg)).toEqual(["K7QF2M9P", "1-000284"]);
  expect(text()).not.toContain("cho lần mua sau");
});

test("the barcode holds the receipt's number, for returns", () => {
  expect(barcodesIn(receiptDocument(receipt())).map(readBarcodeSvg)).toEqual(["1-000284"]);
});

describe("a hostile text", () => {
  test("in any field is shown and not run", () => {
    const attack = "<script>alert(1)</script>";
    const document = receiptDocument(
      receipt({
        shop: { name: attack, address: attack, phone: attack },
        customer: { givenName: attack, maskedPhone: attack },
        sale: {
          ...sale,
          staffName: attack,
          lines: sale.lines.map((line) => ({ ...line, name: attack })),
          payments: [{ method: attack, amountMinor: 1 }],
        },
      }),
    );
    expect(document).not.toContain("<script");
    expect(textOf(document).split(attack).length - 1).toBe(10);
  });
});
