import { err, ok, type Result } from "../../kernel/result.ts";

export type BirthdayInvalid = { readonly kind: "BirthdayInvalid" };

/**
 * A birthday as `YYYY-MM-DD`, or `--MM-DD` where the year is not told. Refuses with
 * `BirthdayInvalid` days that no calendar has, years before 1900 and days after `today`.
 */
export const readBirthday = (text: string, today: string): Result<string, BirthdayInvalid> => {
  const birthday = text.trim();
  if (!isBirthday(birthday)) return err({ kind: "BirthdayInvalid" });
  return hasYear(birthday) && birthday > today ? err({ kind: "BirthdayInvalid" }) : ok(birthday);
};

/** Whether `text` is `YYYY-MM-DD` or `--MM-DD` of a day that exists; 29 February does. */
export const isBirthday = (text: string): boolean => {
  const parts = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts;
  if (year !== undefined && Number(year) < 1900) return false;
  return isDayOf(Number(year ?? leapYear), Number(month), Number(day));
};

/** Whole days from `today` to the next celebration of `birthday`; 0 on the day itself. */
export const daysToBirthday = (birthday: string, today: string): number => {
  const year = yearOf(today);
  const monthAndDay = birthday.slice(-5);
  const next = [year, year + 1]
    .map((each) => dayNumber(celebratedOn(monthAndDay, each)) - dayNumber(today))
    .find((days) => days >= 0);
  return next ?? 0;
};

/** The birthdays ("MM-DD") that are celebrated on `day`. */
export const birthdaysCelebratedOn = (day: string): readonly string[] => {
  const monthAndDay = day.slice(-5);
  const isEarly = monthAndDay !== "02-29" && celebratedOn("02-29", yearOf(day)) === day;
  return isEarly ? [monthAndDay, "02-29"] : [monthAndDay];
};

/** Whether two birthdays cannot be one person's; a year that is not told contradicts nothing. */
export const birthdaysConflict = (left: string, right: string): boolean =>
  hasYear(left) && hasYear(right) ? left !== right : left.slice(-5) !== right.slice(-5);

const leapYear = 2000;
const msPerDay = 86_400_000;

const yearOf = (day: string): number => Number(day.slice(0, 4));

const hasYear = (birthday: string): boolean => !birthday.startsWith("-");

/** Born on 29 February, one celebrates on the 28th of other years: a gift is early, never late. */
const celebratedOn = (monthAndDay: string, year: number): string =>
  monthAndDay === "02-29" && !isDayOf(year, 2, 29) ? `${year}-02-28` : `${year}-${monthAndDay}`;

const isDayOf = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / msPerDay);
