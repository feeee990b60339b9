import { expect, test } from "vitest";
import { type CouponReason, couponReasonText } from "../../../shared/domain/coupon/couponReason.ts";

const rhythm = { everyDays: 7, lastDaysAgo: 9 };

test.each<readonly [CouponReason, string, string]>([
  [
    { kind: "earned", onDay: "22/11/2026" },
    "Có từ lần mua ngày 22/11/2026",
    "Earned by the purchase of 22/11/2026",
  ],
  [
    { kind: "chosen", onDay: "22/11/2026", reason: { kind: "due-soon", evidence: rhythm } },
    "Chọn ngày 22/11/2026: thường đến mỗi 7 ngày, lần cuối 9 ngày trước",
    "Chosen on 22/11/2026: comes every 7 days, last 9 days ago",
  ],
  [
    { kind: "in-segment", onDay: "22/11/2026", segmentText: "Hạng Vàng" },
    "Chọn ngày 22/11/2026: hạng Vàng",
    "Chosen on 22/11/2026: hạng Vàng",
  ],
])("%j is said in both languages", (reason, vi, en) => {
  expect(couponReasonText(reason, "vi")).toBe(vi);
  expect(couponReasonText(reason, "en")).toBe(en);
});
