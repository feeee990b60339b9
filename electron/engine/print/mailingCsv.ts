import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { csvTable } from "./csvTable.ts";
import { greetedName, type PrintedCoupon } from "./printedCoupon.ts";
import { printWords } from "./words.ts";

/** The coupons as a table for a mailing or a print shop, in the order given. */
export const mailingCsv = (coupons: readonly PrintedCoupon[], locale: Locale): string => {
  const { name, givenName, offer, condition, until, code } = printWords[locale].list;
  const rows = coupons.map((coupon) => [
    coupon.customerName,
    greetedName(coupon),
    coupon.offerText,
    coupon.conditionText ?? "",
    coupon.untilDay,
    showCouponCode(coupon.code),
  ]);
  return csvTable([[name, givenName, offer, condition, until, code], ...rows]);
};
