import { addDays, daysBetween } from "../../kernel/day.ts";
import { civilDayOf } from "../calendar/lunar.ts";

const seasons = ["tet", "mid-autumn", "black-friday"] as const;
export type Season = (typeof seasons)[number];
export type Period = { readonly fromDay: string; readonly toDay: string };

/** The next days of `season` for a shop's offers that are not over on `today`. */
export const nextSeason = (season: Season, today: string): Period => {
  const year = Math.min(Math.max(Number(today.slice(0, 4)), FIRST_YEAR), LAST_YEAR);
  const periods = [year, year + 1, year + 2].map((each) => periodIn(season, each));
  return periods.find(({ toDay }) => toDay >= today) ?? periodIn(season, year + 1);
};

/** Before and after these the nearest year's season stands for its own: nobody keeps a shop then. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** `days` as they lay in the season of the year before: Tết moves by weeks, Black Friday by a day. */
export const daysOfLastSeason = (season: Season, days: Period): Period => {
  const { toDay } = nextSeason(season, days.fromDay);
  const before = periodIn(season, Number(toDay.slice(0, 4)) - 1);
  const apart = daysBetween(toDay, before.toDay);
  return { fromDay: addDays(days.fromDay, apart), toDay: addDays(days.toDay, apart) };
};

/** The season that a campaign made from `template` is for. */
export const seasonOf = (template: string | null): Season | undefined =>
  seasons.find((season) => season === template);

/** Three weeks before Tết; two before the full moon of the eighth month; Black Friday's week-end. */
const periodIn = (season: Season, year: number): Period => {
  switch (season) {
    case "tet": {
      const newYear = lunarDay(year, 1, 1);
      return { fromDay: addDays(newYear, -21), toDay: addDays(newYear, -1) };
    }
    case "mid-autumn": {
      const fullMoon = lunarDay(year, 8, 15);
      return { fromDay: addDays(fullMoon, -14), toDay: fullMoon };
    }
    case "black-friday": {
      const friday = blackFriday(year);
      return { fromDay: friday, toDay: addDays(friday, 2) };
    }
  }
};

/** The day after the fourth Thursday of November. */
export const blackFriday = (year: number): string => {
  const first = `${year}-11-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return addDays(first, ((4 - weekday + 7) % 7) + 21 + 1);
};

/** Every lunar year has these two days, and both in the civil year of the same number. */
const lunarDay = (year: number, month: number, day: number): string =>
  civilDayOf({ year, month, day, isLeap: false }) ?? `${year}-01-31`;
