import Papa from "papaparse";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { greetedName, type PrintedCoupon, sortForHandOut } from "./printedCoupon.ts";
import { printWords } from "./words.ts";

/**
 * The coupons as a table for a mailing or a print shop: UTF-8 with its mark, so that spreadsheets
 * read Vietnamese, every cell quoted, and none of them a formula.
 */
export const mailingCsv = (coupons: readonly PrintedCoupon[], locale: Locale): string => {
  const { name, givenName, offer, condition, until, code } = printWords[locale].list;
  const rows = sortForHandOut(coupons).map((coupon) => [
    coupon.customerName,
    greetedName(coupon),
    coupon.offerText,
    coupon.conditionText ?? "",
    coupon.untilDay,
    showCouponCode(coupon.code),
  ]);
  const table = [[name, givenName, offer, condition, until, code], ...rows];
  return `\ufeff${Papa.unparse(table, { quotes: true, escapeFormulae: formula, newline: "\r\n" })}\r\n`;
};

/** What a spreadsheet would run, also behind blanks and in full width. Source: OWASP, CSV injection. */
const formula = /^\s*[=+\-@\t\r\n＝＋－＠]/;
