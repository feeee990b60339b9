import { subtractMinor, sumMinor } from "../../money/money.ts";

/** One row of a customer's ledger of points. */
export type PointsMove = {
  readonly position: number;
  readonly kind: string;
  readonly points: number;
  readonly sourceId: string;
  /** The lot's last day, of what came in; null: for ever. */
  readonly expiresDay: string | null;
  /** Of what came in, the part that coupons gave. */
  readonly extraPoints: number;
};

/**
 * How many of the points that each sale redeemed, by its id, had come from coupons: `moves` in the
 * ledger's order, spent as the ledger spends them, and of a lot those of coupons last.
 */
export const extraSpent = (moves: readonly PointsMove[]): ReadonlyMap<string, number> => {
  const purse = newPurse();
  const spentBySale = new Map<string, number>();
  for (const move of moves) {
    if (move.points > 0) purse.open(move);
    else {
      const extra = purse.take(move);
      if (move.kind === "redeem" && extra > 0) spentBySale.set(move.sourceId, extra);
    }
  }
  return spentBySale;
};

type Lot = Pick<PointsMove, "position" | "sourceId" | "expiresDay"> & {
  plain: number;
  extra: number;
};

const newPurse = () => {
  const lots: Lot[] = [];
  let balance = 0;
  return {
    /** What is owed is paid first, from what was earned anyway as far as it goes. */
    open: ({ position, sourceId, expiresDay, points, extraPoints }: PointsMove): void => {
      balance = sumMinor([balance, points]);
      const opened = Math.max(0, Math.min(points, balance));
      const extra = Math.min(extraPoints, opened);
      const plain = subtractMinor(opened, extra);
      lots.push({ position, sourceId, expiresDay, plain, extra });
      lots.sort(firstToExpireFirst);
    },
    /** Answers how many of what went out were of coupons. */
    take: (move: PointsMove): number => {
      balance = sumMinor([balance, move.points]);
      let left = subtractMinor(0, move.points);
      let extraTaken = 0;
      for (const lot of lotsMeant(lots, move)) {
        const plain = Math.min(left, lot.plain);
        const extra = Math.min(subtractMinor(left, plain), lot.extra);
        lot.plain = subtractMinor(lot.plain, plain);
        lot.extra = subtractMinor(lot.extra, extra);
        left = subtractMinor(left, sumMinor([plain, extra]));
        extraTaken = sumMinor([extraTaken, extra]);
      }
      return extraTaken;
    },
  };
};

const lotsMeant = (lots: readonly Lot[], { kind, sourceId }: PointsMove): readonly Lot[] => {
  if (kind === "expire") return lots.filter(({ position }) => String(position) === sourceId);
  if (kind !== "take-back") return lots;
  const isOwn = (lot: Lot) => lot.sourceId === sourceId;
  return [...lots.filter(isOwn), ...lots.filter((lot) => !isOwn(lot))];
};

const firstToExpireFirst = (left: Lot, right: Lot): number =>
  compared(left.expiresDay ?? FOR_EVER, right.expiresDay ?? FOR_EVER) ||
  left.position - right.position;

const FOR_EVER = "9999-12-31";

const compared = (left: string, right: string): number =>
  Number(left > right) - Number(left < right);
