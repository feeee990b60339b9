import { newMoonJulianDay, sunLongitude } from "./newMoon.ts";

/** A day of the Vietnamese lunar calendar; a leap month has the number of the month before it. */
export type LunarDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly isLeap: boolean;
};

/**
 * The lunar date of a civil day. A month begins on the day of the new moon in UTC+7, and the month
 * of the winter solstice is the eleventh; of a year with thirteen months, the first in which the sun
 * enters no sign is the leap month. In some years this differs from China's, which is kept in UTC+8.
 */
export const lunarDate = (civilDay: string): LunarDate => {
  const dayNumber = dayNumberOf(civilDay);
  const civilYear = Number(civilDay.slice(0, 4));
  const ending = monthsUntilSolstice(civilYear);
  const cycle =
    dayNumber < (ending.starts.at(-1) ?? 0) ? ending : monthsUntilSolstice(civilYear + 1);
  const place = cycle.starts.findLastIndex((start) => start <= dayNumber);
  const { month, isLeap } = monthAt(cycle, place);
  return {
    // The cycle begins with the eleventh month of the year before.
    year:
      place < (cycle.leapPlace >= 0 && cycle.leapPlace <= 2 ? 3 : 2) ? cycle.year - 1 : cycle.year,
    month,
    day: dayNumber - (cycle.starts[place] ?? 0) + 1,
    isLeap,
  };
};

/** The civil day of a lunar one; undefined where that month has no such day. */
export const civilDayOf = ({ year, month, day, isLeap }: LunarDate): string | undefined => {
  for (const cycle of [monthsUntilSolstice(year), monthsUntilSolstice(year + 1)]) {
    for (let place = 0; place < cycle.starts.length - 1; place += 1) {
      const start = cycle.starts[place] ?? 0;
      const found = lunarDate(civilDayOfNumber(start));
      if (found.year !== year || found.month !== month || found.isLeap !== isLeap) continue;
      const length = (cycle.starts[place + 1] ?? 0) - start;
      return day >= 1 && day <= length ? civilDayOfNumber(start + day - 1) : undefined;
    }
  }
  return undefined;
};

/**
 * Month and day ("MM-DD") on which a person born on this civil day has a lunar birthday. Who was
 * born in a leap month celebrates in the plain one.
 */
export const lunarBirthday = (civilDay: string): string => monthAndDay(lunarDate(civilDay));

/** The lunar birthdays that are kept on this civil day: in a short month the 30th is kept on the 29th. */
export const lunarBirthdaysOn = (civilDay: string): readonly string[] => {
  const date = lunarDate(civilDay);
  if (date.isLeap) return [];
  const isLastOfShort = date.day === 29 && civilDayOf({ ...date, day: 30 }) === undefined;
  return [monthAndDay(date), ...(isLastOfShort ? [monthAndDay({ ...date, day: 30 })] : [])];
};

const monthAndDay = ({ month, day }: LunarDate): string =>
  `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** The months from one winter solstice's to the next one's, which belongs to the next cycle. */
type Cycle = {
  /** The civil year in which the cycle ends. */
  readonly year: number;
  /** Day numbers; the last is the first of the next cycle. */
  readonly starts: readonly number[];
  /** -1: none. */
  readonly leapPlace: number;
};

const monthAt = (cycle: Cycle, place: number): { month: number; isLeap: boolean } => {
  const isLeap = place === cycle.leapPlace;
  const isBehindLeap = cycle.leapPlace >= 0 && place >= cycle.leapPlace;
  return { month: ((place + 10 - (isBehindLeap ? 1 : 0)) % 12) + 1, isLeap };
};

const cycleByYear = new Map<number, Cycle>();

const monthsUntilSolstice = (year: number): Cycle => {
  const known = cycleByYear.get(year);
  if (known) return known;
  const first = solsticeMoon(year - 1);
  const last = solsticeMoon(year);
  const starts = Array.from({ length: last - first + 1 }, (_, place) => moonDay(first + place));
  const leapPlace =
    last - first === 13
      ? starts.findIndex(
          (start, place) => place > 0 && signOn(start) === signOn(starts[place + 1] ?? 0),
        )
      : -1;
  const cycle = { year, starts, leapPlace };
  cycleByYear.set(year, cycle);
  return cycle;
};

/** The number of the new moon that begins the month of the winter solstice of `year`. */
const solsticeMoon = (year: number): number => {
  const yearEnd = dayNumberOf(`${year}-12-31`);
  let count = Math.floor((yearEnd - 2_451_550) / 29.530588861) + 1;
  while (moonDay(count) > yearEnd) count -= 1;
  // From 270° on the sun is behind the solstice: then it fell into the month before.
  return signOn(moonDay(count)) >= 9 ? count - 1 : count;
};

/** The day on which new moon number `count` falls in UTC+7. */
const moonDay = (count: number): number => Math.floor(newMoonJulianDay(count) + 0.5 + 7 / 24);

/** Which twelfth of its way the sun is in when the day begins in UTC+7. */
const signOn = (dayNumber: number): number =>
  Math.floor(sunLongitude(dayNumber - 0.5 - 7 / 24) / 30);

/** Julian day numbers; 1970-01-01 is 2 440 588. */
const dayNumberOf = (civilDay: string): number =>
  Math.floor(Date.parse(`${civilDay}T00:00:00Z`) / 86_400_000) + 2_440_588;

const civilDayOfNumber = (dayNumber: number): string =>
  new Date((dayNumber - 2_440_588) * 86_400_000).toISOString().slice(0, 10);
