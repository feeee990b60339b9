import { assert } from "../../kernel/assert.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { subtractMinor, sumMinor } from "../../money/money.ts";

/** What is left of points that were earned together and expire together. */
export type PointsLot = {
  readonly lotId: string;
  readonly points: number;
  readonly earnedDay: string;
  /** The last day on which they can be spent; null: for ever. */
  readonly expiresDay: string | null;
};

/** How many points a lot loses. A ledger row each, or one row with these as its detail. */
export type LotTaking = { readonly lotId: string; readonly points: number };

export type LotsAfter = {
  readonly lots: readonly PointsLot[];
  readonly taken: readonly LotTaking[];
};

/**
 * What a customer can spend, less what they owe. `owedPoints` are points that a return took back
 * after they had been spent; there are none of them while a lot has points, so one of the two is 0.
 */
export const balanceOf = (lots: readonly PointsLot[], owedPoints = 0): number =>
  subtractMinor(sumMinor(lots.map((lot) => lot.points)), owedPoints);

/** A new lot pays what is owed first; what is left of it joins the others. */
export const addLot = (
  lots: readonly PointsLot[],
  lot: PointsLot,
  owedPoints = 0,
): { readonly lots: readonly PointsLot[]; readonly owedPoints: number } => {
  const paid = Math.min(lot.points, owedPoints);
  const left = { ...lot, points: subtractMinor(lot.points, paid) };
  return {
    lots: left.points === 0 ? lots : firstEarnedFirst([...lots, left]),
    owedPoints: subtractMinor(owedPoints, paid),
  };
};

/** Spends from the lots, first in first out. Expired lots must be gone first: see `expireLots`. */
export const spendLots = (
  lots: readonly PointsLot[],
  points: number,
): Result<LotsAfter, { readonly kind: "PointsShort"; readonly available: number }> => {
  const available = balanceOf(lots);
  if (points > available) return err({ kind: "PointsShort", available });
  return ok(takeUpTo(lots, points));
};

/** Takes out the lots that can no longer be spent on `atDay`: those whose last day has passed. */
export const expireLots = (lots: readonly PointsLot[], atDay: string): LotsAfter => {
  const isOver = (lot: PointsLot) => lot.expiresDay !== null && lot.expiresDay < atDay;
  return {
    lots: lots.filter((lot) => !isOver(lot)),
    taken: lots.filter(isOver).map(({ lotId, points }) => ({ lotId, points })),
  };
};

/**
 * Takes points back on a return: from the lot they were earned in, then from the others, first in
 * first out. Where all are spent already, the rest is owed.
 */
export const takeBackLots = (
  lots: readonly PointsLot[],
  { points, lotId }: { readonly points: number; readonly lotId?: string },
): LotsAfter & { readonly owedPoints: number } => {
  const own = takeUpTo(
    lots.filter((lot) => lot.lotId === lotId),
    points,
  );
  const wanted = subtractMinor(points, takenPoints(own.taken));
  const rest = takeUpTo(
    lots.filter((lot) => lot.lotId !== lotId),
    wanted,
  );
  return {
    lots: firstEarnedFirst([...own.lots, ...rest.lots]),
    taken: [...own.taken, ...rest.taken],
    owedPoints: subtractMinor(wanted, takenPoints(rest.taken)),
  };
};

/** The points that stop being spendable up to `untilDay`, by their last day, soonest first. */
export const expiringPoints = (
  lots: readonly PointsLot[],
  untilDay: string,
): readonly { readonly points: number; readonly atDay: string }[] => {
  const days = lots.flatMap((lot) => lot.expiresDay ?? []).filter((day) => day <= untilDay);
  return [...new Set(days)].sort().map((atDay) => ({
    points: balanceOf(lots.filter((lot) => lot.expiresDay === atDay)),
    atDay,
  }));
};

/** Takes `points`, or all there are, first in first out. */
const takeUpTo = (lots: readonly PointsLot[], points: number): LotsAfter => {
  assert(points >= 0, `${points} points cannot be taken`);
  let wanted = points;
  const takings = firstEarnedFirst(lots).map((lot) => {
    const taken = Math.min(wanted, lot.points);
    wanted = subtractMinor(wanted, taken);
    return { lot: { ...lot, points: subtractMinor(lot.points, taken) }, taken };
  });
  return {
    lots: takings.map(({ lot }) => lot).filter((lot) => lot.points > 0),
    taken: takings
      .filter(({ taken }) => taken > 0)
      .map(({ lot, taken }) => ({ lotId: lot.lotId, points: taken })),
  };
};

const takenPoints = (taken: readonly LotTaking[]): number =>
  sumMinor(taken.map((taking) => taking.points));

/** By the day they were earned; lots of one day keep their order. */
const firstEarnedFirst = (lots: readonly PointsLot[]): readonly PointsLot[] =>
  [...lots].sort(
    (left, right) =>
      Number(left.earnedDay > right.earnedDay) - Number(left.earnedDay < right.earnedDay),
  );
