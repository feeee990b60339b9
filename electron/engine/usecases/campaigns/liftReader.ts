import { basisTotal } from "../../../../shared/domain/lift/armLift.ts";
import type { ArmStats } from "../../../../shared/domain/lift/armStats.ts";
import { campaignLift } from "../../../../shared/domain/lift/campaignLift.ts";
import { type LiftDays, lastCountedDay } from "../../../../shared/domain/lift/evidence.ts";
import { type Deeds, groupStats } from "../../../../shared/domain/lift/groupTally.ts";
import { addDays, daysBetween, startOfDayMs } from "../../../../shared/kernel/day.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import type { WriteDb } from "../../db/connection.ts";
import { countEverybody } from "../../repositories/figures/askFigures.ts";
import {
  type ArmUses,
  type CouponUse,
  type GroupSize,
  hasMemberOrders,
  listArmUses,
  listCouponUses,
  listGroupSizes,
  listMemberVisits,
  type MemberVisit,
  type Span,
} from "../../repositories/figures/memberDeeds.ts";
import { listMemberMargins, type MemberMargin } from "../../repositories/figures/memberMargins.ts";
import { sumExtraPoints } from "../../repositories/figures/memberPoints.ts";
import { type ShopFiles, withFigures } from "./segmentReader.ts";

export type LiftAsk = {
  readonly campaignId: string;
  readonly days: LiftDays;
  readonly timezone: string;
};

export type LiftFigures = {
  readonly issued: ArmStats;
  readonly heldOut: ArmStats;
  /** Where two offers are tried. */
  readonly byOffer?: { readonly a: ArmStats; readonly b: ArmStats };
  readonly uses: readonly ArmUses[];
  readonly extraPointsMinor: number;
  /** Everybody the shop knows, drawn or not. */
  readonly shopCustomers: number;
  readonly points: readonly LiftPoint[];
};

export type LiftPoint = {
  readonly day: string;
  readonly issuedSpentMinor: number;
  readonly heldOutSpentMinor: number;
  /** Of the margin where it is known, else of the spend: what the verdict is about. */
  readonly liftMinor: number;
  readonly low: number;
  readonly high: number;
  /** Coupons used until the day's end. */
  readonly redeemed: number;
  readonly redeemedByArm?: { readonly a: number; readonly b: number };
};

/** What the campaign's groups did, counted beside the till. */
export const readLift = (files: ShopFiles, ask: LiftAsk): LiftFigures =>
  withFigures(files, undefined, (db) => liftFrom(db, ask));

const MOST_POINTS = 120;

const liftFrom = (db: WriteDb, ask: LiftAsk): LiftFigures => {
  const { campaignId } = ask;
  const span = spanOf(ask);
  const groups = newGroups(listGroupSizes(db, campaignId));
  const visits = listMemberVisits(db, campaignId, span);
  for (const visit of visits) if (visit.isBefore) noteBefore(groups, visit);
  const margins = hasMemberOrders(db, campaignId, span)
    ? undefined
    : listMemberMargins(db, campaignId, span);
  for (const margin of margins ?? []) if (margin.isBefore) noteMarginBefore(groups, margin);
  const uses = listCouponUses(db, campaignId);
  const points = walkDays(groups, { visits, margins, uses }, ask);
  const stats = (keys: readonly Key[]) => statsOf(groups, keys, margins !== undefined);
  return {
    issued: stats(ISSUED),
    heldOut: stats(["held-out"]),
    ...(hasTrial(groups) ? { byOffer: { a: stats(["a"]), b: stats(["b"]) } } : {}),
    uses: listArmUses(db, campaignId),
    extraPointsMinor: sumExtraPoints(db, campaignId),
    shopCustomers: countEverybody(db),
    points,
  };
};

/** The days counted until now, and as many before them. */
const spanOf = ({ days, timezone }: LiftAsk): Span => {
  const last = lastCountedDay(days);
  const untilDay = addDays(days.today < last ? days.today : last, 1);
  const countedFromMs = startOfDayMs(days.fromDay, timezone);
  const untilMs = Math.max(countedFromMs, startOfDayMs(untilDay, timezone));
  return { fromMs: countedFromMs - (untilMs - countedFromMs), countedFromMs, untilMs };
};

type Member = MemberVisit["member"];
type Key = "issued" | "held-out" | "a" | "b";
const ISSUED: readonly Key[] = ["issued", "a", "b"];

type Group = { customers: number; readonly deeds: Map<Member, Deeds> };
type Groups = Record<Key, Group>;

/** Whether two offers are tried. */
const hasTrial = ({ a, b }: Groups): boolean => a.customers + b.customers > 0;

const newGroups = (sizes: readonly GroupSize[]): Groups => {
  const group = (): Group => ({ customers: 0, deeds: new Map() });
  const groups = { issued: group(), "held-out": group(), a: group(), b: group() };
  for (const size of sizes) groups[keyOf(size)].customers += size.customers;
  return groups;
};

const keyOf = ({ arm, offerArm }: Pick<MemberVisit, "arm" | "offerArm">): Key =>
  arm === "held-out" ? arm : (offerArm ?? "issued");

