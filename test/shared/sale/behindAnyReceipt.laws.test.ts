import fc from "fast-check";
import { expect, test } from "vitest";
import { behindAnyReceipt } from "../../../shared/domain/sale/behindAnyReceipt.ts";
import { DAY_MS } from "../../../shared/kernel/day.ts";

test.each([
  ["as soon as the shop is made", 0, 100_000],
  ["after a week", 7 * DAY_MS, 110_080],
  ["after a year", 365 * DAY_MS, 625_600],
  ["by a clock that was set back", -DAY_MS, 100_000],
])("numbers go on %s", (_, nowMs, expected) => {
  expect(behindAnyReceipt({ madeAtMs: 0, nowMs })).toBe(expected);
});

type Step =
  | { readonly kind: "sell"; readonly count: number; readonly everyMs: number }
  | { readonly kind: "backup" }
  | { readonly kind: "restore"; readonly waitMs: number; readonly from: number };

const MINUTE_MS = 60_000;
const wait = (min: number) => fc.oneof(fc.integer({ min, max: min + 9 }), fc.nat(3 * DAY_MS));

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("sell" as const),
      count: fc.integer({ min: 1, max: 3_000 }),
      everyMs: wait(MINUTE_MS).map((ms) => Math.max(MINUTE_MS, ms)),
    }),
    fc.record({ kind: fc.constant("backup" as const) }),
    fc.record({ kind: fc.constant("restore" as const), waitMs: wait(0), from: fc.nat(5) }),
  ),
  { maxLength: 40, size: "max" },
);

type Given = { readonly from: number; readonly to: number };

/** What comes on paper after a rush of `first` sales, while restores replace what cannot be read. */
const givenIn = (first: number, story: readonly Step[]): readonly Given[] => {
  let [nowMs, sequence] = [0, first];
  const [backups, given] = [[0, first], [{ from: 1, to: first }]];
  for (const step of story) {
    if (step.kind === "backup") backups.unshift(sequence);
    if (step.kind === "restore") {
      nowMs += step.waitMs;
      const known = backups[step.from % backups.length] ?? 0;
      sequence = Math.max(known, behindAnyReceipt({ madeAtMs: 0, nowMs }));
    }
    if (step.kind === "sell") {
      nowMs += step.count * step.everyMs;
      given.push({ from: sequence + 1, to: sequence + step.count });
      sequence += step.count;
    }
  }
  return given;
};

test("no number comes on paper twice, whichever backups are put back and how often", () => {
  const first = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(first, steps, (rush, story) => {
      const inOrder = [...givenIn(rush, story)].sort((left, right) => left.from - right.from);
      for (const [at, { to }] of inOrder.entries()) {
        expect(to).toBeLessThan(inOrder[at + 1]?.from ?? Number.POSITIVE_INFINITY);
      }
    }),
    { numRuns: 500 },
  );
});
