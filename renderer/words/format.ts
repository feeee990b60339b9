import { maskPhone, showPhone } from "../../shared/domain/identity/phone.ts";
import {
  compact,
  formatMoney,
  formatNumber,
  formatQuantity,
  formatRate,
  type Locale,
} from "../../shared/money/formatMoney.ts";
import { parseMoney } from "../../shared/money/parseMoney.ts";

export type Format = ReturnType<typeof formatsOf>;
export type FormatTerms = {
  readonly locale: Locale;
  readonly currency: string;
  readonly timezone: string;
  /** By which a day of another year than the one that goes says its year. */
  readonly nowMs: () => number;
};

/** How this shop writes amounts, numbers and times, in the language on the screen. */
export const formatsOf = ({ locale, currency, timezone, nowMs }: FormatTerms) => {
  const part = partsOf(timezone);
  const near = (parts: Parts) =>
    parts.year === part(nowMs()).year ? dayMonth(parts, locale) : wholeDay(parts, locale);
  return {
    locale,
    currency,
    /** "479.900 đ" */
    money: (minor: number) => formatMoney(minor, currency, locale),
    /** "479.900": where the currency stands elsewhere. */
    amount: (minor: number) => bare(formatMoney(minor, currency, locale)),
    /** "đ": to stand small beside the large total. */
    symbol: bareSymbol(formatMoney(0, currency, locale)),
    /** "8,4 tr" */
    compact: (minor: number) => compact(minor, currency, locale),
    number: (value: number) => formatNumber(value, locale),
    rate: (bps: number) => formatRate(bps, locale),
    quantity: (quantityMilli: number) => formatQuantity(quantityMilli, locale),
    /** The minor units of what a person typed; undefined while it is no amount, or below nothing. */
    readMoney: (typed: string): number | undefined => {
      const decimalSeparator = locale === "vi" ? "," : ".";
      const clear = parseMoney(typed, { currency });
      const read = clear.ok ? clear : parseMoney(typed, { currency, decimalSeparator });
      return read.ok && read.value >= 0 ? read.value : undefined;
    },
    /** The same, with its thousands set apart while it is being typed. */
    asTyped: (typed: string): string => groupTyped(typed, locale),
    /** "10/11", or "10 Nov"; with its year where that is another than this one. */
    dayNear: (atMs: number) => near(part(atMs)),
    /** The same where room is scarce: of another year its month will do, "03/2024". */
    dayOrMonth: (atMs: number) =>
      part(atMs).year === part(nowMs()).year
        ? dayMonth(part(atMs), locale)
        : monthYear(part(atMs), locale),
    /** "10/11/2026" */
    day: (atMs: number) => wholeDay(part(atMs), locale),
    /** "03/2024" */
    monthYear: (atMs: number) => monthYear(part(atMs), locale),
    time: (atMs: number) => `${part(atMs).hour}:${part(atMs).minute}`,
    dayTime: (atMs: number) => `${near(part(atMs))} ${part(atMs).hour}:${part(atMs).minute}`,
    /** "2026-11-30" as "30/11" or "30 Nov"; with its year where that is another than this one. */
    dayText: (day: string) => near(partsOfDay(day)),
    /** The same without any year, where days follow each other under a chart. */
    dayOfChart: (day: string) => dayMonth(partsOfDay(day), locale),
    /** "2026-11-30" as "Thứ hai, 30 tháng 11 năm 2026", or "Monday, 30 November 2026". */
    dayInWords: (day: string) => dayInWords(day, locale),
    dayTextWhole: (day: string) => wholeDay(partsOfDay(day), locale),
    phone: (e164: string) => showPhone(e164),
    maskedPhone: (e164: string) => maskPhone(e164),
  };
};

type Parts = Record<"year" | "month" | "day" | "hour" | "minute", string>;

const partsOf = (timezone: string) => {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (atMs: number): Parts => {
    const parts: Parts = { year: "", month: "", day: "", hour: "", minute: "" };
    for (const { type, value } of clock.formatToParts(atMs)) {
      if (type in parts) Object.assign(parts, { [type]: value });
    }
    return parts;
  };
};

const partsOfDay = (text: string): Parts => {
  const [year = "", month = "", day = ""] = text.split("-");
  return { year, month, day, hour: "", minute: "" };
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const monthName = (month: string): string => months[Number(month) - 1] ?? month;

const dayMonth = ({ day, month }: Parts, locale: Locale): string =>
  locale === "vi" ? `${day}/${month}` : `${Number(day)} ${monthName(month)}`;

const wholeDay = (parts: Parts, locale: Locale): string =>
  locale === "vi"
    ? `${parts.day}/${parts.month}/${parts.year}`
    : `${dayMonth(parts, locale)} ${parts.year}`;

const dayInWords = (text: string, locale: Locale): string => {
  const { year, month, day } = partsOfDay(text);
  const weekday = weekdays[locale][new Date(`${text}T00:00:00Z`).getUTCDay()];
  // While a year is typed it may have more figures than any date.
  if (weekday === undefined) return wholeDay(partsOfDay(text), locale);
  return locale === "vi"
    ? `${weekday}, ${Number(day)} tháng ${Number(month)} năm ${year}`
    : `${weekday}, ${Number(day)} ${wholeMonths[Number(month) - 1]} ${year}`;
};

const weekdays: Readonly<Record<Locale, readonly string[]>> = {
  vi: ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

const wholeMonths = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

const monthYear = ({ month, year }: Parts, locale: Locale): string =>
  locale === "vi" ? `${month}/${year}` : `${monthName(month)} ${year}`;

const groupTyped = (typed: string, locale: Locale): string => {
  const [group, point] = locale === "vi" ? [".", ","] : [",", "."];
  const [whole = "", ...rest] = typed.split(point);
  const digits = whole.replaceAll(group, "");
  if (!/^\d{1,15}$/u.test(digits)) return typed;
  const grouped = digits.replace(/\B(?=(\d{3})+$)/gu, group);
  return rest.length === 0 ? grouped : [grouped, ...rest].join(point);
};

const bare = (money: string): string =>
  money.replace(/^(−?)[^\d]*([\d.,]+)[^\d]*$/u, (_, sign: string, digits: string) => sign + digits);

const bareSymbol = (money: string): string => money.replace(/[\d.,\s−]/gu, "");
