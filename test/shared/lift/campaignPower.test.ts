import fc from "fast-check";
import { expect, test } from "vitest";
import { campaignLift } from "../../../shared/domain/lift/campaignLift.ts";
import { type CampaignPlan, campaignPower } from "../../../shared/domain/lift/campaignPower.ts";
import { type Chance, chance } from "./chance.ts";
import { armOf } from "./village.ts";

const over = { fromDay: "2026-11-01", toDay: "2026-11-30", horizonDays: 0, today: "2026-12-01" };
const plan: CampaignPlan = {
  ...{ customers: 1_000, holdoutBps: 2_000 },
  ...{ buyRateBps: 2_500, meanSpendMinor: 300_000, sdSpendMinor: 250_000 },
};

test.each([
  [40, 1_000, "four people held out"],
  [100, 500, "five people held out"],
])("%i customers at %i basis points can tell nothing: %s", (customers, holdoutBps) => {
  expect(campaignPower({ ...plan, customers, holdoutBps })).toBeUndefined();
});

test("where hardly anybody buys nothing can be told either", () => {
  expect(campaignPower({ ...plan, buyRateBps: 90 })).toBeUndefined();
});

test("more customers, and more of them held out up to half, tell a smaller lift", () => {
  const least = (change: Partial<CampaignPlan>) =>
    campaignPower({ ...plan, ...change })?.shareBps ?? 0;
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 50_000 }), (customers) => {
      expect(least({ customers: customers * 2 })).toBeLessThan(least({ customers }));
      expect(least({ customers, holdoutBps: 3_000 })).toBeLessThan(least({ customers }));
    }),
  );
});

/** What somebody spends whose purchases are log-normal with the plan's mean and deviation. */
const spend = ({ normal }: Chance): number => {
  const { meanSpendMinor: mean, sdSpendMinor: sd } = plan;
  const variance = Math.log(1 + (sd / mean) ** 2);
  return Math.round((mean / Math.exp(variance / 2)) * Math.exp(Math.sqrt(variance) * normal()));
};

test("the lift that is promised to be told is told about eight times in ten", () => {
  const power = campaignPower(plan);
  const fate = chance(8);
  const more = (power?.shareBps ?? 0) / 10_000;
  const customer = (rate: number) => (fate.even() < rate ? spend(fate) : 0);
  const rate = plan.buyRateBps / 10_000;
  let told = 0;
  for (let run = 0; run < 400; run += 1) {
    const issued = armOf(Array.from({ length: 800 }, () => customer(rate * (1 + more))));
    const heldOut = armOf(Array.from({ length: 200 }, () => customer(rate)));
    const { verdict } = campaignLift({ arms: { issued, heldOut } }, over);
    if (verdict.kind === "helped") told += 1;
  }
  expect(told / 400).toBeGreaterThan(0.72);
  expect(told / 400).toBeLessThan(0.92);
});
