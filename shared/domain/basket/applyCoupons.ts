import { defined } from "../../kernel/assert.ts";
import { sumMinor } from "../../money/money.ts";
import { type OfferGoods, offerEffect } from "../coupon/offerEffect.ts";
import type { BasketCoupon, PricedCoupon } from "./basket.ts";
import { type LineDraft, takeOff } from "./lineDraft.ts";

/**
 * Applies `coupons` one after the other; one that does nothing says why and leaves the lines alone.
 */
export const applyCoupons = (
  drafts: readonly LineDraft[],
  coupons: readonly BasketCoupon[],
): Couponed =>
  coupons.reduce<Couponed>(
    (soFar, coupon) => {
      const { drafts: next, decision } = applyCoupon(soFar, coupon);
      const isAlone = decision.accepted && coupon.offer.exclusive === true;
      return {
        drafts: next,
        coupons: [...soFar.coupons, decision],
        exclusiveCode: isAlone ? coupon.code : soFar.exclusiveCode,
      };
    },
    { drafts, coupons: [], exclusiveCode: undefined },
  );

type Couponed = {
  readonly drafts: readonly LineDraft[];
  readonly coupons: readonly PricedCoupon[];
  /** The accepted coupon that suffers no other. */
  readonly exclusiveCode: string | undefined;
};

const applyCoupon = (
  { drafts, coupons, exclusiveCode }: Couponed,
  { code, offer }: BasketCoupon,
): { readonly drafts: readonly LineDraft[]; readonly decision: PricedCoupon } => {
  const refused = (why: NonNullable<PricedCoupon["why"]>) => ({
    drafts,
    decision: { code, accepted: false, discountMinor: 0, why },
  });
  if (coupons.some((earlier) => earlier.code === code)) return refused({ kind: "AlreadyInBasket" });
  const effects = offerEffect(offer, drafts.map(toGoods));
  if (!effects.ok) return refused(effects.error);
  const other = offer.exclusive ? coupons.find(({ accepted }) => accepted)?.code : exclusiveCode;
  if (other !== undefined) return refused({ kind: "NotWithOthers", code: other });

  const discountMinor = sumMinor(effects.value.map((effect) => effect.takeOffMinor));
  const changed = drafts.map((draft, index) => {
    const { takeOffMinor, multiplierBps } = defined(effects.value[index], `effect ${index}`);
    return { ...takeOff(draft, { kind: "coupon", code, minor: takeOffMinor }), multiplierBps };
  });
  const more = offer.kind === "points" ? { multiplierBps: offer.multiplierBps } : {};
  return { drafts: changed, decision: { code, accepted: true, discountMinor, ...more } };
};

const toGoods = ({ line, spendMinor, dueMinor, multiplierBps }: LineDraft): OfferGoods => ({
  sku: line.sku,
  ...(line.category === undefined ? {} : { category: line.category }),
  quantityMilli: line.quantityMilli,
  spendMinor,
  dueMinor,
  multiplierBps,
});
