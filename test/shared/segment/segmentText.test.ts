import { expect, test } from "vitest";
import type { Segment } from "../../../shared/domain/segment/segment.ts";
import { segmentText } from "../../../shared/domain/segment/segmentText.ts";

test.each<[Segment, string, string]>([
  [{}, "All customers", "Mọi khách hàng"],
  [
    { all: [{ kind: "recencyDays", min: 30, max: 90 }] },
    "Last purchase 30 to 90 days ago",
    "Mua lần cuối từ 30 đến 90 ngày trước",
  ],
  [
    { all: [{ kind: "recencyDays", min: 60 }] },
    "No purchase for 60 days",
    "Đã 60 ngày trở lên chưa mua lại",
  ],
  [
    { all: [{ kind: "recencyDays", max: 1 }] },
    "Bought in the last 1 day",
    "Có mua trong 1 ngày qua",
  ],
  [
    { all: [{ kind: "purchaseCount", min: 3, withinDays: 365 }] },
    "At least 3 purchases in the last 365 days",
    "Mua ít nhất 3 lần trong 365 ngày qua",
  ],
  [{ all: [{ kind: "purchaseCount", min: 1, max: 1 }] }, "Exactly 1 purchase", "Mua đúng 1 lần"],
  [
    {
      all: [
        { kind: "boughtCategory", any: ["Cà phê", "Trà"], withinDays: 90 },
        { kind: "notBoughtSku", any: ["PH-08"] },
        { kind: "channel", channel: "store" },
      ],
    },
    "Bought from Cà phê or Trà in the last 90 days, did not buy PH-08, and buys in the shop only",
    "Đã mua hàng nhóm Cà phê hoặc Trà trong 90 ngày qua, chưa mua PH-08 và chỉ mua tại quầy",
  ],
  [
    {
      all: [{ kind: "consent", purpose: "marketing", channel: "print" }],
      any: [
        { kind: "birthdayWithinDays", days: 7 },
        { kind: "lapsedAgainstOwnRhythm", times: 1.5 },
      ],
    },
    "Agreed to offers on paper, and either birthday within 7 days, or away for more than 1.5 times their usual gap",
    "Đồng ý nhận ưu đãi trên giấy và một trong các điều sau: sinh nhật trong 7 ngày tới; hoặc vắng hơn 1,5 lần nhịp mua thường thấy của họ",
  ],
  [{ any: [{ kind: "pointsBalance", min: 1 }] }, "Has at least 1 point", "Có ít nhất 1 điểm"],
  [
    { any: [{ kind: "pointsExpiring", withinDays: 1 }] },
    "At least 1 point expires within 1 day",
    "Ít nhất 1 điểm hết hạn trong 1 ngày tới",
  ],
  [
    { any: [{ kind: "lapsedAgainstOwnRhythm", times: 1 }] },
    "Away for longer than their usual gap",
    "Vắng hơn 1 lần nhịp mua thường thấy của họ",
  ],
  [{ all: [{ kind: "tier", any: ["none"] }] }, "No tier", "Chưa có hạng"],
  [
    { all: [{ kind: "tier", any: ["gold", "none"] }] },
    "Tier gold or no tier",
    "Hạng gold hoặc chưa có hạng",
  ],
  [
    { any: [{ kind: "pointsBalance", max: 1_000 }] },
    "Has at most 1,000 points",
    "Có nhiều nhất 1.000 điểm",
  ],
])("%j is said in both languages", (segment, english, vietnamese) => {
  expect(segmentText(segment, { locale: "en", currency: "VND" })).toBe(english);
  expect(segmentText(segment, { locale: "vi", currency: "VND" })).toBe(vietnamese);
});

test("amounts stand in the shop's currency", () => {
  const segment: Segment = { all: [{ kind: "spentMinor", min: 2_000_000, max: 5_000_000 }] };
  expect(segmentText(segment, { locale: "vi", currency: "VND" })).toMatch(
    /^Đã chi từ 2\.000\.000\s?[đ₫] đến 5\.000\.000\s?[đ₫]$/,
  );
  expect(segmentText(segment, { locale: "en", currency: "USD" })).toMatch(/20,000\.00.*50,000\.00/);
});
