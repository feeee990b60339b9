import type { Locale } from "../../../shared/money/formatMoney.ts";
import { fitText, sizedText } from "./fitText.ts";
import { html, type Markup } from "./html.ts";
import type { PrintedCoupon } from "./printedCoupon.ts";
import { printedDay } from "./printedDay.ts";
import { printWords } from "./words.ts";

/** Until when the coupon is good; and from when, where that is after it was given out. */
export const couponDays = (coupon: PrintedCoupon, locale: Locale): Markup => {
  const words = printWords[locale];
  const until = html`<b>${printedDay(coupon.untilDay, locale)}</b>`;
  if (coupon.fromDay === undefined) return html`<p class="until">${words.until}${until}</p>`;
  const from = `${words.from} ${printedDay(coupon.fromDay, locale)}`;
  return html`<p class="until ahead"><span style="${sizedText(fitText(from, line, 2), smallest)}">${from}</span> ${words.fromUntil}${until}</p>`;
};

/** Of a slip's stub, in its units. */
const line = { width: 13.8, height: 2.5 };
const smallest = 1.6;