const deedsOf = ({ deeds }: Group, member: Member): Deeds => {
  const known = deeds.get(member);
  if (known) return known;
  const fresh = {
    spentMinor: 0,
    marginMinor: 0,
    visits: 0,
    beforeSpentMinor: 0,
    beforeMarginMinor: 0,
    beforeVisits: 0,
  };
  deeds.set(member, fresh);
  return fresh;
};

const noteBefore = (groups: Groups, visit: MemberVisit): void => {
  const deeds = deedsOf(groups[keyOf(visit)], visit.member);
  deeds.beforeSpentMinor = sumMinor([deeds.beforeSpentMinor, visit.spentMinor]);
  deeds.beforeVisits += 1;
};

const noteMarginBefore = (groups: Groups, margin: MemberMargin): void => {
  const deeds = deedsOf(groups[keyOf(margin)], margin.member);
  deeds.beforeMarginMinor = sumMinor([deeds.beforeMarginMinor, margin.marginMinor]);
};

const statsOf = (groups: Groups, keys: readonly Key[], isMarginKnown: boolean): ArmStats => {
  const chosen = keys.map((key) => groups[key]);
  const customers = chosen.reduce((sum, group) => sum + group.customers, 0);
  return groupStats(
    customers,
    chosen.flatMap(({ deeds }) => [...deeds.values()]),
    isMarginKnown,
  );
};

type Doings = {
  readonly visits: readonly MemberVisit[];
  /** Undefined where what was left is not known of all. */
  readonly margins: readonly MemberMargin[] | undefined;
  readonly uses: readonly CouponUse[];
};

/**
 * Counts what was done day by day, and says at each of at most 120 days what was known then; at the
 * last of them, once it is over, what is known now.
 */
const walkDays = (groups: Groups, { visits, margins, uses }: Doings, ask: LiftAsk): LiftPoint[] => {
  const { days, timezone } = ask;
  const last = lastCountedDay(days);
  const until = days.today < last ? days.today : last;
  const points: LiftPoint[] = [];
  const all = daysFrom(days.fromDay, until);
  const every = Math.ceil(all.length / MOST_POINTS);
  const visitsUntil = inTurn(visits.filter(({ isBefore }) => !isBefore));
  const marginsUntil = inTurn((margins ?? []).filter(({ isBefore }) => !isBefore));
  const usesUntil = inTurn(uses);
  const redeemed = { issued: 0, a: 0, b: 0 };
  all.forEach((day, index) => {
    const endMs = startOfDayMs(addDays(day, 1), timezone);
    for (const visit of visitsUntil(endMs)) {
      const deeds = deedsOf(groups[keyOf(visit)], visit.member);
      deeds.spentMinor = sumMinor([deeds.spentMinor, visit.spentMinor]);
      deeds.visits += 1;
    }
    for (const margin of marginsUntil(endMs)) {
      const deeds = deedsOf(groups[keyOf(margin)], margin.member);
      deeds.marginMinor = sumMinor([deeds.marginMinor, margin.marginMinor]);
    }
    for (const { offerArm } of usesUntil(endMs)) redeemed[offerArm ?? "issued"] += 1;
    const isShown = (all.length - 1 - index) % every === 0;
    if (!isShown) return;
    // When all days are over the last one is told as the whole is: by then it may be.
    const today = day === last ? days.today : day;
    const asked = { day, isMarginKnown: margins !== undefined };
    const gained = pointOn(groups, asked, { ...days, today });
    points.push({ ...gained, ...usedOf(groups, redeemed) });
  });
  return points;
};

/** Hands out, at each call, what came before `endMs` and was not handed out yet. */
const inTurn = <T extends { readonly atMs: number }>(oldestFirst: readonly T[]) => {
  let next = 0;
  return (endMs: number): readonly T[] => {
    const from = next;
    for (let at = oldestFirst[next]; at && at.atMs < endMs; at = oldestFirst[next]) next += 1;
    return oldestFirst.slice(from, next);
  };
};

type Redeemed = Readonly<Record<"issued" | "a" | "b", number>>;

const usedOf = (groups: Groups, { issued, a, b }: Redeemed) => ({
  redeemed: issued + a + b,
  ...(hasTrial(groups) ? { redeemedByArm: { a, b } } : {}),
});

type Gained = Omit<LiftPoint, "redeemed" | "redeemedByArm">;

type Asked = { readonly day: string; readonly isMarginKnown: boolean };

const pointOn = (groups: Groups, { day, isMarginKnown }: Asked, days: LiftDays): Gained => {
  const issued = statsOf(groups, ISSUED, isMarginKnown);
  const heldOut = statsOf(groups, ["held-out"], isMarginKnown);
  const asked = { arms: { issued, heldOut }, isTrial: hasTrial(groups) };
  const lift = campaignLift(asked, days);
  const { value, low, high } = basisTotal(lift);
  return {
    day,
    issuedSpentMinor: Number(issued.spendMinor.sum),
    heldOutSpentMinor: Number(heldOut.spendMinor.sum),
    liftMinor: value,
    low,
    high,
  };
};

const daysFrom = (fromDay: string, toDay: string): readonly string[] =>
  Array.from({ length: Math.max(0, daysBetween(fromDay, toDay) + 1) }, (_, ahead) =>
    addDays(fromDay, ahead),
  );
