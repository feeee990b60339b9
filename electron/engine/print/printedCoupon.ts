import type { Offer } from "../../../shared/domain/coupon/offer.ts";
import { type OfferWords, offerText } from "../../../shared/domain/coupon/offerText.ts";
import { givenName } from "../../../shared/domain/customer/customerName.ts";
import { assert } from "../../../shared/kernel/assert.ts";

/** One person's coupon as it goes to paper; every text is final and in the list's language. */
export type PrintedCoupon = {
  /** Bare, as it is scanned: "K7QF2M9P". */
  readonly code: string;
  readonly customerName: string;
  /** Absent: the last word of the name. */
  readonly givenName?: string | undefined;
  readonly offerText: string;
  readonly conditionText?: string | undefined;
  readonly firstDay: string;
  /** The same, where that is after it was given out. */
  readonly fromDay?: string | undefined;
  readonly untilDay: string;
};

/** The shop as it signs what it prints; `phone` is ready to read. */
export type PrintedShop = {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
};

/** The word by which a slip greets its owner. */
export const greetedName = (coupon: PrintedCoupon): string =>
  coupon.givenName ?? givenName(coupon.customerName);

/**
 * An offer in the two sizes of a slip: "Giảm 10%" large, and small what it asks for, "Cho cà phê, tối
 * đa 50.000 đ, mua từ 200.000 đ".
 */
export const slipOffer = (
  offer: Offer,
  words: OfferWords,
): { readonly offerText: string; readonly conditionText?: string } => {
  const gain = offerText(headlineOffer(offer), words);
  const whole = offerText(offer, words);
  assert(whole.startsWith(gain), `"${whole}" begins with what it gives`);
  const condition = whole.slice(gain.length).replace(/^[\s,]+/u, "");
  return condition === ""
    ? { offerText: gain }
    : { offerText: gain, conditionText: condition.charAt(0).toUpperCase() + condition.slice(1) };
};

const headlineOffer = (offer: Offer): Offer => {
  switch (offer.kind) {
    case "percent":
      return { kind: "percent", rateBps: offer.rateBps };
    case "amount":
      return { kind: "amount", amountMinor: offer.amountMinor };
    case "points":
      return { kind: "points", multiplierBps: offer.multiplierBps };
    case "gift":
      return { kind: "gift", sku: offer.sku };
  }
};
