import type { CouponSheet } from "../../../electron/engine/print/couponSheet.ts";
import type { PrintedCoupon } from "../../../electron/engine/print/printedCoupon.ts";
import { couponCodeFrom } from "../../../shared/domain/coupon/couponCode.ts";

export const coupon = (changes: Partial<PrintedCoupon> = {}): PrintedCoupon => ({
  code: "K7QF2M9P",
  customerName: "Nguyễn Thị Thu Hà",
  offerText: "Giảm 10%",
  conditionText: "Cho cà phê, đơn từ 200.000 đ",
  firstDay: "2026-11-16",
  untilDay: "2026-11-30",
  ...changes,
});

export const manyCoupons = (count: number): readonly PrintedCoupon[] =>
  Array.from({ length: count }, (_, at) =>
    coupon({ code: couponCodeFrom(Uint8Array.of(at, at >> 8, 7, at * 31, at * 17, at * 13)) }),
  );

export const sheetOf = (changes: Partial<CouponSheet> = {}): CouponSheet => ({
  shop: { name: "Tạp hoá Cô Mi", phone: "0912 345 678", address: "12 Hàng Bạc" },
  locale: "vi",
  layout: "slips-3x8",
  letter: "Cảm ơn bạn đã luôn ghé {shop}.",
  campaignName: "Quà tháng 11",
  coupons: [coupon()],
  ...changes,
});

/** What a reader sees: no tags, no style, entities as letters. */
export const textOf = (document: string): string =>
  document
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
