import type { Input, Output } from "../../../../shared/contract/index.ts";
import { campaignWarnings } from "../../../../shared/domain/campaign/campaign.ts";
import { seasonOf } from "../../../../shared/domain/campaign/seasonDays.ts";
import { powerText } from "../../../../shared/domain/lift/liftText.ts";
import { targetReasonText } from "../../../../shared/domain/targeting/targetReasonText.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import type { CampaignRow } from "../../repositories/campaigns.ts";
import { type Context, localeOf, shopOf, today, type UseCase } from "../context.ts";
import { openName } from "../customers/people.ts";
import { checkPlan, keptOffer, offerOf } from "./plan.ts";
import type { Rehearsal } from "./rehearsal/rehearsed.ts";
import { questionOf } from "./segmentQuestion.ts";

/** What the campaign would do, reckoned on the shop's own past. Nothing is written. */
export const rehearseCampaign: UseCase<"campaign.rehearse"> = async (context, input) => {
  const checked = checkPlan(context, input);
  if (!checked.ok) return checked;
  const { timezone, country, currency, loyalty } = shopOf(context);
  const { fromDay, toDay, maxUsesPerCustomer, holdoutBps, offer, otherOffer } = input;
  const rehearsal = await context.worker.rehearseCampaign({
    question: questionOf(context, input.segment),
    campaign: plannedCampaign(context, input),
    replay: {
      ...{ fromDay, toDay, maxUsesPerCustomer, timezone, today: today(context) },
      season: seasonOf(input.template ?? null),
      points: { earnPerMinor: loyalty.earnPerMinor, pointValueMinor: loyalty.pointValueMinor },
    },
  });
  const { draw, expected, replay, power } = rehearsal;
  const warnings = campaignWarnings(
    { offer: offerOf(offer), otherOffer: otherOffer && offerOf(otherOffer), holdoutBps },
    country,
  );
  return ok({
    ...draw,
    skipped: [...draw.skipped],
    redemptions: { ...expected.redemptions },
    costMinor: { ...expected.costMinor },
    gainMinor: { ...expected.gainMinor },
    ...(replay ? { replay: { ...replay } } : {}),
    power: {
      smallestLiftMinor: power?.totalMinor ?? 0,
      smallestLiftBps: power?.shareBps ?? 0,
      text: powerText(
        power,
        { customers: draw.issued + draw.heldOut, holdoutBps },
        { locale: localeOf(context), currency },
      ),
    },
    choices: choicesOf(context, rehearsal),
    learnedFrom: learnedFrom(rehearsal),
    warnings: warnings.map((warning) => ({ ...warning })),
  });
};

const choicesOf = (
  context: Context,
  { choices }: Rehearsal,
): Output<"campaign.rehearse">["choices"] =>
  choices.map((one) => ({
    customerId: one.customerId,
    name: openName(context, one.customerId),
    redeemProbability: one.redeemProbability,
    buyAnywayProbability: one.buyAnywayProbability,
    expectedGainMinor: Math.round(one.expectedGainMinor),
    arm: one.arm,
    text: targetReasonText(one.reason, localeOf(context)),
  }));

const learnedFrom = ({
  basis,
  hasVisits,
  campaigns,
  redemptions,
  assumedMarginBps,
}: Rehearsal): Output<"campaign.rehearse">["learnedFrom"] => {
  const from = {
    ...{ campaigns, redemptions },
    ...(assumedMarginBps === undefined ? {} : { assumedMarginBps }),
  };
  if (basis !== "recency-frequency-money") return { kind: "own-campaigns", ...from };
  return { kind: hasVisits ? "own-visits" : basis, ...from };
};

/** The plan as the campaign that it would be; nobody is drawn by this id later. */
const plannedCampaign = (context: Context, input: Input<"campaign.rehearse">): CampaignRow => ({
  ...input,
  campaignId: context.ids.newId(),
  name: input.name ?? "",
  segment: JSON.stringify(input.segment),
  offer: JSON.stringify(keptOffer(context, input.offer, input)),
  otherOffer: input.otherOffer ? JSON.stringify(keptOffer(context, input.otherOffer, input)) : null,
  budgetMinor: input.budgetMinor ?? null,
  maxCustomers: input.maxCustomers ?? null,
  validDays: input.validDays ?? null,
  minimumSaleMinor: input.minimumSaleMinor ?? null,
  template: input.template ?? null,
  createdAtMs: context.clock.nowMs(),
  drawnAtMs: null,
  issuedAtMs: null,
  stoppedAtMs: null,
  issuedCount: 0,
  heldOutCount: 0,
  messageTemplate: null,
  letterTemplate: null,
});
