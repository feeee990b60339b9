import { unreachable } from "../../kernel/assert.ts";
import { counted } from "../../kernel/counted.ts";
import type { Locale } from "../../money/formatMoney.ts";
import type {
  DueEvidence,
  GoesWithEvidence,
  HabitEvidence,
  NewEvidence,
  SuggestionReason,
} from "./suggestion.ts";

/** One short sentence for the person at the till: "Mua mỗi 5 tuần, lần cuối 6 tuần trước". */
export const reasonText = (reason: SuggestionReason, locale: Locale): string =>
  locale === "vi" ? vietnamese(reason) : english(reason);

const vietnamese = (reason: SuggestionReason): string => {
  switch (reason.kind) {
    case "due":
      return vietnameseDue(reason.evidence);
    case "habit":
      return vietnameseHabit(reason.evidence);
    case "goes-with":
      return `Hay mua cùng ${names(reason.evidence, "và")}`;
    case "goes-with-habit":
      return `Khách mua ${reason.evidence.withName} cũng hay chọn`;
    case "often-in-category":
      return `Hợp gu ${reason.evidence.category}, đã mua ${reason.evidence.count} lần`;
    case "popular-now":
      return `Đang được chuộng, ${reason.evidence.baskets} lượt mua trong ${reason.evidence.days} ngày`;
    case "new":
      return vietnameseNew(reason.evidence);
    default:
      return unreachable(reason);
  }
};

const english = (reason: SuggestionReason): string => {
  switch (reason.kind) {
    case "due":
      return englishDue(reason.evidence);
    case "habit":
      return englishHabit(reason.evidence);
    case "goes-with":
      return `Often bought with ${names(reason.evidence, "and")}`;
    case "goes-with-habit":
      return `Liked by people who buy ${reason.evidence.withName}`;
    case "often-in-category":
      return `Fits their taste in ${reason.evidence.category}, bought ${times(reason.evidence.count)}`;
    case "popular-now":
      return `Popular now, in ${counted(reason.evidence.baskets, "basket")} over ${counted(reason.evidence.days, "day")}`;
    case "new":
      return englishNew(reason.evidence);
    default:
      return unreachable(reason);
  }
};

const vietnameseDue = ({ everyDays, lastDaysAgo }: DueEvidence): string => {
  const every = span(everyDays);
  const every1 = every.count === 1 ? "" : `${every.count} `;
  const last =
    lastDaysAgo === 0
      ? "lần cuối hôm nay"
      : `lần cuối ${spanText(lastDaysAgo, (count, unit) => `${count} ${vietnameseUnits[unit]}`)} trước`;
  return `Mua mỗi ${every1}${vietnameseUnits[every.unit]}, ${last}`;
};

const englishDue = ({ everyDays, lastDaysAgo }: DueEvidence): string => {
  const every = span(everyDays);
  const rhythm = every.count === 1 ? every.unit : counted(every.count, every.unit);
  const last =
    lastDaysAgo === 0
      ? "today"
      : `${spanText(lastDaysAgo, (count, unit) => counted(count, unit))} ago`;
  return `Bought every ${rhythm}, last ${last}`;
};

const vietnameseHabit = ({ count, months }: HabitEvidence): string =>
  months <= 1 ? `Đã mua ${count} lần tháng qua` : `Đã mua ${count} lần trong ${months} tháng`;

const englishHabit = ({ count, months }: HabitEvidence): string =>
  `Bought ${times(count)} in ${months <= 1 ? "the last month" : `${months} months`}`;

const vietnameseNew = ({ days, fits }: NewEvidence): string =>
  `Hàng mới, lên kệ ${days === 0 ? "hôm nay" : `${days} ngày`}, hợp với ${fits}`;

const englishNew = ({ days, fits }: NewEvidence): string =>
  `New, on the shelf ${days === 0 ? "since today" : `for ${counted(days, "day")}`}, fits ${fits}`;

const names = ({ withName, alsoName }: GoesWithEvidence, and: string): string =>
  alsoName === undefined ? withName : `${withName} ${and} ${alsoName}`;

type SpanUnit = "day" | "week" | "month";

const vietnameseUnits: Readonly<Record<SpanUnit, string>> = {
  day: "ngày",
  week: "tuần",
  month: "tháng",
};

/** Days below a fortnight, weeks below a quarter, months from there: as people say it. */
const span = (days: number): { readonly count: number; readonly unit: SpanUnit } => {
  if (days < 14) return days === 7 ? { count: 1, unit: "week" } : { count: days, unit: "day" };
  if (days < 90) return { count: Math.round(days / 7), unit: "week" };
  return { count: Math.round(days / 30.44), unit: "month" };
};

const spanText = (days: number, say: (count: number, unit: SpanUnit) => string): string => {
  const { count, unit } = span(days);
  return say(count, unit);
};

const times = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
