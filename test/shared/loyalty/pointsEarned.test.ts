import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultLoyaltyRules } from "../../../shared/domain/loyalty/loyaltyRules.ts";
import { type EarningLine, pointsEarned } from "../../../shared/domain/loyalty/pointsEarned.ts";
import { sumMinor } from "../../../shared/money/money.ts";

const rules = defaultLoyaltyRules("VND");
const line = (paidMinor: number, customerBps = 10_000, couponBps = 10_000): EarningLine => ({
  paidMinor,
  customerBps,
  couponBps,
});

describe("points earned", () => {
  test.each([
    ["nothing on nothing", [], 0, []],
    ["one for 10.000 đ", [line(10_000)], 1, [1]],
    ["none for 9.999 đ", [line(9_999)], 0, [0]],
    ["on the whole, not on each line", [line(6_000), line(6_000), line(8_000)], 2, [1, 0, 1]],
    ["half as many again in a tier", [line(100_000, 15_000)], 15, [15]],
    ["tier times coupon", [line(100_000, 15_000, 20_000)], 30, [30]],
    ["none for nobody", [line(100_000, 0)], 0, [0]],
  ])("%s", (_, lines, points, pointsByLine) => {
    expect(pointsEarned(lines, rules)).toEqual({ points, pointsByLine });
  });

  test("sum to the whole, and paying more never earns less", () => {
    const anyLine = fc.record({
      paidMinor: fc.nat(5_000_000),
      customerBps: fc.constantFrom(0, 10_000, 12_000, 15_000),
      couponBps: fc.constantFrom(10_000, 20_000, 33_333),
    });
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 20 }),
        fc.nat(9_999),
        (lines, more) => {
          const { points, pointsByLine } = pointsEarned(lines, rules);
          expect(sumMinor(pointsByLine)).toBe(points);
          const dearer = lines.map((one) => ({ ...one, paidMinor: one.paidMinor + more }));
          expect(pointsEarned(dearer, rules).points).toBeGreaterThanOrEqual(points);
        },
      ),
    );
  });
});
