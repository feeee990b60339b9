import { expect, test } from "vitest";
import type { ArmStats } from "../../../shared/domain/lift/armStats.ts";
import { campaignLift } from "../../../shared/domain/lift/campaignLift.ts";
import { armOf } from "./village.ts";

const days = { fromDay: "2026-11-01", toDay: "2026-11-30", horizonDays: 0, today: "2026-12-01" };
const some = armOf([1, 2, 3, 0, 0, 5, 4, 2, 0, 1, 1, 1]);

test.each<[string, Partial<ArmStats>]>([
  ["more buyers than customers", { buyers: 13 }],
  ["half a customer", { customers: 12.5 }],
  ["squares too small for their sum", { spendMinor: { sum: 20n, sumOfSquares: 1n } }],
  [
    "a time before that only one group knows",
    {
      spendMinor: {
        ...some.spendMinor,
        before: { sum: 0n, sumOfSquares: 0n, sumOfProducts: 0n },
      },
    },
  ],
])("%s is a defect, not a lift", (_, wrong) => {
  const arms = { issued: { ...some, ...wrong }, heldOut: some };
  expect(() => campaignLift({ arms }, days)).toThrow("broken invariant");
});
