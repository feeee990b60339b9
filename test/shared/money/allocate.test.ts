import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, allocateMinor } from "../../../shared/money/allocate.ts";
import { money, sumMinor } from "../../../shared/money/money.ts";

const amount = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
const weights = fc
  .array(fc.oneof(fc.nat(5), fc.nat(1_000_000), fc.nat(Number.MAX_SAFE_INTEGER)), {
    minLength: 1,
    maxLength: 40,
  })
  .filter((list) => list.some((weight) => weight > 0));

const holds = (law: (whole: number, weights: number[], parts: readonly number[]) => void) =>
  fc.assert(
    fc.property(amount, weights, (whole, list) => {
      law(whole, list, allocateMinor(whole, list));
    }),
    { numRuns: 1_000 },
  );

describe("an allocation", () => {
  test("never gains or loses a unit", () => {
    holds((whole, _, parts) => expect(sumMinor(parts)).toBe(whole));
  });

  test("never turns a sign", () => {
    holds((whole, _, parts) => {
      for (const part of parts) expect([0, Math.sign(whole)]).toContain(Math.sign(part));
      expect(parts.some((part) => Object.is(part, -0))).toBe(false);
    });
  });

  test("gives nothing to a weight of nothing", () => {
    holds((_, list, parts) => {
      for (const [index, weight] of list.entries()) if (weight === 0) expect(parts[index]).toBe(0);
    });
  });

  test("gives each within one unit of its exact share", () => {
    holds((whole, list, parts) => {
      const total = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
      for (const [index, weight] of list.entries()) {
        const off = BigInt(parts[index] ?? Number.NaN) * total - BigInt(whole) * BigInt(weight);
        expect(off < total && off > -total).toBe(true);
      }
    });
  });

  test("never gives a heavier weight less than a lighter one", () => {
    holds((_, list, parts) => {
      const byWeight = list.map((weight, index) => ({ weight, part: Math.abs(parts[index] ?? 0) }));
      byWeight.sort((left, right) => left.weight - right.weight || left.part - right.part);
      expect(byWeight.map(({ part }) => part)).toEqual(
        byWeight.map(({ part }) => part).sort((left, right) => left - right),
      );
    });
  });

  test("takes from no part more than its weight, where there is that much to take", () => {
    const costs = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(costs, fc.nat(10_000), (list, bps) => {
        const whole = Math.floor((sumMinor(list) * bps) / 10_000);
        const parts = allocateMinor(whole, list);
        for (const [index, cost] of list.entries()) expect(parts[index]).toBeLessThanOrEqual(cost);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("who gets the odd unit", () => {
  test.each([
    ["the earliest among equals", 10, [1, 1, 1], [4, 3, 3]],
    ["the largest fraction first", 10, [10, 15, 5], [3, 5, 2]],
    ["the same when it is taken back", -10, [1, 1, 1], [-4, -3, -3]],
    ["nobody, when it comes out even", 9, [1, 1, 1], [3, 3, 3]],
    ["not a weight of nothing", 1, [0, 0, 7], [0, 0, 1]],
    ["nobody, when there is nothing", 0, [0, 0], [0, 0]],
  ])("%s", (_, whole, list, parts) => expect(allocateMinor(whole, list)).toEqual(parts));

  test("money keeps its currency", () => {
    expect(allocate(money(5, "KWD"), [1, 1])).toEqual([money(3, "KWD"), money(2, "KWD")]);
  });
});

test("an amount cannot be split over nothing, nor by negative weights", () => {
  expect(() => allocateMinor(1, [])).toThrow("cannot be split");
  expect(() => allocateMinor(1, [0])).toThrow("cannot be split");
  expect(() => allocateMinor(1, [2, -1])).toThrow("negative");
});
