/**
 * A day as people write it, "30/11/2026", "30.11.26" or "30 Nov 2026", as "2026-11-30"; a day first,
 * in either language. `undefined` where it is no day of the calendar.
 */
export const readDay = (typed: string): string | undefined => {
  const text = typed.trim().toLowerCase();
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
  if (isoYear !== undefined) return checked(isoYear, isoMonth, isoDay);
  const [, day, month, year] =
    /^(\d{1,2})[/.\s-]+(\d{1,2}|[a-z]{3,9})[/.,\s-]+(\d{4}|\d{2})$/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  return checked(year.length === 2 ? `20${year}` : year, monthOf(month ?? ""), day);
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const monthOf = (typed: string): string =>
  /^\d/u.test(typed) ? typed : String(months.indexOf(typed.slice(0, 3)) + 1);

/** The 31st of February is no day, though a clock would make the 3rd of March of it. */
const checked = (year: string, month = "", day = ""): string | undefined => {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
};
