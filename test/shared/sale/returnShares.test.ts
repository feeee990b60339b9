import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ReturnShares,
  returnShares,
  type SoldLine,
} from "../../../shared/domain/sale/returnShares.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { sumMinor } from "../../../shared/money/money.ts";
import { anyCase, priced } from "../basket/baskets.ts";

const anySoldLine: fc.Arbitrary<SoldLine> = fc
  .record({
    quantityMilli: fc.integer({ min: 1, max: 60_000 }),
    netMinor: fc.nat(2_000_000),
    taxMinor: fc.nat(200_000),
    pointsEarned: fc.nat(300),
    pointsSpent: fc.nat(300),
  })
  .map((line) => ({ ...line, totalMinor: line.netMinor + line.taxMinor }));

/** Returns the line in the given steps, and whatever is left at the end. */
const returnIn = (line: SoldLine, steps: readonly number[]): ReturnShares[] => {
  const shares: ReturnShares[] = [];
  let returnedMilli = 0;
  for (const step of [...steps, line.quantityMilli]) {
    const quantityMilli = Math.min(step, line.quantityMilli - returnedMilli);
    if (quantityMilli <= 0) continue;
    const share = returnShares(line, { returnedMilli, quantityMilli });
    if (!share.ok) throw new Error("more than sold");
    shares.push(share.value);
    returnedMilli += quantityMilli;
  }
  return shares;
};

const sumOf = (shares: readonly ReturnShares[], figure: keyof ReturnShares) =>
  sumMinor(shares.map((share) => share[figure]));

describe("returning a line in any steps", () => {
  const anySteps = fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 12 });

  test("gives back exactly what was paid, and exactly the points", () => {
    fc.assert(
      fc.property(anySoldLine, anySteps, (line, steps) => {
        const shares = returnIn(line, steps);
        expect(sumOf(shares, "quantityMilli")).toBe(line.quantityMilli);
        expect(sumOf(shares, "netMinor")).toBe(line.netMinor);
        expect(sumOf(shares, "taxMinor")).toBe(line.taxMinor);
        expect(sumOf(shares, "totalMinor")).toBe(line.totalMinor);
        expect(sumOf(shares, "pointsTakenBack")).toBe(line.pointsEarned);
        expect(sumOf(shares, "pointsGivenBack")).toBe(line.pointsSpent);
      }),
      { numRuns: 1_500 },
    );
  });

  test("never asks the customer for money, and net and tax make each total", () => {
    fc.assert(
      fc.property(anySoldLine, anySteps, (line, steps) => {
        for (const share of returnIn(line, steps)) {
          expect(Math.min(...Object.values(share))).toBeGreaterThanOrEqual(0);
          expect(share.netMinor + share.taxMinor).toBe(share.totalMinor);
        }
      }),
    );
  });
});

test("returning all lines of a sale one by one in any order refunds exactly its total", () => {
  fc.assert(
    fc.property(anyCase, fc.infiniteStream(fc.nat()), ({ lines, terms }, choices) => {
      const sale = priced(lines, terms);
      const left = sale.lines.map((line) => ({ line, returnedMilli: 0 }));
      const shares: ReturnShares[] = [];
      while (left.some(({ line, returnedMilli }) => returnedMilli < line.quantityMilli)) {
        const open = left.filter(({ line, returnedMilli }) => returnedMilli < line.quantityMilli);
        const chosen = defined(open[defined(choices.next().value, "choice") % open.length], "line");
        const quantityMilli = Math.min(
          chosen.line.quantityMilli - chosen.returnedMilli,
          Math.max(1_000, Math.ceil(chosen.line.quantityMilli / 3)),
        );
        const share = returnShares(chosen.line, {
          returnedMilli: chosen.returnedMilli,
          quantityMilli,
        });
        if (!share.ok) throw new Error("more than sold");
        shares.push(share.value);
        chosen.returnedMilli += quantityMilli;
      }
      expect(sumOf(shares, "totalMinor")).toBe(sale.totalMinor);
      expect(sumOf(shares, "taxMinor")).toBe(sale.taxMinor);
      expect(sumOf(shares, "pointsTakenBack")).toBe(sale.pointsEarned);
      expect(sumOf(shares, "pointsGivenBack")).toBe(sale.pointsRedeemed);
    }),
    { numRuns: 500 },
  );
});

describe("in the shop's words", () => {
  const threeFor100 = {
    quantityMilli: 3_000,
    totalMinor: 100_000,
    netMinor: 90_909,
    taxMinor: 9_091,
    pointsEarned: 10,
    pointsSpent: 0,
  };

  test("three that cost 100.000 đ come back for 33.333, 33.333 and 33.334", () => {
    const shares = returnIn(threeFor100, [1_000, 1_000]);
    expect(shares.map((share) => share.totalMinor)).toEqual([33_333, 33_333, 33_334]);
    expect(shares.map((share) => share.pointsTakenBack)).toEqual([3, 3, 4]);
  });

  test("more than was sold does not come back, and says how much still can", () => {
    expect(returnShares(threeFor100, { returnedMilli: 2_000, quantityMilli: 2_000 })).toEqual({
      ok: false,
      error: { kind: "MoreThanSold", leftMilli: 1_000 },
    });
  });
});
