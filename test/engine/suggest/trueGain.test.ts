import { expect, test } from "vitest";
import { learnTargeting } from "../../../electron/engine/suggest/targeting/learnTargeting.ts";
import type { CustomerPast } from "../../../electron/engine/suggest/targeting/past.ts";
import { scoreCustomers } from "../../../electron/engine/suggest/targeting/scoreCustomers.ts";
import { firstWithin } from "../../shared/targeting/firstWithin.ts";
import { BASKET_MINOR, COST_MINOR, dayText, NOW_MS, TODAY } from "./couponedShop.ts";
import { OFFER, PERIOD_DAYS, type Truth, trueGain, trueShop } from "./trueShop.ts";

const CUSTOMERS = 350;
const SEEDS = [11, 12, 13, 14];
const BUDGET_MINOR = 400_000;
const MOST = 80;
const ahead = { fromDay: dayText(TODAY + 1), toDay: dayText(TODAY + PERIOD_DAYS) };
const money = { marginMinor: BASKET_MINOR - COST_MINOR, discountMinor: 10_000 };

test("who is chosen by expected gain brings more, in truth, than the best customers or anybody", () => {
  const seasons = SEEDS.map((seed) => seasonOf(seed));
  const mean = (of: (season: (typeof seasons)[number]) => number) =>
    seasons.reduce((sum, season) => sum + of(season), 0) / seasons.length;
  const chosen = mean((season) => season.chosen);
  expect(chosen).toBeGreaterThan(50_000);
  expect(chosen).toBeGreaterThan(mean((season) => season.random) + 100_000);
  expect(chosen).toBeGreaterThan(mean((season) => season.best) + 100_000);
  for (const season of seasons) expect(season.chosen).toBeGreaterThan(season.random);
  for (const season of seasons) expect(season.chosen).toBeGreaterThan(season.best);
});

test("held-out customers tell whom a coupon brings and whom it keeps away", () => {
  const { db, truths } = trueShop(21, 2 * CUSTOMERS);
  const model = learnTargeting(db, { nowMs: NOW_MS, periodDays: PERIOD_DAYS });
  const addedTo = (some: readonly Truth[]): number => {
    const customerIds = some.map(({ customerId }) => customerId);
    const question = { customerIds, offer: OFFER, ...ahead, nowMs: NOW_MS };
    const scored = scoreCustomers(model, question);
    const added = scored.map((one) => one.buyWithCouponProbability - one.buyAnywayProbability);
    return added.reduce((sum, one) => sum + one, 0) / added.length;
  };
  expect(addedTo(truths.filter(({ moved }) => moved > 0.15))).toBeGreaterThan(0.05);
  expect(addedTo(truths.filter(({ putOff }) => putOff > 0))).toBeLessThan(-0.05);
});

/** The true gain of a new campaign in one made-up shop, by who is given its coupons. */
const seasonOf = (seed: number) => {
  const { db, truths, draw } = trueShop(seed, CUSTOMERS);
  const truthById = new Map(truths.map((truth) => [truth.customerId, truth]));
  const gainOf = (ids: readonly string[]): number =>
    ids.reduce((sum, id) => {
      const truth = truthById.get(id);
      return sum + (truth ? trueGain(truth, money) : 0);
    }, 0);
  const model = learnTargeting(db, { nowMs: NOW_MS, periodDays: PERIOD_DAYS });
  const ids = truths.map(({ customerId }) => customerId);
  const question = { customerIds: ids, offer: OFFER, ...ahead, nowMs: NOW_MS };
  const scored = scoreCustomers(model, question);
  const chosen = firstWithin(scored, { budgetMinor: BUDGET_MINOR, maxCustomers: MOST });
  const spread = ids.map((id) => ({ id, lot: draw() })).sort((a, b) => a.lot - b.lot);
  const bestFirst = byRecencyFrequencyMoney(ids.map((id) => model.shop.read(id)));
  const count = chosen.length;
  return {
    chosen: gainOf(chosen.map(({ customerId }) => customerId)),
    best: gainOf(bestFirst.slice(0, count)),
    random: gainOf(spread.slice(0, count).map(({ id }) => id)),
  };
};

/** The places by last visit, visits and money added up, the best first. */
const byRecencyFrequencyMoney = (people: readonly CustomerPast[]): readonly string[] => {
  const measures: readonly ((past: CustomerPast) => number)[] = [
    ({ lines }) => Math.max(0, ...lines.map(({ day }) => day)),
    ({ lines }) => new Set(lines.map(({ basket }) => basket)).size,
    ({ lines }) => lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0),
  ];
  const places = new Map(people.map(({ customerId }) => [customerId, 0]));
  for (const measure of measures) {
    const worstFirst = [...people].sort((left, right) => measure(left) - measure(right));
    for (const [place, { customerId }] of worstFirst.entries()) {
      places.set(customerId, (places.get(customerId) ?? 0) + place);
    }
  }
  return [...places].sort(([, left], [, right]) => right - left).map(([id]) => id);
};
