import { TemplateName } from "../../../../shared/contract/campaignPlan.ts";
import type { Output } from "../../../../shared/contract/index.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { type CampaignRow, findCampaign } from "../../repositories/campaigns.ts";
import type { UseCase } from "../context.ts";
import type { OfferInput } from "./plan.ts";

/** What a campaign was planned as: all that it takes to plan it again. */
export const showPlan: UseCase<"campaign.plan"> = (context, { campaignId }) => {
  const campaign = findCampaign(context.db, campaignId);
  return campaign ? ok(planOf(campaign)) : err({ kind: "CampaignUnknown" });
};

const planOf = (row: CampaignRow): Output<"campaign.plan"> => {
  const { name, fromDay, toDay, holdoutBps, maxUsesPerCustomer, channel, targeting, trigger } = row;
  const template = TemplateName.options.find((one) => one === row.template);
  return {
    ...{ name, fromDay, toDay, holdoutBps, maxUsesPerCustomer, channel, targeting, trigger },
    segment: JSON.parse(row.segment),
    offer: plannedOffer(row.offer),
    ...(row.otherOffer !== null && { otherOffer: plannedOffer(row.otherOffer) }),
    ...(row.budgetMinor !== null && { budgetMinor: row.budgetMinor }),
    ...(row.maxCustomers !== null && { maxCustomers: row.maxCustomers }),
    ...(row.validDays !== null && { validDays: row.validDays }),
    ...(row.minimumSaleMinor !== null && { minimumSaleMinor: row.minimumSaleMinor }),
    ...(template !== undefined && { template }),
  };
};

/** A gift's ceiling was its price of that day, and is looked up anew. */
const plannedOffer = (text: string): OfferInput => {
  const { maxDiscountMinor, ...offer } = JSON.parse(text);
  const isPlanned = offer.kind !== "gift" && maxDiscountMinor !== undefined;
  return isPlanned ? { ...offer, maxDiscountMinor } : offer;
};
