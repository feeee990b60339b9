import { defined } from "../../kernel/assert.ts";
import type { BasketLine } from "./basket.ts";

/**
 * The places of `lines` in an order that depends only on what the lines are, never on when they
 * were scanned. Odd units go to the earliest line, so this decides who is earliest: the same
 * basket costs the same and is taxed the same however it was rung up.
 */
export const settledOrder = (lines: readonly BasketLine[]): readonly number[] => {
  const keys = lines.map(sortKey);
  return lines
    .map((_, place) => place)
    .sort((left, right) => compareKeys(keyAt(keys, left), keyAt(keys, right)));
};

/** Puts what was made in `order` back where its lines stood. */
export const inGivenOrder = <T>(order: readonly number[], settled: readonly T[]): readonly T[] => {
  const given = new Map(order.map((place, index) => [place, settled[index]]));
  return order.map((_, place) => defined(given.get(place), `line ${place}`));
};

type SortKey = readonly (string | number)[];

/** Everything about a line that can change what it costs. */
const sortKey = (line: BasketLine): SortKey => [
  line.sku,
  line.category ?? "",
  line.taxRateBps,
  line.unitPriceMinor,
  line.quantityMilli,
  line.discountMinor ?? 0,
  line.discountBps ?? 0,
];

const compareKeys = (left: SortKey, right: SortKey): number => {
  const place = left.findIndex((value, index) => value !== right[index]);
  if (place === -1) return 0;
  return keyAt(left, place) < keyAt(right, place) ? -1 : 1;
};

const keyAt = <T>(keys: readonly T[], place: number): T => defined(keys[place], `key ${place}`);
