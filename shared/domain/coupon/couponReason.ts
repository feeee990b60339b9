import type { Locale } from "../../money/formatMoney.ts";
import type { TargetReason } from "../targeting/targetReason.ts";
import { targetReasonText } from "../targeting/targetReasonText.ts";

/** Why a coupon is somebody's. Days are said as they are written: "22/11/2026". */
export type CouponReason =
  | { readonly kind: "earned"; readonly onDay: string }
  /** By what was expected of them on that day. */
  | { readonly kind: "chosen"; readonly onDay: string; readonly reason: TargetReason }
  /** Everybody of the segment got one. */
  | { readonly kind: "in-segment"; readonly onDay: string; readonly segmentText: string };

/** For the cashier who is asked "why me?": "Chosen on 22 Nov 2026: comes every 7 days, last 9 days ago". */
export const couponReasonText = (reason: CouponReason, locale: Locale): string => {
  const { earned, chosen } = words[locale];
  switch (reason.kind) {
    case "earned":
      return earned(reason.onDay);
    case "chosen":
      return chosen(reason.onDay, uncapitalised(targetReasonText(reason.reason, locale)));
    case "in-segment":
      return chosen(reason.onDay, uncapitalised(reason.segmentText));
  }
};

const words = {
  vi: {
    earned: (day: string) => `Có từ lần mua ngày ${day}`,
    chosen: (day: string, why: string) => `Chọn ngày ${day}: ${why}`,
  },
  en: {
    earned: (day: string) => `Earned by the purchase of ${day}`,
    chosen: (day: string, why: string) => `Chosen on ${day}: ${why}`,
  },
} as const;

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
