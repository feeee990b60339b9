import { counted } from "../../../shared/kernel/counted.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import type { MailedBy } from "./mailingTable.ts";

/** Every word on paper, in one language. */
export type PrintWords = {
  readonly coupons: string;
  readonly giftFor: string;
  readonly until: string;
  readonly from: string;
  readonly fromUntil: string;
  readonly page: (page: number, pages: number) => string;
  readonly letter: {
    readonly greeting: (givenName: string) => string;
    /** What stands between, until the owner writes another; a message's placeholders are filled. */
    readonly text: string;
    readonly howTo: string;
    readonly closing: string;
  };
  readonly list: {
    readonly name: string;
    readonly givenName: string;
    readonly contacts: Readonly<Record<MailedBy, string>>;
    readonly offer: string;
    readonly condition: string;
    readonly from: string;
    readonly until: string;
    readonly code: string;
  };
  readonly messages: {
    readonly to: Readonly<Record<"sms" | "zalo" | "email", string>>;
    readonly text: string;
    /** What a message says until somebody writes another. */
    readonly first: string;
    /** The same for a campaign that begins later. */
    readonly firstLater: string;
  };
  readonly receipt: {
    readonly title: string;
    readonly cashier: string;
    readonly customer: string;
    readonly subtotal: (items: string) => string;
    readonly lineDiscount: string;
    readonly coupon: (code: string) => string;
    readonly points: (points: string) => string;
    readonly couponUsed: string;
    readonly beforeRounding: string;
    readonly rounding: string;
    readonly total: string;
    readonly taxWithin: (rate: string) => string;
    readonly taxOnTop: (rate: string) => string;
    readonly change: string;
    readonly earned: (points: string) => string;
    readonly balance: (points: string) => string;
    readonly forNextTime: string;
    readonly goodFrom: (fromDay: string, untilDay: string) => string;
    readonly thanks: (givenName: string | undefined) => string;
    readonly method: Readonly<Record<string, string>>;
  };
};

const vietnamese: PrintWords = {
  coupons: "Phiếu ưu đãi",
  giftFor: "Tặng",
  until: "Dùng đến hết",
  from: "Từ",
  fromUntil: "đến hết",
  page: (page, pages) => `Trang ${page}/${pages}`,
  letter: {
    greeting: (givenName) => (givenName === "" ? "Quý khách thân mến," : `${givenName} thân mến,`),
    text:
      "Cảm ơn bạn đã luôn ghé {shop}. Chúng tôi để dành cho bạn món quà nhỏ dưới đây, " +
      "mong sớm được đón bạn.",
    howTo: "Cắt phiếu này và đưa ở quầy khi tính tiền, hoặc chỉ cần đọc mã.",
    closing: "Thân mến",
  },
  list: {
    name: "Khách hàng",
    givenName: "Tên gọi",
    contacts: { sms: "Số nhận SMS", zalo: "Số Zalo", phone: "Số gọi điện", email: "E-mail" },
    offer: "Ưu đãi",
    condition: "Điều kiện",
    from: "Dùng từ",
    until: "Dùng đến hết",
    code: "Mã phiếu",
  },
  messages: {
    to: { sms: "Điện thoại", zalo: "Điện thoại", email: "E-mail" },
    text: "Tin nhắn",
    first: "{givenName} ơi, {shop} tặng bạn: {offer}. Mã {code}, dùng đến {until}.",
    firstLater: "{givenName} ơi, {shop} tặng bạn: {offer}. Mã {code}, dùng từ {from} đến {until}.",
  },
  receipt: {
    title: "Hoá đơn",
    cashier: "Thu ngân",
    customer: "Khách",
    subtotal: (items) => `Tạm tính, ${items} món`,
    lineDiscount: "Giảm giá",
    coupon: (code) => `Phiếu ${code}`,
    points: (points) => `Dùng ${points} điểm`,
    couponUsed: "đã dùng",
    beforeRounding: "Trước làm tròn",
    rounding: "Làm tròn tiền mặt",
    total: "Tổng cộng",
    taxWithin: (rate) => `Trong đó VAT ${rate}`,
    taxOnTop: (rate) => `VAT ${rate}`,
    change: "Tiền thừa",
    earned: (points) => `Được cộng ${points} điểm`,
    balance: (points) => `Hiện có ${points} điểm`,
    forNextTime: "Tặng bạn cho lần mua sau",
    goodFrom: (fromDay, untilDay) => `Dùng từ ${fromDay} đến hết ${untilDay}`,
    thanks: (givenName) =>
      givenName ? `Cảm ơn ${givenName}, hẹn sớm gặp lại.` : "Cảm ơn quý khách, hẹn sớm gặp lại.",
    method: {
      cash: "Tiền mặt",
      card: "Thẻ",
      transfer: "Chuyển khoản",
      "gift-card": "Thẻ quà tặng",
      "store-credit": "Tiền gửi tại quầy",
    },
  },
};

const english: PrintWords = {
  coupons: "Coupons",
  giftFor: "For",
  until: "Good until",
  from: "From",
  fromUntil: "until",
  page: (page, pages) => `Page ${page} of ${pages}`,
  letter: {
    greeting: (givenName) => (givenName === "" ? "Dear customer," : `Dear ${givenName},`),
    text:
      "Thank you for coming to {shop}. We have put aside the small gift below for you, " +
      "and hope to see you soon.",
    howTo: "Cut out this coupon and show it when you pay, or simply read out its code.",
    closing: "Yours",
  },
  list: {
    name: "Customer",
    givenName: "Given name",
    contacts: { sms: "SMS number", zalo: "Zalo number", phone: "Number to call", email: "E-mail" },
    offer: "Offer",
    condition: "Condition",
    from: "Good from",
    until: "Good until",
    code: "Code",
  },
  messages: {
    to: { sms: "Phone", zalo: "Phone", email: "E-mail" },
    text: "Message",
    first: "Hello {givenName}, a gift from {shop}: {offer}. Code {code}, until {until}.",
    firstLater:
      "Hello {givenName}, a gift from {shop}: {offer}. Code {code}, from {from} until {until}.",
  },
  receipt: {
    title: "Receipt",
    cashier: "Served by",
    customer: "Customer",
    subtotal: (items) => `Subtotal, ${counted(items, "item")}`,
    lineDiscount: "Discount",
    coupon: (code) => `Coupon ${code}`,
    points: (points) => `${counted(points, "point")} used`,
    couponUsed: "used",
    beforeRounding: "Before rounding",
    rounding: "Cash rounding",
    total: "Total",
    taxWithin: (rate) => `Includes VAT ${rate}`,
    taxOnTop: (rate) => `VAT ${rate}`,
    change: "Change",
    earned: (points) => `${counted(points, "point")} earned`,
    balance: (points) => `${counted(points, "point")} in all`,
    forNextTime: "For your next purchase",
    goodFrom: (fromDay, untilDay) => `Good from ${fromDay} until ${untilDay}`,
    thanks: (givenName) =>
      givenName ? `Thank you, ${givenName}. See you soon.` : "Thank you. See you soon.",
    method: {
      cash: "Cash",
      card: "Card",
      transfer: "Transfer",
      "gift-card": "Gift card",
      "store-credit": "Store credit",
    },
  },
};

export const printWords: Readonly<Record<Locale, PrintWords>> = { vi: vietnamese, en: english };
