import type { CustomerPast, Shelf } from "./past.ts";

/** The categories whose shares in somebody's purchases say what kind of customer it is. */
export type Taste = {
  /** Where a category stands among the places, or -1. */
  readonly placeByCategory: Int32Array;
  readonly places: number;
};

const MOST_PLACES = 100;
/** A category bought more rarely than this says too little. */
const LEAST_SHARE = 1 / 300;
const LINES_OF_DOUBT = 10;

/** The categories that are bought most, by the lines of `soldByCategory`. */
export const tasteOf = (soldByCategory: Float64Array): Taste => {
  const total = soldByCategory.reduce((sum, sold) => sum + sold, 0);
  const common = [...soldByCategory.keys()]
    .filter((category) => (soldByCategory[category] ?? 0) > total * LEAST_SHARE)
    .sort((left, right) => (soldByCategory[right] ?? 0) - (soldByCategory[left] ?? 0))
    .slice(0, MOST_PLACES);
  const placeByCategory = new Int32Array(soldByCategory.length).fill(-1);
  common.forEach((category, place) => {
    placeByCategory[category] = place;
  });
  return { placeByCategory, places: common.length };
};

/** The root of each category's share in what was bought before `day`, written from `at` on. */
export const writeTaste = (
  { lines }: CustomerPast,
  { taste, shelf, day }: { readonly taste: Taste; readonly shelf: Shelf; readonly day: number },
  into: Float64Array,
): void => {
  into.fill(0);
  let count = 0;
  for (const line of lines) {
    if (line.day >= day) continue;
    count += 1;
    const place = taste.placeByCategory[shelf.category[line.product] ?? -1] ?? -1;
    if (place >= 0) into[place] = (into[place] ?? 0) + 1;
  }
  for (let place = 0; place < into.length; place += 1) {
    if (into[place] !== 0) into[place] = Math.sqrt((into[place] ?? 0) / (count + LINES_OF_DOUBT));
  }
};
