import type { Day } from "./calendar.ts";
import type { Random } from "./random.ts";

/**
 * A cautious guess of someone's points under the shop's first rules (1 for each 10,000 đồng, worth
 * 200, good for a year), so that the plan never spends what the ledger will not have.
 */
export type PointsPurse = {
  /** Points to redeem on a sale of `totalMinor`; 0 when it is not worth asking. */
  readonly spendable: (random: Random, day: Day, totalMinor: number) => number;
  readonly record: (purchase: Purchase) => void;
};

type Purchase = { readonly day: Day; readonly totalMinor: number; readonly redeemed: number };

export const pointsPurse = (): PointsPurse => {
  const purchases: Purchase[] = [];
  const available = (day: Day) =>
    purchases.reduce((sum, purchase) => sum + earned(purchase, day) - purchase.redeemed, 0);
  return {
    spendable: (random, day, totalMinor) => {
      const tens = Math.floor(Math.min(available(day), totalMinor / 400) / 10);
      return tens < 2 ? 0 : 10 * random.between(2, tens);
    },
    record: (purchase) => {
      purchases.push(purchase);
    },
  };
};

/**
 * A month is kept back before the year is over; a sale with points in it is counted as nothing. So
 * is one of the same day: of two visits, the one planned first may come later by the clock.
 */
const earned = ({ day, totalMinor, redeemed }: Purchase, today: Day): number =>
  redeemed > 0 || day >= today || today - day > 330 ? 0 : Math.floor(totalMinor / 10_000);
