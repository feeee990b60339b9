import type { Output } from "../../../../shared/contract/index.ts";
import { lastCouponDay } from "../../../../shared/domain/campaign/campaign.ts";
import { type ArmLift, basisTotal, ofBasis } from "../../../../shared/domain/lift/armLift.ts";
import type { ArmStats } from "../../../../shared/domain/lift/armStats.ts";
import { campaignLift } from "../../../../shared/domain/lift/campaignLift.ts";
import type { Estimate } from "../../../../shared/domain/lift/estimate.ts";
import {
  evidenceOn,
  type LiftDays,
  lastCountedDay,
} from "../../../../shared/domain/lift/evidence.ts";
import { liftText, withoutDays } from "../../../../shared/domain/lift/liftText.ts";
import { offersLift } from "../../../../shared/domain/lift/offersLift.ts";
import type { Verdict } from "../../../../shared/domain/lift/verdict.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import { type CampaignRow, findCampaign } from "../../repositories/campaigns.ts";
import { type Context, localeOf, shopDay, shopOf, today, type UseCase } from "../context.ts";
import { couponOfferText } from "../customers/showProfile.ts";
import type { LiftFigures } from "./liftReader.ts";

type Lift = Output<"campaign.lift">;

/** Who stocked up at a discount buys less in the week after, and that belongs to its price. */
const HORIZON_DAYS = 7;

/** What the campaign did, against the customers who were held out of it by lot. */
export const measureLift: UseCase<"campaign.lift"> = async (context, { campaignId }) => {
  const campaign = findCampaign(context.db, campaignId);
  if (!campaign) return err({ kind: "CampaignUnknown" });
  if (campaign.issuedAtMs === null) return err({ kind: "CampaignNotIssued" });
  const days = liftDaysOf(context, campaign, campaign.issuedAtMs);
  const { timezone, currency } = shopOf(context);
  const figures = await context.worker.readLift({ campaignId, days, timezone });
  const lift = liftOf(campaign, figures, days);
  const { headline, detail } = liftText(lift, { locale: localeOf(context), currency });
  const total = basisTotal(lift);
  return ok({
    issued: armOf(figures.issued),
    heldOut: armOf(figures.heldOut),
    liftMinor: total.value,
    low: total.low,
    high: total.high,
    basis: lift.basis,
    confidence: 0.95,
    ...toldOf(lift.verdict),
    text: detail === "" ? headline : `${headline}. ${detail}`,
    rule: evidenceOn(days).rule,
    isOver: days.today > lastCountedDay(days),
    areCouponsOver: days.today > days.toDay,
    countedToDay: lastCountedDay(days),
    ...(campaign.stoppedAtMs === null
      ? {}
      : { stoppedDay: shopDay(context, campaign.stoppedAtMs) }),
    measures: measuresOf(figures, lift),
    ...(figures.byOffer ? trialOf(context, campaign, figures, days) : {}),
    redeemed: sumMinor(figures.uses.map(({ redeemed }) => redeemed)),
    discountMinor: sumMinor(figures.uses.map(({ discountMinor }) => discountMinor)),
    ...(figures.extraPointsMinor > 0 && { extraPointsMinor: figures.extraPointsMinor }),
    days: figures.points.map((point) => ({ ...point })),
  });
};

/** Of one that was stopped nothing grows any more that waiting could tell. */
const liftOf = ({ stoppedAtMs }: CampaignRow, figures: LiftFigures, days: LiftDays): ArmLift => {
  const lift = campaignLift(
    {
      ...{ arms: figures, mostCustomers: figures.shopCustomers },
      isTrial: figures.byOffer !== undefined,
    },
    days,
  );
  return stoppedAtMs === null ? lift : { ...lift, verdict: withoutDays(lift.verdict) };
};

/**
 * Counted from the day on which the lots were drawn, or the campaign's first where that is later, until
 * no coupon of it is good any more. A draw that went on over midnight may end behind its last day.
 */
