import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArmStats, Arms } from "../../../shared/domain/lift/armStats.ts";
import { campaignLift } from "../../../shared/domain/lift/campaignLift.ts";
import { evidenceOn } from "../../../shared/domain/lift/evidence.ts";
import { verdictOn } from "../../../shared/domain/lift/verdict.ts";
import { addDays } from "../../../shared/kernel/day.ts";
import { chance } from "./chance.ts";
import { armOf, crowd, drawArm, village } from "./village.ts";

const campaign = { fromDay: "2026-11-01", toDay: "2026-11-30", horizonDays: 14 };
const over = { ...campaign, today: "2026-12-15" };
const running = { ...campaign, today: "2026-11-20" };

/** So many customers of whom so many bought, for amounts around `spend`. */
const group = (customers: number, buyers: number, spend: number): ArmStats =>
  armOf(
    Array.from({ length: customers }, (_, at) => (at < buyers ? spend - 20 + (at % 5) * 10 : 0)),
  );

const kindOf = (arms: Arms) => campaignLift({ arms }, over).verdict.kind;

test("the final word is said once all days and the days after them are over, not before", () => {
  const arms = { issued: group(200, 60, 300), heldOut: group(50, 12, 300) };
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 100 }), (day) => {
      const today = addDays(campaign.fromDay, day);
      const { spendMinor } = campaignLift({ arms }, { ...campaign, today }).perCustomer;
      expect(spendMinor?.rule).toBe(today > "2026-12-14" ? "final" : "anytime");
    }),
  );
  const [early, late] = [running, over].map(
    (days) => campaignLift({ arms }, days).total.spendMinor,
  );
  expect(early?.value).toBe(late?.value);
  expect(early?.low).toBeLessThan(late?.low ?? 0);
  expect(early?.high).toBeGreaterThan(late?.high ?? 0);
});

test.each<[string, Arms, string]>([
  ["many more bought", { issued: group(400, 240, 300), heldOut: group(100, 20, 300) }, "helped"],
  ["many fewer bought", { issued: group(400, 40, 300), heldOut: group(100, 60, 300) }, "cost"],
  ["a few more bought", { issued: group(200, 60, 300), heldOut: group(50, 13, 300) }, "untold"],
  ["just as many bought", { issued: group(400, 100, 300), heldOut: group(100, 25, 300) }, "untold"],
])("when %s it is told as it is", (_, arms, kind) => {
  expect(kindOf(arms)).toBe(kind);
});

test("a difference below a twentieth of what comes anyway is none, also where it is known to be there", () => {
  const told = (spend: number) => {
    const arms = { issued: group(20_000, 19_900, spend), heldOut: group(5_000, 4_975, 300) };
    const { verdict, total } = campaignLift({ arms }, over);
    return { kind: verdict.kind, isMore: (total.spendMinor?.low ?? 0) > 0 };
  };
  expect(told(302)).toEqual({ kind: "no-difference", isMore: true });
  expect(told(312)).toEqual({ kind: "no-difference", isMore: true });
  expect(told(320)).toEqual({ kind: "helped", isMore: true });
  expect(told(280)).toEqual({ kind: "cost", isMore: false });
});

test.each<[string, Arms, typeof over, object]>([
  [
    "before it begins",
    { issued: group(200, 0, 1), heldOut: group(50, 0, 1) },
    { ...campaign, today: "2026-10-31" },
    { kind: "too-early", reason: "not-begun" },
  ],
  [
    "with nothing given out",
    { issued: group(0, 0, 1), heldOut: group(0, 0, 1) },
    running,
    { kind: "too-early", reason: "nothing-given" },
  ],
  [
    "with nine held out",
    { issued: group(91, 80, 300), heldOut: group(9, 1, 300) },
    running,
    { kind: "too-early", reason: "too-few-held-out" },
  ],
  [
    "with nine coupons",
    { issued: group(9, 9, 300), heldOut: group(91, 1, 300) },
    over,
    { kind: "untold", reason: "too-few-issued" },
  ],
  [
    "with nine buyers",
    { issued: group(200, 9, 300), heldOut: group(50, 0, 300) },
    running,
    { kind: "too-early", reason: "too-few-buyers" },
  ],
  [
    "with a difference that chance makes too",
    { issued: group(200, 60, 300), heldOut: group(50, 12, 300) },
    running,
    { kind: "too-early", reason: "chance" },
  ],
])("%s nothing is said, and why", (_, arms, days, verdict) => {
  expect(campaignLift({ arms }, days).verdict).toMatchObject(verdict);
});

