import { type ArmLift, type Arms, armLift } from "./armLift.ts";
import type { ArmStats } from "./armStats.ts";
import { TRIAL_QUESTIONS } from "./campaignLift.ts";
import { evidenceOn, type LiftDays } from "./evidence.ts";

/** Two offers of one campaign, beside one group held out of both. */
export type Offers = {
  readonly first: ArmStats;
  readonly second: ArmStats;
  readonly heldOut: ArmStats;
  /** What is worth the trouble if the first offer's group had it in all, see `armLift`. */
  readonly worthMinor?: number | undefined;
};

export type OffersLift = {
  readonly first: ArmLift;
  readonly second: ArmLift;
  /** What the first offer brought more than the second: `helped` says that the first is better. */
  readonly between: ArmLift;
  readonly better: "first" | "second" | undefined;
};

/** Both offers against the group held out and against each other, with one error among all three. */
export const offersLift = (
  { first, second, heldOut, worthMinor }: Offers,
  days: LiftDays,
): OffersLift => {
  const evidence = evidenceOn(days, TRIAL_QUESTIONS);
  const lift = (arms: Arms) => armLift({ arms, worthMinor }, evidence);
  const between = lift({ issued: first, heldOut: second });
  return {
    first: lift({ issued: first, heldOut }),
    second: lift({ issued: second, heldOut }),
    between,
    better: betterOf(between),
  };
};

const betterOf = ({ verdict }: ArmLift): OffersLift["better"] => {
  if (verdict.kind === "helped") return "first";
  return verdict.kind === "cost" ? "second" : undefined;
};
