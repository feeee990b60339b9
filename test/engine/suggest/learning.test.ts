import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  basketsByCustomer,
  logBefore,
} from "../../../electron/engine/suggest/learning/basketLog.ts";
import { fitRanker, type PastChoice } from "../../../electron/engine/suggest/learning/fitRanker.ts";
import { newLogBuilder } from "../../../electron/engine/suggest/learning/logBuilder.ts";
import { pastChoices } from "../../../electron/engine/suggest/learning/pastChoices.ts";
import { study } from "../../../electron/engine/suggest/learning/study.ts";
import { topOf } from "../../../electron/engine/suggest/learning/topOf.ts";
import { takeBearings } from "../../../electron/engine/suggest/ranking/bearings.ts";
import { readGoods } from "../../../electron/engine/suggest/ranking/goods.ts";
import { solve } from "../../../shared/kernel/solve.ts";
import { finish } from "../../../shared/kernel/steps.ts";

const DAY_MS = 86_400_000;

type Basket = {
  readonly day: number;
  readonly customer?: string;
  readonly items: readonly number[];
};

const logOf = (itemCount: number, baskets: readonly Basket[]) => {
  const builder = newLogBuilder(itemCount);
  baskets.forEach(({ day, customer, items }, at) => {
    for (const item of items) {
      builder.add({
        basketKey: String(at),
        atMs: day * DAY_MS,
        customerId: customer ?? null,
        item,
        paidMinor: 100,
      });
    }
  });
  return builder.build();
};

test("the best few are those that a full sort would put first", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.nat(12), (values, count) => {
      const keys = Float32Array.from(values);
      const ids = Int32Array.from(values.keys());
      const kept = topOf(ids, ids.length, { keys, count });
      const sorted = [...values.keys()].sort(
        (left, right) => (values[right] ?? 0) - (values[left] ?? 0) || left - right,
      );
      expect([...ids.subarray(0, kept)]).toEqual(sorted.slice(0, count));
    }),
  );
});

test("a solved system gives back its right side", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 }),
      (a) => {
        const at = (row: number, column: number) => a[row * 3 + column] ?? 0;
        const matrix = new Float64Array(9);
        for (let i = 0; i < 3; i += 1)
          for (let j = 0; j < 3; j += 1) {
            matrix[i * 3 + j] = i === j ? 1 : 0;
            for (let k = 0; k < 3; k += 1)
              matrix[i * 3 + j] = (matrix[i * 3 + j] ?? 0) + at(k, i) * at(k, j);
          }
        const kept = matrix.slice();
        const right = Float64Array.of(1, -2, 3);
        solve(matrix, right, { size: 3, count: 3 });
        for (let i = 0; i < 3; i += 1) {
          let sum = 0;
          for (let j = 0; j < 3; j += 1) sum += (kept[i * 3 + j] ?? 0) * (right[j] ?? 0);
          expect(sum).toBeCloseTo([1, -2, 3][i] ?? 0, 6);
        }
      },
    ),
  );
});

describe("companions", () => {
  const baskets = Array.from({ length: 90 }, (_, at) => ({
    day: at,
    customer: `c${at % 9}`,
    items: at % 3 === 0 ? [0, 1] : at % 3 === 1 ? [0, 1, 2] : [3],
  }));
  const { together, baskets: held, buyers } = study(logOf(4, baskets), 90);
  const pair = (item: number, other: number) => {
    for (let at = item * together.width; at < (item + 1) * together.width; at += 1) {
      if (together.other[at] === other) {
        return { count: together.count[at], weight: together.weight[at] ?? 0 };
      }
    }
    return undefined;
  };

  test("count the baskets that hold both", () => {
    expect(held).toEqual(Int32Array.of(60, 60, 30, 30));
    expect(pair(0, 1)?.count).toBe(60);
    expect(pair(2, 1)?.count).toBe(30);
    expect(pair(3, 0)).toBeUndefined();
    expect(buyers[0]).toBeGreaterThan(0);
  });

  test("speak louder where they always come together", () => {
    expect(pair(0, 1)?.weight ?? 0).toBeGreaterThan(pair(2, 1)?.weight ?? 0);
  });
});

