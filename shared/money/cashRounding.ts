import { assert } from "../kernel/assert.ts";
import { proportionOfMinor, wholeMinor } from "./money.ts";

/**
 * `minor` at the nearest multiple of `stepMinor`, half away from zero: what can be paid in coins
 * and notes. A step of 0 or 1 leaves it alone. The difference is the document's rounding line.
 */
export const roundCash = (minor: number, stepMinor: number): number => {
  assert(wholeMinor(stepMinor) >= 0, `a cash step of ${stepMinor} is negative`);
  if (stepMinor <= 1) return wholeMinor(minor);
  return wholeMinor(proportionOfMinor(minor, { part: 1, of: stepMinor }) * stepMinor);
};
