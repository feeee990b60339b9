import { searchWords } from "../../../shared/domain/identity/fold.ts";
import type { Output } from "../../rpc/answer.ts";

export type ListedCoupon = Output<"campaign.list">["coupons"][number];

/** The coupons whose code holds what was typed, or whose person's name begins with each word of it. */
export const couponsFound = (
  coupons: readonly ListedCoupon[],
  typed: string,
): readonly ListedCoupon[] => {
  const words = searchWords(typed);
  if (words.length === 0) return coupons;
  const code = typed.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  return coupons.filter((coupon) => {
    if (coupon.code.includes(code)) return true;
    const names = searchWords(coupon.customerName);
    return words.every((word) => names.some((name) => name.startsWith(word)));
  });
};
