import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedGain } from "../../../shared/domain/targeting/expectedGain.ts";
import {
  rankWithinBudget,
  type Scored,
} from "../../../shared/domain/targeting/rankWithinBudget.ts";
import { firstWithin } from "./firstWithin.ts";

const minor = fc.integer({ min: -1_000_000, max: 1_000_000 });
const scored = fc.uniqueArray(
  fc.record({
    customerId: fc.string({ minLength: 1, maxLength: 6 }),
    expectedCostMinor: fc.nat(100_000),
    expectedGainMinor: minor,
  }),
  { selector: ({ customerId }) => customerId, maxLength: 40 },
);
const gainOf = (some: readonly Scored[]): number =>
  some.reduce((sum, one) => sum + one.expectedGainMinor, 0);
const bounds = fc.record({ budgetMinor: fc.nat(500_000), maxCustomers: fc.nat(20) });

test("the chosen stay within the budget and the number, and each of them brings something", () => {
  fc.assert(
    fc.property(scored, bounds, (all, { budgetMinor, maxCustomers }) => {
      const chosen = firstWithin(all, { budgetMinor, maxCustomers });
      const cost = chosen.reduce((sum, one) => sum + one.expectedCostMinor, 0);
      expect(cost).toBeLessThanOrEqual(budgetMinor);
      expect(chosen.length).toBeLessThanOrEqual(maxCustomers);
      expect(chosen.every(({ expectedGainMinor }) => expectedGainMinor > 0)).toBe(true);
    }),
  );
});

test("the order in which customers are named changes nothing", () => {
  fc.assert(
    fc.property(scored, bounds, (all, bound) => {
      expect(rankWithinBudget([...all].reverse(), bound)).toEqual(rankWithinBudget(all, bound));
    }),
  );
});

test("of equal customers the first by id is chosen, whoever was named first", () => {
  const all = ["b", "c", "a"].map((customerId) => ({
    ...{ customerId, expectedCostMinor: 10, expectedGainMinor: 20 },
  }));
  const chosen = firstWithin(all, { maxCustomers: 2 });
  expect(chosen.map(({ customerId }) => customerId)).toEqual(["a", "b"]);
});

test("without bounds, everybody is chosen who brings something", () => {
  const all = [
    { customerId: "a", expectedCostMinor: 10, expectedGainMinor: 5 },
    { customerId: "b", expectedCostMinor: 10, expectedGainMinor: 0 },
    { customerId: "c", expectedCostMinor: 10, expectedGainMinor: 50 },
  ];
  const chosen = firstWithin(all, {});
  expect(chosen.map(({ customerId }) => customerId)).toEqual(["c", "a"]);
});

test("a small budget goes to who brings most for it, not to who brings most", () => {
  const all = [
    { customerId: "dear", expectedCostMinor: 100, expectedGainMinor: 110 },
    { customerId: "cheap", expectedCostMinor: 20, expectedGainMinor: 60 },
    { customerId: "small", expectedCostMinor: 30, expectedGainMinor: 70 },
  ];
  const chosen = firstWithin(all, { budgetMinor: 100 });
  expect(chosen.map(({ customerId }) => customerId)).toEqual(["cheap", "small"]);
  expect(gainOf(chosen)).toBe(130);
});

test("so does one of which each costs a part of a unit", () => {
  const all = [
    { customerId: "dear", expectedCostMinor: 0.1, expectedGainMinor: 1.1 },
    { customerId: "cheap", expectedCostMinor: 0.02, expectedGainMinor: 0.6 },
    { customerId: "small", expectedCostMinor: 0.03, expectedGainMinor: 0.7 },
  ];
  const chosen = firstWithin(all, { budgetMinor: 0.1 });
  expect(chosen.map(({ customerId }) => customerId)).toEqual(["cheap", "small"]);
});

