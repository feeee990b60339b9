import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { greetedName, type PrintedCoupon } from "./printedCoupon.ts";
import { printWords } from "./words.ts";

export const mailedBy = ["sms", "zalo", "phone", "email"] as const;
export type MailedBy = (typeof mailedBy)[number];

/** A coupon with where it may be sent: nothing of a channel that its person has not agreed to. */
export type MailedCoupon = PrintedCoupon & {
  readonly contacts: Readonly<Partial<Record<MailedBy, string>>>;
};

/** The coupons as a table for a mailing or a print shop, in the order given. */
export const mailingTable = (
  coupons: readonly MailedCoupon[],
  locale: Locale,
): readonly (readonly string[])[] => {
  const { name, givenName, contacts, offer, condition, from, until, code } =
    printWords[locale].list;
  const rows = coupons.map((coupon) => [
    coupon.customerName,
    greetedName(coupon),
    ...mailedBy.map((channel) => coupon.contacts[channel] ?? ""),
    coupon.offerText,
    coupon.conditionText ?? "",
    coupon.firstDay,
    coupon.untilDay,
    showCouponCode(coupon.code),
  ]);
  const heads = mailedBy.map((channel) => contacts[channel]);
  return [[name, givenName, ...heads, offer, condition, from, until, code], ...rows];
};
