import type { Input } from "../../../../shared/contract/index.ts";
import {
  type BasketCoupon,
  type BasketLine,
  type BasketTerms,
  type PricedBasket,
  type PricedCoupon,
  priceBasket,
} from "../../../../shared/domain/basket/priceBasket.ts";
import { soldQuantityMilli } from "../../../../shared/domain/catalog/soldQuantity.ts";
import { couponRefusal } from "../../../../shared/domain/coupon/coupon.ts";
import { readCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { tierOf } from "../../../../shared/domain/loyalty/tier.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { findCoupon } from "../../repositories/coupons.ts";
import { findCustomer } from "../../repositories/customers.ts";
import { spendablePoints } from "../../repositories/points.ts";
import { findProduct, type Product } from "../../repositories/products.ts";
import { standardRateBps } from "../../repositories/shop.ts";
import { couponOf } from "../campaigns/listCoupons.ts";
import { type Context, shopDay, shopOf, staffOf } from "../context.ts";
import { yearSpentMinor } from "../customers/yearSpent.ts";

export type BasketInput = Pick<
  Input<"sale.quote">,
  "customerId" | "lines" | "couponCodes" | "pointsToRedeem"
>;

export type RefusedCoupon = { readonly code: string; readonly why: { readonly kind: string } };

export type SalePrice = {
  readonly basket: PricedBasket;
  /** The catalogue's product of each line, in their order. */
  readonly products: readonly Product[];
  /** Codes that could not be taken, before any basket was looked at. */
  readonly refusedCoupons: readonly RefusedCoupon[];
  readonly pointsAvailable: number;
  /** What one coupon more would do to this basket. */
  readonly withCoupon: (coupon: BasketCoupon) => PricedCoupon | undefined;
};

type PriceRefusal =
  | { readonly kind: "ProductUnknown"; readonly sku: string }
  | { readonly kind: "QuantityInvalid"; readonly sku: string }
  | { readonly kind: "DiscountTooLarge"; readonly sku: string }
  | { readonly kind: "PriceOverrideNotAllowed"; readonly sku: string }
  | { readonly kind: "CustomerUnknown" }
  | { readonly kind: "PointsShort"; readonly available: number }
  | { readonly kind: "AmountTooLarge" };

/**
 * What the basket costs at `atMs`, by the catalogue's prices: the window's word on a price counts
 * only with a manager's right. Quote and commit both come through here, so they cannot differ.
 */
export const priceSale = (
  context: Context,
  input: BasketInput,
  atMs: number,
): Result<SalePrice, PriceRefusal> => {
  const { db } = context;
  const { taxMode, loyalty } = shopOf(context);
  const { customerId } = input;
  if (customerId !== undefined && !findCustomer(db, customerId)) {
    return err({ kind: "CustomerUnknown" });
  }
  const day = shopDay(context, atMs);
  const lines = readLines(context, input.lines, day);
  if (!lines.ok) return lines;
  const coupons = readCoupons(context, input, day);
  const pointsAvailable = customerId === undefined ? 0 : spendablePoints(db, customerId, day);
  const basketLines = lines.value.map(({ line }) => line);
  const terms: BasketTerms = {
    taxMode,
    coupons: coupons.accepted,
    pointsToRedeem: input.pointsToRedeem ?? 0,
    pointsAvailable,
    loyalty,
    pointsMultiplierBps: customerId === undefined ? 0 : multiplierBps(context, customerId),
  };
  const priced = priceBasket(basketLines, terms);
  if (!priced.ok) return priced;
  const named = giftNamed(context);
  return ok({
    basket: { ...priced.value, coupons: priced.value.coupons.map(named) },
    products: lines.value.map(({ product }) => product),
    refusedCoupons: coupons.refused,
    pointsAvailable,
    withCoupon: (coupon) => {
      const beside = { ...terms, coupons: [...terms.coupons, coupon], pointsToRedeem: 0 };
      const tried = priceBasket(basketLines, beside);
      const last = tried.ok ? tried.value.coupons.at(-1) : undefined;
      return last && named(last);
    },
  });
};

const giftNamed =
  ({ db }: Context) =>
  (coupon: PricedCoupon): PricedCoupon => {
    const { why } = coupon;
    if (why?.kind !== "GiftNotInBasket") return coupon;
    const product = findProduct(db, why.sku);
    return product ? { ...coupon, why: { ...why, name: product.name } } : coupon;
  };

const multiplierBps = (context: Context, customerId: string): number =>
  tierOf(yearSpentMinor(context, customerId), shopOf(context).loyalty)?.multiplierBps ?? 10_000;

type ReadLine = { readonly line: BasketLine; readonly product: Product };

const readLines = (
  context: Context,
  lines: BasketInput["lines"],
  day: string,
): Result<readonly ReadLine[], PriceRefusal> => {
  const read: ReadLine[] = [];
  for (const line of lines) {
    const one = readLine(context, line, day);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(read);
};

const readLine = (
  context: Context,
  asked: BasketInput["lines"][number],
  day: string,
): Result<ReadLine, PriceRefusal> => {
  const { sku } = asked;
  const product = findProduct(context.db, sku);
  if (!product) return err({ kind: "ProductUnknown", sku });
  const quantity = soldQuantityMilli(
    {
      ...(asked.quantity === undefined ? {} : { quantity: asked.quantity }),
      ...(asked.quantityMilli === undefined ? {} : { quantityMilli: asked.quantityMilli }),
    },
    product.soldBy,
  );
  if (!quantity.ok) return err({ kind: "QuantityInvalid", sku });
  const isOverride = asked.priceMinor !== undefined && asked.priceMinor !== product.priceMinor;
  if (isOverride && staffOf(context).role === "cashier") {
    return err({ kind: "PriceOverrideNotAllowed", sku });
  }
  const line: BasketLine = {
    sku,
    name: product.name,
    quantityMilli: quantity.value,
    unitPriceMinor: asked.priceMinor ?? product.priceMinor,
    taxRateBps: product.taxRateBps ?? standardRateBps(context.db, day),
    sensitive: product.sensitive,
    ...(product.category === null ? {} : { category: product.category }),
    ...(asked.discountMinor === undefined ? {} : { discountMinor: asked.discountMinor }),
    ...(asked.discountBps === undefined ? {} : { discountBps: asked.discountBps }),
  };
  return ok({ line, product });
};

const readCoupons = (
  context: Context,
  input: BasketInput,
  day: string,
): { readonly accepted: readonly BasketCoupon[]; readonly refused: readonly RefusedCoupon[] } => {
  const accepted: BasketCoupon[] = [];
  const refused: RefusedCoupon[] = [];
  for (const text of input.couponCodes ?? []) {
    const code = readCouponCode(text);
    if (!code.ok) {
      refused.push({ code: text, why: code.error });
      continue;
    }
    if (accepted.some((coupon) => coupon.code === code.value)) continue;
    const checked = checkCoupon(context, code.value, { customerId: input.customerId, day });
    if (checked.ok) accepted.push(checked.value);
    else refused.push({ code: code.value, why: checked.error });
  }
  return { accepted, refused };
};

const checkCoupon = (
  context: Context,
  code: string,
  { customerId, day }: { readonly customerId: string | undefined; readonly day: string },
): Result<BasketCoupon, { readonly kind: string }> => {
  const coupon = findCoupon(context.db, code);
  if (!coupon) return err({ kind: "CouponUnknown" });
  const refusal = couponRefusal(couponOf(coupon), {
    businessDay: day,
    ...(customerId === undefined ? {} : { customerId }),
  });
  return refusal ? err(refusal) : ok({ code, offer: JSON.parse(coupon.offer) });
};
