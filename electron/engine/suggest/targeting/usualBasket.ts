import { sumMinor } from "../../../../shared/money/money.ts";
import type { CustomerPast } from "./past.ts";

/** What somebody paid for each of their baskets. */
export const paidByBasket = ({ lines }: Pick<CustomerPast, "lines">): readonly number[] => {
  const paid = new Map<number, number>();
  for (const { basket, paidMinor } of lines) {
    paid.set(basket, sumMinor([paid.get(basket) ?? 0, paidMinor]));
  }
  return [...paid.values()];
};

/** How many baskets the shop's usual one is worth beside somebody's own. */
const BASKETS_OF_DOUBT = 2;

/** What a basket of somebody usually comes to, by their own and, while these are few, the shop's. */
export const usualBasketMinor = (
  past: Pick<CustomerPast, "lines">,
  shopsUsualMinor: number,
): number => {
  const own = paidByBasket(past);
  const paidMinor = sumMinor([...own, BASKETS_OF_DOUBT * shopsUsualMinor]);
  return Math.round(paidMinor / (own.length + BASKETS_OF_DOUBT));
};

/** What is above so many of the middle basket is somebody's wedding or stall, and tells of nobody else. */
const MOST_OF_MIDDLE = 10;

/** What was paid for these baskets, with none of them larger than usual ones are. */
export const paidAsUsualMinor = (basketsMinor: readonly number[]): number => {
  const paid = Float64Array.from(basketsMinor.filter((minor) => minor > 0)).sort();
  const most = MOST_OF_MIDDLE * (paid[Math.floor(paid.length / 2)] ?? 0);
  return sumMinor([...paid.map((minor) => Math.min(minor, most))]);
};
