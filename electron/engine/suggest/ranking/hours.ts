import { HOUR_COUNT, hourOf, type Knowledge } from "../knowledge.ts";

/** The hours around now, and the baskets of all days in them. */
export type DayPart = { readonly hours: readonly number[]; readonly baskets: number };

const HOURS_AROUND = 2;
/** Baskets of an item that would be worth as much as what is seen of it. */
const DOUBT = 5;

export const dayPartOf = ({ hourBaskets }: Knowledge, nowDay: number): DayPart => {
  const now = hourOf(nowDay);
  const hours: number[] = [];
  let baskets = 0;
  for (let apart = -HOURS_AROUND; apart <= HOURS_AROUND; apart += 1) {
    const hour = (now + apart + HOUR_COUNT) % HOUR_COUNT;
    hours.push(hour);
    baskets += hourBaskets[hour] ?? 0;
  }
  return { hours, baskets };
};

/** Logarithm of how often it sells at this time of the day, against how often it would if hours did not matter. */
export const hourShare = (
  { hours: counts, baskets, basketCount }: Knowledge,
  item: number,
  part: DayPart,
): number => {
  let sold = 0;
  for (const hour of part.hours) sold += counts[item * HOUR_COUNT + hour] ?? 0;
  const expected = ((baskets[item] ?? 0) * part.baskets) / Math.max(basketCount, 1);
  return Math.log((sold + DOUBT) / (expected + DOUBT));
};