const dear = { customerId: "dear", expectedCostMinor: 100, expectedGainMinor: 110 };
const cheap = { customerId: "cheap", expectedCostMinor: 20, expectedGainMinor: 60 };
const small = { customerId: "small", expectedCostMinor: 30, expectedGainMinor: 70 };
const tiny = { customerId: "tiny", expectedCostMinor: 1, expectedGainMinor: 9 };
const idle = { customerId: "idle", expectedCostMinor: 1, expectedGainMinor: 0 };

test.each([
  // What is scarce, bounds → who is chosen
  { scarce: "nothing", bounds: {}, ids: ["dear", "small", "cheap", "tiny"] },
  { scarce: "places", bounds: { maxCustomers: 2 }, ids: ["dear", "small"] },
  {
    scarce: "places, with money enough",
    bounds: { maxCustomers: 2, budgetMinor: 130 },
    ids: ["dear", "small"],
  },
  { scarce: "money", bounds: { budgetMinor: 51 }, ids: ["small", "cheap", "tiny"] },
  { scarce: "both", bounds: { maxCustomers: 2, budgetMinor: 60 }, ids: ["small", "cheap"] },
])("where $scarce is scarce, the first go by what it costs to leave them out", ({
  bounds,
  ids,
}) => {
  const chosen = firstWithin([tiny, cheap, idle, dear, small], bounds);
  expect(chosen.map(({ customerId }) => customerId).sort()).toEqual([...ids].sort());
});

test("of those who bring as much for each unit, who brings more goes first", () => {
  const all = [
    { customerId: "a", expectedCostMinor: 10, expectedGainMinor: 20 },
    { customerId: "b", expectedCostMinor: 20, expectedGainMinor: 40 },
  ];
  const ranked = rankWithinBudget(all, { budgetMinor: 0 });
  expect(ranked.map(({ customerId }) => customerId)).toEqual(["b", "a"]);
});

test("whom the bounds leave out stand behind the others; from whom nothing is to be gained, nowhere", () => {
  fc.assert(
    fc.property(scored, bounds, (some, bound) => {
      const ranked = rankWithinBudget(some, bound).map(({ customerId }) => customerId);
      const worthy = some.filter(({ expectedGainMinor }) => expectedGainMinor > 0);
      expect([...ranked].sort()).toEqual(worthy.map(({ customerId }) => customerId).sort());
    }),
  );
  expect(rankWithinBudget([tiny, cheap, idle, dear, small], {})).not.toContain(idle);
});

test("with places alone scarce, no other choice of as many brings more", () => {
  fc.assert(
    fc.property(scored, fc.nat(20), (all, maxCustomers) => {
      const most = all
        .map(({ expectedGainMinor }) => Math.max(0, expectedGainMinor))
        .sort((left, right) => right - left)
        .slice(0, maxCustomers)
        .reduce((sum, one) => sum + one, 0);
      expect(gainOf(firstWithin(all, { maxCustomers }))).toBe(most);
    }),
  );
});

const prospect = { marginMinor: 40_000, discountMinor: 10_000, uses: 1 };

test.each([
  // redeem, anyway, with coupon → cost, gain
  { who: "comes only with it", redeem: 0.5, anyway: 0, withIt: 0.5, cost: 5_000, gain: 15_000 },
  { who: "comes anyway", redeem: 0.8, anyway: 0.9, withIt: 0.9, cost: 8_000, gain: -8_000 },
  { who: "stays away for it", redeem: 0.1, anyway: 0.5, withIt: 0.3, cost: 1_000, gain: -9_000 },
  { who: "does neither", redeem: 0, anyway: 0.2, withIt: 0.2, cost: 0, gain: 0 },
])("who $who costs $cost and brings $gain", ({ redeem, anyway, withIt, cost, gain }) => {
  const answer = expectedGain({
    ...prospect,
    redeemProbability: redeem,
    buyAnywayProbability: anyway,
    buyWithCouponProbability: withIt,
  });
  expect(answer).toEqual({ expectedCostMinor: cost, expectedGainMinor: gain });
});
