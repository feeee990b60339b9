import { expect, test } from "vitest";
import { campaignLift } from "../../../shared/domain/lift/campaignLift.ts";
import type { Estimate } from "../../../shared/domain/lift/estimate.ts";
import { chance } from "./chance.ts";
import { crowd, drawArm, truth, type Village, village } from "./village.ts";

const RUNS = 500;
/** 95% less the noise of 500 runs, two deviations of it. */
const ENOUGH = 0.931;
const over = { fromDay: "2026-11-01", toDay: "2026-11-30", horizonDays: 7, today: "2026-12-08" };

const usual = village({ respond: 0.08, putOff: 0.03, tail: 0.8 });
const shops: Readonly<Record<string, Village>> = {
  "a usual shop": usual,
  "heavy tails": village({ respond: 0.08, putOff: 0.03, tail: 1.2 }),
  "a strong offer": village({ respond: 0.3 }),
  "few who ever buy": village({ respond: 0.03, putOff: 0.01, bustle: 0.2 }),
  "one who buys for all": village({ respond: 0.05, putOff: 0.02, tail: 1.6 }),
  "an offer that puts off": village({ putOff: 0.15 }),
};

test.each<[shop: string, groups: string, knowsBefore: boolean]>([
  ["a usual shop", "88/12", false],
  ["a usual shop", "200/50", false],
  ["a usual shop", "200/50", true],
  ["a usual shop", "2000/220", false],
  ["a usual shop", "2000/220", true],
  ["heavy tails", "88/12", true],
  ["heavy tails", "200/22", false],
  ["heavy tails", "200/50", true],
  ["heavy tails", "2000/220", false],
  ["heavy tails", "20000/2200", false],
  ["a strong offer", "200/50", false],
  ["a strong offer", "2000/220", true],
  ["few who ever buy", "200/50", false],
  ["few who ever buy", "2000/220", true],
  ["one who buys for all", "200/22", false],
  ["one who buys for all", "2000/220", false],
  ["an offer that puts off", "200/50", true],
  ["an offer that puts off", "2000/220", false],
])("the truth lies in the spans: %s, groups of %s, time before known: %s", (...row) => {
  const [shop, groups, knowsBefore] = row;
  const of = shops[shop] ?? usual;
  const [issued = 0, heldOut = 0] = groups.split("/").map(Number);
  const fate = chance(20_261_124);
  const offered = crowd(fate, { of, hasCoupon: true });
  const left = crowd(fate, { of, hasCoupon: false });
  const [one, two] = [truth(offered), truth(left)];
  const covered = { spend: 0, margin: 0, visits: 0, buyRate: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const arms = {
      issued: drawArm(fate, offered, { customers: issued, knowsBefore }),
      heldOut: drawArm(fate, left, { customers: heldOut, knowsBefore }),
    };
    const { spendMinor, marginMinor, visitsMilli, buyRateBps } = campaignLift(
      { arms },
      over,
    ).perCustomer;
    covered.spend += holds(spendMinor, one.spend - two.spend);
    covered.margin += holds(marginMinor, one.margin - two.margin);
    covered.visits += holds(visitsMilli, 1_000 * (one.visits - two.visits));
    covered.buyRate += holds(buyRateBps, 10_000 * (one.buyRate - two.buyRate));
  }
  for (const count of Object.values(covered)) expect(count / RUNS).toBeGreaterThanOrEqual(ENOUGH);
});

/** Where nothing is said nothing wrong is said. */
const holds = (estimate: Estimate | undefined, value: number): number =>
  estimate === undefined || (estimate.low <= value && value <= estimate.high) ? 1 : 0;

test("the spans are no wider than they must be", () => {
  const fate = chance(5);
  const offered = crowd(fate, { of: usual, hasCoupon: true });
  const left = crowd(fate, { of: usual, hasCoupon: false });
  const mean = (knowsBefore: boolean): number => {
    let widths = 0;
    for (let run = 0; run < 200; run += 1) {
      const arms = {
        issued: drawArm(fate, offered, { customers: 2_000, knowsBefore }),
        heldOut: drawArm(fate, left, { customers: 220, knowsBefore }),
      };
      const { spendMinor } = campaignLift({ arms }, over).perCustomer;
      widths += spendMinor ? (spendMinor.high - spendMinor.low) / 2 : 0;
    }
    return widths / 200;
  };
  const deviation = (values: Float64Array) => {
    const middle = values.reduce((sum, each) => sum + each, 0) / values.length;
    return values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / values.length;
  };
  // What somebody who knew the whole village's spread would have to allow.
  const least =
    1.96 * Math.sqrt(deviation(offered.now.spend) / 2_000 + deviation(left.now.spend) / 220);
  expect(mean(false)).toBeLessThan(1.25 * least);
  // Knowing what the same people spent before makes it narrower.
  expect(mean(true)).toBeLessThan(0.93 * mean(false));
});
