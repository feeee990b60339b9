import { unreachable } from "../../kernel/assert.ts";
import type { CurrencyCode } from "../../money/currency.ts";
import { formatMoney, formatQuantity, formatRate, type Locale } from "../../money/formatMoney.ts";
import type { Offer } from "./offer.ts";

/**
 * The offer in one line, for a slip, a list or the till: "Giảm 10% cho Cà phê, tối đa 50.000 đ".
 * `productName` names the gift, or the goods where the offer is for a single sku.
 */
export const offerText = (offer: Offer, words: OfferWords): string =>
  headline(offer, words) +
  ceiling(offer, words) +
  condition(offer, words) +
  giftCeiling(offer, words) +
  alone(offer, words);

export type OfferWords = {
  readonly currency: CurrencyCode;
  readonly locale: Locale;
  readonly productName?: string;
  /** The goods that have to be bought for a gift, where they are a single sku. */
  readonly scopeName?: string;
};

/** What a gift is called behind its "1": of what is weighed a kilogram is given. */
export const giftName = ({ name, soldBy }: GiftGoods): string =>
  soldBy === "weight" ? `kg ${name}` : name;

type GiftGoods = { readonly name: string; readonly soldBy: "unit" | "weight" };

const headline = (offer: Offer, words: OfferWords): string => {
  const { currency, locale, productName } = words;
  const goods = goodsText(offer, words);
  switch (offer.kind) {
    case "percent":
      return takenOff(formatRate(offer.rateBps, locale), goods, locale);
    case "amount":
      return takenOff(formatMoney(offer.amountMinor, currency, locale), goods, locale);
    case "points": {
      const times = formatQuantity(Math.round(offer.multiplierBps / 10), locale);
      if (locale === "vi") return `Nhân ${times} lần điểm thưởng${goods && ` cho ${goods}`}`;
      return `${times}× points${goods && ` on ${goods}`}`;
    }
    case "gift": {
      const gift = productName ?? offer.sku;
      return locale === "vi" ? `Tặng 1 ${gift}` : `1 ${gift} free`;
    }
    default:
      return unreachable(offer);
  }
};

const takenOff = (what: string, goods: string, locale: Locale): string =>
  locale === "vi"
    ? `Giảm ${what}${goods && ` cho ${goods}`}`
    : `${what} off${goods && ` ${goods}`}`;

const ceiling = (offer: Offer, { currency, locale }: OfferWords): string => {
  if (offer.kind !== "percent" || offer.maxDiscountMinor === undefined) return "";
  const most = formatMoney(offer.maxDiscountMinor, currency, locale);
  return locale === "vi" ? `, tối đa ${most}` : `, up to ${most}`;
};

/** Behind what has to be bought: it speaks of the gift alone. */
const giftCeiling = (offer: Offer, { currency, locale }: OfferWords): string => {
  if (offer.kind !== "gift" || offer.maxDiscountMinor === undefined) return "";
  const most = formatMoney(offer.maxDiscountMinor, currency, locale);
  return locale === "vi" ? `, trị giá tối đa ${most}` : `, worth up to ${most}`;
};

/**
 * What has to be bought for it. A gift's scope stands here, since it is not what the gift takes
 * off.
 */
const condition = (offer: Offer, words: OfferWords): string => {
  const { currency, locale } = words;
  const goods = offer.kind === "gift" ? goodsText(offer, words) : "";
  const minimumMinor = offer.minimumSpendMinor ?? 0;
  const least = minimumMinor > 0 ? formatMoney(minimumMinor, currency, locale) : "";
  if (locale === "vi") {
    if (goods) return ` khi mua ${goods}${least ? ` từ ${least}` : ""}`;
    return least ? `, ${offer.scope ? "mua" : "đơn"} từ ${least}` : "";
  }
  if (!least) return goods && ` when you buy ${goods}`;
  return ` when you spend ${least} or more${goods && ` on ${goods}`}`;
};

const alone = ({ exclusive }: Offer, { locale }: OfferWords): string => {
  if (!exclusive) return "";
  return locale === "vi" ? ", không dùng chung với phiếu khác" : ", not with another coupon";
};

/**
 * The goods that the offer is for, "" for all of them. Several skus are not read out to a customer.
 */
const goodsText = (
  { kind, scope }: Offer,
  { locale, productName, scopeName }: OfferWords,
): string => {
  const skus = scope?.skus ?? [];
  const chosen = locale === "vi" ? "các món chọn sẵn" : "selected items";
  const single = (kind === "gift" ? scopeName : productName) ?? skus[0];
  const bySku = skus.length > 1 ? chosen : single;
  const names = skus.length > 0 && bySku !== undefined ? [bySku] : [];
  return [...names, ...(scope?.categories ?? [])].join(", ");
};
