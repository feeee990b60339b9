import { expect, test } from "vitest";
import { reasonText } from "../../../shared/domain/suggestion/reasonText.ts";
import type { SuggestionReason } from "../../../shared/domain/suggestion/suggestion.ts";

const due = (everyDays: number, lastDaysAgo: number): SuggestionReason => ({
  kind: "due",
  evidence: { everyDays, lastDaysAgo },
});
const goesWith = (alsoName?: string): SuggestionReason => ({
  kind: "goes-with",
  evidence: {
    ...{ withSku: "P", withName: "phin", basketsTogether: 12, basketsWith: 40 },
    ...(alsoName === undefined ? {} : { alsoSku: "C", alsoName }),
  },
});

test.each<{ reason: SuggestionReason; vi: string; en: string }>([
  {
    reason: { kind: "new", evidence: { days: 0, fits: "Trà" } },
    vi: "Hàng mới, lên kệ hôm nay, hợp với Trà",
    en: "New, on the shelf since today, fits Trà",
  },
  {
    reason: { kind: "new", evidence: { days: 12, fits: "Trà" } },
    vi: "Hàng mới, lên kệ 12 ngày, hợp với Trà",
    en: "New, on the shelf for 12 days, fits Trà",
  },
  {
    reason: due(35, 42),
    vi: "Mua mỗi 5 tuần, lần cuối 6 tuần trước",
    en: "Bought every 5 weeks, last 6 weeks ago",
  },
  {
    reason: due(7, 8),
    vi: "Mua mỗi tuần, lần cuối 8 ngày trước",
    en: "Bought every week, last 8 days ago",
  },
  {
    reason: due(1, 1),
    vi: "Mua mỗi ngày, lần cuối 1 ngày trước",
    en: "Bought every day, last 1 day ago",
  },
  {
    reason: due(3, 0),
    vi: "Mua mỗi 3 ngày, lần cuối hôm nay",
    en: "Bought every 3 days, last today",
  },
  {
    reason: due(92, 120),
    vi: "Mua mỗi 3 tháng, lần cuối 4 tháng trước",
    en: "Bought every 3 months, last 4 months ago",
  },
  { reason: goesWith(), vi: "Hay mua cùng phin", en: "Often bought with phin" },
  {
    reason: goesWith("cà phê"),
    vi: "Hay mua cùng phin và cà phê",
    en: "Often bought with phin and cà phê",
  },
  {
    reason: { kind: "habit", evidence: { count: 2, months: 4 } },
    vi: "Đã mua 2 lần trong 4 tháng",
    en: "Bought twice in 4 months",
  },
  {
    reason: { kind: "habit", evidence: { count: 5, months: 1 } },
    vi: "Đã mua 5 lần tháng qua",
    en: "Bought 5 times in the last month",
  },
  {
    reason: {
      kind: "goes-with-habit",
      evidence: { withSku: "T", withName: "trà", customersTogether: 9, customersWith: 20 },
    },
    vi: "Khách mua trà cũng hay chọn",
    en: "Liked by people who buy trà",
  },
  {
    reason: { kind: "often-in-category", evidence: { category: "Gia vị", count: 7 } },
    vi: "Hợp gu Gia vị, đã mua 7 lần",
    en: "Fits their taste in Gia vị, bought 7 times",
  },
  {
    reason: { kind: "popular-now", evidence: { baskets: 31, days: 28 } },
    vi: "Đang được chuộng, 31 lượt mua trong 28 ngày",
    en: "Popular now, in 31 baskets over 28 days",
  },
])("$en", ({ reason, vi, en }) => {
  expect(reasonText(reason, "vi")).toBe(vi);
  expect(reasonText(reason, "en")).toBe(en);
});
