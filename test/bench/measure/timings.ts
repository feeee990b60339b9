/** How long each of many calls took. */
export type Timings = {
  readonly add: (ms: number) => void;
  /** The milliseconds that this share of the calls kept within. */
  readonly at: (share: number) => number;
  /** Calls a second, one after another. */
  readonly perS: () => number;
};

export const timings = (): Timings => {
  const all: number[] = [];
  return {
    add: (ms) => {
      all.push(ms);
    },
    at: (share) => {
      const sorted = all.toSorted((left, right) => left - right);
      const place = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
      return Math.round((sorted[place] ?? Number.NaN) * 1_000) / 1_000;
    },
    perS: () => Math.round((1_000 * all.length) / all.reduce((sum, ms) => sum + ms, 0)),
  };
};

/** Runs `work` and notes how long it took. */
export const timed = async <T>(into: Timings, work: () => Promise<T> | T): Promise<T> => {
  const startedMs = performance.now();
  const done = await work();
  into.add(performance.now() - startedMs);
  return done;
};
