/** Chance that falls the same way in every run: a small generator with a seed (mulberry32). */
export type Chance = {
  /** Evenly in [0, 1). */
  readonly even: () => number;
  /** Normal with mean 0 and deviation 1. */
  readonly normal: () => number;
  /** How many happen where `mean` are expected. */
  readonly count: (mean: number) => number;
};

export const chance = (seed: number): Chance => {
  let state = seed | 0;
  const even = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
  const count = (mean: number) => {
    const least = Math.exp(-mean);
    let happened = 0;
    for (let left = even(); left > least; left *= even()) happened += 1;
    return happened;
  };
  return { even, normal, count };
};
