import type { Steps } from "../../../shared/kernel/steps.ts";

/** Lets waiting calls run before long work goes on. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Does all the steps, with a turn for waiting calls between two of them. */
export const inTurns = async <T>(steps: Steps<T>): Promise<T> => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
};
