import { type ArmLift, type Asked, armLift } from "./armLift.ts";
import { evidenceOn, type LiftDays } from "./evidence.ts";

/**
 * What a campaign really brought: the group with coupons against the group held out by lot.
 * The days alone decide what may be claimed, so that nobody reads a result before it is one.
 */
export const campaignLift = (asked: Asked, days: LiftDays): ArmLift =>
  armLift(asked, evidenceOn(days));
