import { newCampaign, openWorld } from "../calls/world.ts";
import type { Asked } from "../setUp.ts";

/** The shop with a campaign that is made and not begun yet. */
export const startNextPurchase = async (over: Partial<Asked<"campaign.create">> = {}) => {
  const world = await openWorld();
  const { campaignId } = await newCampaign(world, {
    trigger: "next-purchase",
    minimumSaleMinor: 90_000,
    validDays: 7,
    ...over,
  });
  return { world, campaignId };
};

export const tea = (quantity: number) => [{ sku: "TEA", quantity }];
