import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../electron/engine/demo/random.ts";

const draws = (seed: number | string, count = 10_000): readonly number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random.next);
};

describe("a seeded stream of chance", () => {
  test("is the same for the same seed, on every machine", () => {
    expect(draws(1)).toEqual(draws(1));
    expect(draws(1)).not.toEqual(draws(2));
    expect(draws("quen", 3)).toEqual([
      0.6565276824403554, 0.7188654015772045, 0.016948812874034047,
    ]);
  });

  test("spreads evenly over 0 to 1", () => {
    const values = draws(3);
    const tenths = Array.from({ length: 10 }, (_, tenth) =>
      values.filter((value) => Math.floor(value * 10) === tenth),
    );
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    for (const tenth of tenths) expect(Math.abs(tenth.length - 1_000)).toBeLessThan(150);
  });

  test("forks by name alone: what the parent has drawn before changes nothing", () => {
    const fresh = seededRandom(5);
    const used = seededRandom(5);
    used.next();
    expect(used.fork("people").next()).toBe(fresh.fork("people").next());
    expect(fresh.fork("people").next()).not.toBe(fresh.fork("products").next());
  });

  test("picks by weight, and never what weighs nothing", () => {
    const random = seededRandom(9);
    const picks = Array.from({ length: 4_000 }, () =>
      random.pickWeighted([0, 1, 3], (weight) => weight),
    );
    expect(picks.includes(0)).toBe(false);
    const heavy = picks.filter((pick) => pick === 3).length / picks.length;
    expect(heavy).toBeGreaterThan(0.7);
    expect(heavy).toBeLessThan(0.8);
  });
});
