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
  readonly campaign: UntoldWords;
  readonly lookups: UntoldWords;
  readonly days: (count: string) => string;
  readonly suggestions: Readonly<Record<Verdict["kind"], string>>;
  readonly perLookup: (about: string, isMore: boolean) => string;
  readonly kindGain: (points: KindPoints, isMore: boolean) => string;
  readonly kindUnknown: (points: Omit<KindPoints, "about">) => string;
  readonly power: (plan: { people: string; share: string; total: string }) => string;
  readonly powerless: (people: string) => string;
  readonly nobodyHeldOut: string;
};

/** Why nothing is said yet, and how many people, or sales at the till, it would take. */
export type UntoldWords = {
  readonly reason: Readonly<Record<UntoldReason, string>>;
  readonly needed: (count: string) => string;
  /** That it never will, and what would. */
  readonly tooSmall: string;
};

/** Percentage points, from the low end of what may be to the high one. */
type KindPoints = { readonly about: string; readonly low: string; readonly high: string };

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
  campaign: {
    reason: {
      "not-begun": "Đợt này chưa bắt đầu.",
      "nothing-given": "Chưa phát phiếu nào.",
      "too-few-held-out": "Nhóm không nhận phiếu quá ít người để so.",
      "too-few-issued": "Quá ít người nhận phiếu để so.",
      "too-few-buyers": "Còn quá ít người mua.",
      chance: "Khác biệt đang thấy có thể chỉ là tình cờ",
    },
    needed: (count) => `Cần chừng ${count} khách mới biết được.`,
    tooSmall:
      "Đợt này quá nhỏ để biết được. Đợt sau cần ưu đãi có tác dụng rõ hơn, nhiều khách hơn, hoặc để lại nhiều khách hơn để so.",
  },
  lookups: {
    reason: {
      "not-begun": "Chưa tới những ngày này.",
      "nothing-given": "Chưa có lượt tính tiền nào được gợi ý.",
      "too-few-held-out": "Còn quá ít lượt tính tiền không gợi ý để so.",
      "too-few-issued": "Còn quá ít lượt tính tiền có gợi ý để so.",
      "too-few-buyers": "Còn quá ít lượt tính tiền.",
      chance: "Khác biệt đang thấy có thể chỉ là tình cờ",
    },
    needed: (count) => `Cần chừng ${count} lượt tính tiền mới biết được.`,
    tooSmall:
      "Với nhịp bán này, cả năm cũng chưa đủ lượt để biết. Để nhiều lượt không gợi ý hơn (trong Cài đặt) thì biết sớm hơn.",
  },
  days: (count) => `Khoảng ${count} ngày nữa có thể biết.`,
  suggestions: {
    helped: "Gợi ý có ích",
    cost: "Gợi ý làm bán ít đi",
    "no-difference": "Không khác đáng kể",
    "too-early": "Chưa đủ để nói",
    untold: "Chưa đủ để nói",
  },
  perLookup: (about, isMore) => `Mỗi lượt tính tiền bán ${isMore ? "thêm" : "bớt"} khoảng ${about}`,
  kindGain: ({ about, low, high }, isMore) =>
    `Được mua ${isMore ? "nhiều" : "ít"} hơn ${about} điểm phần trăm so với khi không gợi ý, trong khoảng từ ${low} đến ${high}`,
  kindUnknown: ({ low, high }) =>
    `Chưa đủ để nói: từ ${low} đến ${high} điểm phần trăm so với khi không gợi ý`,
  power: ({ people, share, total }) =>
    `Với ${people} khách, chỉ biết được nếu bán thêm từ ${share} trở lên, tức khoảng ${total}.`,
  powerless: (people) => `Với ${people} khách thì quá ít để biết đợt này có ích hay không.`,
  nobodyHeldOut: "Không để lại ai để so sánh, nên sẽ không biết được đợt này có ích hay không.",
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
  campaign: {
    reason: {
      "not-begun": "It has not begun yet.",
      "nothing-given": "Nothing has been given out yet.",
      "too-few-held-out": "Too few people were held out to compare with.",
      "too-few-issued": "Too few people got a coupon to compare.",
      "too-few-buyers": "Too few of them have bought.",
      chance: "Chance alone could have made the difference that shows",
    },
    needed: (count) => `It would take about ${counted(count, "customer")} to tell.`,
    tooSmall:
      "This campaign is too small to tell. The next one needs an offer that does more, more people, or more of them held out.",
  },
  lookups: {
    reason: {
      "not-begun": "These days have not come yet.",
      "nothing-given": "Nothing has been suggested yet.",
      "too-few-held-out": "Too few sales were shown nothing to compare with.",
      "too-few-issued": "Too few sales were shown suggestions to compare.",
      "too-few-buyers": "Too few sales were rung up.",
      chance: "Chance alone could have made the difference that shows",
    },
    needed: (count) => `It would take about ${counted(count, "sale")} to tell.`,
    tooSmall:
      "At this pace even a year of sales is too little to tell. A larger share shown nothing (in the settings) tells sooner.",
  },
  days: (count) => `About ${count} more ${byCount(count, "day")} may tell.`,
  suggestions: {
    helped: "The suggestions help",
    cost: "The suggestions make sales smaller",
    "no-difference": "No difference worth money",
    "too-early": "Too early to tell",
    untold: "Too early to tell",
  },
  perLookup: (about, isMore) => `About ${about} ${isMore ? "more" : "less"} sold in each sale`,
  kindGain: ({ about, low, high }, isMore) =>
    `Bought ${about} percentage points ${isMore ? "more" : "less"} often than where it was not shown, somewhere from ${low} to ${high}`,
  kindUnknown: ({ low, high }) =>
    `Too early to tell: from ${low} to ${high} percentage points against where it was not shown`,
  power: ({ people, share, total }) =>
    `With ${counted(people, "person", "people")} this can only tell a lift of ${share} or more, about ${total}.`,
  powerless: (people) =>
    `With ${counted(people, "person", "people")} this cannot tell whether it helps.`,
  nobodyHeldOut: "With nobody held out to compare with, this cannot tell whether it helps.",
};

export const liftWords: Readonly<Record<Locale, LiftWords>> = { vi, en };
