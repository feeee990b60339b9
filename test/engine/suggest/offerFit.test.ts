import { expect, test } from "vitest";
import {
  expectedLines,
  offerDesk,
  soldOf,
} from "../../../electron/engine/suggest/targeting/offerFit.ts";
import type { CustomerPast, PastLine } from "../../../electron/engine/suggest/targeting/past.ts";

const DAY = 20_000;
/** Tea and coffee are drinks, a mug is a cup; each was sold as often. */
const shelf = { category: Int32Array.from([0, 0, 1]), categoryCount: 2 };
const [TEA, COFFEE, MUG] = [0, 1, 2] as const;
const desk = offerDesk(
  [TEA, COFFEE, MUG].map((product) => ({ offer: `${product}`, products: new Set([product]) })),
  soldOf(Float64Array.from([10, 10, 10]), shelf),
  shelf,
);

const pastOf = (...bought: readonly (readonly [product: number, day: number])[]): CustomerPast => ({
  ...{ customerId: "c", received: [], heldOut: [], redemptions: [] },
  lines: bought.map(
    ([product, day], basket): PastLine => ({
      ...{ day, basket, product, paidMinor: 5, byCoupon: false, isReduced: false },
    }),
  ),
});

const expectedOf = (past: CustomerPast): readonly number[] => [...expectedLines(desk, past, DAY)];

test("of what somebody bought most is expected again, and more of its category than of another", () => {
  const [tea = 0, coffee = 0, mug = 0] = expectedOf(pastOf([TEA, DAY - 3]));
  expect(tea).toBeGreaterThan(coffee);
  expect(coffee).toBeGreaterThan(mug);
});

test("what was bought sixty days ago counts for two thirds of one that is new, and never for less than a third", () => {
  const none = expectedOf(pastOf())[TEA] ?? 0;
  const beside = expectedOf(pastOf([COFFEE, DAY - 1]))[TEA] ?? 0;
  const own = (day: number) => (expectedOf(pastOf([TEA, day]))[TEA] ?? 0) - beside;
  expect(beside).toBeGreaterThan(none);
  expect(own(DAY - 60)).toBeCloseTo(0.5 + 0.5 ** (60 / 60), 9);
  expect(own(DAY - 120)).toBeCloseTo(0.5 + 0.5 ** 2, 9);
});

test("nothing of the day itself or later is known", () => {
  expect(expectedOf(pastOf([TEA, DAY], [MUG, DAY + 5]))).toEqual(expectedOf(pastOf()));
});