test.each<[string, Arms]>([
  ["ten held out", { issued: group(90, 80, 300), heldOut: group(10, 1, 300) }],
  ["ten coupons", { issued: group(10, 9, 300), heldOut: group(90, 1, 300) }],
  ["ten buyers", { issued: group(200, 10, 300), heldOut: group(50, 0, 300) }],
])("with %s there are enough of them", (_, arms) => {
  const { verdict } = campaignLift({ arms }, over);
  expect("reason" in verdict ? verdict.reason : "chance").toBe("chance");
});

test("with four buyers in both groups there is no span, with five there is", () => {
  const spanOf = (issuedBuyers: number) => {
    const arms = { issued: group(200, issuedBuyers, 300), heldOut: group(50, 1, 300) };
    return campaignLift({ arms }, over).perCustomer.spendMinor;
  };
  expect(spanOf(3)).toBeUndefined();
  expect(spanOf(4)).toBeDefined();
});

test("what is nearly told will be told in days that the campaign still has", () => {
  const arms = { issued: group(400, 140, 300), heldOut: group(100, 20, 300) };
  const { verdict } = campaignLift({ arms }, running);
  expect(verdict).toMatchObject({ kind: "too-early", reason: "chance" });
  if (verdict.kind !== "too-early") return;
  expect(verdict.daysToTell).toBeGreaterThanOrEqual(1);
  expect(verdict.daysToTell).toBeLessThanOrEqual(25);
});

test("what the campaign is too small to tell says how many it would take, if there can be so many", () => {
  const arms = { issued: group(200, 60, 300), heldOut: group(50, 14, 300) };
  const { verdict } = campaignLift({ arms }, over);
  expect(verdict).toMatchObject({ kind: "untold" });
  if (verdict.kind !== "untold") return;
  expect(verdict.daysToTell).toBeUndefined();
  expect(verdict.customersToTell).toBeGreaterThan(1_000);
  expect(verdict.customersToTell).toBeLessThan(100_000);
  const rare = { issued: group(8_000, 16, 300), heldOut: group(2_000, 4, 300) };
  expect(campaignLift({ arms: rare }, over).verdict).toEqual({
    kind: "untold",
    reason: "chance",
    isTooSmall: true,
  });
});

test("who would need more customers than the shop has, or more than a year, is told so and no number", () => {
  const arms = { issued: group(200, 60, 300), heldOut: group(50, 14, 300) };
  const tell = (mostCustomers: number, days = over) => {
    const { verdict } = campaignLift({ arms, mostCustomers }, days);
    return "reason" in verdict ? verdict : undefined;
  };
  const needed = tell(1_000_000)?.customersToTell ?? Number.NaN;
  expect(tell(needed)).toMatchObject({ customersToTell: needed });
  expect(tell(needed - 1)).toEqual({ kind: "untold", reason: "chance", isTooSmall: true });
  const years = { ...campaign, toDay: "2036-11-30", today: "2026-11-20" };
  expect(campaignLift({ arms }, years).verdict).not.toHaveProperty("daysToTell");
  expect(tell(300, years)).toEqual({ kind: "too-early", reason: "chance", isTooSmall: true });
});

test("a campaign that is not too small is never called so: not begun, nobody bought yet, nobody held out", () => {
  const tell = (arms: Arms, days = running) =>
    campaignLift({ arms, mostCustomers: 10 }, days).verdict;
  const nobodyBought = { issued: group(200, 0, 1), heldOut: group(50, 0, 1) };
  expect(tell(nobodyBought)).toEqual({ kind: "too-early", reason: "too-few-buyers" });
  expect(tell(nobodyBought, { ...campaign, today: "2026-10-31" })).toEqual({
    ...{ kind: "too-early", reason: "not-begun" },
  });
  const nobodyHeldOut = { issued: group(200, 60, 300), heldOut: group(0, 0, 1) };
  expect(tell(nobodyHeldOut, over)).toEqual({ kind: "untold", reason: "too-few-held-out" });
});

test("more days bring nobody to a group that is too small, more customers do", () => {
  const arms = { issued: group(91, 80, 300), heldOut: group(9, 1, 300) };
  expect(campaignLift({ arms }, running).verdict).toEqual({
    ...{ kind: "too-early", reason: "too-few-held-out", customersToTell: 120 },
  });
});

test("while too few have bought, the days are told until enough will have", () => {
  const arms = { issued: group(200, 5, 300), heldOut: group(50, 3, 300) };
  const difference = { value: 500, deviation: 1, freedom: 6 };
  const finding = { arms, difference, total: undefined, worthMinor: 1 };
  expect(verdictOn(finding, evidenceOn(running))).toMatchObject({
    ...{ reason: "too-few-buyers", daysToTell: 5 },
  });
});

