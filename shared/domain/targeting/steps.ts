/** Work that is done a little at a time: between two steps somebody else has a turn. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all the steps at once: for tests, measures and a thread of its own. */
export const finish = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};

/** Does the steps with a pause after each, in which others have their turn. */
export const withPauses = async <T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> => {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
};
