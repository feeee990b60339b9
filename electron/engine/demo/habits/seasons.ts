import { type Day, daysToMidAutumn, daysToTet, lunarAge, monthOf, weekdayOf } from "../calendar.ts";

/** What moves the demand for a kind of goods through the year. */
export type Season = "hot" | "rain" | "school" | "tet" | "mid-autumn" | "full-moon";

/** How many times the usual demand that day has; 0 when the goods are not on the shelf. */
export const seasonFactor = (season: Season | undefined, day: Day): number => {
  switch (season) {
    case undefined:
      return 1;
    case "hot":
      return byMonth([0.7, 0.9, 1.2, 1.5, 1.6, 1.4, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7], day);
    case "rain":
      return byMonth([0.4, 0.3, 0.4, 0.7, 1.4, 1.7, 1.7, 1.7, 1.8, 1.6, 0.9, 0.5], day);
    case "school":
      return byMonth([0.8, 0.5, 0.6, 0.6, 0.7, 0.5, 0.9, 3.0, 2.6, 1.0, 0.8, 0.8], day);
    case "tet":
      return beforeFeast(daysToTet(day), { openDays: 38, afterDays: 2 });
    case "mid-autumn":
      return beforeFeast(daysToMidAutumn(day), { openDays: 36, afterDays: 0 });
    case "full-moon":
      return offeringFactor(day);
  }
};

/** How many people come, against a usual weekday; 0 while the shop is shut for Tết. */
export const crowdFactor = (day: Day): number => {
  const toTet = daysToTet(day) ?? 100;
  if (toTet <= 0 && toTet > -3) return 0;
  if (toTet <= -3 && toTet > -8) return 0.5;
  const weekend = [1.2, 0.95, 0.95, 0.95, 1, 1.05, 1.25][weekdayOf(day)] ?? 1;
  return toTet > 0 && toTet <= 14 ? weekend * (1.85 - toTet * 0.05) : weekend;
};

export const isShut = (day: Day): boolean => crowdFactor(day) === 0;

const byMonth = (factors: readonly number[], day: Day): number => factors[monthOf(day)] ?? 1;

const beforeFeast = (
  daysLeft: number | undefined,
  { openDays, afterDays }: { readonly openDays: number; readonly afterDays: number },
): number => {
  if (daysLeft === undefined || daysLeft > openDays || daysLeft < -afterDays) return 0;
  if (daysLeft < 0) return 0.3;
  const nearness = 1 - daysLeft / openDays;
  return 0.2 + 3.8 * nearness * nearness;
};

/** People buy for the altar on the eve of the 1st and the 15th, and again before Tết. */
const offeringFactor = (day: Day): number => {
  const age = lunarAge(day);
  const isEve = age >= 28 || age < 0.6 || (age >= 12.5 && age < 14.6);
  const toTet = daysToTet(day) ?? 100;
  const isBeforeTet = toTet > 0 && toTet <= 9;
  return (isEve ? 4 : 0.35) + (isBeforeTet ? 2 : 0);
};
