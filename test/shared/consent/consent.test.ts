import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ConsentEntry,
  type ConsentState,
  consentMatters,
  consentState,
  currentConsents,
  mayMarket,
  mayPersonalize,
  strictest,
} from "../../../shared/domain/consent/consent.ts";

const said = (state: ConsentEntry["state"], matter: Partial<ConsentEntry> = {}): ConsentEntry => ({
  purpose: "marketing",
  channel: "print",
  state,
  atMs: 1_000,
  wording: "May we give you coupons on paper?",
  source: "counter",
  ...matter,
});

test("nothing is granted by default", () => {
  for (const matter of consentMatters) expect(consentState([], matter)).toBe("never-asked");
  expect(mayPersonalize([])).toBe(false);
  expect(mayMarket([], "print")).toBe(false);
});

test("the last row written counts, whatever its clock says", () => {
  const ledger = [said("granted", { atMs: 9_000 }), said("withdrawn", { atMs: 1_000 })];
  expect(mayMarket(ledger, "print")).toBe(false);
  expect(mayMarket(ledger.toReversed(), "print")).toBe(true);
});

test("a consent covers its own purpose and channel only", () => {
  const ledger = [said("granted")];
  expect(mayMarket(ledger, "print")).toBe(true);
  expect(mayMarket(ledger, "sms")).toBe(false);
  expect(mayPersonalize(ledger)).toBe(false);
  expect(mayPersonalize([said("granted", { purpose: "personalization", channel: "sms" })])).toBe(
    false,
  );
  const atCounter = said("granted", { purpose: "personalization", channel: "counter" });
  expect(mayPersonalize([atCounter])).toBe(true);
});

test("the current consents are the last word on each matter ever spoken of", () => {
  const ledger = [said("granted"), said("granted", { channel: "sms" }), said("withdrawn")];
  expect(currentConsents(ledger)).toEqual([said("withdrawn"), said("granted", { channel: "sms" })]);
});

const states: readonly ConsentState[] = ["granted", "withdrawn", "never-asked"];

test.each<[ConsentState, ConsentState, ConsentState]>([
  ["granted", "granted", "granted"],
  ["granted", "withdrawn", "withdrawn"],
  ["granted", "never-asked", "granted"],
  ["withdrawn", "never-asked", "withdrawn"],
  ["never-asked", "never-asked", "never-asked"],
])("%s and %s make %s", (left, right, merged) => {
  expect(strictest(left, right)).toBe(merged);
});

test("merging never depends on the order of the records", () => {
  const state = fc.constantFrom(...states);
  fc.assert(
    fc.property(state, state, state, (one, two, three) => {
      expect(strictest(one, two)).toBe(strictest(two, one));
      expect(strictest(strictest(one, two), three)).toBe(strictest(one, strictest(two, three)));
      expect(strictest(one, one)).toBe(one);
    }),
  );
});
