import { assert } from "../../kernel/assert.ts";
import { TRIAL_QUESTIONS } from "./campaignLift.ts";
import { LEAST_ACTIVE } from "./difference.ts";
import { ERROR_SHARE } from "./evidence.ts";
import { onceZ, studentZ } from "./quantiles.ts";
import { LEAST_BUYERS, LEAST_CUSTOMERS, PLANNED_CHANCE_Z } from "./verdict.ts";

/** What a campaign will meet, as far as last year tells. */
export type CampaignPlan = {
  readonly customers: number;
  readonly holdoutBps: number;
  /** Of these customers, so many buy in as many days without any coupon. */
  readonly buyRateBps: number;
  /** What somebody who buys spends in these days, on average and as a standard deviation. */
  readonly meanSpendMinor: number;
  readonly sdSpendMinor: number;
  /** Two offers are tried: more is asked of the same people. */
  readonly isTrial?: boolean | undefined;
};

/** The smallest lift that would be told when all is over, with a chance of 80%. */
export type CampaignPower = {
  readonly perCustomerMinor: number;
  readonly totalMinor: number;
  /** Of what these customers would spend anyway: 3 000 is a lift of 30%. */
  readonly shareBps: number;
};

/** Undefined where so few would buy, or be held out, that no lift of any size could be told. */
export const campaignPower = (plan: CampaignPlan): CampaignPower | undefined => {
  const { customers, holdoutBps, buyRateBps, meanSpendMinor, sdSpendMinor } = plan;
  assert(customers >= 0 && sdSpendMinor >= 0 && meanSpendMinor > 0, "a plan has no minus");
  assert(buyRateBps >= 0 && buyRateBps <= 10_000, `${buyRateBps} is no share`);
  assert(holdoutBps >= 0 && holdoutBps <= 10_000, `${holdoutBps} is no share`);
  const heldOut = Math.round((customers * holdoutBps) / 10_000);
  const issued = customers - heldOut;
  const rate = buyRateBps / 10_000;
  const freedom = customers * rate - 2;
  if (Math.min(heldOut, issued) < LEAST_CUSTOMERS) return undefined;
  if (customers * rate < Math.max(LEAST_BUYERS, LEAST_ACTIVE)) return undefined;

  const mean = rate * meanSpendMinor;
  const variance = rate * (sdSpendMinor ** 2 + meanSpendMinor ** 2) - mean ** 2;
  const errorShare = ERROR_SHARE.final / (plan.isTrial ? TRIAL_QUESTIONS : 1);
  const z = studentZ(onceZ(errorShare), freedom) + PLANNED_CHANCE_Z;
  // Where a share more is bought the spread among the issued grows by that share as well, so that
  // share² = fromIssued × (1 + share) + fromHeldOut.
  const fromIssued = (z ** 2 * variance) / (mean ** 2 * issued);
  const fromHeldOut = (z ** 2 * variance) / (mean ** 2 * heldOut);
  const share = (fromIssued + Math.sqrt(fromIssued ** 2 + 4 * (fromIssued + fromHeldOut))) / 2;
  return {
    perCustomerMinor: Math.ceil(share * mean),
    totalMinor: Math.ceil(share * mean * issued),
    shareBps: Math.ceil(share * 10_000),
  };
};
