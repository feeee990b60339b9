import { type ArmLift, armLift } from "./armLift.ts";
import type { ArmStats, Arms } from "./armStats.ts";
import { TRIAL_QUESTIONS } from "./campaignLift.ts";
import { evidenceOn, type LiftDays } from "./evidence.ts";

/** Two offers of one campaign, beside one group held out of both. */
export type Offers = {
  readonly first: ArmStats;
  readonly second: ArmStats;
  readonly heldOut: ArmStats;
};

export type OffersLift = {
  readonly first: ArmLift;
  readonly second: ArmLift;
  /** What the first offer brought more than the second: `helped` says that the first is better. */
  readonly between: ArmLift;
};

/** Both offers against the group held out and against each other, with one error among all three. */
export const offersLift = ({ first, second, heldOut }: Offers, days: LiftDays): OffersLift => {
  const evidence = evidenceOn(days, TRIAL_QUESTIONS);
  const lift = (arms: Arms) => armLift({ arms }, evidence);
  return {
    first: lift({ issued: first, heldOut }),
    second: lift({ issued: second, heldOut }),
    between: lift({ issued: first, heldOut: second }),
  };
};
