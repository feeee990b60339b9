import { assert } from "../kernel/assert.ts";
import type { CurrencyCode } from "./currency.ts";

/** A whole number of minor units of one currency: 1999 EUR is €19.99, 1999 JPY is ¥1999. */
export type Money = { readonly minor: number; readonly currency: CurrencyCode };

export const money = (minor: number, currency: CurrencyCode): Money => ({
  minor: wholeMinor(minor),
  currency,
});

export const add = (left: Money, right: Money): Money => {
  assert(left.currency === right.currency, `${left.currency} plus ${right.currency}`);
  return money(left.minor + right.minor, left.currency);
};

export const subtract = (left: Money, right: Money): Money => {
  assert(left.currency === right.currency, `${left.currency} minus ${right.currency}`);
  return money(left.minor - right.minor, left.currency);
};

/** The share of `whole` at `rateBps` (10 000 = all of it), rounded half away from zero. */
export const shareAtRate = (whole: Money, rateBps: number): Money =>
  money(shareOfMinor(whole.minor, rateBps), whole.currency);

/**
 * The largest amount that one price, payment or document may have, in minor units. It leaves
 * room up to 2^53 for the tax on top and for adding up some documents, so that sums stay exact.
 */
export const largestMinor = 100_000_000_000_000;

/** The value itself, asserted to be a whole number that a double holds exactly. */
export const wholeMinor = (minor: number): number => {
  assert(Number.isSafeInteger(minor), `${minor} is not a whole number of minor units`);
  return minor;
};

/** The sum of `values`; 0 of none. Exact, or a broken invariant: it never loses a unit silently. */
export const sumMinor = (values: readonly number[]): number =>
  values.reduce((sum, value) => wholeMinor(sum + wholeMinor(value)), 0);

/** `left` minus `right`, exact. */
export const subtractMinor = (left: number, right: number): number =>
  wholeMinor(wholeMinor(left) - wholeMinor(right));

/** The price of `quantityMilli` thousandths at `unitMinor` a unit, rounded half away from zero. */
export const multiplyMilli = (unitMinor: number, quantityMilli: number): number =>
  proportionOfMinor(unitMinor, { part: quantityMilli, of: 1_000 });

/** The share of `whole` at `rateBps` (10 000 = all of it), rounded half away from zero. */
export const shareOfMinor = (whole: number, rateBps: number): number =>
  proportionOfMinor(whole, { part: rateBps, of: 10_000 });

/** The tax at `rateBps` that is contained in `gross`, rounded half away from zero. */
export const taxWithinMinor = (gross: number, rateBps: number): number =>
  proportionOfMinor(gross, { part: rateBps, of: 10_000 + rateBps });

/** `whole` × `part` / `of`, rounded half away from zero, once. */
export const proportionOfMinor = (whole: number, { part, of }: Proportion): number => {
  const scaled = 2n * BigInt(wholeMinor(whole)) * BigInt(wholeMinor(part));
  const divisor = BigInt(positive(of));
  const half = scaled < 0n ? -divisor : divisor;
  return wholeMinor(Number((scaled + half) / (2n * divisor)));
};

/** `whole` × `part` / `of`, rounded toward zero. */
export const proportionTowardZero = (whole: number, { part, of }: Proportion): number =>
  wholeTimes(BigInt(wholeMinor(whole)) * BigInt(wholeMinor(part)), BigInt(of));

/** How many whole times `unit` goes into `whole`, rounded toward zero. */
export const wholeTimes = (whole: bigint, unit: bigint): number => {
  assert(unit > 0n, `${unit} cannot divide`);
  return wholeMinor(Number(whole / unit));
};

/** How many whole units of `unitMinor` it takes to reach `minor`: rounded up. */
export const unitsNeeded = (minor: number, unitMinor: number): number => {
  const divisor = BigInt(positive(unitMinor));
  return wholeMinor(Number((BigInt(wholeMinor(minor)) + divisor - 1n) / divisor));
};

export type Proportion = { readonly part: number; readonly of: number };

const positive = (of: number): number => {
  assert(wholeMinor(of) > 0, `${of} cannot divide`);
  return of;
};
