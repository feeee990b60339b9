import { subtractMinor } from "../../money/money.ts";
import type { LoyaltyRules, Tier } from "./loyaltyRules.ts";

/** Where a tier's id is asked for: who has none. */
export const noTier = "none";

/**
 * The highest tier that `spentMinor` within the rolling year reaches; undefined below the first.
 */
export const tierOf = (spentMinor: number, rules: LoyaltyRules): Tier | undefined =>
  upwards(rules).findLast((tier) => tier.fromMinor <= spentMinor);

/** The next tier up and what is missing for it; undefined at the top. */
export const nextTierOf = (
  spentMinor: number,
  rules: LoyaltyRules,
): { readonly tier: Tier; readonly missingMinor: number } | undefined => {
  const tier = upwards(rules).find((candidate) => candidate.fromMinor > spentMinor);
  return tier && { tier, missingMinor: subtractMinor(tier.fromMinor, spentMinor) };
};

const upwards = ({ tiers }: LoyaltyRules): readonly Tier[] =>
  [...tiers].sort((left, right) => left.fromMinor - right.fromMinor);
