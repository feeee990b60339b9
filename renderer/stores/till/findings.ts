import { looksLikeCouponCode, readCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { readReceiptNumber, showReceiptNumber } from "../../../shared/domain/sale/receiptNumber.ts";
import type { Answer, AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";
import type { Product } from "./basket.ts";
import { looksLikeCode, looksLikeDigits } from "./typed.ts";

export type CustomerMatch = Output<"customer.search">["matches"][number];
export type FoundSale = Output<"sale.get">;
export type FoundCoupon = Output<"coupon.find">;

/** One thing that the omnibox found. `isExact`: the very code was typed or scanned. */
export type Finding =
  | { readonly kind: "product"; readonly isExact: boolean; readonly product: Product }
  | { readonly kind: "customer"; readonly isExact: boolean; readonly customer: CustomerMatch }
  | { readonly kind: "sale"; readonly isExact: boolean; readonly sale: FoundSale }
  | { readonly kind: "coupon"; readonly isExact: boolean; readonly coupon: FoundCoupon };

export type Findings = {
  readonly list: readonly Finding[];
  /** Why nothing could be asked, or why a slip's code cannot be right. */
  readonly refusal: AnyRefusal | undefined;
};

const MAX_PRODUCTS = 7;
const MAX_CUSTOMERS = 6;

/** Everything that `text` could mean, best first: exact codes, then by what the text looks like. */
export const findAll = async (text: string): Promise<Findings> => {
  const receipt = readReceiptNumber(text);
  const [byCode, coupon, sale, products, customers] = await Promise.all([
    looksLikeCode(text) ? ask("catalog.byCode", { code: text }) : undefined,
    readCouponCode(text).ok ? ask("coupon.find", { code: text }) : undefined,
    receipt && ask("sale.get", { receiptNumber: showReceiptNumber(receipt) }),
    ask("catalog.search", { text, limit: MAX_PRODUCTS }),
    ask("customer.search", { text, limit: MAX_CUSTOMERS }),
  ]);
  const exact: Finding[] = [];
  if (byCode?.ok) exact.push({ kind: "product", isExact: true, product: byCode.value.product });
  if (coupon?.ok) exact.push({ kind: "coupon", isExact: true, coupon: coupon.value });
  if (sale?.ok) exact.push({ kind: "sale", isExact: true, sale: sale.value });
  const people = customers.ok ? customers.value.matches.map(customerFinding(text)) : [];
  const goods = products.ok ? products.value.products.map(productFinding) : [];
  const rest = looksLikeDigits(text) ? [...people, ...goods] : [...goods, ...people];
  const list = [...exact, ...rest.filter((finding) => !isAmong(finding, exact))];
  return { list, refusal: products.ok ? noCoupon(text, coupon) : products.refusal };
};

/** Why what can only be meant as a coupon's code finds none; nothing where nobody could be asked. */
const noCoupon = (
  text: string,
  coupon: Answer<"coupon.find"> | undefined,
): AnyRefusal | undefined => {
  if (!looksLikeCouponCode(text)) return undefined;
  if (!coupon) return { kind: "CodeMistyped" };
  return !coupon.ok && coupon.refusal.kind === "CouponUnknown" ? coupon.refusal : undefined;
};

export const findingKey = (finding: Finding): string => {
  switch (finding.kind) {
    case "product":
      return `product ${finding.product.sku}`;
    case "customer":
      return `customer ${finding.customer.customerId}`;
    case "sale":
      return `sale ${finding.sale.saleId}`;
    case "coupon":
      return `coupon ${finding.coupon.code}`;
  }
};

const productFinding = (product: Product): Finding => ({
  kind: "product",
  isExact: false,
  product,
});

/** A person is found exactly by a whole phone number, e-mail or card, never by a part of it. */
const customerFinding =
  (text: string) =>
  (customer: CustomerMatch): Finding => ({
    kind: "customer",
    isExact: [customer.phone, customer.email].some((known) => isSameIdentity(known, text)),
    customer,
  });

const isSameIdentity = (known: string | undefined, text: string): boolean => {
  if (known === undefined) return false;
  if (known.includes("@")) return known.toLowerCase() === text.toLowerCase();
  const digits = text.replace(/\D/gu, "").replace(/^0+/u, "");
  return digits.length >= 8 && known.replace(/\D/gu, "").endsWith(digits);
};

const isAmong = (finding: Finding, list: readonly Finding[]): boolean =>
  list.some((other) => findingKey(other) === findingKey(finding));
