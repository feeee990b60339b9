import { expect, test } from "vitest";
import type { ScoredCustomer } from "../../../electron/engine/suggest/targeting/scoreCustomers.ts";
import { expectationOf } from "../../../electron/engine/usecases/campaigns/rehearsal/expectation.ts";

/** Regulars who use nearly every coupon, each of 20,000 d. */
const regular: ScoredCustomer = {
  ...{ customerId: "hoa", redeemProbability: 0.9, expectedUses: 0.9 },
  ...{ buyAnywayProbability: 0.9, buyWithCouponProbability: 0.95 },
  ...{ expectedCostMinor: 18_000, expectedGainMinor: -12_000 },
  reason: { kind: "little-known", evidence: { visits: 1, days: 10 } },
};
const forecast = { people: 10, coupons: 10, basis: "recency-frequency-money" } as const;
const sample = Array.from({ length: 10 }, () => regular);

test("no forecast costs more than all its coupons can take off", () => {
  const { redemptions, costMinor } = expectationOf(sample, { ...forecast, mostMinor: 200_000 });
  expect(redemptions.high).toBe(10);
  expect(costMinor).toMatchObject({ value: 180_000, high: 200_000 });
});

test("where nothing bounds an offer its forecast has no bound", () => {
  const { costMinor } = expectationOf(sample, { ...forecast, mostMinor: undefined });
  expect(costMinor.high).toBeGreaterThan(200_000);
});
