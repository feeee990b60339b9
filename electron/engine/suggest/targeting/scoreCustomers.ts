import type { Offer } from "../../../../shared/domain/coupon/offer.ts";
import { expectedGain } from "../../../../shared/domain/targeting/expectedGain.ts";
import type { TargetReason } from "../../../../shared/domain/targeting/targetReason.ts";
import { usesEach } from "../../../../shared/domain/targeting/usesEach.ts";
import { shareOfMinor } from "../../../../shared/money/money.ts";
import { chanceWithCoupon } from "./effectModel.ts";
import type { TargetingModel } from "./learnTargeting.ts";
import { expectedLines, offerDesk } from "./offerFit.ts";
import { type CustomerPast, coverageOf, type PastOffer, type Standing } from "./past.ts";
import { dayNumber, pastOffer } from "./readPast.ts";
import { reasonFor } from "./reasonFor.ts";
import { redeemChance } from "./redeemModel.ts";
import { usualBasketMinor } from "./usualBasket.ts";
import { type Meant, meanWithinMinor, usualDiscountMinor } from "./usualDiscount.ts";
import { type Rhythm, rhythmOf, visitChance } from "./visitModel.ts";

export type ScoreQuestion = {
  readonly customerIds: Iterable<string>;
  readonly offer: Offer;
  readonly fromDay: string;
  readonly toDay: string;
  readonly nowMs: number;
  /** How long a coupon is good, where that is not as long as the campaign. */
  readonly goodDays?: number;
  /** How many coupons each would get. */
  readonly usesEach?: number;
  /** What each of somebody's coupons takes off at most, where that stands on the coupon itself. */
  readonly ceilingsMinor?: ((customerId: string) => readonly number[]) | undefined;
};

export type ScoredCustomer = {
  readonly customerId: string;
  /** That any coupon is used, and how many are on average. */
  readonly redeemProbability: number;
  readonly expectedUses: number;
  readonly buyAnywayProbability: number;
  readonly buyWithCouponProbability: number;
  readonly expectedCostMinor: number;
  readonly expectedGainMinor: number;
  readonly reason: TargetReason;
};

/**
 * What a coupon of `offer` is worth with each customer, in their order. Only who consented to
 * personalisation and marketing may be asked about: that is the caller's to see to. Each takes a tenth of a
 * millisecond or two: many are for a thread of its own.
 */
export const scoreCustomers = (
  model: TargetingModel,
  question: ScoreQuestion,
): readonly ScoredCustomer[] => {
  const score = scorer(model, question);
  return Array.from(question.customerIds, (customerId) => score(model.shop.read(customerId)));
};

/** Scores one customer after another, by what was known until `nowMs`. */
const scorer = (model: TargetingModel, question: ScoreQuestion) => {
  const { offer, fromDay, toDay, nowMs, usesEach: most = 1, ceilingsMinor } = question;
  const { shop } = model;
  // What was sold today counts too; a campaign that begins later is judged by what is known now.
  const day = shop.dayAt(nowMs) + 1;
  const periodDays = 1 + dayNumber(toDay) - dayNumber(fromDay);
  const meant = pastOffer(offer, "new", shop.products);
  const standing: Standing = {
    campaign: { kind: offer.kind, startDay: day },
    coverage: coverageOf([meant]),
    campaigns: shop.campaigns,
    usualLineMinor: model.usualLineMinor,
  };
  const categoryOf = (product: number) => shop.shelf.category[product] ?? -1;
  const offerCategories = meant.products && new Set([...meant.products].map(categoryOf));
  const meaning = meantBy(offer, meant, model);
  // In more days than usual slips get lost, so no more are used; in fewer not all come who would.
  const { goodDays = periodDays } = question;
  const comesInTime = (rhythm: Rhythm): number => {
    if (goodDays >= model.usualDays) return 1;
    const [inTime, asUsual] = [goodDays, model.usualDays].map((days) =>
      visitChance(model.visits, rhythm, days),
    );
    return Math.min(1, (inTime ?? 1) / (asUsual ?? 1));
  };
  return (past: CustomerPast): ScoredCustomer => {
    const rhythm = rhythmOf(past, day);
    const anyway = visitChance(model.visits, rhythm, periodDays);
    const redeem = redeemChance(model.redeem, past, standing) * comesInTime(rhythm);
    const withCoupon = chanceWithCoupon(model.effect, { redeem, anyway, rhythm });
    const basketMinor = usualBasketMinor(past, model.usualBasketMinor);
    const uses = usesEach(withCoupon, most);
    const expectation = expectedGain({
      redeemProbability: redeem,
      buyAnywayProbability: anyway,
      buyWithCouponProbability: withCoupon,
      marginMinor: shareOfMinor(basketMinor, model.margin.rateBps),
      discountMinor: meanWithinMinor(
        usualDiscountMinor(meantFor(meaning, past, shop), basketMinor),
        ceilingsMinor?.(past.customerId) ?? [],
      ),
      uses,
    });
    return {
      customerId: past.customerId,
      redeemProbability: redeem,
      expectedUses: redeem * uses,
      buyAnywayProbability: anyway,
      buyWithCouponProbability: withCoupon,
      ...expectation,
      reason: reasonFor({
        ...{ past, day, rhythm, offerCategories, categoryOf, anyway },
        campaigns: shop.campaigns,
        categoryNames: shop.categoryNames,
        expectedGainMinor: expectation.expectedGainMinor,
      }),
    };
  };
};

/** Somebody who uses a coupon buys at least a quarter of the basket from what it is for. */
const LEAST_SHARE_IN_SCOPE = 0.25;

const meantBy = (offer: Offer, meant: PastOffer, model: TargetingModel): Meant => {
  const { sold, shop, pointsWorthBps } = model;
  let lines = 0;
  for (const product of meant.products ?? []) lines += sold.byProduct[product] ?? 0;
  const share = Math.max(LEAST_SHARE_IN_SCOPE, lines / Math.max(sold.total, 1));
  const priceMinor = (offer.kind === "gift" ? shop.priceMinorOf(offer.sku) : undefined) ?? 0;
  const ceilingMinor = offer.kind === "gift" ? offer.maxDiscountMinor : undefined;
  const giftMinor = Math.min(priceMinor, ceilingMinor ?? priceMinor);
  const shareInScope = meant.products ? share : 1;
  return { offer, shareInScope, giftMinor, pointsWorthBps };
};

/** Points come by somebody's tier, and so does what more of them cost. */
const meantFor = (
  meant: Meant,
  { customerId }: CustomerPast,
  { tierBpsOf }: TargetingModel["shop"],
): Meant =>
  meant.offer.kind === "points"
    ? { ...meant, pointsWorthBps: shareOfMinor(meant.pointsWorthBps, tierBpsOf(customerId)) }
    : meant;

/**
 * Which of `offers` suits the customer: of whose goods most is to be expected in their purchases.
 * Answers its place in the list and all the expectations, in lines; the first of equal ones.
 */
export const chooseOffer = (
  model: TargetingModel,
  question: {
    readonly customerId: string;
    readonly offers: readonly Offer[];
    readonly nowMs: number;
  },
): { readonly place: number; readonly expectedLines: readonly number[] } => {
  const { shop, sold } = model;
  const offers = question.offers.map((offer, at) => pastOffer(offer, `${at}`, shop.products));
  const desk = offerDesk(offers, sold, shop.shelf);
  const day = shop.dayAt(question.nowMs) + 1;
  const expected = [...expectedLines(desk, shop.read(question.customerId), day)];
  return { place: expected.indexOf(Math.max(...expected)), expectedLines: expected };
};
