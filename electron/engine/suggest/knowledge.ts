/** What is known of each item from the shop's own sales. Items are numbered from 0. */
export type Knowledge = {
  readonly itemCount: number;
  readonly basketCount: number;
  /** Days since 1970: nothing later was learned. Week 0 are the seven days before. */
  readonly asOfDay: number;
  readonly weekBaskets: Int32Array;
  /** Baskets that hold the item. */
  readonly baskets: Int32Array;
  readonly buyers: Int32Array;
  /** Buyers who bought it in more than one basket. */
  readonly repeatBuyers: Int32Array;
  readonly firstDay: Float64Array;
  readonly lastDay: Float64Array;
  /** Baskets with the item by week back from `asOfDay`: `weeks[item * WEEK_COUNT + week]`. */
  readonly weeks: Uint16Array;
  /** Baskets by the hour of the day (UTC), and those with the item: `hours[item * HOUR_COUNT + hour]`. */
  readonly hourBaskets: Int32Array;
  readonly hours: Uint16Array;
  /** What stands in the same baskets. */
  readonly together: Companions;
  /** What the same customers buy, in whatever baskets. */
  readonly kindred: Companions;
};

/** For each item the items that speak for it, the closest first. */
export type Companions = {
  /** Places for each item. */
  readonly width: number;
  /** -1 from the first empty place on. */
  readonly other: Int32Array;
  /** Baskets (or customers) that hold both. */
  readonly count: Int32Array;
  /** How much the presence of `other` speaks for the item, all else present considered. */
  readonly weight: Float32Array;
};

/** A year, and the five weeks before and after the same day of last year. */
export const WEEK_COUNT = 57;
export const HOUR_COUNT = 24;

/** The hour of the day, from 0 to 23, of a moment in days. */
export const hourOf = (day: number): number => Math.floor((day - Math.floor(day)) * HOUR_COUNT);
