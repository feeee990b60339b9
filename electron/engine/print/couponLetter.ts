import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { type MessageValues, messageText } from "../../../shared/domain/message/messageText.ts";
import type { CouponSheet } from "./couponSheet.ts";
import { couponSlip } from "./couponSlip.ts";
import { textWidth } from "./fitText.ts";
import { html, type Markup } from "./html.ts";
import { greetedName, type PrintedCoupon } from "./printedCoupon.ts";
import { printedDay } from "./printedDay.ts";
import { printWords } from "./words.ts";

type Frame = Pick<CouponSheet, "shop" | "locale" | "letter">;

/** A greeting, what the owner wrote, and the coupon at the foot to be cut off. */
export const letterPage = (coupon: PrintedCoupon, frame: Frame): Markup => {
  const { shop, locale } = frame;
  const words = printWords[locale].letter;
  const text = letterText(coupon, frame);
  return html`<section class="page">
<header><b>${shop.name}</b><span>${[shop.address, shop.phone].filter((part) => part).join(", ")}</span></header>
<div class="words">
<p class="hello">${words.greeting(greetedName(coupon))}</p>
<p class="text${linesOf(text, usual) > usual.most ? " long" : ""}">${text}</p>
<p>${words.closing},<br><b>${shop.name}</b></p>
</div>
<div class="present"><p class="how">${words.howTo}</p>${couponSlip(coupon, { shop, locale })}</div>
</section>
`;
};

/** Whether what was written has no room over the coupon, not even in smaller type: its end is cut. */
export const isLetterCut = (coupon: PrintedCoupon, frame: Frame): boolean =>
  linesOf(letterText(coupon, frame), long) > long.most;

/**
 * How much stands on a line, by `textWidth` and the style's two types, and so many lines: measured in
 * the font's own weight, less what words leave empty at the ends of lines. Capitals stand wider.
 */
type Room = { readonly width: number; readonly most: number };
const usual: Room = { width: 31.8, most: 10 };
const long: Room = { width: 37.7, most: 16 };

const linesOf = (text: string, { width }: Room): number =>
  text
    .split("\n")
    .map((line) => Math.max(1, Math.ceil(textWidth(line) / width)))
    .reduce((sum, count) => sum + count, 0);

const letterText = (coupon: PrintedCoupon, { shop, locale, letter }: Frame): string => {
  const values: MessageValues = {
    name: coupon.customerName,
    givenName: greetedName(coupon),
    offer: [coupon.offerText, coupon.conditionText].filter(Boolean).join(", "),
    code: showCouponCode(coupon.code),
    from: printedDay(coupon.firstDay, locale),
    until: printedDay(coupon.untilDay, locale),
    shop: shop.name,
    phone: shop.phone ?? "",
  };
  return messageText(letter, values);
};
