import type { Locale } from "../../money/formatMoney.ts";
import type { TemplateName } from "./templates.ts";

type TemplateWords = Readonly<
  Record<TemplateName, { readonly name: (product: string) => string; readonly why: string }>
>;

const vietnamese: TemplateWords = {
  birthday: {
    name: () => "Quà sinh nhật",
    why: "Ai có sinh nhật trong 30 ngày tới: một lời chúc khách sẽ nhớ.",
  },
  lapsed: {
    name: () => "Lâu rồi chưa ghé",
    why: "Ai vắng gấp đôi nhịp quen của chính họ: nhắc trước khi họ quên tiệm.",
  },
  "points-expiring": {
    name: () => "Điểm sắp hết hạn",
    why: "Điểm của họ hết hạn trong 30 ngày: thêm một lý do để ghé dùng điểm.",
  },
  "win-back": {
    name: () => "Mời khách cũ quay lại",
    why: "Từng mua ba lần trở lên, nay đã hơn ba tháng không thấy.",
  },
  "back-in-stock": {
    name: (product) => `${product} đã có lại`,
    why: "Ai từng mua món này mà 30 ngày nay chưa mua lại.",
  },
  tet: {
    name: () => "Sắm Tết",
    why: "Ba tuần trước Tết: khách đã mua trong năm qua sắp sắm sửa nhiều nhất.",
  },
  "mid-autumn": {
    name: () => "Trung thu",
    why: "Hai tuần trước rằm tháng Tám: mùa bánh và quà.",
  },
  "black-friday": {
    name: () => "Black Friday",
    why: "Cuối tuần sau thứ Năm thứ tư của tháng Mười Một: khách đang tìm giá tốt.",
  },
  "cart-left": {
    name: () => "Giỏ hàng còn bỏ dở",
    why: "Đặt online trong 14 ngày qua mà chưa trả tiền.",
  },
};

const english: TemplateWords = {
  birthday: {
    name: () => "Birthday gift",
    why: "Whose birthday comes within 30 days: a wish that is remembered.",
  },
  lapsed: {
    name: () => "Not seen for a while",
    why: "Away for twice their own usual gap: a word before they forget the shop.",
  },
  "points-expiring": {
    name: () => "Points about to expire",
    why: "Their points end within 30 days: one more reason to come and spend them.",
  },
  "win-back": {
    name: () => "Win back old regulars",
    why: "Bought three times or more, and not for over three months.",
  },
  "back-in-stock": {
    name: (product) => `${product} is back`,
    why: "Who has bought it before, and not in the last 30 days.",
  },
  tet: {
    name: () => "Tết shopping",
    why: "Three weeks before Tết: this year's customers are about to buy the most.",
  },
  "mid-autumn": {
    name: () => "Mid-Autumn",
    why: "Two weeks before the full moon of the eighth month: the season of cakes and gifts.",
  },
  "black-friday": {
    name: () => "Black Friday",
    why: "The week-end after the fourth Thursday of November: people look for good prices.",
  },
  "cart-left": {
    name: () => "A cart left online",
    why: "Ordered online in the last 14 days and never paid.",
  },
};

export const templateWords: Readonly<Record<Locale, TemplateWords>> = {
  vi: vietnamese,
  en: english,
};