test("where nobody bought there is a rate, and no sum to be sure of", () => {
  const arms = { issued: group(200, 0, 1), heldOut: group(50, 0, 1) };
  const { perCustomer, total } = campaignLift({ arms }, over);
  expect(perCustomer).toMatchObject({ spendMinor: undefined, buyRateBps: { value: 0 } });
  expect(total.spendMinor).toBeUndefined();
});

test("margin decides where it is known, since a discount sells what earns nothing", () => {
  const spendOnly = { issued: group(400, 240, 300), heldOut: group(100, 20, 300) };
  const earning = {
    issued: { ...spendOnly.issued, marginMinor: group(400, 240, -50).spendMinor },
    heldOut: { ...spendOnly.heldOut, marginMinor: group(100, 20, 80).spendMinor },
  };
  expect(campaignLift({ arms: spendOnly }, over)).toMatchObject({
    basis: "spend",
    verdict: { kind: "helped" },
  });
  expect(campaignLift({ arms: earning }, over)).toMatchObject({
    basis: "margin",
    verdict: { kind: "cost" },
  });
});

test("what is worth the trouble is a twentieth of the margin where that is known, else of the spend", () => {
  const spent = { issued: group(20_000, 20_000, 302), heldOut: group(5_000, 5_000, 300) };
  const earned = { issued: group(20_000, 20_000, 61), heldOut: group(5_000, 5_000, 60) };
  const arms = {
    issued: { ...spent.issued, marginMinor: earned.issued.spendMinor },
    heldOut: { ...spent.heldOut, marginMinor: earned.heldOut.spendMinor },
  };
  expect(campaignLift({ arms: spent }, over).verdict).toEqual({
    ...{ kind: "no-difference", withinMinor: (20_000 * 301.6) / 20 },
  });
  expect(campaignLift({ arms }, over).verdict).toEqual({
    ...{ kind: "no-difference", withinMinor: (20_000 * 60.8) / 20 },
  });
});

const spends = fc.array(fc.nat(1_000_000_000), { minLength: 12, maxLength: 40 });

test("seen from the other group everything is turned round", () => {
  fc.assert(
    fc.property(spends, spends, (left, right) => {
      const [one, two] = [armOf(left), armOf(right)];
      const there = campaignLift({ arms: { issued: one, heldOut: two } }, over).perCustomer;
      const back = campaignLift({ arms: { issued: two, heldOut: one } }, over).perCustomer;
      expect(back.spendMinor?.value).toBe(0 - (there.spendMinor?.value ?? 0));
      expect(back.spendMinor?.low).toBe(0 - (there.spendMinor?.high ?? 0));
      expect(back.buyRateBps?.high).toBe(0 - (there.buyRateBps?.low ?? 0));
    }),
  );
});

test("the spread of sums beyond 2^53 is not lost", () => {
  const { issued, heldOut } = { issued: group(200, 60, 300), heldOut: group(50, 12, 300) };
  const scale = 1_000_000_000_000n;
  const grown = (arm: ArmStats): ArmStats => ({
    ...arm,
    spendMinor: {
      sum: arm.spendMinor.sum * scale,
      sumOfSquares: arm.spendMinor.sumOfSquares * scale * scale,
    },
  });
  const small = campaignLift({ arms: { issued, heldOut } }, over).perCustomer.spendMinor;
  const large = campaignLift({ arms: { issued: grown(issued), heldOut: grown(heldOut) } }, over);
  expect((large.perCustomer.spendMinor?.low ?? 0) / Number(scale)).toBeCloseTo(
    (small?.low ?? 0) + 0.5,
    -1,
  );
});

test("the span of what it brought in all is that of one customer, as often as there are", () => {
  const fate = chance(3);
  const everybody = crowd(fate, { of: village(), hasCoupon: false }, 5_000);
  const arms = {
    issued: drawArm(fate, everybody, { customers: 200 }),
    heldOut: drawArm(fate, everybody, { customers: 50 }),
  };
  const { perCustomer, total } = campaignLift({ arms }, over);
  const [one, all] = [perCustomer.marginMinor, total.marginMinor];
  expect(Math.abs((all?.value ?? 0) / 200 - (one?.value ?? 0))).toBeLessThanOrEqual(0.51);
  expect(one?.low).toBeLessThanOrEqual((all?.low ?? 0) / 200);
  expect(one?.high).toBeGreaterThanOrEqual((all?.high ?? 0) / 200);
});
