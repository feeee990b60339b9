import { expect, test } from "vitest";
import { IDS_A_PAGE, sampleIds } from "../../../electron/engine/suggest/targeting/sampleIds.ts";

const sorted = Array.from({ length: 5 * IDS_A_PAGE }, (_, at) => `id-${at}`).sort();

const sampleOf = (ids: readonly string[], most: number): readonly string[] =>
  sampleIds((after) => {
    const from = ids.findIndex((id) => id > after);
    return from < 0 ? [] : ids.slice(from, from + IDS_A_PAGE);
  }, most);

test("all are taken where there are no more than may be", () => {
  expect(sampleOf([], 10)).toEqual([]);
  expect(sampleOf(sorted, sorted.length)).toEqual(sorted);
});

test("of too many no more than may be are taken, and hardly fewer than half of that", () => {
  for (const most of [100, 700, 2_000]) {
    const sample = sampleOf(sorted, most);
    expect(sample.length).toBeLessThanOrEqual(most);
    expect(sample.length).toBeGreaterThan(0.4 * most);
    expect(new Set(sample).size).toBe(sample.length);
  }
});

test("by lot, and not those that stand first", () => {
  const places = sampleOf(sorted, 700).map((id) => sorted.indexOf(id));
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  expect(Math.abs(mean / sorted.length - 0.5)).toBeLessThan(0.05);
  expect(sampleOf(sorted, 700)).toEqual(sampleOf(sorted, 700));
});
