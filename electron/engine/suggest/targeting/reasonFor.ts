import type {
  RhythmEvidence,
  TargetReason,
} from "../../../../shared/domain/targeting/targetReason.ts";
import type { CustomerPast, PastCampaign } from "./past.ts";
import type { Rhythm } from "./visitModel.ts";

export type Told = {
  readonly past: CustomerPast;
  readonly day: number;
  readonly rhythm: Rhythm;
  readonly campaigns: readonly PastCampaign[];
  /** The categories that goods of the offer are of; undefined where it is for the whole shop. */
  readonly offerCategories: ReadonlySet<number> | undefined;
  readonly categoryOf: (product: number) => number;
  readonly categoryNames: readonly string[];
  readonly anyway: number;
  readonly expectedGainMinor: number;
};

/** More likely than not by a good deal. */
const LIKELY = 0.7;
/** So many usual gaps without a visit, and somebody is slipping away. */
const LAPSED_GAPS = 2;
const DUE_GAPS = 0.6;
const FEWEST_LIKED = 3;
const FEWEST_VISITS = 3;

/** The first that holds, by the shop's own sales. */
export const reasonFor = (told: Told): TargetReason => {
  const { rhythm, anyway, expectedGainMinor } = told;
  const steady = steadyRhythm(rhythm);
  if (expectedGainMinor <= 0 && anyway >= LIKELY && steady) {
    return { kind: "would-come-anyway", evidence: toldOf(steady) };
  }
  const used = usedBefore(told);
  if (used) return used;
  if (steady && steady.lastDaysAgo > LAPSED_GAPS * steady.everyDays) {
    return { kind: "lapsing", evidence: toldOf(steady) };
  }
  const liking = likedCategory(told);
  if (liking) return liking;
  if (steady && steady.lastDaysAgo >= DUE_GAPS * steady.everyDays) {
    return { kind: "due-soon", evidence: toldOf(steady) };
  }
  const evidence = { visits: rhythm.visits, days: rhythm.knownDays };
  return { kind: rhythm.visits >= FEWEST_VISITS ? "regular" : "little-known", evidence };
};

const steadyRhythm = ({ everyDays, lastDaysAgo }: Rhythm) =>
  everyDays === undefined ? undefined : { everyDays, lastDaysAgo };

/** A rhythm is as of tomorrow morning, so that today's sales are in it; people count from today. */
const toldOf = ({ everyDays, lastDaysAgo }: RhythmEvidence): RhythmEvidence => ({
  everyDays,
  lastDaysAgo: lastDaysAgo - 1,
});

const usedBefore = ({ past, campaigns, day }: Told): TargetReason | undefined => {
  const before = past.received.filter((at) => (campaigns[at]?.startDay ?? day) < day);
  const used = before.filter((at) => past.redemptions.some(({ campaign }) => campaign === at));
  return used.length === 0
    ? undefined
    : { kind: "used-before", evidence: { used: used.length, of: before.length } };
};

const likedCategory = (told: Told): TargetReason | undefined => {
  const { offerCategories, past, day, categoryOf, categoryNames } = told;
  if (!offerCategories) return undefined;
  const counts = new Map<number, number>();
  for (const line of past.lines) {
    const category = categoryOf(line.product);
    if (line.day >= day || !offerCategories.has(category)) continue;
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, left], [, right]) => right - left);
  const category = categoryNames[best?.[0] ?? -1];
  if (!best || category === undefined || best[1] < FEWEST_LIKED) return undefined;
  return { kind: "likes-category", evidence: { category, count: best[1] } };
};
