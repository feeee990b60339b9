import { type CurrencyCode, currencyExponent } from "../../money/currency.ts";
import { shareOfMinor } from "../../money/money.ts";

/** How a shop thanks its regulars. Amounts in minor units of the shop's currency. */
export type LoyaltyRules = {
  /** One point per so many minor units paid. */
  readonly earnPerMinor: number;
  /** What a point takes off when it is redeemed. */
  readonly pointValueMinor: number;
  /** Points can be spent for so many months; null: for ever. */
  readonly expiresAfterMonths: number | null;
  /** Whether tax counts as paid when points are earned. */
  readonly earnOnTax: boolean;
  /** Ordered by `fromMinor`, upwards. */
  readonly tiers: readonly Tier[];
};

export type Tier = {
  /** Stays the same when the tier is renamed. */
  readonly tierId: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** Spent within the rolling year to be in this tier. */
  readonly fromMinor: number;
  /** 10 000 = points as they are; 15 000 = half as many again. */
  readonly multiplierBps: number;
};

/** One point for what a small snack costs, worth 2% of it, for twelve months, in three tiers. */
export const defaultLoyaltyRules = (currency: CurrencyCode): LoyaltyRules => {
  const earnPerMinor = snackMinor(currency);
  return {
    earnPerMinor,
    pointValueMinor: shareOfMinor(earnPerMinor, 200),
    expiresAfterMonths: 12,
    earnOnTax: true,
    tiers: [
      {
        tierId: "new-face",
        name: { vi: "Mới quen", en: "New face" },
        fromMinor: 0,
        multiplierBps: 10_000,
      },
      { ...regular, fromMinor: 300 * earnPerMinor },
      { ...likeFamily, fromMinor: 1_000 * earnPerMinor },
    ],
  };
};

const regular = {
  tierId: "regular",
  name: { vi: "Thân thiết", en: "Regular" },
  multiplierBps: 12_000,
};
const likeFamily = {
  tierId: "like-family",
  name: { vi: "Người nhà", en: "Like family" },
  multiplierBps: 15_000,
};

// Where one unit of the currency buys nothing. Without decimals it is at least 100 units, since
// 2% of less than 50 would not be a whole minor unit.
const snackByCurrency: Readonly<Record<string, number>> = {
  VND: 10_000,
  IDR: 10_000,
  LAK: 10_000,
  KHR: 4_000,
  KRW: 1_000,
  MMK: 1_000,
};

const snackMinor = (currency: CurrencyCode): number => {
  const exponent = currencyExponent(currency);
  return (snackByCurrency[currency] ?? (exponent === 0 ? 100 : 1)) * 10 ** exponent;
};
