import type { Steps } from "../../../shared/kernel/steps.ts";

/** The dearest thing done to an item, reading its row, takes some 20 µs: a step is 2 ms. */
export const ITEMS_A_STEP = 100;

/** Does `one` for each item, a hundred a step. */
export function* inItemSteps(itemCount: number, one: (item: number) => void): Steps<void> {
  for (let item = 0; item < itemCount; item += 1) {
    if (item % ITEMS_A_STEP === 0) yield;
    one(item);
  }
}
