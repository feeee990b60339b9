import { describe, expect, test } from "vitest";
import type { DemoSale } from "../../../electron/engine/demo/plan.ts";
import { groupOf, type Kind } from "../../../electron/engine/demo/shelf/shelf.ts";
import { wholeShop } from "./smallShop.ts";

const { sales, customers } = wholeShop;

const has = (sale: DemoSale, kind: Kind): boolean => {
  const skus = groupOf(kind).rows.map(([sku]) => sku);
  return sale.lines.some(({ sku }) => skus.includes(sku));
};

const withKind = (kind: Kind, among = sales) => among.filter((sale) => has(sale, kind));

/** How many times as often `right` is bought with `left` as by itself. */
const lift = (left: Kind, right: Kind): number => {
  const withLeft = withKind(left);
  const share = withKind(right, withLeft).length / withLeft.length;
  return share / (withKind(right).length / sales.length);
};

const localDay = (atMs: number): string =>
  new Date(atMs + 7 * 3_600_000).toISOString().slice(0, 10);

const countFrom = (some: readonly DemoSale[], fromDay: string, toDay: string): number =>
  some.filter(({ soldAtMs }) => localDay(soldAtMs) >= fromDay && localDay(soldAtMs) <= toDay)
    .length;

/** Days between the purchases of one kind by each customer, in the middle. */
const medianGapDays = (kind: Kind): number => {
  const lastByCustomer = new Map<number, number>();
  const gaps: number[] = [];
  for (const { customerIndex = -1, soldAtMs } of withKind(kind)) {
    const lastAtMs = lastByCustomer.get(customerIndex);
    if (customerIndex >= 0 && lastAtMs) gaps.push((soldAtMs - lastAtMs) / 86_400_000);
    lastByCustomer.set(customerIndex, soldAtMs);
  }
  return gaps.sort((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0;
};

describe("what is bought together", () => {
  test.each([
    ["ground-coffee", "condensed-milk", 4],
    ["ground-coffee", "phin", 4],
    ["instant-noodle", "egg", 1.7],
    ["beer", "nuts", 5],
    ["diaper", "baby-wipe", 8],
    ["candied-fruit", "tet-seeds", 10],
    ["moon-cake", "loose-tea", 2.5],
    ["incense", "votive-paper", 8],
    ["detergent", "softener", 8],
  ] as const)("%s goes with %s at least %d times as often as by chance", (left, right, times) => {
    expect(lift(left, right)).toBeGreaterThan(times);
  });

  test("what has nothing to do with each other is not found together", () => {
    expect(lift("ground-coffee", "diaper")).toBeLessThan(0.7);
    expect(lift("beer", "baby-food")).toBeLessThan(0.7);
  });
});

describe("what is bought again", () => {
  test.each([
    ["ground-coffee", 12, 20],
    ["rice", 24, 42],
    ["diaper", 12, 28],
    ["instant-noodle", 7, 22],
  ] as const)("%s comes back after %d to %d days", (kind, low, high) => {
    expect(medianGapDays(kind)).toBeGreaterThan(low);
    expect(medianGapDays(kind)).toBeLessThan(high);
  });

  test("most sales with a name are by a few hundred regulars, and many people came once or twice", () => {
    const counts = new Map<number, number>();
    for (const { customerIndex } of sales) {
      if (customerIndex !== undefined)
        counts.set(customerIndex, (counts.get(customerIndex) ?? 0) + 1);
    }
    const sorted = [...counts.values()].sort((left, right) => right - left);
    const named = sorted.reduce((sum, count) => sum + count, 0);
    const best = sorted.slice(0, 400).reduce((sum, count) => sum + count, 0);
    expect(best / named).toBeGreaterThan(0.5);
    expect(sorted.filter((count) => count <= 2).length).toBeGreaterThan(customers.length * 0.2);
  });
});

describe("what the year brings", () => {
  test("Tết goods are sold in the five weeks before Tết, more and more, and not in summer", () => {
    const tet = withKind("candied-fruit");
    expect(countFrom(tet, "2026-02-01", "2026-02-16")).toBeGreaterThan(
      countFrom(tet, "2026-01-10", "2026-01-25") * 2,
    );
    expect(countFrom(tet, "2026-02-20", "2026-12-31")).toBe(0);
  });

  test("the shop is shut on the first three days of the new year", () => {
    expect(countFrom(sales, "2026-02-17", "2026-02-19")).toBe(0);
    expect(countFrom(sales, "2026-02-16", "2026-02-16")).toBeGreaterThan(50);
  });

  test("mooncakes come before Mid-Autumn in both years", () => {
    const cakes = withKind("moon-cake");
    expect(countFrom(cakes, "2025-09-01", "2025-10-06")).toBeGreaterThan(50);
    expect(countFrom(cakes, "2026-08-21", "2026-09-25")).toBeGreaterThan(50);
    expect(countFrom(cakes, "2025-10-07", "2026-08-19")).toBe(0);
  });

  test("cold drinks sell in the heat", () => {
    const drinks = withKind("soft-drink");
    expect(countFrom(drinks, "2026-04-01", "2026-05-31")).toBeGreaterThan(
      countFrom(drinks, "2025-12-01", "2026-01-31") * 1.3,
    );
  });

  test("weekends are busier than Mondays", () => {
    const onWeekday = (weekday: number) =>
      sales.filter(({ soldAtMs }) => new Date(soldAtMs + 7 * 3_600_000).getUTCDay() === weekday);
    expect(onWeekday(6).length).toBeGreaterThan(onWeekday(1).length * 1.1);
    expect(onWeekday(0).length).toBeGreaterThan(onWeekday(1).length * 1.1);
  });
});
