import type { CustomerPast, PastLine, Standing } from "./past.ts";

/**
 * What is measured of a customer before a campaign, and the weight of each while there is little to
 * learn from: recency, frequency and money first, then what the customer did with coupons.
 */
export const redeemPrior = {
  recency: -0.3,
  lines: 0.15,
  spent: 0.15,
  activeWeeks: 0.8,
  inOffers: 0.15,
  offersTouched: 0.1,
  redeemed: 0.3,
  everRedeemed: 0.2,
  response: 0.4,
  responseToKind: 0.2,
  couponLines: 0.2,
  couponShare: 0.1,
  reducedShare: 0.5,
} as const;

export type RedeemFeature = keyof typeof redeemPrior;

/** The share of customers who use a coupon in a usual campaign, where nothing else is known. */
export const USUAL_RESPONSE = 0.1;
/** How many campaigns the usual response is worth. */
const CAMPAIGNS_OF_DOUBT = 2;
const USUAL_COUPON_SHARE = 0.015;
const LINES_OF_DOUBT = 20;
const WEEKS = 8;
const YEAR = 365;

export const redeemFeatures = (
  past: CustomerPast,
  standing: Standing,
): Readonly<Record<RedeemFeature, number>> => ({
  ...ofPurchases(past, standing),
  ...ofCoupons(past, standing),
});

const ofPurchases = ({ lines }: CustomerPast, standing: Standing) => {
  const { startDay } = standing.campaign;
  const seen = newTally(standing);
  for (const line of lines) if (line.day < startDay) seen.add(line);
  const { tally } = seen;
  return {
    recency: Math.log1p(tally.lines === 0 ? YEAR : startDay - tally.lastDay),
    lines: Math.log1p(tally.lines),
    spent: Math.log1p(tally.paidMinor / Math.max(standing.usualLineMinor, 1)),
    activeWeeks: tally.weeks.size / WEEKS,
    inOffers: Math.log1p(tally.inOffers),
    offersTouched: Math.log1p(tally.offers.size + (tally.lines > 0 ? standing.coverage.whole : 0)),
    couponLines: Math.log1p(tally.byCoupon),
    couponShare: Math.log(
      (tally.byCoupon / USUAL_COUPON_SHARE + LINES_OF_DOUBT) / (tally.lines + LINES_OF_DOUBT),
    ),
    reducedShare: (tally.reduced + 5) / (tally.lines + 10) - 0.5,
  };
};

const newTally = ({ campaign, coverage }: Standing) => {
  const tally = {
    ...{ lines: 0, lastDay: 0, paidMinor: 0, inOffers: 0, byCoupon: 0, reduced: 0 },
    weeks: new Set<number>(),
    offers: new Set<number>(),
  };
  const add = ({ day, product, paidMinor, byCoupon, isReduced }: PastLine): void => {
    tally.lines += 1;
    tally.lastDay = Math.max(tally.lastDay, day);
    tally.paidMinor += paidMinor;
    if (byCoupon) tally.byCoupon += 1;
    if (isReduced) tally.reduced += 1;
    const week = Math.ceil((campaign.startDay - day) / 7);
    if (week <= WEEKS) tally.weeks.add(week);
    const offers = coverage.offersByProduct.get(product);
    if (offers || coverage.whole > 0) tally.inOffers += 1;
    for (const offer of offers ?? []) tally.offers.add(offer);
  };
  return { tally, add };
};

const ofCoupons = ({ received, redemptions }: CustomerPast, { campaign, campaigns }: Standing) => {
  const before = redemptions.filter(({ day }) => day < campaign.startDay);
  const used = new Set(before.map((redemption) => redemption.campaign));
  // Coupons that were void before their time were not left lying: nobody knows.
  const sent = received.filter((at) => {
    const known = campaigns[at];
    return !known?.isStopped && (known?.startDay ?? 0) < campaign.startDay;
  });
  const ofKind = sent.filter((at) => campaigns[at]?.kind === campaign.kind);
  return {
    redeemed: Math.log1p(before.length),
    everRedeemed: before.length > 0 ? 1 : 0,
    response: response(sent.filter((at) => used.has(at)).length, sent.length),
    responseToKind: response(ofKind.filter((at) => used.has(at)).length, ofKind.length),
  };
};

/** How many times the usual response, on a log scale; 0 for who was never sent a coupon. */
const response = (used: number, sent: number): number =>
  Math.log((used / USUAL_RESPONSE + CAMPAIGNS_OF_DOUBT) / (sent + CAMPAIGNS_OF_DOUBT));
