import { type NamedCampaign, readCouponShop } from "./coupons/couponShop.ts";
import { offerMarks, offerRank, redeemMarks } from "./coupons/marks.ts";
import { readOptions } from "./coupons/options.ts";
import { deskBefore, offerScorings } from "./coupons/whichCoupon.ts";
import { pastOf, quenScoring, type Scoring, simpleScorings } from "./coupons/whoRedeems.ts";

/**
 * How well the engine's own code tells who uses a coupon, and which of a campaign's coupons, on a
 * grocery chain's real campaigns. Each is asked with what was known before it began. One line for
 * each task and method.
 */
const options = readOptions(process.argv.slice(2));
const shop = await readCouponShop(options.folder);

const daysByStage = {
  early: { from: "2017-04-20", before: "2017-08-08" },
  test: { from: "2017-08-08", before: "9999-12-31" },
} as const;
const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const { from, before } = daysByStage[options.stage];
const known = shop.campaigns.filter(({ endDay }) => endDay < dayOf("2018-01-31"));

/** Who was sent the campaign, and who of them used it. */
const asked = known
  .filter(({ startDay }) => startDay >= dayOf(from) && startDay < dayOf(before))
  .map((campaign) => {
    const at = shop.campaigns.indexOf(campaign);
    const people = campaign.households.map((id) => pastOf(shop, id));
    const used = people.map(({ redemptions }) =>
      redemptions.some((redemption) => redemption.campaign === at),
    );
    return { campaign, people, used };
  })
  .filter(({ used, campaign }) => used.includes(true) && campaign.offers.length > 0);

const whoRedeems = (method: string, scoring: Scoring): void => {
  const startedMs = performance.now();
  const ranked = asked.map(({ campaign, people, used }) => ({
    scores: scoring(campaign, people),
    used,
  }));
  const fitS = Math.round(performance.now() - startedMs) / 1_000;
  console.log(JSON.stringify({ task: "who-redeems", method, ...redeemMarks(ranked), fitS }));
};

/** Campaigns of one coupon ask nothing; what was before the data began is not known. */
const choices = known.filter(
  ({ startDay, offers }) =>
    startDay >= dayOf("2017-01-01") && startDay < dayOf(before) && offers.length > 1,
);
const desks = new Map(choices.map((campaign) => [campaign, deskBefore(shop, campaign)]));

const usedOffers = (campaign: NamedCampaign, id: string): ReadonlySet<string> => {
  const at = shop.campaigns.indexOf(campaign);
  const { redemptions } = pastOf(shop, id);
  return new Set(redemptions.filter((one) => one.campaign === at).map(({ offer }) => offer));
};

const whichCoupon = (method: string): void => {
  const scoring = offerScorings[method];
  const ranks: number[] = [];
  for (const campaign of choices) {
    const desk = desks.get(campaign);
    for (const past of shop.households.values()) {
      const used = usedOffers(campaign, past.customerId);
      if (!desk || !scoring || used.size === 0) continue;
      const isUsed = campaign.offers.map(({ offer }) => used.has(offer));
      ranks.push(offerRank(scoring(desk, past, campaign), isUsed));
    }
  }
  console.log(JSON.stringify({ task: "which-coupon", method, ...offerMarks(ranks) }));
};

whoRedeems("quen", quenScoring(shop));
if (!options.only) {
  for (const [method, scoring] of Object.entries(simpleScorings())) whoRedeems(method, scoring);
}
for (const method of options.only ? ["quen"] : Object.keys(offerScorings)) whichCoupon(method);
