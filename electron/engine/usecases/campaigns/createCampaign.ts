import { campaignWarnings, lastCouponDay } from "../../../../shared/domain/campaign/campaign.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { findCampaign } from "../../repositories/campaigns.ts";
import { record, shopOf, today, type UseCase } from "../context.ts";
import { checkPlan, keptOffer, offerOf } from "./plan.ts";

export const createCampaign: UseCase<"campaign.create"> = (context, input) => {
  const checked = checkPlan(context, input);
  if (!checked.ok) return checked;
  const campaignId = context.ids.newId();
  const { requestId: _, segment, offer, otherOffer, ...plan } = input;
  record(context, {
    ...plan,
    kind: "campaign.made",
    campaignId,
    segment: JSON.stringify(segment),
    offer: JSON.stringify(keptOffer(context, offer, input)),
    otherOffer: otherOffer && JSON.stringify(keptOffer(context, otherOffer, input)),
    createdAtMs: context.clock.nowMs(),
  });
  const { holdoutBps } = input;
  const warnings = campaignWarnings(
    { offer: offerOf(offer), otherOffer: otherOffer && offerOf(otherOffer), holdoutBps },
    shopOf(context).country,
  );
  return ok({ campaignId, warnings: warnings.map((warning) => ({ ...warning })) });
};

/** What was issued and is not used yet is void from now on. */
export const stopCampaign: UseCase<"campaign.stop"> = (context, { campaignId }) => {
  const campaign = findCampaign(context.db, campaignId);
  if (!campaign) return err({ kind: "CampaignUnknown" });
  if (campaign.stoppedAtMs !== null || lastCouponDay(campaign) < today(context)) {
    return err({ kind: "CampaignOver" });
  }
  record(context, {
    kind: "campaign.stopped",
    campaignId,
    stoppedAtMs: context.clock.nowMs(),
  });
  return ok({});
};
