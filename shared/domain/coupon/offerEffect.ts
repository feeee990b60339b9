import { defined, unreachable } from "../../kernel/assert.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { allocateMinor } from "../../money/allocate.ts";
import { proportionOfMinor, shareOfMinor, subtractMinor, sumMinor } from "../../money/money.ts";
import { type CouponWhy, isInScope, type Offer } from "./offer.ts";

/**
 * What `offer` does to each of `goods`, in their order, or why it does nothing.
 *
 * A discount rounds once, half away from zero, on all goods in scope, and is shared out by what
 * each still costs; it never takes off more than that. The order of the goods decides only which
 * of two equal remainders gets the odd unit.
 */
export const offerEffect = (
  offer: Offer,
  goods: readonly OfferGoods[],
): Result<readonly OfferEffect[], CouponWhy> => {
  const inScope = goods.filter((one) => isInScope(one, offer.scope));
  if (inScope.length === 0) return err({ kind: "NothingInScope" });
  const missingMinor = missingSpend(offer, goods, inScope);
  if (missingMinor > 0) return err({ kind: "BelowMinimum", missingMinor });
  if (offer.kind === "gift" && !goods.some((one) => one.sku === offer.sku)) {
    return err({ kind: "GiftNotInBasket", sku: offer.sku });
  }
  const effects = effectsOf(offer, goods);
  const gains = effects.some(
    (effect, index) =>
      effect.takeOffMinor > 0 || effect.multiplierBps > at(goods, index).multiplierBps,
  );
  return gains ? ok(effects) : err({ kind: "NothingToGain" });
};

/** One line of a basket, as an offer sees it. */
export type OfferGoods = {
  readonly sku: string;
  readonly category?: string;
  readonly quantityMilli: number;
  /** What the line cost before any coupon: decides whether a minimum is reached. */
  readonly spendMinor: number;
  /** What the line costs now: the most that can still be taken off. */
  readonly dueMinor: number;
  /** The best points multiplier that a coupon gave it so far (10 000 = once). */
  readonly multiplierBps: number;
};

export type OfferEffect = { readonly takeOffMinor: number; readonly multiplierBps: number };

const effectsOf = (offer: Offer, goods: readonly OfferGoods[]): readonly OfferEffect[] => {
  switch (offer.kind) {
    case "percent": {
      const share = shareOfMinor(dueInScope(offer, goods), offer.rateBps);
      return shareOut(Math.min(share, offer.maxDiscountMinor ?? share), offer, goods);
    }
    case "amount":
      return shareOut(offer.amountMinor, offer, goods);
    case "points":
      return goods.map((one) => ({
        takeOffMinor: 0,
        multiplierBps:
          isInScope(one, offer.scope) && one.dueMinor > 0
            ? Math.max(one.multiplierBps, offer.multiplierBps)
            : one.multiplierBps,
      }));
    case "gift":
      return giveOne(offer, goods);
    default:
      return unreachable(offer);
  }
};

const dueInScope = (offer: Offer, goods: readonly OfferGoods[]): number =>
  sumMinor(weightsInScope(offer, goods));

const weightsInScope = (offer: Offer, goods: readonly OfferGoods[]): readonly number[] =>
  goods.map((one) => (isInScope(one, offer.scope) ? one.dueMinor : 0));

const shareOut = (
  wantedMinor: number,
  offer: Offer,
  goods: readonly OfferGoods[],
): readonly OfferEffect[] => {
  const weights = weightsInScope(offer, goods);
  const takeOffMinor = Math.min(wantedMinor, sumMinor(weights));
  return allocateMinor(takeOffMinor, weights).map((minor, index) => ({
    takeOffMinor: minor,
    multiplierBps: at(goods, index).multiplierBps,
  }));
};

/**
 * The dearest line of `sku` gives one unit free, at what a unit of it costs after other discounts, or
 * what the offer gives at most.
 */
const giveOne = (
  { sku, maxDiscountMinor }: Extract<Offer, { kind: "gift" }>,
  goods: readonly OfferGoods[],
): readonly OfferEffect[] => {
  const gift = giftOf(sku, goods, (one) => one.dueMinor);
  return goods.map((one) => ({
    takeOffMinor:
      one === gift?.line ? Math.min(gift.unitMinor, maxDiscountMinor ?? gift.unitMinor) : 0,
    multiplierBps: one.multiplierBps,
  }));
};

const giftOf = (
  sku: string,
  goods: readonly OfferGoods[],
  costMinor: (one: OfferGoods) => number,
): { readonly line: OfferGoods; readonly unitMinor: number } | undefined =>
  goods
    .filter((one) => one.sku === sku)
    .map((line) => ({ line, unitMinor: unitOf(costMinor(line), line.quantityMilli) }))
    .reduce<{ line: OfferGoods; unitMinor: number } | undefined>(
      (best, next) => (best && best.unitMinor >= next.unitMinor ? best : next),
      undefined,
    );

const unitOf = (minor: number, quantityMilli: number): number =>
  quantityMilli <= 1_000 ? minor : proportionOfMinor(minor, { part: 1_000, of: quantityMilli });

/** The gift itself does not count towards the spend that earns it. */
const missingSpend = (
  offer: Offer,
  goods: readonly OfferGoods[],
  inScope: readonly OfferGoods[],
): number => {
  const spentMinor = sumMinor(inScope.map((one) => one.spendMinor));
  const gift =
    offer.kind === "gift" ? giftOf(offer.sku, goods, (one) => one.spendMinor) : undefined;
  const giftMinor = gift && isInScope(gift.line, offer.scope) ? gift.unitMinor : 0;
  const countedMinor = subtractMinor(spentMinor, giftMinor);
  return Math.max(0, subtractMinor(offer.minimumSpendMinor ?? 0, countedMinor));
};

const at = <T>(list: readonly T[], index: number): T => defined(list[index], `item ${index}`);
