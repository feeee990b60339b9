import type { Locale } from "../../../shared/money/formatMoney.ts";

/** A day as it stands on paper: "30/11/2026", "30 Nov 2026". */
export const printedDay = (day: string, locale: Locale): string =>
  dayFormats[locale].format(new Date(`${day}T00:00:00Z`));

/** An instant as a clock in `timezone` shows it: "22/11/2026, 18:05". */
export const printedTime = (atMs: number, locale: Locale, timezone: string): string => {
  const at = new Date(atMs);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(at);
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
  return `${printedDay(day, locale)}, ${time}`;
};

const dayFormats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  vi: new Intl.DateTimeFormat("vi-VN", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "UTC",
  }),
  en: new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }),
};
