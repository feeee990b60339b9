import type { Steps } from "./steps.ts";

/** What is compared between two steps, at most: of names by their alphabet a millisecond or two. */
const RUN_LENGTH = 256;
const COMPARED_A_STEP = 2_000;

/** `items` by `compare`, a little at a time; equal ones stay as they stood. */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (left: T, right: T) => number,
): Steps<readonly T[]> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += RUN_LENGTH) {
    runs.push(items.slice(from, from + RUN_LENGTH).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergeInSteps(runs.slice(at, at + 2), compare));
      yield;
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeInSteps<T>(
  [first = [], second = []]: readonly (readonly T[])[],
  compare: (left: T, right: T) => number,
): Steps<readonly T[]> {
  const merged: T[] = [];
  const others = second[Symbol.iterator]();
  let other = others.next();
  for (const one of first) {
    while (!other.done && compare(other.value, one) < 0) {
      merged.push(other.value);
      other = others.next();
      if (merged.length % COMPARED_A_STEP === 0) yield;
    }
    merged.push(one);
    if (merged.length % COMPARED_A_STEP === 0) yield;
  }
  for (; !other.done; other = others.next()) merged.push(other.value);
  return merged;
}
