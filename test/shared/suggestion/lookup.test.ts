import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReasonKind } from "../../../shared/contract/suggestion.ts";
import {
  isControlLookup,
  type ReasonKind as Kind,
  lookupLot,
  shownOutcomes,
} from "../../../shared/domain/suggestion/lookup.ts";

describe("the control share", () => {
  test("is about as large as it was set, whatever the ids look like", () => {
    for (const bps of [0, 500, 2_000, 10_000]) {
      const control = Array.from({ length: 20_000 }, (_, at) =>
        isControlLookup(`0190a000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`, bps),
      ).filter((is) => is).length;
      expect(Math.abs(control / 20_000 - bps / 10_000)).toBeLessThan(0.006);
    }
  });

  test("is nobody where the share is nothing", () => {
    // This id's lot is the lowest of all.
    const id = Array.from({ length: 200_000 }, (_, at) => `lookup-${at}`).find(
      (each) => lookupLot(each) === 0,
    );
    expect(id && isControlLookup(id, 0)).toBe(false);
    expect(id && isControlLookup(id, 1)).toBe(true);
  });

  test("is the same each time it is asked, and only grows with the share", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(10_000), fc.nat(10_000), (id, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(isControlLookup(id, less)).toBe(isControlLookup(id, less));
        if (isControlLookup(id, less)) expect(isControlLookup(id, more)).toBe(true);
      }),
    );
  });
});

describe("what became of what was shown", () => {
  const shown = [
    { sku: "MILK", reasonKind: "goes-with" },
    { sku: "RICE", reasonKind: "due" },
    { sku: "SOAP", reasonKind: "habit" },
    { sku: "MUG", reasonKind: "popular-now" },
    { sku: "MILK", reasonKind: "habit" },
  ] as const;

  test("is told once for each thing, by the reason it was first shown for", () => {
    const outcomes = shownOutcomes(shown, {
      lines: [{ sku: "MILK", suggested: true }, { sku: "RICE" }, { sku: "TEA", suggested: true }],
      dismissedSkus: ["SOAP", "RICE", "NEVER"],
    });
    expect(outcomes).toEqual([
      { sku: "MILK", reasonKind: "goes-with", outcome: "taken" },
      { sku: "RICE", reasonKind: "due", outcome: "bought" },
      { sku: "SOAP", reasonKind: "habit", outcome: "dismissed" },
      { sku: "MUG", reasonKind: "popular-now", outcome: "passed" },
    ]);
  });
});

test("every kind of reason may come back with a sale", () => {
  const kinds: Readonly<Record<Kind, true>> = {
    due: true,
    habit: true,
    "goes-with": true,
    "goes-with-habit": true,
    "often-in-category": true,
    "popular-now": true,
    new: true,
  };
  expect([...ReasonKind.options].sort()).toEqual(Object.keys(kinds).sort());
});
