import fc from "fast-check";
import { expect, test } from "vitest";
import { sortInSteps } from "../../../shared/kernel/sortInSteps.ts";
import { finish } from "../../../shared/kernel/steps.ts";

type Card = { readonly rank: number; readonly place: number };
const byRank = (left: Card, right: Card): number => left.rank - right.rank;

test("what is sorted in steps is what is sorted at once, equal ones as they stood", () => {
  const ranks = fc.array(fc.nat(40), { maxLength: 1_200, size: "max" });
  fc.assert(
    fc.property(ranks, (all) => {
      const cards = all.map((rank, place) => ({ rank, place }));
      expect(finish(sortInSteps(cards, byRank))).toEqual(cards.toSorted(byRank));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["mixed", (at: number) => (at * 7_919) % 20_011],
  ["in order", (at: number) => at],
  ["turned round", (at: number) => -at],
])("of twenty thousand no step compares more than a till can wait for: %s", (_, rankOf) => {
  const cards = Array.from({ length: 20_000 }, (__, place) => ({ rank: rankOf(place), place }));
  let inStep = 0;
  let most = 0;
  const steps = sortInSteps(cards, (left, right) => {
    inStep += 1;
    most = Math.max(most, inStep);
    return byRank(left, right);
  });
  for (;;) {
    const { done, value } = steps.next();
    inStep = 0;
    if (!done) continue;
    expect(value).toEqual(cards.toSorted(byRank));
    break;
  }
  expect(most).toBeLessThanOrEqual(2_500);
});

test("what is given is left as it stood", () => {
  const cards = [3, 1, 2].map((rank, place) => ({ rank, place }));
  expect(finish(sortInSteps(cards, byRank)).map(({ rank }) => rank)).toEqual([1, 2, 3]);
  expect(cards.map(({ rank }) => rank)).toEqual([3, 1, 2]);
});
