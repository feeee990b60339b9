import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { couponDays } from "./couponDays.ts";
import { couponOffer, type OfferRoom } from "./couponOffer.ts";
import { fitText, sizedText, textWidth } from "./fitText.ts";
import { html, type Markup } from "./html.ts";
import { greetedName, type PrintedCoupon, type PrintedShop } from "./printedCoupon.ts";
import { barcodeModules, barcodeSvg, qrSvg } from "./symbols.ts";
import { printWords } from "./words.ts";

/** One slip: a present with the offer on it, and a stub with what the till scans. */
export const couponSlip = (
  coupon: PrintedCoupon,
  { shop, locale }: { readonly shop: PrintedShop; readonly locale: Locale },
): Markup => {
  const words = printWords[locale];
  return html`<article class="slip">
${ribbon}<div class="gift">
${recipient(coupon, words.giftFor)}
${couponOffer(coupon, offerRoom)}
<div class="code">
<div class="bars" style="--modules:${barcodeModules(coupon.code)}">${barcodeSvg(coupon.code)}</div>
<p>${showCouponCode(coupon.code)}</p>
</div>
</div>
<div class="stub">
<div class="qr">${qrSvg(coupon.code)}</div>
${couponDays(coupon, locale)}
<p class="shop"><b>${shop.name}</b>${shop.phone ? phone(shop.phone) : undefined}</p>
</div>
</article>
`;
};

const phone = (text: string): Markup =>
  html`<span style="${sizedText(fitText(text.replaceAll(" ", "\u00a0"), phonePlace, 1.9), smallestSize)}">${text}</span>`;

/** By the given name; whose slip it is when two are called Hà stands small, for the one handing out. */
const recipient = (coupon: PrintedCoupon, giftFor: string): Markup => {
  const given = greetedName(coupon);
  const free = slipPlace.width - textWidth(`${giftFor} ${given}`) * greetingSize - 1;
  const size = Math.min(2, Math.max(smallestSize, free / textWidth(coupon.customerName)));
  const small = html` <small style="--size:${size.toFixed(2)}">${coupon.customerName}</small>`;
  return html`<p class="for">${giftFor} <b>${given}</b>${coupon.customerName === given ? undefined : small}</p>`;
};

/** Below this nobody reads it at arm's length. */
const smallestSize = 1.6;

/** The units of a slip that the style gives it. */
const slipHeight = 31.4;

/** What the style leaves between the recipient and the bars, in units of the slip. */
const slipPlace = { width: 38, height: 13.2 };
const offerRoom: OfferRoom = {
  place: slipPlace,
  conditionPlace: { width: 38, height: 6.2 },
  largest: 7.4,
  largestCondition: 2.35,
  smallest: smallestSize,
};
/** Of the stub, for one line of the shop's phone. */
const phonePlace = { width: 13.6, height: 2.4 };
const greetingSize = 3.2;

/** The scalloped edge of wrapping paper: drawn once, ahead of the slips that show it. */
export const ribbonDrawing: Markup = (() => {
  const scallops = 16;
  const [height, depth] = [slipHeight / scallops, 3];
  const edge = `a${height / 2} ${height / 2} 0 0 1 0 ${height}`.repeat(scallops);
  const dots = Array.from(
    { length: scallops },
    (_, at) => html`<circle cx="${depth - 0.2}" cy="${((at + 0.5) * height).toFixed(3)}" r="0.3"/>`,
  );
  return html`<svg class="defs" aria-hidden="true"><g id="ribbon"><path d="M0 0h${depth}${edge}h-${depth}z"/><g class="dots">${dots}</g></g></svg>`;
})();

const ribbon = html`<svg class="ribbon" viewBox="0 0 4.2 ${slipHeight}" aria-hidden="true"><use href="#ribbon"/></svg>`;
