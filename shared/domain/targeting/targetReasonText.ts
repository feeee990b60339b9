import { unreachable } from "../../kernel/assert.ts";
import { counted } from "../../kernel/counted.ts";
import type { Locale } from "../../money/formatMoney.ts";
import type { TargetReason } from "./targetReason.ts";

/** One short sentence for the owner who looks over the list: "Đã dùng 2 trong 3 đợt phiếu". */
export const targetReasonText = (reason: TargetReason, locale: Locale): string =>
  locale === "vi" ? vietnamese(reason) : english(reason);

const vietnamese = (reason: TargetReason): string => {
  switch (reason.kind) {
    case "used-before":
      return `Đã dùng phiếu của ${reason.evidence.used} trong ${reason.evidence.of} đợt`;
    case "would-come-anyway":
      return `Vẫn tự đến ${vietnameseRhythm(reason.evidence.everyDays)}, không cần phiếu`;
    case "due-soon":
      return `Thường đến ${vietnameseRhythm(reason.evidence.everyDays)}, lần cuối ${vietnameseAgo(reason.evidence.lastDaysAgo)}`;
    case "lapsing":
      return `Từng đến ${vietnameseRhythm(reason.evidence.everyDays)}, nay đã ${reason.evidence.lastDaysAgo} ngày chưa ghé`;
    case "likes-category":
      return `Thích ${reason.evidence.category}, đã mua ${reason.evidence.count} lần`;
    case "regular":
      return `Đã đến ${reason.evidence.visits} ngày trong ${reason.evidence.days} ngày qua`;
    case "little-known":
      return reason.evidence.visits === 0
        ? "Một năm nay chưa mua lần nào"
        : `Một năm nay mới đến ${reason.evidence.visits} ngày, chưa rõ thói quen`;
    default:
      return unreachable(reason);
  }
};

const english = (reason: TargetReason): string => {
  switch (reason.kind) {
    case "used-before":
      return `Used coupons of ${reason.evidence.used} of ${counted(reason.evidence.of, "campaign")}`;
    case "would-come-anyway":
      return `Comes ${englishRhythm(reason.evidence.everyDays)} without a coupon`;
    case "due-soon":
      return `Comes ${englishRhythm(reason.evidence.everyDays)}, last ${englishAgo(reason.evidence.lastDaysAgo)}`;
    case "lapsing":
      return `Used to come ${englishRhythm(reason.evidence.everyDays)}, last ${englishAgo(reason.evidence.lastDaysAgo)}`;
    case "likes-category":
      return `Likes ${reason.evidence.category}, bought ${counted(reason.evidence.count, "time")}`;
    case "regular":
      return `Came on ${counted(reason.evidence.visits, "day")} of the last ${reason.evidence.days}`;
    case "little-known":
      return reason.evidence.visits === 0
        ? "Has not bought for a year"
        : `Came on ${counted(reason.evidence.visits, "day")} of the last year, no habit known yet`;
    default:
      return unreachable(reason);
  }
};

const vietnameseRhythm = (days: number): string => (days === 1 ? "mỗi ngày" : `mỗi ${days} ngày`);
const englishRhythm = (days: number): string =>
  days === 1 ? "every day" : `every ${counted(days, "day")}`;

const vietnameseAgo = (days: number): string => (days === 0 ? "hôm nay" : `${days} ngày trước`);
const englishAgo = (days: number): string => (days === 0 ? "today" : `${counted(days, "day")} ago`);