describe("the log", () => {
  const baskets = [
    { day: 3, customer: "b", items: [1] },
    { day: 1, customer: "a", items: [0, 0, 2] },
    { day: 2, items: [2] },
  ];

  test("puts baskets in order of time, each thing once in a basket with all that was paid for it", () => {
    const log = logOf(3, baskets);
    expect([...log.atDay]).toEqual([1, 2, 3]);
    expect([...log.items]).toEqual([0, 2, 2, 1]);
    expect([...log.customer]).toEqual([1, -1, 0]);
    expect([...log.paid]).toEqual([200, 100, 100, 100]);
  });

  test("before a day holds only what was before it", () => {
    expect(logBefore(logOf(3, baskets), 3).basketCount).toBe(2);
    expect(logBefore(logOf(3, baskets), 0).basketCount).toBe(0);
  });
});

test("what a past choice saw does not change with what was bought later", () => {
  const before = Array.from({ length: 40 }, (_, at) => ({
    day: at,
    customer: `c${at % 4}`,
    items: [at % 5, (at + 1) % 5],
  }));
  const window = [{ day: 45, customer: "c1", items: [0, 1, 2] }];
  const after = [
    { day: 50, customer: "c1", items: [3, 4] },
    { day: 51, customer: "c2", items: [4, 2] },
  ];
  const goods = finish(
    readGoods(Array.from({ length: 5 }, (_, at) => ({ name: `n${at}`, priceMinor: 5 }))),
  );
  const seen = (baskets: readonly Basket[]) => {
    const log = logOf(5, baskets);
    const early = logBefore(log, 44);
    return pastChoices(
      {
        bearings: finish(takeBearings(study(early, 44), goods)),
        log,
        byCustomer: basketsByCustomer(log),
        firstBasket: early.basketCount,
        endBasket: logBefore(log, 46).basketCount,
        part: 1,
        shouldStop: () => false,
      },
      "with-basket",
    );
  };
  const alone = seen([...before, ...window]);
  expect(alone.length).toBeGreaterThan(0);
  expect(seen([...before, ...window, ...after])).toEqual(alone);
});

describe("the ranker", () => {
  /** Of three candidates the one with the greatest first feature is bought; the second says nothing. */
  const choices = Array.from({ length: 300 }, (_, at): PastChoice => {
    const noise = (k: number) => ((at * 7 + k * 13) % 11) / 11;
    const first = [0, 1, 2].map((row) => ((at * 3 + row * 5) % 9) / 9);
    return {
      values: Float32Array.from(first.flatMap((value, row) => [value, noise(row)])),
      rowCount: 3,
      bought: Int32Array.of(first.indexOf(Math.max(...first))),
      weight: 1,
    };
  });
  const fitted = (from: readonly PastChoice[], prior = Float64Array.of(0, 0), focus = 0) =>
    fitRanker(from, { featureCount: 2, prior, priorChoices: 1, focus, shouldStop: () => false });

  test("learns which feature tells", () => {
    const [telling = 0, silent = 0] = fitted(choices);
    expect(telling).toBeGreaterThan(5 * Math.abs(silent));
  });

  test("follows the choices that count more", () => {
    const against = choices.map((choice) => ({
      ...choice,
      bought: Int32Array.of(((choice.bought[0] ?? 0) + 1) % 3),
      weight: 0.01,
    }));
    const [heavy = 0] = fitted([...choices, ...against]);
    const [even = 0] = fitted([...choices, ...against.map((one) => ({ ...one, weight: 1 }))]);
    expect(heavy).toBeGreaterThan(2 * Math.max(even, 0.1));
  });

  test("learns more sharply from what could be told than from what nobody could", () => {
    const chance = choices.slice(0, 150).map(({ values, rowCount }, at) => {
      return { values, rowCount, bought: Int32Array.of(at % 3), weight: 1 };
    });
    const prior = Float64Array.of(1, 0);
    const [alike = 0] = fitted([...choices, ...chance], prior);
    const [focused = 0] = fitted([...choices, ...chance], prior, 0.6);
    expect(focused).toBeGreaterThan(alike);
  });

  test("stays at the prior where there is nothing to learn from", () => {
    expect(fitted([], Float64Array.of(1, -2))).toEqual(Float64Array.of(1, -2));
  });

  test("stays near a firm prior where there is little", () => {
    const prior = Float64Array.of(1, -2);
    const held = fitRanker(choices.slice(0, 2), {
      featureCount: 2,
      prior,
      priorChoices: 10_000,
      focus: 0.6,
      shouldStop: () => false,
    });
    held.forEach((weight, at) => {
      expect(weight).toBeCloseTo(prior[at] ?? 0, 2);
    });
  });
});
