import { expect, test } from "vitest";
import type { PastLine } from "../../../electron/engine/suggest/targeting/past.ts";
import {
  paidAsUsualMinor,
  paidByBasket,
  usualBasketMinor,
} from "../../../electron/engine/suggest/targeting/usualBasket.ts";

const line = (basket: number, paidMinor: number): PastLine => ({
  ...{ day: 20_000, basket, product: 0, paidMinor, byCoupon: false, isReduced: false },
});

test("the lines of a basket are paid together, in whatever order they are read", () => {
  expect(paidByBasket({ lines: [line(0, 5), line(1, 7), line(0, 3)] })).toEqual([8, 7]);
});

test.each<[what: string, lines: readonly PastLine[], usualMinor: number]>([
  ["the shop's while there are none", [], 100],
  ["a third of the way to the only one", [line(0, 400)], 200],
  ["half way to two", [line(0, 250), line(0, 50), line(1, 300)], 200],
  ["nearly that of many", Array.from({ length: 98 }, (_, at) => line(at, 300)), 296],
])("somebody's usual basket is %s", (_, lines, usualMinor) => {
  expect(usualBasketMinor({ lines }, 100)).toBe(usualMinor);
});

test.each<[what: string, basketsMinor: readonly number[], paidMinor: number]>([
  ["all, where they are alike", [10, 20, 30], 60],
  ["of a wedding no more than ten of the middle one", [10, 20, 30, 40, 5_000], 400],
  ["nothing of what was free, or given back", [0, 0, 0, -5, 10, 20, 999], 230],
  ["nothing, where nothing was bought", [], 0],
])("as usual is paid %s", (_, basketsMinor, paidMinor) => {
  expect(paidAsUsualMinor(basketsMinor)).toBe(paidMinor);
});
