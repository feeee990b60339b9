import type { Zone } from "./zone.ts";

/** Which of two small numbers in "01/08/2026" is the day. */
export type DateOrder = "day-first" | "month-first" | "year-first";

/** An instant in UTC epoch milliseconds, or why the text is none. */
export type ParsedDate = number | "unreadable" | "ambiguous";

export type DateContext = { readonly zone: Zone; readonly dateOrder?: DateOrder | undefined };

/**
 * The instant that `text` names. A time without an offset is the zone's local time; a bare number
 * of 5 digits is a day of Excel's calendar. "01/08/2026" is ambiguous unless the order is known;
 * a day that no calendar has and a year outside 1990–2100 are unreadable.
 */
export const parseDate = (text: string, reading: DateContext): ParsedDate => {
  const iso = isoShape.exec(text);
  if (iso) return isoInstant(iso, reading.zone);
  const numeric = numericDate(text);
  if (numeric) return numericInstant(numeric, reading);
  if (excelShape.test(text)) return excelInstant(text, reading.zone);
  return namedMonthInstant(text, reading.zone);
};

/** Which order `text` proves by a number above 12. */
export const provenDateOrder = (text: string): DateOrder | undefined => {
  const numeric = numericDate(text);
  if (!numeric) return undefined;
  if (numeric.first > 12) return "day-first";
  return numeric.second > 12 ? "month-first" : undefined;
};

/** Which order two moments prove that can only have followed each other in one of the readings. */
export const provenBySequence = (earlier: string, later: string): DateOrder | undefined => {
  const [from, to] = [numericDate(earlier), numericDate(later)];
  if (!from || !to) return undefined;
  const canBe = (order: DateOrder) => dayNumber(from, order) <= dayNumber(to, order);
  if (canBe("day-first") === canBe("month-first")) return undefined;
  return canBe("day-first") ? "day-first" : "month-first";
};

/** Whether `text` is a date whose reading depends on the order. */
export const needsDateOrder = (text: string): boolean => numericDate(text) !== undefined;

const time = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s*(AM|PM|SA|CH))?";
const zoneMark = "\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
const isoShape = new RegExp(
  `^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:(?:T|,?\\s+)${time}${zoneMark})?$`,
  "i",
);
const numericShape = new RegExp(
  `^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:(?:T|,?\\s+)${time}${zoneMark})?$`,
  "i",
);
const timeFirstShape = new RegExp(`^${time},?\\s+(\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})$`, "i");
const dayMonthShape = new RegExp(
  `^(\\d{1,2})[ -]([a-z]{3,9})\\.?,?[ -](\\d{4})(?:,?\\s+${time})?$`,
  "i",
);
const monthDayShape = new RegExp(`^([a-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})(?:,?\\s+${time})?$`, "i");
const excelShape = /^[2-7]\d{4}(?:[.,]\d{1,12})?$/;

type NumericDate = {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly clock: Clock;
};

type Clock = {
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly fraction?: string | undefined;
  readonly half?: string | undefined;
  readonly offset?: string | undefined;
};

type Day = { readonly year: number; readonly month: number; readonly day: number };

const numericDate = (text: string): NumericDate | undefined => {
  const turned = timeFirstShape.exec(text);
  if (turned) {
    const [, hour, minute, second, fraction, half, day = ""] = turned;
    const date = numericDate(day);
    return date && { ...date, clock: { hour, minute, second, fraction, half } };
  }
  const match = numericShape.exec(text);
  if (!match) return undefined;
  const [, first, second, year, hour, minute, seconds, fraction, half, offset] = match;
  const clock = { hour, minute, second: seconds, fraction, half, offset };
  return { first: Number(first), second: Number(second), year: Number(year), clock };
};

const isoInstant = (match: RegExpExecArray, zone: Zone): ParsedDate => {
  const [, year, month, day, hour, minute, second, fraction, half, offset] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return instant(date, { hour, minute, second, fraction, half, offset }, zone);
};

const numericInstant = (date: NumericDate, { zone, dateOrder }: DateContext): ParsedDate => {
  const { first, second, clock } = date;
  const order = first === second ? "day-first" : (provenOf(date) ?? dateOrder);
  if (order === undefined || order === "year-first") return "ambiguous";
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  return instant({ year: date.year, month, day }, clock, zone);
};

const provenOf = ({ first, second }: NumericDate): DateOrder | undefined => {
  if (first > 12) return "day-first";
  return second > 12 ? "month-first" : undefined;
};

const dayNumber = ({ first, second, year }: NumericDate, order: DateOrder): number =>
  order === "day-first"
    ? year * 10_000 + second * 100 + first
    : year * 10_000 + first * 100 + second;

/** Excel counts days from 1899-12-30; the fraction is the time of day, here to the second. */
const excelInstant = (text: string, zone: Zone): ParsedDate => {
  const seconds = Math.round((Number(text.replace(",", ".")) - 25_569) * 86_400);
  return zone.instantOf(seconds * 1_000);
};

const namedMonthInstant = (text: string, zone: Zone): ParsedDate => {
  const dayMonth = dayMonthShape.exec(text);
  const monthDay = dayMonth ? null : monthDayShape.exec(text);
  const match = dayMonth ?? monthDay;
  if (!match) return "unreadable";
  const [, one = "", two = "", year, hour, minute, second, fraction, half] = match;
  const [day, name] = dayMonth ? [one, two] : [two, one];
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const clock = { hour, minute, second, fraction, half };
  return instant({ year: Number(year), month, day: Number(day) }, clock, zone);
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const instant = ({ year, month, day }: Day, clock: Clock, zone: Zone): ParsedDate => {
  const hour = hourOf(clock);
  const minute = Number(clock.minute ?? 0);
  const second = Number(clock.second ?? 0);
  if (year < 1990 || year > 2100 || hour > 23 || minute > 59 || second > 59) return "unreadable";
  const thousandths = Number((clock.fraction ?? "").padEnd(3, "0").slice(0, 3));
  const localMs = Date.UTC(year, month - 1, day, hour, minute, second, thousandths);
  if (!isDayOfCalendar(localMs, month, day)) return "unreadable";
  return clock.offset === undefined ? zone.instantOf(localMs) : localMs - offsetMs(clock.offset);
};

/** `Date.UTC` rolls the 30th of February over into March; such a day is a mistake in the file. */
const isDayOfCalendar = (localMs: number, month: number, day: number): boolean => {
  const date = new Date(localMs);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const hourOf = ({ hour, half }: Clock): number => {
  const shown = Number(hour ?? 0);
  if (half === undefined) return shown;
  if (shown < 1 || shown > 12) return Number.NaN;
  const isAfternoon = /^(?:pm|ch)$/i.test(half);
  return (shown % 12) + (isAfternoon ? 12 : 0);
};

const offsetMs = (mark: string): number => {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(mark);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
};