export const liftDaysOf = (
  context: Context,
  campaign: CampaignRow,
  issuedAtMs: number,
): LiftDays => {
  const { fromDay } = campaign;
  const issuedDay = shopDay(context, issuedAtMs);
  const toDay = lastCouponDay(campaign);
  const firstDay = issuedDay > fromDay ? issuedDay : fromDay;
  return {
    fromDay: firstDay > toDay ? toDay : firstDay,
    toDay,
    horizonDays: HORIZON_DAYS,
    today: today(context),
  };
};

const armOf = ({ customers, buyers, spendMinor }: ArmStats) => ({
  customers,
  buyers,
  spentMinor: Number(spendMinor.sum),
});

/** "untold" is too early for ever: the campaign is over, and chance could have done it. */
const toldOf = (verdict: Verdict): Pick<Lift, "verdict" | "tooEarly"> => {
  switch (verdict.kind) {
    case "helped":
    case "cost":
    case "no-difference":
      return { verdict: verdict.kind };
    case "too-early":
    case "untold": {
      const { reason: why, daysToTell, customersToTell, isTooSmall } = verdict;
      return {
        verdict: "too-early",
        tooEarly: {
          why,
          ...(daysToTell === undefined ? {} : { daysToTell }),
          ...(customersToTell === undefined ? {} : { customersToTell }),
          ...(isTooSmall ? { isTooSmall } : {}),
        },
      };
    }
  }
};

const measuresOf = ({ issued, heldOut }: LiftFigures, { perCustomer }: ArmLift) => {
  const mean = (sum: bigint, { customers }: ArmStats) =>
    customers === 0 ? 0 : Number(sum) / customers;
  const measure = (
    kind: Lift["measures"][number]["kind"],
    estimate: Estimate | undefined,
    { sumOf, scale }: { sumOf: (arm: ArmStats) => bigint | undefined; scale: number },
  ) => {
    const [left, right] = [sumOf(issued), sumOf(heldOut)];
    if (!estimate || left === undefined || right === undefined) return [];
    const { value, low, high } = estimate;
    return {
      kind,
      issuedMean: mean(left, issued),
      heldOutMean: mean(right, heldOut),
      value: value / scale,
      low: low / scale,
      high: high / scale,
    };
  };
  return [
    measure("spend", perCustomer.spendMinor, { sumOf: (arm) => arm.spendMinor.sum, scale: 1 }),
    measure("margin", perCustomer.marginMinor, { sumOf: (arm) => arm.marginMinor?.sum, scale: 1 }),
    measure("visits", perCustomer.visitsMilli, { sumOf: (arm) => arm.visits.sum, scale: 1_000 }),
    measure("buyers", perCustomer.buyRateBps, {
      sumOf: (arm) => BigInt(arm.buyers),
      scale: 10_000,
    }),
  ].flat();
};

const trialOf = (
  context: Context,
  campaign: CampaignRow,
  { byOffer, heldOut, uses }: LiftFigures,
  days: LiftDays,
): Pick<Lift, "arms" | "between"> => {
  if (!byOffer) return {};
  const { between } = offersLift({ first: byOffer.a, second: byOffer.b, heldOut }, days);
  const gain = ofBasis(between.basis, between.perCustomer) ?? { value: 0, low: 0, high: 0 };
  const arm = (name: "a" | "b", offer: string) => ({
    ...armOf(byOffer[name]),
    arm: name,
    offerText: couponOfferText(context, { offer }, localeOf(context)),
    redeemed: uses.find(({ offerArm }) => offerArm === name)?.redeemed ?? 0,
  });
  const verdictByKind = {
    helped: "a-better",
    cost: "b-better",
    "no-difference": "no-difference",
    "too-early": "too-early",
    untold: "too-early",
  } as const;
  return {
    arms: [arm("a", campaign.offer), arm("b", campaign.otherOffer ?? campaign.offer)],
    between: {
      ...{ value: gain.value, low: gain.low, high: gain.high },
      verdict: verdictByKind[between.verdict.kind],
    },
  };
};
