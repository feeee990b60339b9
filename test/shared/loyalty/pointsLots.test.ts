import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addLot,
  balanceOf,
  expireLots,
  expiringPoints,
  type PointsLot,
  spendLots,
  takeBackLots,
} from "../../../shared/domain/loyalty/pointsLots.ts";
import { sumMinor } from "../../../shared/money/money.ts";

const lot = (lotId: string, points: number, earnedDay: string, expiresDay: string | null = null) =>
  ({ lotId, points, earnedDay, expiresDay }) satisfies PointsLot;

const old = lot("old", 30, "2025-01-10", "2026-01-10");
const newer = lot("newer", 50, "2025-06-01", "2026-06-01");

describe("points are spent first in, first out", () => {
  test.each([
    [0, [], [30, 50]],
    [20, [{ lotId: "old", points: 20 }], [10, 50]],
    [30, [{ lotId: "old", points: 30 }], [50]],
    [
      45,
      [
        { lotId: "old", points: 30 },
        { lotId: "newer", points: 15 },
      ],
      [35],
    ],
  ])("%i of them", (points, taken, left) => {
    const spent = spendLots([newer, old], points);
    if (!spent.ok) throw new Error("points short");
    expect(spent.value.taken).toEqual(taken);
    expect(spent.value.lots.map((one) => one.points)).toEqual(left);
  });

  test("and never more than there are", () => {
    expect(spendLots([old], 31)).toEqual({
      ok: false,
      error: { kind: "PointsShort", available: 30 },
    });
  });
});

describe("points expire", () => {
  test.each([
    ["not on their last day", "2026-01-10", []],
    ["on the day after", "2026-01-11", [{ lotId: "old", points: 30 }]],
    [
      "together, when nobody looked for long",
      "2027-01-01",
      [
        { lotId: "old", points: 30 },
        { lotId: "newer", points: 50 },
      ],
    ],
  ])("%s", (_, day, taken) => expect(expireLots([old, newer], day).taken).toEqual(taken));

  test("only what is left of a lot: spending it first cancels nothing newer", () => {
    const spent = spendLots([old, newer], 30);
    if (!spent.ok) throw new Error("points short");
    const expired = expireLots(spent.value.lots, "2026-02-01");
    expect(expired.taken).toEqual([]);
    expect(balanceOf(expired.lots)).toBe(50);
  });

  test("as announced, soonest first, up to the day asked about", () => {
    const twin = lot("twin", 5, "2025-01-10", "2026-01-10");
    const lots = [newer, old, twin, lot("kept", 9, "2025-01-01")];
    expect(expiringPoints(lots, "2026-12-31")).toEqual([
      { points: 35, atDay: "2026-01-10" },
      { points: 50, atDay: "2026-06-01" },
    ]);
    expect(expiringPoints(lots, "2026-01-09")).toEqual([]);
  });
});

describe("a return takes points back", () => {
  test("from the lot they were earned in, then from the oldest, and owes the rest", () => {
    expect(takeBackLots([old, newer], { points: 20, lotId: "newer" })).toMatchObject({
      taken: [{ lotId: "newer", points: 20 }],
      owedPoints: 0,
    });
    expect(takeBackLots([old, newer], { points: 60, lotId: "newer" }).taken).toEqual([
      { lotId: "newer", points: 50 },
      { lotId: "old", points: 10 },
    ]);
    expect(takeBackLots([old, newer], { points: 95, lotId: "newer" })).toMatchObject({
      lots: [],
      owedPoints: 15,
    });
    expect(takeBackLots([old], { points: 10 }).taken).toEqual([{ lotId: "old", points: 10 }]);
  });

  test("what is owed shows as a balance below zero, and new points pay it first", () => {
    expect(balanceOf([], 15)).toBe(-15);
    expect(addLot([], old, 15)).toEqual({ lots: [{ ...old, points: 15 }], owedPoints: 0 });
    expect(addLot([], old, 40)).toEqual({ lots: [], owedPoints: 10 });
  });
});

/** One point a piece of paper: the slow, obvious way to keep points, to compare with. */
type Paper = { readonly day: number; readonly lastDay: number };
type Step =
  | { readonly kind: "earn"; readonly points: number; readonly months: number }
  | { readonly kind: "spend" | "takeBack"; readonly points: number }
  | { readonly kind: "wait"; readonly days: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("earn" as const), points: fc.nat(20), months: fc.nat(40) }),
  fc.record({ kind: fc.constantFrom("spend" as const, "takeBack" as const), points: fc.nat(25) }),
  fc.record({ kind: fc.constant("wait" as const), days: fc.nat(15) }),
);

const dayOf = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);

test("in any life of a customer the lots hold what single points would, and sum as the ledger", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      let [lots, owed, today, ledger]: [readonly PointsLot[], number, number, number] = [
        [],
        0,
        0,
        0,
      ];
      let papers: readonly Paper[] = [];
      let paperDebt = 0;

      for (const [index, step] of steps.entries()) {
        if (step.kind === "wait") {
          today += step.days;
          const expired = expireLots(lots, dayOf(today));
          lots = expired.lots;
          ledger -= sumMinor(expired.taken.map((taking) => taking.points));
          papers = papers.filter((paper) => paper.lastDay >= today);
        } else if (step.kind === "earn") {
          const lastDay = today + step.months;
          const earned = lot(`${index}`, step.points, dayOf(today), dayOf(lastDay));
          ({ lots, owedPoints: owed } = addLot(lots, earned, owed));
          ledger += step.points;
          const paid = Math.min(paperDebt, step.points);
          paperDebt -= paid;
          papers = [
            ...papers,
            ...Array.from({ length: step.points - paid }, () => ({ day: today, lastDay })),
          ];
        } else if (step.kind === "takeBack") {
          const taken = takeBackLots(lots, step);
          lots = taken.lots;
          owed += taken.owedPoints;
          ledger -= step.points;
          paperDebt += Math.max(0, step.points - papers.length);
          papers = papers.slice(step.points);
        } else {
          const spent = spendLots(lots, step.points);
          expect(spent.ok).toBe(step.points <= papers.length);
          if (!spent.ok) continue;
          expect(sumMinor(spent.value.taken.map((taking) => taking.points))).toBe(step.points);
          lots = spent.value.lots;
          ledger -= step.points;
          papers = papers.slice(step.points);
        }
        expect(balanceOf(lots, owed)).toBe(ledger);
        expect(balanceOf(lots, owed)).toBe(papers.length - paperDebt);
        expect(owed === 0 || lots.length === 0).toBe(true);
        expect(lots.every((one) => one.points > 0)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});
