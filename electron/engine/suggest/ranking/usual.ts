import type { Goods } from "./goods.ts";
import type { History } from "./situation.ts";

/** What a thing usually costs the customer, as mean logarithms. */
export type Usual = {
  /** All that was paid for one thing in one basket. */
  readonly paidLog: number;
  /** The shelf price of one piece; undefined where nothing was bought. */
  readonly priceLog: number | undefined;
};

export const usualOf = ({ items, paid }: History, { logPrice }: Goods): Usual => {
  let [paidSum, priceSum] = [0, 0];
  items.forEach((item, at) => {
    paidSum += Math.log1p(paid[at] ?? 0);
    priceSum += logPrice[item] ?? 0;
  });
  const count = items.length;
  return {
    paidLog: paidSum / Math.max(count, 1),
    priceLog: count === 0 ? undefined : priceSum / count,
  };
};
