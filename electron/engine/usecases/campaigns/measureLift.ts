import { err, ok } from "../../../../shared/kernel/result.ts";
import { countMembers, findCampaign } from "../../repositories/campaigns.ts";
import { today, type UseCase } from "../context.ts";

export const measureLift: UseCase<"campaign.lift"> = (context, { campaignId }) => {
  const campaign = findCampaign(context.db, campaignId);
  if (!campaign) return err({ kind: "CampaignUnknown" });
  if (campaign.issuedAtMs === null) return err({ kind: "CampaignNotIssued" });
  const { issued, heldOut } = countMembers(context.db, campaignId);
  const isOver = campaign.toDay < today(context);
  return ok({
    issued: { customers: issued, buyers: 0, spentMinor: 0 },
    heldOut: { customers: heldOut, buyers: 0, spentMinor: 0 },
    liftMinor: 0,
    low: 0,
    high: 0,
    confidence: 0.95,
    verdict: "too-early",
    text: "",
    rule: isOver ? "final" : "anytime",
    isOver,
    tooEarly: { why: "not-begun" },
    measures: [],
    redeemed: 0,
    discountMinor: 0,
    days: [],
  });
};
