import {
  type CustomerPast,
  coverageOf,
  type Standing,
} from "../../../electron/engine/suggest/targeting/past.ts";
import {
  hasEnded,
  redeemChance,
  redeemLearner,
} from "../../../electron/engine/suggest/targeting/redeemModel.ts";
import { tasteOf } from "../../../electron/engine/suggest/targeting/taste.ts";
import type { CouponShop, NamedCampaign } from "./couponShop.ts";
import { soldBefore } from "./soldBefore.ts";

/** A score for each household of a campaign, from what was known before it began. */
export type Scoring = (campaign: NamedCampaign, past: readonly CustomerPast[]) => readonly number[];

/** The engine's own: learned anew for each campaign from those that had ended before it. */
export const quenScoring =
  (shop: CouponShop): Scoring =>
  (campaign, people) => {
    const day = campaign.startDay;
    const sold = soldBefore(shop, day);
    const learner = redeemLearner({ taste: tasteOf(sold.byCategory), shelf: shop.shelf });
    shop.campaigns.forEach((ended, at) => {
      if (!hasEnded(ended, day)) return;
      const standing = standingBefore(shop, ended);
      for (const id of ended.households) {
        const past = pastOf(shop, id);
        const isUsed = past.redemptions.some((redemption) => redemption.campaign === at);
        learner.add({ past, standing, campaign: at, isUsed });
      }
    });
    const model = learner.learn();
    const standing = standingBefore(shop, campaign);
    return people.map((past) => redeemChance(model, past, standing));
  };

export const pastOf = (shop: CouponShop, customerId: string): CustomerPast =>
  shop.households.get(customerId) ?? {
    ...{ customerId, lines: [], received: [], heldOut: [], redemptions: [] },
  };

const standingBefore = (shop: CouponShop, campaign: NamedCampaign): Standing => {
  const before = shop.lines.filter(({ day }) => day < campaign.startDay);
  const paid = before.reduce((sum, { paidMinor }) => sum + paidMinor, 0);
  return {
    campaign,
    coverage: coverageOf(campaign.offers),
    campaigns: shop.campaigns,
    usualLineMinor: paid / Math.max(before.length, 1),
  };
};

/** The simple ways. */
export const simpleScorings = (): Readonly<Record<string, Scoring>> => ({
  random: (_, people) => people.map(({ customerId }) => chance(customerId)),
  rfm: ({ startDay }, people) => {
    const known = people.map(({ lines }) => lines.filter(({ day }) => day < startDay));
    const fifths = [
      known.map((lines) => Math.max(0, ...lines.map(({ day }) => day))),
      known.map((lines) => new Set(lines.map(({ basket }) => basket)).size),
      known.map((lines) => lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0)),
    ].map(fifthsOf);
    return people.map((_, at) => fifths.reduce((sum, fifth) => sum + (fifth[at] ?? 0), 0));
  },
  "product-affinity": ({ startDay, offers }, people) => {
    const { offersByProduct } = coverageOf(offers);
    return people.map(
      ({ lines }) =>
        lines.filter(({ day, product }) => day < startDay && offersByProduct.has(product)).length,
    );
  },
  "past-redemptions": ({ startDay }, people) =>
    people.map(({ redemptions }) => redemptions.filter(({ day }) => day < startDay).length),
});

const fifthsOf = (values: readonly number[]): readonly number[] => {
  const fifths = new Array<number>(values.length).fill(0);
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  order.forEach((at, place) => {
    fifths[at] = Math.floor((5 * place) / values.length);
  });
  return fifths;
};

/** The same for the same id, and without any meaning. */
const chance = (id: string): number => {
  let mixed = 7;
  for (const letter of id) mixed = (Math.imul(mixed, 1_103_515_245) + letter.charCodeAt(0)) >>> 0;
  return Math.imul(mixed ^ (mixed >>> 13), 0x5bd1e995) >>> 0;
};
