import { givenName } from "../../../../shared/domain/customer/customerName.ts";
import { maskPhone } from "../../../../shared/domain/identity/phone.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import type { EarnedCoupon, ReceiptCustomer } from "../../print/receipt.ts";
import { receiptDocument } from "../../print/receiptDocument.ts";
import { listEarnedCoupons } from "../../repositories/coupons.ts";
import { pointsAfterSource } from "../../repositories/points.ts";
import { findSale } from "../../repositories/sales.ts";
import { printedShop } from "../campaigns/printCoupons.ts";
import { type Context, localeOf, shopOf, type UseCase } from "../context.ts";
import { openIdentities, openName } from "../customers/people.ts";
import { couponOfferText } from "../customers/showProfile.ts";
import { shownSale } from "./showSale.ts";

/** The receipt as it is shown and printed. The customer is named as paper may: given name, masked phone. */
export const showReceipt: UseCase<"sale.receipt"> = (context, { saleId }) => {
  const row = findSale(context.db, saleId);
  if (!row) return err({ kind: "SaleUnknown" });
  const { currency, timezone } = shopOf(context);
  const { customerId } = row;
  const balance =
    customerId === undefined
      ? undefined
      : pointsAfterSource(context.db, { customerId, sourceKind: "sale", sourceId: saleId });
  const document = receiptDocument({
    shop: printedShop(context),
    sale: shownSale(context, row),
    locale: localeOf(context),
    currency,
    timezone,
    ...(customerId === undefined ? {} : { customer: receiptCustomer(context, customerId) }),
    ...(balance === undefined ? {} : { pointsBalance: balance }),
    ...(customerId === undefined
      ? {}
      : { couponsEarned: earnedCoupons(context, { customerId, saleId }) }),
  });
  return ok({ document });
};

const earnedCoupons = (
  context: Context,
  sale: { readonly customerId: string; readonly saleId: string },
): readonly EarnedCoupon[] =>
  listEarnedCoupons(context.db, sale).map((coupon) => ({
    code: coupon.code,
    offerText: couponOfferText(context, coupon),
    fromDay: coupon.fromDay,
    untilDay: coupon.toDay,
  }));

const receiptCustomer = (context: Context, customerId: string): ReceiptCustomer => {
  const phone = openIdentities(context, customerId).find(({ kind }) => kind === "phone");
  return {
    givenName: givenName(openName(context, customerId)),
    ...(phone ? { maskedPhone: maskPhone(phone.value) } : {}),
  };
};
