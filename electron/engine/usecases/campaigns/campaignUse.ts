import { termsOfUse, type UseTerms } from "../../../../shared/domain/campaign/affordable.ts";
import type { Offer } from "../../../../shared/domain/coupon/offer.ts";
import type { LoyaltyRules } from "../../../../shared/domain/loyalty/loyaltyRules.ts";
import type { ReadDb } from "../../db/connection.ts";
import type { CampaignRow } from "../../repositories/campaigns.ts";
import { findProduct } from "../../repositories/products.ts";

/** The most that a use of the campaign's coupons takes off, at the shop's own prices. */
export const campaignUse = (
  db: ReadDb,
  campaign: CampaignRow,
  points: Pick<LoyaltyRules, "earnPerMinor" | "pointValueMinor">,
): UseTerms => {
  const priceBySku = (sku: string) => findProduct(db, sku)?.priceMinor ?? 0;
  return termsOfUse(offersOf(campaign), { priceBySku, points });
};

/** The campaign's offer, and the other one where two are tried. */
export const offersOf = ({ offer, otherOffer }: CampaignRow): readonly Offer[] =>
  [offer, otherOffer].flatMap((text): Offer[] => (text === null ? [] : [JSON.parse(text)]));

/** The one of them that `arm` promises. */
export const offerOfArm = ({ offer, otherOffer }: CampaignRow, arm: "a" | "b" | undefined): Offer =>
  JSON.parse((arm === "b" && otherOffer) || offer);
