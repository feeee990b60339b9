import { assert } from "../../../shared/kernel/assert.ts";

/** Days as whole numbers since 1970-01-01, in the shop's own zone: Vietnam keeps +07:00 all year. */
export type Day = number;

const dayMs = 86_400_000;
const zoneMs = 7 * 3_600_000;

export const dayOf = (text: string): Day => {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  assert(Number.isInteger(atMs), `"${text}" is no day`);
  return Math.round(atMs / dayMs);
};

export const dayText = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The instant of a wall-clock minute of that day in Vietnam. */
export const instantMs = (day: Day, minute: number, second = 0): number =>
  day * dayMs - zoneMs + minute * 60_000 + second * 1_000;

/** Before the first sale of the day. */
export const openingMinute = 5 * 60 + 45;

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (day + 4) % 7;

/** 0 is January. */
export const monthOf = (day: Day): number => new Date(day * dayMs).getUTCMonth();

/** Days until the nearest Tết, negative after it; undefined outside the table's years. */
export const daysToTet = (day: Day): number | undefined => nearest(tetDays, day);

/** Days until the nearest Mid-Autumn, negative after it. */
export const daysToMidAutumn = (day: Day): number | undefined => nearest(midAutumnDays, day);

/**
 * Days since the last new moon by the mean month. It may be a day off the printed calendar:
 * enough for the rhythm of offerings on the 1st and the 15th, not for a date on paper.
 */
export const lunarAge = (day: Day): number => {
  const months = (day - firstNewMoon) / 29.530_588;
  return (months - Math.floor(months)) * 29.530_588;
};

const firstNewMoon = dayOf("2025-01-29");

/** Vietnam's own dates: in 2030 Tết comes a day before the Chinese new year. */
export const tetDays: readonly Day[] = [
  "2024-02-10",
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-02",
  "2031-01-23",
  "2032-02-11",
].map(dayOf);

export const midAutumnDays: readonly Day[] = [
  "2024-09-17",
  "2025-10-06",
  "2026-09-25",
  "2027-09-15",
  "2028-10-03",
  "2029-09-22",
  "2030-09-12",
  "2031-10-01",
  "2032-09-19",
].map(dayOf);

const nearest = (feasts: readonly Day[], day: Day): number | undefined => {
  const distances = feasts.map((feast) => feast - day).filter((days) => Math.abs(days) < 200);
  distances.sort((left, right) => Math.abs(left) - Math.abs(right));
  return distances[0];
};
