/** Work that is done a little at a time: between two steps somebody else has a turn. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all the steps at once: for tests, measures and a thread of its own. */
export const finish = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};
