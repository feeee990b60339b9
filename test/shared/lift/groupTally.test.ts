import fc from "fast-check";
import { expect, test } from "vitest";
import { type Deeds, groupStats } from "../../../shared/domain/lift/groupTally.ts";

const minor = fc.integer({ min: -100_000_000_000_000, max: 100_000_000_000_000 });
const deeds: fc.Arbitrary<Deeds> = fc.record({
  spentMinor: minor,
  marginMinor: minor,
  visits: fc.nat(400),
  beforeSpentMinor: minor,
  beforeMarginMinor: minor,
  beforeVisits: fc.nat(400),
});
const group = fc.array(deeds, { maxLength: 40 });

test("sums are exact, whatever was spent or given back: of two groups they are the sums of both", () => {
  fc.assert(
    fc.property(group, group, (some, others) => {
      const [one, two] = [groupStats(40, some, true), groupStats(40, others, true)];
      const both = groupStats(80, [...some, ...others], true);
      for (const measure of ["spendMinor", "marginMinor", "visits"] as const) {
        const [left, right, whole] = [one[measure], two[measure], both[measure]];
        expect(whole?.sum).toBe((left?.sum ?? 0n) + (right?.sum ?? 0n));
        expect(whole?.sumOfSquares).toBe((left?.sumOfSquares ?? 0n) + (right?.sumOfSquares ?? 0n));
      }
    }),
  );
});

test("each measure is summed beside its own time before", () => {
  const told = { spentMinor: 5, marginMinor: -3, visits: 2 };
  const one = { ...told, beforeSpentMinor: 7, beforeMarginMinor: 11, beforeVisits: 13 };
  expect(groupStats(1, [one], true)).toEqual({
    customers: 1,
    buyers: 1,
    spendMinor: {
      ...{ sum: 5n, sumOfSquares: 25n },
      before: { sum: 7n, sumOfSquares: 49n, sumOfProducts: 35n },
    },
    marginMinor: {
      ...{ sum: -3n, sumOfSquares: 9n },
      before: { sum: 11n, sumOfSquares: 121n, sumOfProducts: -33n },
    },
    visits: {
      ...{ sum: 2n, sumOfSquares: 4n },
      before: { sum: 13n, sumOfSquares: 169n, sumOfProducts: 26n },
    },
  });
});

test("who bought only before is no buyer, and a margin that is not known of all is none", () => {
  const before = { beforeSpentMinor: 90, beforeMarginMinor: 20, beforeVisits: 1 };
  const gone = { spentMinor: 0, marginMinor: 0, visits: 0, ...before };
  const stats = groupStats(3, [gone, { ...gone, spentMinor: 40, visits: 1 }], false);
  expect(stats).toMatchObject({ customers: 3, buyers: 1, spendMinor: { sum: 40n } });
  expect(stats).not.toHaveProperty("marginMinor");
});
