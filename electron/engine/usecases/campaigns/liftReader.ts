import { basisTotal } from "../../../../shared/domain/lift/armLift.ts";
import type { ArmStats } from "../../../../shared/domain/lift/armStats.ts";
import { campaignLift } from "../../../../shared/domain/lift/campaignLift.ts";
import { type LiftDays, lastCountedDay } from "../../../../shared/domain/lift/evidence.ts";
import { type Deeds, groupStats } from "../../../../shared/domain/lift/groupTally.ts";
import { addDays, startOfDayMs } from "../../../../shared/kernel/day.ts";
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
  listMemberMargins,
  listMemberVisits,
  type MemberMargin,
  type MemberVisit,
  type Span,
} from "../../repositories/figures/memberDeeds.ts";
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
  const { counted, before } = spansOf(ask);
  const groups = newGroups(listGroupSizes(db, campaignId));
  for (const visit of listMemberVisits(db, campaignId, before)) noteBefore(groups, visit);
  const margins = noteMarginsBefore(db, groups, { campaignId, counted, before });
  const visits = listMemberVisits(db, campaignId, counted);
  const uses = listCouponUses(db, campaignId);
  const points = walkDays(groups, { visits, margins, uses }, ask);
  const stats = (keys: readonly Key[]) => statsOf(groups, keys, margins !== undefined);
  return {
    issued: stats(ISSUED),
    heldOut: stats(["held-out"]),
    ...(hasTrial(groups) ? { byOffer: { a: stats(["a"]), b: stats(["b"]) } } : {}),
    uses: listArmUses(db, campaignId),
    shopCustomers: countEverybody(db),
    points,
  };
};

/** The days counted until now, and as many before them. */
const spansOf = ({ days, timezone }: LiftAsk): { counted: Span; before: Span } => {
  const last = lastCountedDay(days);
  const untilDay = addDays(days.today < last ? days.today : last, 1);
  const fromMs = startOfDayMs(days.fromDay, timezone);
  const untilMs = Math.max(fromMs, startOfDayMs(untilDay, timezone));
  return {
    counted: { fromMs, untilMs },
    before: { fromMs: fromMs - (untilMs - fromMs), untilMs: fromMs },
  };
};

type Key = "issued" | "held-out" | "a" | "b";
const ISSUED: readonly Key[] = ["issued", "a", "b"];

type Group = { customers: number; readonly deeds: Map<number, Deeds> };
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

const deedsOf = ({ deeds }: Group, customerNumber: number): Deeds => {
  const known = deeds.get(customerNumber);
  if (known) return known;
  const fresh = {
    spentMinor: 0,
    marginMinor: 0,
    visits: 0,
    beforeSpentMinor: 0,
    beforeMarginMinor: 0,
    beforeVisits: 0,
  };
  deeds.set(customerNumber, fresh);
  return fresh;
};

const noteBefore = (groups: Groups, visit: MemberVisit): void => {
  const deeds = deedsOf(groups[keyOf(visit)], visit.customerNumber);
  deeds.beforeSpentMinor = sumMinor([deeds.beforeSpentMinor, visit.spentMinor]);
  deeds.beforeVisits += 1;
};

/**
 * Notes what was left before the counted days, and answers what was left of each purchase in them,
 * the oldest first; undefined where the cost of anything that was bought is not known.
 */
const noteMarginsBefore = (
  db: WriteDb,
  groups: Groups,
  { campaignId, counted, before }: MarginSpans,
): readonly GroupMargin[] | undefined => {
  const whole = { fromMs: before.fromMs, untilMs: counted.untilMs };
  if (hasMemberOrders(db, campaignId, whole)) return undefined;
  const margins = listMemberMargins(db, campaignId, whole);
  if (!margins) return undefined;
  const keyByCustomer = new Map<number, Key>();
  for (const visit of listMemberVisits(db, campaignId, whole)) {
    keyByCustomer.set(visit.customerNumber, keyOf(visit));
  }
  const known = margins.flatMap((margin) => {
    const key = keyByCustomer.get(margin.customerNumber);
    return key ? [{ ...margin, key }] : [];
  });
  const isBefore = ({ atMs }: GroupMargin) => atMs < counted.fromMs;
  for (const { key, customerNumber, marginMinor } of known.filter(isBefore)) {
    const deeds = deedsOf(groups[key], customerNumber);
    deeds.beforeMarginMinor = sumMinor([deeds.beforeMarginMinor, marginMinor]);
  }
  return known.filter((margin) => !isBefore(margin)).sort((one, other) => one.atMs - other.atMs);
};

type MarginSpans = { readonly campaignId: string; readonly counted: Span; readonly before: Span };
type GroupMargin = MemberMargin & { readonly key: Key };

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
  readonly margins: readonly GroupMargin[] | undefined;
  readonly uses: readonly CouponUse[];
};

/** Counts what was done day by day, and says at each of at most 120 days what was known then. */
const walkDays = (groups: Groups, { visits, margins, uses }: Doings, ask: LiftAsk): LiftPoint[] => {
  const { days, timezone } = ask;
  const last = lastCountedDay(days);
  const until = days.today < last ? days.today : last;
  const points: LiftPoint[] = [];
  const all = daysBetween(days.fromDay, until);
  const every = Math.ceil(all.length / MOST_POINTS);
  const visitsUntil = inTurn(visits);
  const marginsUntil = inTurn(margins ?? []);
  const usesUntil = inTurn(uses);
  const redeemed = { issued: 0, a: 0, b: 0 };
  all.forEach((day, index) => {
    const endMs = startOfDayMs(addDays(day, 1), timezone);
    for (const visit of visitsUntil(endMs)) {
      const deeds = deedsOf(groups[keyOf(visit)], visit.customerNumber);
      deeds.spentMinor = sumMinor([deeds.spentMinor, visit.spentMinor]);
      deeds.visits += 1;
    }
    for (const { key, customerNumber, marginMinor } of marginsUntil(endMs)) {
      const deeds = deedsOf(groups[key], customerNumber);
      deeds.marginMinor = sumMinor([deeds.marginMinor, marginMinor]);
    }
    for (const { offerArm } of usesUntil(endMs)) redeemed[offerArm ?? "issued"] += 1;
    const isShown = (all.length - 1 - index) % every === 0;
    if (!isShown) return;
    const gained = pointOn(groups, { day, isMarginKnown: margins !== undefined }, days);
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
  const lift = campaignLift({ arms: { issued, heldOut } }, { ...days, today: day });
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

const daysBetween = (fromDay: string, toDay: string): readonly string[] => {
  const days: string[] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) days.push(day);
  return days;
};
