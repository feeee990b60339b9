import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { couponDays } from "./couponDays.ts";
import { couponOffer, type OfferRoom } from "./couponOffer.ts";
import { fitText, sizedText } from "./fitText.ts";
import { html, type Markup } from "./html.ts";
import { greetedName, type PrintedCoupon, type PrintedShop } from "./printedCoupon.ts";
import { barcodeModules, barcodeSvg, qrSvg } from "./symbols.ts";
import { printWords } from "./words.ts";

/** One coupon as a page of the receipt printer's roll, with the line to tear or cut it off by. */
export const couponReceipt = (
  coupon: PrintedCoupon,
  { shop, locale }: { readonly shop: PrintedShop; readonly locale: Locale },
): Markup => {
  const words = printWords[locale];
  return html`<section class="page"><article class="slip">
${edge}
<p class="for" style="${sizedText(fitText(`${words.giftFor} ${greetedName(coupon)}`, greeting, 5.4), smallest)}">${words.giftFor} <b>${greetedName(coupon)}</b></p>
<p class="whole" style="${sizedText(fitText(coupon.customerName, wholePlace, 3.2), 2.2)}">${coupon.customerName === greetedName(coupon) ? undefined : coupon.customerName}</p>
<div class="present">${couponOffer(coupon, offerRoom)}</div>
<div class="bars" style="--modules:${barcodeModules(coupon.code)}">${barcodeSvg(coupon.code)}</div>
<p class="code">${showCouponCode(coupon.code)}</p>
<div class="stub"><div class="qr">${qrSvg(coupon.code)}</div>
<div>${couponDays(coupon, locale)}
<p class="shop"><b>${shop.name}</b>${shop.phone ? html`<span>${shop.phone}</span>` : undefined}</p></div></div>
</article><p class="cut" aria-hidden="true"></p></section>
`;
};

/** Below this a thermal head of eight dots a millimetre draws no mark over a letter. */
const smallest = 2.8;
/** In units of the slip, which is 72 of them wide on every roll. */
const offerRoom: OfferRoom = {
  place: { width: 66, height: 22 },
  conditionPlace: { width: 66, height: 9 },
  largest: 11,
  largestCondition: 3.6,
  smallest,
};
const greeting = { width: 66, height: 8 };
/** On one line: who hands out tells two of one given name apart by it. */
const wholePlace = { width: 64, height: 4 };

/** The scalloped edge of wrapping paper, in dots that a thermal head prints black. */
const edge: Markup = (() => {
  const scallops = 18;
  const width = 72 / scallops;
  const arcs = `a${width / 2} ${width / 2} 0 0 1 -${width} 0`.repeat(scallops);
  const dots = Array.from(
    { length: scallops },
    (_, at) => html`<circle cx="${(at + 0.5) * width}" cy="1.5" r="0.5"/>`,
  );
  return html`<svg class="edge" viewBox="0 0 72 3.6" aria-hidden="true"><path d="M0 0h72v1.5${arcs}z"/><g>${dots}</g></svg>`;
})();
