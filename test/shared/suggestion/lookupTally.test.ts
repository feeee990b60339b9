import { expect, test } from "vitest";
import { type LookupSale, tallyLookups } from "../../../shared/domain/suggestion/lookupTally.ts";

const sale = (over: Partial<LookupSale>): LookupSale => ({
  lookupId: "one",
  isControl: false,
  businessDay: "2026-11-25",
  totalMinor: 100,
  lineCount: 2,
  outcomes: [],
  ...over,
});

const outcome = (
  sku: string,
  reasonKind: LookupSale["outcomes"][number]["reasonKind"],
  what: LookupSale["outcomes"][number]["outcome"],
) => ({ sku, reasonKind, outcome: what });

const shown = sale({
  totalMinor: 300,
  lineCount: 3,
  outcomes: [
    outcome("MILK", "due", "taken"),
    outcome("RICE", "due", "dismissed"),
    outcome("SOAP", "habit", "bought"),
  ],
});
const passed = sale({ outcomes: [outcome("MILK", "due", "passed")] });
const hidden = sale({
  isControl: true,
  totalMinor: 50,
  lineCount: 1,
  outcomes: [outcome("MILK", "due", "bought"), outcome("SOAP", "habit", "passed")],
});
const all = [shown, passed, hidden];
const everyone = () => true;

test("a kind is taken where something of it went into the basket, whoever put it in, once a sale", () => {
  expect(tallyLookups(all, everyone).kinds).toEqual([
    { kind: "due", shown: { lookups: 2, taken: 1 }, hidden: { lookups: 1, taken: 1 } },
    { kind: "habit", shown: { lookups: 1, taken: 1 }, hidden: { lookups: 1, taken: 0 } },
  ]);
});

test("what would have been shown was not shown: only shown things count by reason and product", () => {
  const { byReason, byProduct } = tallyLookups(all, everyone);
  expect(Object.fromEntries(byReason)).toEqual({
    due: { shown: 3, taken: 1, dismissed: 1 },
    habit: { shown: 1, taken: 0, dismissed: 0 },
  });
  expect(Object.fromEntries(byProduct)).toEqual({
    MILK: { shown: 2, taken: 1, dismissed: 0 },
    RICE: { shown: 1, taken: 0, dismissed: 1 },
    SOAP: { shown: 1, taken: 0, dismissed: 0 },
  });
});

test("each group is summed by itself, and only of what may be compared", () => {
  const tally = tallyLookups(all, (one) => one !== passed);
  expect(tally.lookups).toEqual({ shown: 2, control: 1 });
  expect(tally.shown).toEqual({
    ...{ lookups: 1, sales: 1 },
    basketMinor: { sum: 300n, sumOfSquares: 90_000n },
    lines: { sum: 3n, sumOfSquares: 9n },
  });
  expect(tally.control).toEqual({
    ...{ lookups: 1, sales: 1 },
    basketMinor: { sum: 50n, sumOfSquares: 2_500n },
    lines: { sum: 1n, sumOfSquares: 1n },
  });
  expect(tally.kinds[0]?.shown).toEqual({ lookups: 1, taken: 1 });
  expect(tally.byReason.get("due")?.shown).toBe(3);
});

test("a week goes from Monday to Sunday, and has its own sums", () => {
  const days = ["2026-11-22", "2026-11-23", "2026-11-29", "2026-11-30"];
  const { byWeek } = tallyLookups(
    days.map((businessDay) => ({ ...shown, businessDay })),
    everyone,
  );
  const lookups = [...byWeek].map(([day, week]) => [day, week.shown.lookups, week.counts.shown]);
  expect(lookups).toEqual([
    ["2026-11-16", 1, 3],
    ["2026-11-23", 2, 6],
    ["2026-11-30", 1, 3],
  ]);
});
