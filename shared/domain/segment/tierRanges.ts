import { noTier } from "../loyalty/tier.ts";
import type { CountRange } from "./segment.ts";

type TierStep = { readonly tierId: string; readonly fromMinor: number };

/**
 * What somebody has spent within the rolling year who is in one of the tiers `any`: a range for
 * each. No tier is below the lowest; a tier that the shop no longer has is nobody's.
 */
export const tierRanges = (
  any: readonly string[],
  tiers: readonly TierStep[],
): readonly CountRange[] => {
  const upwards = [...tiers].sort((left, right) => left.fromMinor - right.fromMinor);
  const ranges = any.map((tierId) => rangeOf(tierId, upwards));
  return ranges.length === 0 ? [nobody] : ranges;
};

const rangeOf = (tierId: string, upwards: readonly TierStep[]): CountRange => {
  if (tierId === "" || tierId === noTier) {
    const lowest = upwards[0];
    return lowest ? { max: lowest.fromMinor - 1 } : {};
  }
  const place = upwards.findIndex((tier) => tier.tierId === tierId);
  const tier = upwards[place];
  if (!tier) return nobody;
  const next = upwards[place + 1];
  return next ? { min: tier.fromMinor, max: next.fromMinor - 1 } : { min: tier.fromMinor };
};

const nobody: CountRange = { min: 1, max: 0 };
