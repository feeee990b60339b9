import { byCount, counted } from "../../kernel/counted.ts";
import type { Locale } from "../../money/formatMoney.ts";
import type { ArmLift } from "./armLift.ts";
import type { UntoldReason, Verdict } from "./verdict.ts";

type Basis = ArmLift["basis"];

/** The parts of what is said about a lift. Numbers come in written as the shop writes them. */
export type LiftWords = {
  readonly headline: Readonly<Record<Verdict["kind"], string>>;
  readonly more: (about: string, basis: Basis) => string;
  readonly less: (about: string, basis: Basis) => string;
  readonly between: (low: string, high: string) => string;
  readonly within: (atMost: string) => string;
  readonly reason: Readonly<Record<UntoldReason, string>>;
  readonly days: (count: string) => string;
  readonly customers: (count: string) => string;
  readonly better: (name: string, than: string) => string;
  readonly alike: string;
  readonly perCustomer: (sentence: string) => string;
  readonly suggestions: Readonly<Record<"helped" | "cost", string>>;
  readonly perLookup: (about: string, isMore: boolean) => string;
  readonly accepted: (share: string) => string;
  readonly anyway: (share: string, isMore: boolean) => string;
  readonly power: (plan: { people: string; share: string; total: string }) => string;
  readonly powerless: (people: string) => string;
};

const vi: LiftWords = {
  headline: {
    helped: "Đợt này có ích",
    cost: "Đợt này tốn hơn được",
    "no-difference": "Không khác đáng kể",
    "too-early": "Chưa đủ để nói",
    untold: "Hết đợt vẫn chưa đủ để nói",
  },
  more: (about, basis) => `${basis === "margin" ? "Lời thêm" : "Bán thêm"} khoảng ${about}`,
  less: (about, basis) => `${basis === "margin" ? "Lời ít đi" : "Bán ít đi"} khoảng ${about}`,
  between: (low, high) => `trong khoảng từ ${low} đến ${high}`,
  within: (atMost) => `Thêm hay bớt thì tất cả cũng không quá ${atMost}.`,
  reason: {
    "not-begun": "Đợt này chưa bắt đầu.",
    "too-few-held-out": "Nhóm không nhận phiếu quá ít người để so.",
    "too-few-issued": "Quá ít người nhận phiếu để so.",
    "too-few-buyers": "Còn quá ít người mua.",
    chance: "Khác biệt đang thấy có thể chỉ là tình cờ",
  },
  days: (count) => `Khoảng ${count} ngày nữa có thể biết.`,
  customers: (count) => `Cần chừng ${count} khách mới biết được.`,
  better: (name, than) => `“${name}” tốt hơn “${than}”`,
  alike: "Hai ưu đãi chưa thấy hơn kém",
  perCustomer: (sentence) => `${sentence} mỗi khách`,
  suggestions: { helped: "Gợi ý có ích", cost: "Gợi ý làm bán ít đi" },
  perLookup: (about, isMore) => `Mỗi lần tra khách, giỏ ${isMore ? "thêm" : "bớt"} khoảng ${about}`,
  accepted: (share) => `${share} lần được nhận`,
  anyway: (share, isMore) =>
    isMore ? `nhiều hơn ${share} so với khi không gợi ý` : "không hơn gì khi không gợi ý",
  power: ({ people, share, total }) =>
    `Với ${people} khách, chỉ biết được nếu bán thêm từ ${share} trở lên, tức khoảng ${total}.`,
  powerless: (people) => `Với ${people} khách thì quá ít để biết đợt này có ích hay không.`,
};

const en: LiftWords = {
  headline: {
    helped: "It helped",
    cost: "It cost more than it brought",
    "no-difference": "No difference worth money",
    "too-early": "Too early to tell",
    untold: "It is over, and still cannot be told",
  },
  more: (about, basis) => `About ${about} more in ${basis === "margin" ? "profit" : "sales"}`,
  less: (about, basis) => `About ${about} less in ${basis === "margin" ? "profit" : "sales"}`,
  between: (low, high) => `somewhere from ${low} to ${high}`,
  within: (atMost) => `Up or down, it is no more than ${atMost} in all.`,
  reason: {
    "not-begun": "It has not begun yet.",
    "too-few-held-out": "Too few people were held out to compare with.",
    "too-few-issued": "Too few people got a coupon to compare.",
    "too-few-buyers": "Too few of them have bought.",
    chance: "Chance alone could have made the difference that shows",
  },
  days: (count) => `About ${count} more ${byCount(count, "day")} may tell.`,
  customers: (count) => `It would take about ${counted(count, "customer")} to tell.`,
  better: (name, than) => `“${name}” does better than “${than}”`,
  alike: "Neither offer is known to be better",
  perCustomer: (sentence) => `${sentence} per customer`,
  suggestions: { helped: "The suggestions help", cost: "The suggestions make sales smaller" },
  perLookup: (about, isMore) =>
    `About ${about} ${isMore ? "more" : "less"} in the basket at each lookup`,
  accepted: (share) => `Taken ${share} of the time`,
  anyway: (share, isMore) =>
    isMore ? `${share} more than without being offered` : "no more than without being offered",
  power: ({ people, share, total }) =>
    `With ${counted(people, "person", "people")} this can only tell a lift of ${share} or more, about ${total}.`,
  powerless: (people) =>
    `With ${counted(people, "person", "people")} this cannot tell whether it helps.`,
};

export const liftWords: Readonly<Record<Locale, LiftWords>> = { vi, en };
