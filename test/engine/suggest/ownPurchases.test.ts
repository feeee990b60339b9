import { expect, test } from "vitest";
import {
  isTooSoon,
  ownPurchases,
  rhythmOf,
} from "../../../electron/engine/suggest/serving/ownPurchases.ts";

test.each([
  // Bought so often over so many days, and so many days ago → whether it cannot be due yet.
  [1, 0, 2.9, true],
  [1, 0, 3, false],
  [3, 20, 4.9, true],
  [3, 20, 5, false],
  [3, 1, 0.9, true],
  [3, 1, 1, false],
  [2, 0, 0.9, true],
])("bought %i times over %f days and %f days ago it is too soon: %j", (times, span, ago, isSoon) => {
  const lastDay = 20_000;
  const own = { times, firstDay: lastDay - span, lastDay };
  expect(isTooSoon(own, lastDay + ago)).toBe(isSoon);
});

test("what was never bought is never too soon", () => {
  expect(isTooSoon(undefined, 20_000)).toBe(false);
});

test("purchases are counted by thing, from the first to the last", () => {
  const own = ownPurchases({
    count: 3,
    atDay: Float64Array.from([5, 9, 21]),
    start: Int32Array.from([0, 2, 3, 5]),
    items: Int32Array.from([7, 4, 4, 7, 4]),
    paid: new Float32Array(5),
  });
  expect(Object.fromEntries(own)).toEqual({
    4: { times: 3, firstDay: 5, lastDay: 21 },
    7: { times: 2, firstDay: 5, lastDay: 21 },
  });
  expect([...own.values()].map(rhythmOf)).toEqual([16, 8]);
});
