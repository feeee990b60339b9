import { expect, test } from "vitest";
import {
  chanceWithCoupon,
  type Expected,
  effectLearner,
} from "../../../electron/engine/suggest/targeting/effectModel.ts";

const rhythm = { visits: 5, knownDays: 100, lastDaysAgo: 20, everyDays: 20, activeWeeks: 2 };
/** Who hardly comes unless for the coupon, and who comes anyway and is put off by it. */
const moved: Expected = { redeem: 0.6, anyway: 0.2, rhythm };
const putOff: Expected = { redeem: 0.1, anyway: 0.6, rhythm };

type Arm = { readonly isIssued: boolean; readonly count: number; readonly boughtShare: number };

const learnedFrom = (arms: readonly (readonly [Expected, Arm])[]) => {
  const learner = effectLearner();
  for (const [expected, { isIssued, count, boughtShare }] of arms) {
    for (let at = 0; at < count; at += 1) {
      learner.add({ ...expected, campaign: 0, isIssued, hasBought: at < boughtShare * count });
    }
  }
  return learner.learn();
};

test("what a coupon changes is what the issued bought more, or less, than the held out", () => {
  const model = learnedFrom([
    [moved, { isIssued: true, count: 3_000, boughtShare: 0.5 }],
    [moved, { isIssued: false, count: 1_000, boughtShare: 0.2 }],
    [putOff, { isIssued: true, count: 3_000, boughtShare: 0.4 }],
    [putOff, { isIssued: false, count: 1_000, boughtShare: 0.6 }],
  ]);
  expect(Math.abs(chanceWithCoupon(model, moved) - 0.5)).toBeLessThan(0.02);
  expect(Math.abs(chanceWithCoupon(model, putOff) - 0.4)).toBeLessThan(0.02);
});

test("a season in which everybody bought more is none of the coupon's doing", () => {
  const model = learnedFrom([
    [moved, { isIssued: true, count: 3_000, boughtShare: 0.6 }],
    [moved, { isIssued: false, count: 1_000, boughtShare: 0.6 }],
  ]);
  expect(chanceWithCoupon(model, moved)).toBeLessThan(0.3);
});

test("without held-out customers half of those who were not to come come for it", () => {
  const model = learnedFrom([[moved, { isIssued: true, count: 900, boughtShare: 0.1 }]]);
  expect(chanceWithCoupon(model, moved)).toBeCloseTo(0.2 + 0.8 * 0.6 * 0.5, 9);
});

test("it adds no more than the chance that it is used", () => {
  const model = learnedFrom([
    [putOff, { isIssued: true, count: 3_000, boughtShare: 0.95 }],
    [putOff, { isIssued: false, count: 1_000, boughtShare: 0.6 }],
  ]);
  expect(chanceWithCoupon(model, putOff)).toBeCloseTo(0.6 + 0.1, 9);
});
