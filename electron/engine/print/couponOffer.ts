import {
  boundNumbers,
  fitText,
  lineHeight,
  type Place,
  sizedText,
  type TextFit,
} from "./fitText.ts";
import { html, type Markup } from "./html.ts";
import type { PrintedCoupon } from "./printedCoupon.ts";

/** Where a coupon says its offer, in the units of its slip. */
export type OfferRoom = {
  readonly place: Place;
  /** Of `place`, what the condition may take at its foot. */
  readonly conditionPlace: Place;
  readonly largest: number;
  readonly largestCondition: number;
  readonly smallest: number;
};

/** The offer as large as its place allows, over the whole of what it asks for. */
export const couponOffer = (
  { offerText, conditionText = "" }: PrintedCoupon,
  { place, conditionPlace, largest, largestCondition, smallest }: OfferRoom,
): Markup => {
  const condition =
    conditionText === "" ? undefined : fitText(conditionText, conditionPlace, largestCondition);
  const taken = condition ? condition.size * condition.lines * lineHeight : 0;
  const gain = fitText(offerText, { ...place, height: place.height - taken }, largest);
  const sized = (fit: TextFit) => sizedText(fit, smallest);
  return html`<p class="offer" style="${sized(gain)}">${boundNumbers(offerText)}</p>
${condition ? html`<p class="condition" style="${sized(condition)}">${boundNumbers(conditionText)}</p>` : undefined}`;
};
