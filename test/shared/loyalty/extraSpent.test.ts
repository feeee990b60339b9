import { expect, test } from "vitest";
import { extraSpent, type PointsMove } from "../../../shared/domain/loyalty/extraSpent.ts";

const inOrder = (moves: readonly Partial<PointsMove>[]): readonly PointsMove[] =>
  moves.map((move, at) => ({
    ...{ position: at + 1, kind: "earn", points: 0, sourceId: `sale ${at + 1}` },
    ...{ expiresDay: null, extraPoints: 0, ...move },
  }));

const coupon = { points: 20, extraPoints: 10 } as const;
const spend = (points: number) => ({ kind: "redeem", points: -points });

test.each<[string, readonly Partial<PointsMove>[], readonly number[]]>([
  ["nothing without a coupon", [{ points: 20 }, spend(20)], []],
  ["what was earned anyway goes first", [coupon, spend(10)], []],
  ["and what the coupon gave after it", [coupon, spend(14)], [4]],
  ["each point once", [coupon, spend(14), spend(6)], [4, 6]],
  ["older points go before", [{ points: 30 }, coupon, spend(35)], []],
  [
    "points that expire first go first, however late they came",
    [{ points: 30, expiresDay: "2027-06-01" }, { ...coupon, expiresDay: "2027-01-01" }, spend(20)],
    [10],
  ],
  [
    "what expired is spent by nobody",
    [
      { ...coupon, expiresDay: "2027-01-01" },
      { kind: "expire", points: -20, sourceId: "1" },
    ],
    [],
  ],
  [
    "what was taken back is not spent later",
    [coupon, { kind: "take-back", points: -20, sourceId: "sale 1" }, { points: 20 }, spend(20)],
    [],
  ],
  [
    "a debt is paid by what was earned anyway first",
    [{ kind: "take-back", points: -12 }, coupon, spend(8)],
    [8],
  ],
])("%s", (_, moves, expected) => {
  expect([...extraSpent(inOrder(moves)).values()]).toEqual(expected);
});
