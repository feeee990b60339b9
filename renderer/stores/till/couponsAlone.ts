import type { Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";
import type { BasketContent } from "./basket.ts";

export type CouponOutcome = Output<"sale.quote">["coupons"][number];

/**
 * What can be said of a basket's coupons while it has no line to be priced with: whether each is taken
 * from this customer today. One that nobody could be asked about just now is left out.
 */
export const findCouponsAlone = async ({
  couponCodes,
  customerId,
}: BasketContent): Promise<readonly CouponOutcome[]> => {
  const outcomes = await Promise.all(couponCodes.map((code) => findAlone(code, customerId)));
  return outcomes.flatMap((outcome) => outcome ?? []);
};

const findAlone = async (
  code: string,
  customerId: string | undefined,
): Promise<CouponOutcome | undefined> => {
  const refused = (why: CouponOutcome["why"]) => ({ code, accepted: false, discountMinor: 0, why });
  const found = await ask("coupon.find", { code });
  if (!found.ok) {
    return found.refusal.kind === "CouponUnknown" ? refused({ kind: "CouponUnknown" }) : undefined;
  }
  const { customerId: whose, why } = found.value;
  // Of its use nobody else hears.
  if (whose !== customerId) return refused({ kind: "CouponOfAnotherCustomer" });
  return why ? refused(why) : { code, accepted: true, discountMinor: 0 };
};
