import { type ArmLift, type Asked, armLift } from "./armLift.ts";
import { evidenceOn, type LiftDays } from "./evidence.ts";

/** Where two offers are tried, they are compared with each other and with who was held out. */
export const TRIAL_QUESTIONS = 3;

/**
 * What a campaign really brought: the group with coupons against the group held out by lot.
 * The days alone decide what may be claimed, so that nobody reads a result before it is one. Of a trial
 * of two offers it is one of the questions that are asked of the same people, and shares their error.
 */
export const campaignLift = (
  { isTrial = false, ...asked }: Asked & { readonly isTrial?: boolean | undefined },
  days: LiftDays,
): ArmLift => armLift(asked, evidenceOn(days, isTrial ? TRIAL_QUESTIONS : 1));
