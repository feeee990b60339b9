import { expect, test } from "vitest";
import type { TargetReason } from "../../../shared/domain/targeting/targetReason.ts";
import { targetReasonText } from "../../../shared/domain/targeting/targetReasonText.ts";

const rhythm = { everyDays: 10, lastDaysAgo: 31 };
const rows: readonly (readonly [TargetReason, string, string])[] = [
  [
    { kind: "used-before", evidence: { used: 2, of: 3 } },
    "Đã dùng phiếu của 2 trong 3 đợt",
    "Used coupons of 2 of 3 campaigns",
  ],
  [
    { kind: "would-come-anyway", evidence: { everyDays: 4, lastDaysAgo: 1 } },
    "Vẫn tự đến mỗi 4 ngày, không cần phiếu",
    "Comes every 4 days without a coupon",
  ],
  [
    { kind: "due-soon", evidence: { everyDays: 10, lastDaysAgo: 0 } },
    "Thường đến mỗi 10 ngày, lần cuối hôm nay",
    "Comes every 10 days, last today",
  ],
  [
    { kind: "lapsing", evidence: rhythm },
    "Từng đến mỗi 10 ngày, nay đã 31 ngày chưa ghé",
    "Used to come every 10 days, last 31 days ago",
  ],
  [
    { kind: "lapsing", evidence: { everyDays: 1, lastDaysAgo: 3 } },
    "Từng đến mỗi ngày, nay đã 3 ngày chưa ghé",
    "Used to come every day, last 3 days ago",
  ],
  [
    { kind: "likes-category", evidence: { category: "Trà", count: 5 } },
    "Thích Trà, đã mua 5 lần",
    "Likes Trà, bought 5 times",
  ],
  [
    { kind: "regular", evidence: { visits: 7, days: 90 } },
    "Đã đến 7 ngày trong 90 ngày qua",
    "Came on 7 days of the last 90",
  ],
  [
    { kind: "little-known", evidence: { visits: 1, days: 20 } },
    "Một năm nay mới đến 1 ngày, chưa rõ thói quen",
    "Came on 1 day of the last year, no habit known yet",
  ],
  [
    { kind: "little-known", evidence: { visits: 0, days: 0 } },
    "Một năm nay chưa mua lần nào",
    "Has not bought for a year",
  ],
];

test.each(rows)("%j is told in both languages", (reason, vi, en) => {
  expect(targetReasonText(reason, "vi")).toBe(vi);
  expect(targetReasonText(reason, "en")).toBe(en);
});
