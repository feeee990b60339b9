import { assert } from "../../kernel/assert.ts";
import type { LoyaltyRules } from "./loyaltyRules.ts";

/**
 * The last day on which points earned on `earnedDay` can be spent; null where they never expire.
 */
export const pointsExpireDay = (
  earnedDay: string,
  { expiresAfterMonths }: LoyaltyRules,
): string | null =>
  expiresAfterMonths === null ? null : monthsLater(earnedDay, expiresAfterMonths);

/**
 * The first day of the rolling year that ends on `businessDay`, included: what tiers count from.
 */
export const rollingYearFromDay = (businessDay: string): string => {
  const [year, month, day] = partsOf(monthsLater(businessDay, -12));
  return dayText(new Date(Date.UTC(year, month - 1, day + 1)));
};

/**
 * The same day of the month `months` later (or earlier), or that month's last day where it is
 * shorter.
 */
export const monthsLater = (businessDay: string, months: number): string => {
  const [year, month, day] = partsOf(businessDay);
  const lastDayOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayText(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDayOfMonth))));
};

const partsOf = (day: string): readonly [year: number, month: number, day: number] => {
  assert(/^\d{4}-\d{2}-\d{2}$/.test(day), `${day} is not a day`);
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
};

const dayText = (date: Date): string => date.toISOString().slice(0, 10);
