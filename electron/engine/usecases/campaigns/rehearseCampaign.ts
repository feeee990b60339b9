import type { Input } from "../../../../shared/contract/index.ts";
import { campaignWarnings } from "../../../../shared/domain/campaign/campaign.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import type { CampaignRow } from "../../repositories/campaigns.ts";
import { type Context, shopOf, type UseCase } from "../context.ts";
import { drawCampaign } from "./drawCampaign.ts";
import { checkPlan, offerOf } from "./plan.ts";

/** What the campaign would do, reckoned on the shop's own past. Nothing is written. */
export const rehearseCampaign: UseCase<"campaign.rehearse"> = async (context, input) => {
  const checked = checkPlan(context, input);
  if (!checked.ok) return checked;
  const draw = await drawCampaign(context, plannedCampaign(context, input));
  const issued = draw.drawn.filter(({ arm }) => arm === "issued").length;
  const skippedCount = draw.skipped.reduce((sum, { count }) => sum + count, 0);
  const unwilling = draw.skipped.find(({ why }) => why === "NoMarketingConsent")?.count ?? 0;
  const customers = draw.drawn.length + skippedCount;
  const { offer, otherOffer, holdoutBps } = input;
  const warnings = campaignWarnings(
    { offer: offerOf(offer), otherOffer: otherOffer && offerOf(otherOffer), holdoutBps },
    shopOf(context).country,
  );
  return ok({
    customers,
    reachable: customers - unwilling,
    issued,
    heldOut: draw.drawn.length - issued,
    skipped: [...draw.skipped],
    redemptions: { low: 0, value: 0, high: issued },
    costMinor: { low: 0, value: 0, high: 0 },
    gainMinor: { low: 0, value: 0, high: 0 },
    power: { smallestLiftMinor: 0, smallestLiftBps: 0, text: "" },
    choices: [],
    learnedFrom: { kind: "recency-frequency-money", campaigns: 0, redemptions: 0 },
    warnings: warnings.map((warning) => ({ ...warning })),
  });
};

/** The plan as the campaign that it would be; nobody is drawn by this id later. */
const plannedCampaign = (context: Context, input: Input<"campaign.rehearse">): CampaignRow => ({
  ...input,
  campaignId: context.ids.newId(),
  name: input.name ?? "",
  segment: JSON.stringify(input.segment),
  offer: JSON.stringify(input.offer),
  otherOffer: input.otherOffer ? JSON.stringify(input.otherOffer) : null,
  budgetMinor: input.budgetMinor ?? null,
  maxCustomers: input.maxCustomers ?? null,
  validDays: input.validDays ?? null,
  minimumSaleMinor: input.minimumSaleMinor ?? null,
  template: input.template ?? null,
  createdAtMs: context.clock.nowMs(),
  drawnAtMs: null,
  issuedAtMs: null,
  stoppedAtMs: null,
});
