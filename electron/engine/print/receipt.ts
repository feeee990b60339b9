import type { CurrencyCode } from "../../../shared/money/currency.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import type { PrintedShop } from "./printedCoupon.ts";

/** What a finished sale's receipt says: its stored figures, never worked out again. */
export type Receipt = {
  readonly shop: PrintedShop;
  readonly sale: ReceiptSale;
  /** As paper may tell: by the given name, the number masked. */
  readonly customer?: ReceiptCustomer | undefined;
  readonly pointsBalance?: number | undefined;
  readonly couponsEarned?: readonly EarnedCoupon[] | undefined;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  readonly timezone: string;
};

export type ReceiptCustomer = {
  readonly givenName: string;
  readonly maskedPhone?: string | undefined;
};

/** A coupon for the next purchase, given with this one. */
export type EarnedCoupon = {
  readonly code: string;
  readonly offerText: string;
  readonly fromDay: string;
  readonly untilDay: string;
};

export type ReceiptSale = {
  readonly receiptNumber: string;
  readonly soldAtMs: number;
  readonly staffName: string;
  readonly taxMode: "inclusive" | "exclusive";
  readonly lines: readonly ReceiptLine[];
  readonly grossMinor: number;
  readonly totalMinor: number;
  readonly taxes: readonly { readonly rateBps: number; readonly taxMinor: number }[];
  readonly coupons: readonly { readonly code: string; readonly discountMinor: number }[];
  readonly pointsRedeemed: number;
  readonly pointsValueMinor: number;
  readonly pointsEarned: number;
  readonly roundingMinor: number;
  readonly payments: readonly { readonly method: string; readonly amountMinor: number }[];
  readonly changeMinor: number;
};

export type ReceiptLine = {
  readonly name: string;
  readonly quantityMilli: number;
  readonly soldBy: "unit" | "weight";
  readonly unitPriceMinor: number;
  readonly grossMinor: number;
  readonly discounts: readonly {
    readonly kind: "line" | "coupon" | "points";
    readonly code?: string | undefined;
    readonly minor: number;
  }[];
};
