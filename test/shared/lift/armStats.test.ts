import Database from "better-sqlite3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ArmStats, wholeSum } from "../../../shared/domain/lift/armStats.ts";
import { campaignLift } from "../../../shared/domain/lift/campaignLift.ts";
import { armOf } from "./village.ts";

const db = new Database(":memory:");
db.exec("CREATE TABLE spends (one INTEGER NOT NULL, two INTEGER NOT NULL) STRICT");
const insert = db.prepare<[bigint, bigint]>("INSERT INTO spends VALUES (?, ?)");
const cut = db
  .prepare<[], { high: bigint; mixed: bigint; low: bigint }>(
    `SELECT sum((one >> 20) * (two >> 20)) AS high,
            sum((one >> 20) * (two & 1048575) + (one & 1048575) * (two >> 20)) AS mixed,
            sum((one & 1048575) * (two & 1048575)) AS low
       FROM spends`,
  )
  .safeIntegers();

test("SQLite's cut sums are the exact sum of products, whatever was spent or given back", () => {
  const minor = fc.bigInt({ min: -100_000_000_000_000n, max: 100_000_000_000_000n });
  fc.assert(
    fc.property(fc.array(fc.tuple(minor, minor), { minLength: 1, maxLength: 60 }), (pairs) => {
      db.exec("DELETE FROM spends");
      for (const [one, two] of pairs) insert.run(one, two);
      const sums = cut.get();
      const exact = pairs.reduce((sum, [one, two]) => sum + one * two, 0n);
      expect(sums && wholeSum(sums)).toBe(exact);
    }),
  );
});

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
