const formatByZone = new Map<string, Intl.DateTimeFormat>();

/** The calendar day ("2026-11-22") that `atMs` falls on in the IANA zone `timezone`. */
export const dayOf = (atMs: number, timezone: string): string => {
  let format = formatByZone.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: timezone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formatByZone.set(timezone, format);
  }
  return format.format(atMs);
};

/**
 * `day` moved by whole days, backwards with a negative count; at most to the first or the last day of
 * four figures: days are compared as text, and "+010000-01-14" would lie before all others.
 */
export const addDays = (day: string, count: number): string => {
  const atMs = Date.parse(`${day}T00:00:00Z`) + count * DAY_MS;
  const within = Math.min(Math.max(atMs, FIRST_DAY_MS), LAST_DAY_MS);
  return new Date(within).toISOString().slice(0, 10);
};

/** The Monday of the week that `day` falls in. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Whole days from `fromDay` to `toDay`; 0 on the same day. */
export const daysBetween = (fromDay: string, toDay: string): number =>
  Math.round((Date.parse(toDay) - Date.parse(fromDay)) / DAY_MS);

/** The same day of the month `count` months on; the month's last day where it has no such day. */
export const addMonths = (day: string, count: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
};

/**
 * The first day that anything after `atMs` may belong to, whatever the zone: none is a day away from UTC.
 */
export const earliestDayAfter = (atMs: number): string => addDays(dayOf(atMs, "UTC"), -1);

/** The instant at which `day` begins in `timezone`. */
export const startOfDayMs = (day: string, timezone: string): number => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // A zone is at most 14 hours off; walking by quarter hours meets every offset in use.
  for (let atMs = midnight - 14 * HOUR_MS; atMs <= midnight + 12 * HOUR_MS; atMs += HOUR_MS / 4) {
    if (dayOf(atMs, timezone) >= day) return atMs;
  }
  return midnight;
};

export const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.parse("0000-01-01T00:00:00Z");
const LAST_DAY_MS = Date.parse("9999-12-31T00:00:00Z");
const HOUR_MS = 3_600_000;
