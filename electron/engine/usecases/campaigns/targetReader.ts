import { holdoutBucket } from "../../../../shared/domain/campaign/holdout.ts";
import type { Offer } from "../../../../shared/domain/coupon/offer.ts";
import { chooseWithinBudget } from "../../../../shared/domain/targeting/chooseWithinBudget.ts";
import { finish } from "../../../../shared/domain/targeting/steps.ts";
import { DAY_MS } from "../../../../shared/kernel/day.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import { findSettings } from "../../repositories/shop.ts";
import { learnTargeting, type TargetingModel } from "../../suggest/targeting/learnTargeting.ts";
import { type ScoredCustomer, scoreCustomers } from "../../suggest/targeting/scoreCustomers.ts";
import type { DrawAsk } from "./drawReader.ts";

/** So many of the latest visitors are weighed: each takes a tenth of a millisecond or two. */
const MOST_WEIGHED = 50_000;

/** Who uses coupons, who comes anyway and what a coupon changes, learned from this shop's past. */
export const targetingModel = (db: ReadDb, { question, campaign }: DrawAsk): TargetingModel => {
  const { fromDay, toDay } = campaign;
  return finish(
    learnTargeting(db, {
      nowMs: question.nowMs,
      periodDays: Math.min(90, Math.round((Date.parse(toDay) - Date.parse(fromDay)) / DAY_MS) + 1),
      assumedMarginBps: findSettings(db).assumedMarginBps,
    }),
  );
};

export const scoreAll = (
  model: TargetingModel,
  { question, campaign }: DrawAsk,
  { customerIds, offer }: { readonly customerIds: readonly string[]; readonly offer: Offer },
): readonly ScoredCustomer[] => {
  const { fromDay, toDay } = campaign;
  const scored: ScoredCustomer[] = [];
  const asked = { customerIds, offer, fromDay, toDay, nowMs: question.nowMs };
  for (const some of scoreCustomers(model, asked)) scored.push(...some);
  return scored;
};

/**
 * Those of `candidates` by whom the shop should gain most, the best for their cost first, as far as
 * the budget's expected cost goes. With two offers they are weighed by the first.
 */
export const chooseByGain = (
  db: ReadDb,
  candidates: readonly string[],
  ask: DrawAsk,
): readonly string[] => {
  const { budgetMinor, holdoutBps, offer } = ask.campaign;
  const customerIds = candidates.slice(0, MOST_WEIGHED);
  const scored = scoreAll(targetingModel(db, ask), ask, { customerIds, offer: JSON.parse(offer) });
  // The held-out share of the chosen costs nothing.
  const issuedShare = Math.max(1, 10_000 - holdoutBps) / 10_000;
  const { chosen } = chooseWithinBudget(scored, {
    budgetMinor: budgetMinor === null ? undefined : Math.floor(budgetMinor / issuedShare),
  });
  return chosen.map(({ customerId }) => customerId);
};

/** So many tell what a coupon costs on average. */
const MOST_SAMPLED = 500;

/**
 * What a coupon should cost on average, of the dearer offer; undefined where nobody may be weighed,
 * and then no budget can bound an offer that nothing else bounds.
 */
export const expectedUseMinor = (
  db: ReadDb,
  candidates: readonly string[],
  ask: DrawAsk,
): number | undefined => {
  const customerIds = [...candidates]
    .sort((left, right) => lotOf(left) - lotOf(right))
    .slice(0, MOST_SAMPLED);
  if (customerIds.length === 0) return undefined;
  const model = targetingModel(db, ask);
  const { offer, otherOffer } = ask.campaign;
  const means = [offer, otherOffer ?? offer].map((text) => {
    const scored = scoreAll(model, ask, { customerIds, offer: JSON.parse(text) });
    return sumMinor(scored.map((one) => one.expectedCostMinor)) / scored.length;
  });
  return Math.max(...means);
};

const lotOf = (customerId: string): number => holdoutBucket(customerId, "rehearsal");
