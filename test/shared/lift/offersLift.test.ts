import { expect, test } from "vitest";
import type { ArmStats, MeasureSums } from "../../../shared/domain/lift/armStats.ts";
import { campaignLift } from "../../../shared/domain/lift/campaignLift.ts";
import { offersLift } from "../../../shared/domain/lift/offersLift.ts";
import { chance } from "./chance.ts";
import { crowd, drawArm, village } from "./village.ts";

const over = { fromDay: "2026-11-01", toDay: "2026-11-30", horizonDays: 0, today: "2026-12-01" };

const draw = (seed: number, { first = 0, second = 0 }, customers = 800) => {
  const fate = chance(seed);
  const arm = (respond: number) => {
    const everybody = crowd(fate, { of: village({ respond, tail: 0.6 }), hasCoupon: true }, 5_000);
    return drawArm(fate, everybody, { customers });
  };
  return { first: arm(first), second: arm(second), heldOut: arm(0) };
};

test("the better of two offers is told, and how both do against the group held out", () => {
  const { first, second, between } = offersLift(draw(1, { first: 0.02, second: 0.9 }), over);
  expect(between.verdict.kind).toBe("cost");
  expect(second.verdict.kind).toBe("helped");
  expect(first.verdict.kind).not.toBe("helped");
  const { between: reversed } = offersLift(draw(1, { first: 0.9, second: 0.02 }), over);
  expect(reversed.verdict.kind).toBe("helped");
});

test("neither is better while the campaign runs and chance could have made the difference", () => {
  const offers = draw(4, { first: 0.1, second: 0.14 });
  const { between } = offersLift(offers, { ...over, today: "2026-11-10" });
  expect(between.verdict).toMatchObject({ kind: "too-early", reason: "chance" });
});

test.each([
  over,
  { ...over, today: "2026-11-20" },
])("three questions at once share the errors that one may make: $today", (days) => {
  const { first, second, heldOut } = draw(2, { first: 0.1, second: 0.1 });
  const one = campaignLift({ arms: { issued: first, heldOut } }, days).perCustomer.spendMinor;
  const three = offersLift({ first, second, heldOut }, days).first.perCustomer.spendMinor;
  expect(three?.value).toBe(one?.value);
  expect(three?.low).toBeLessThan(one?.low ?? 0);
});

test("two offers that do nothing are hardly ever told apart from anything", () => {
  let alarms = 0;
  const fate = chance(9);
  const everybody = crowd(fate, { of: village(), hasCoupon: false });
  for (let run = 0; run < 500; run += 1) {
    const [first, second, heldOut] = [300, 300, 60].map((customers) =>
      drawArm(fate, everybody, { customers }),
    );
    if (!first || !second || !heldOut) continue;
    const lift = offersLift({ first, second, heldOut }, over);
    const issued = joined(first, second);
    const whole = campaignLift({ arms: { issued, heldOut }, isTrial: true }, over);
    const told = [whole, lift.first, lift.second, lift.between];
    const kinds = told.map(({ verdict }) => verdict.kind);
    if (kinds.some((kind) => kind === "helped" || kind === "cost")) alarms += 1;
  }
  expect(alarms / 500).toBeLessThanOrEqual(0.05);
});

test("what both offers brought together shares the errors with what is told of each", () => {
  const { first, second, heldOut } = draw(2, { first: 0.1, second: 0.1 });
  const arms = { issued: joined(first, second), heldOut };
  const [alone, ofTrial] = [false, true].map(
    (isTrial) => campaignLift({ arms, isTrial }, over).total.spendMinor,
  );
  expect(ofTrial?.value).toBe(alone?.value);
  expect(ofTrial?.low).toBeLessThan(alone?.low ?? 0);
});

/** The two groups as one. */
const joined = (one: ArmStats, other: ArmStats): ArmStats => ({
  customers: one.customers + other.customers,
  buyers: one.buyers + other.buyers,
  spendMinor: added(one.spendMinor, other.spendMinor),
  visits: added(one.visits, other.visits),
  ...(one.marginMinor &&
    other.marginMinor && { marginMinor: added(one.marginMinor, other.marginMinor) }),
});

const added = (one: MeasureSums, other: MeasureSums): MeasureSums => ({
  sum: one.sum + other.sum,
  sumOfSquares: one.sumOfSquares + other.sumOfSquares,
});
