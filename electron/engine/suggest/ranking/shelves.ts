import type { Bearings } from "./bearings.ts";
import type { Desk } from "./desk.ts";

/** By category: logarithms of how much more of it there is than among all that people buy. */
export type Shelves = { readonly liking: Float32Array; readonly beside: Float32Array };

/** Things that would be worth as much as what is seen. */
const DOUBT = 1;

/** What the customer likes to buy from, the fresh things most, and where the basket's things stand. */
export const readShelves = (
  desk: Desk,
  { goods, categoryShare }: Bearings,
  basket: Int32Array,
): Shelves => {
  const own = new Float32Array(goods.categoryCount);
  const here = new Float32Array(goods.categoryCount);
  if (goods.categoryCount === 0) return { liking: own, beside: here };
  let ownAll = 0;
  for (let at = 0; at < desk.own.length; at += 1) {
    const item = desk.own.ids[at] ?? 0;
    const fresh = desk.fresh[item] ?? 0;
    ownAll += fresh;
    addTo(own, goods.category[item] ?? -1, fresh);
  }
  for (const item of basket) addTo(here, goods.category[item] ?? -1, 1);
  return {
    liking: own.map((held, shelf) => moreThanUsual(held, ownAll * (categoryShare[shelf] ?? 0))),
    beside: here.map((held, shelf) =>
      moreThanUsual(held, basket.length * (categoryShare[shelf] ?? 0)),
    ),
  };
};

const addTo = (counts: Float32Array, shelf: number, count: number): void => {
  if (shelf >= 0) counts[shelf] = (counts[shelf] ?? 0) + count;
};

const moreThanUsual = (held: number, usual: number): number =>
  Math.log((held + DOUBT) / (usual + DOUBT));
