import type { Offer } from "../coupon/offer.ts";

/** The most that one use of the dearest of `offers` takes off; undefined where nothing bounds it. */
export const dearestUseMinor = (offers: readonly Offer[]): number | undefined => {
  const each = offers.map(useMinor);
  return each.includes(undefined)
    ? undefined
    : each.reduce<number>((most, minor) => Math.max(most, minor ?? 0), 0);
};

const useMinor = (offer: Offer): number | undefined => {
  switch (offer.kind) {
    case "amount":
      return offer.amountMinor;
    case "percent":
      return offer.maxDiscountMinor;
    case "points":
    case "gift":
      return undefined;
  }
};
