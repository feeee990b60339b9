import type { Engine } from "./context.ts";

/** A step ends with the one in which its time is over: the till is let in twenty times a second. */
const STEP_MS = 20;

/** Does as many of `all`, from their start, as there is time for in a step: at least one. Answers how many. */
export const timedStep = <T>(
  { monotonicMs }: Engine,
  all: readonly T[],
  one: (each: T) => void,
): number => {
  const endMs = monotonicMs() + STEP_MS;
  let done = 0;
  for (const each of all) {
    one(each);
    done += 1;
    if (monotonicMs() > endMs) break;
  }
  return done;
};
