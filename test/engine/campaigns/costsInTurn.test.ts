import { expect, test } from "vitest";
import { costsInTurn } from "../../../electron/engine/usecases/campaigns/costsInTurn.ts";

const people = (count: number) => Array.from({ length: count }, (_, at) => `person-${at}`);

/** Who stands first costs most. */
const costOf = (customerId: string) => Math.max(0, 300 - Number(customerId.split("-")[1]));

const inTurn = (customerIds: readonly string[], weighable: readonly string[]) => {
  let weighed = 0;
  const costs = costsInTurn({
    ...{ customerIds, weighable, unweighedMinor: 9_000 },
    weigh: (ids) => {
      weighed += ids.length;
      return ids.map((customerId) => ({ customerId, expectedCostMinor: costOf(customerId) }));
    },
  });
  return { costs, weighed: () => weighed };
};

test("who may be weighed counts as they are, others as those about them, and nobody further on is weighed", () => {
  const all = people(1_000);
  const { costs, weighed } = inTurn(
    all,
    all.filter((_, at) => at % 2 === 0),
  );
  expect(costs.get("person-0")).toBe(300);
  expect(costs.get("person-1")).toBe(276);
  expect(costs.get("person-150")).toBe(150);
  expect(costs.get("person-151")).toBe(126);
  expect(weighed()).toBe(100);
});

test("before anybody is weighed all coupons count as used", () => {
  const all = people(120);
  const { costs } = inTurn(all, all.slice(50));
  expect(costs.get("person-49")).toBe(9_000);
  expect(costs.get("person-50")).toBe(250);
});

test("who may not be weighed costs the parts of a unit that those about them cost", () => {
  const all = people(4);
  const costs = costsInTurn({
    ...{ customerIds: all, weighable: all.slice(0, 2), unweighedMinor: 9_000 },
    weigh: (ids) => ids.map((customerId) => ({ customerId, expectedCostMinor: 0.4 })),
  });
  expect(costs.get("person-3")).toBeCloseTo(0.4);
});
