import { byCount, counted } from "../../kernel/counted.ts";
import type { Locale } from "../../money/formatMoney.ts";
import type { ConsentChannel, ConsentPurpose } from "../consent/consent.ts";
import type { CountRange, GoodsKind } from "./segment.ts";

/** The ends of a range in words: each end only where it is given. */
export type RangeText = {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

/** How a segment is said in one language. Parts start small: they stand within a sentence. */
export type SegmentWords = Record<GoodsKind, (names: string) => string> & {
  readonly everyone: string;
  readonly allOf: (parts: readonly string[]) => string;
  readonly oneOf: (parts: readonly string[]) => string;
  readonly range: (range: RangeText) => string;
  readonly lastPurchase: (range: RangeText) => string;
  readonly purchases: (count: string, range: CountRange) => string;
  readonly spent: (amount: string) => string;
  readonly withinDays: (days: number) => string;
  readonly buysAt: Readonly<Record<"store" | "online" | "both", string>>;
  readonly points: (count: string, range: CountRange) => string;
  readonly pointsExpiring: (least: string, days: number) => string;
  readonly tier: (names: string) => string;
  readonly noTier: string;
  readonly birthday: (days: number, calendar: "solar" | "lunar") => string;
  readonly cartLeft: (days: number) => string;
  readonly lapsed: (times: string) => string;
  readonly consent: Readonly<Record<ConsentPurpose, (channel: string) => string>>;
  readonly channel: Readonly<Record<ConsentChannel, string>>;
};

const english: SegmentWords = {
  everyone: "all customers",
  allOf: (parts) =>
    parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}`,
  oneOf: (parts) => `either ${parts.join(", or ")}`,
  range: ({ min, max }) => {
    if (min === undefined) return `at most ${max}`;
    if (max === undefined) return `at least ${min}`;
    return min === max ? `exactly ${min}` : `${min} to ${max}`;
  },
  lastPurchase: ({ min, max }) => {
    if (min === undefined) return `bought in the last ${counted(max ?? "", "day")}`;
    if (max === undefined) return `no purchase for ${counted(min, "day")}`;
    return `last purchase ${min} to ${counted(max, "day")} ago`;
  },
  purchases: (count, { min, max }) => `${count} ${byCount(max ?? min ?? 0, "purchase")}`,
  spent: (amount) => `spent ${amount}`,
  withinDays: (days) => (days === 1 ? "today" : `in the last ${days} days`),
  boughtSku: (names) => `bought ${names}`,
  boughtCategory: (names) => `bought from ${names}`,
  notBoughtSku: (names) => `did not buy ${names}`,
  notBoughtCategory: (names) => `bought nothing from ${names}`,
  buysAt: {
    store: "buys in the shop only",
    online: "buys online only",
    both: "buys in the shop and online",
  },
  points: (count, { min, max }) => `has ${count} ${byCount(max ?? min ?? 0, "point")}`,
  pointsExpiring: (least, days) =>
    `at least ${counted(least, "point expires", "points expire")} ${days === 0 ? "today" : `within ${counted(days, "day")}`}`,
  tier: (names) => `tier ${names}`,
  noTier: "no tier",
  birthday: (days, calendar) =>
    `${calendar === "lunar" ? "lunar birthday" : "birthday"} ${
      days === 0 ? "today" : `within ${counted(days, "day")}`
    }`,
  cartLeft: (days) => `left a cart online ${days === 1 ? "today" : `in the last ${days} days`}`,
  lapsed: (times) =>
    `away for ${byCount(times, "longer than", `more than ${times} times`)} their usual gap`,
  consent: {
    marketing: (channel) => `agreed to offers ${channel}`,
    personalization: (channel) => `agreed to personal suggestions ${channel}`,
  },
  channel: {
    counter: "at the counter",
    print: "on paper",
    sms: "by SMS",
    email: "by e-mail",
    zalo: "on Zalo",
    phone: "by phone",
  },
};

const vietnamese: SegmentWords = {
  everyone: "mọi khách hàng",
  allOf: (parts) =>
    parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} và ${parts.at(-1)}`,
  oneOf: (parts) => `một trong các điều sau: ${parts.join("; hoặc ")}`,
  range: ({ min, max }) => {
    if (min === undefined) return `nhiều nhất ${max}`;
    if (max === undefined) return `ít nhất ${min}`;
    return min === max ? `đúng ${min}` : `từ ${min} đến ${max}`;
  },
  lastPurchase: ({ min, max }) => {
    if (min === undefined) return `có mua trong ${max} ngày qua`;
    if (max === undefined) return `đã ${min} ngày trở lên chưa mua lại`;
    return `mua lần cuối từ ${min} đến ${max} ngày trước`;
  },
  purchases: (count) => `mua ${count} lần`,
  spent: (amount) => `đã chi ${amount}`,
  withinDays: (days) => (days === 1 ? "hôm nay" : `trong ${days} ngày qua`),
  boughtSku: (names) => `đã mua ${names}`,
  boughtCategory: (names) => `đã mua hàng nhóm ${names}`,
  notBoughtSku: (names) => `chưa mua ${names}`,
  notBoughtCategory: (names) => `chưa mua hàng nhóm ${names}`,
  buysAt: {
    store: "chỉ mua tại quầy",
    online: "chỉ mua online",
    both: "mua cả tại quầy lẫn online",
  },
  points: (count) => `có ${count} điểm`,
  pointsExpiring: (least, days) =>
    `ít nhất ${least} điểm hết hạn ${days === 0 ? "hôm nay" : `trong ${days} ngày tới`}`,
  tier: (names) => `hạng ${names}`,
  noTier: "chưa có hạng",
  birthday: (days, calendar) =>
    `sinh nhật${calendar === "lunar" ? " âm lịch" : ""} ${
      days === 0 ? "hôm nay" : `trong ${days} ngày tới`
    }`,
  cartLeft: (days) => `bỏ giỏ hàng online ${days === 1 ? "hôm nay" : `trong ${days} ngày qua`}`,
  lapsed: (times) => `vắng hơn ${times} lần nhịp mua thường thấy của họ`,
  consent: {
    marketing: (channel) => `đồng ý nhận ưu đãi ${channel}`,
    personalization: (channel) => `đồng ý nhận gợi ý riêng ${channel}`,
  },
  channel: {
    counter: "tại quầy",
    print: "trên giấy",
    sms: "qua tin nhắn",
    email: "qua e-mail",
    zalo: "qua Zalo",
    phone: "qua điện thoại",
  },
};

export const segmentWords: Readonly<Record<Locale, SegmentWords>> = {
  vi: vietnamese,
  en: english,
};
