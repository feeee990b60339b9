import {
  expectedLines,
  type OfferDesk,
  offerDesk,
} from "../../../electron/engine/suggest/targeting/offerFit.ts";
import type { CustomerPast } from "../../../electron/engine/suggest/targeting/past.ts";
import type { CouponShop, NamedCampaign } from "./couponShop.ts";
import { soldBefore } from "./soldBefore.ts";

/** A score for each coupon of a campaign, for one household. */
export type OfferScoring = (
  desk: OfferDesk,
  past: CustomerPast,
  campaign: NamedCampaign,
) => ArrayLike<number>;

export const deskBefore = (shop: CouponShop, { offers, startDay }: NamedCampaign): OfferDesk =>
  offerDesk(offers, soldBefore(shop, startDay), shop.shelf);

export const offerScorings: Readonly<Record<string, OfferScoring>> = {
  quen: (desk, past, { startDay }) => expectedLines(desk, past, startDay),
  "most-products": ({ offers }) => offers.map(({ products }) => products?.size ?? 0),
  "own-lines": ({ offers, shares, coverage }, { lines }, { startDay }) => {
    const scores = offers.map((_, at) => 1e-6 * (shares[at]?.sold ?? 0));
    for (const { day, product } of lines) {
      if (day >= startDay) continue;
      for (const at of coverage.offersByProduct.get(product) ?? []) {
        scores[at] = (scores[at] ?? 0) + 1;
      }
    }
    return scores;
  },
};
