import { defined } from "../../../shared/kernel/assert.ts";

/**
 * A stream of chance that is the same on every machine for the same seed. `fork` starts an
 * independent stream by name, so that one more product does not change every customer.
 */
export type Random = {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number from 0 to `count` - 1. */
  readonly below: (count: number) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly pickWeighted: <T>(list: readonly T[], weightOf: (item: T) => number) => T;
  /** Around `mean`, most within one `spread`; the sum of three even draws. */
  readonly around: (mean: number, spread: number) => number;
  readonly fork: (label: string) => Random;
};

export const seededRandom = (seed: number | string): Random => {
  const next = smallFastCounter(String(seed));
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    pick: (list) => defined(list[below(list.length)], "a choice"),
    pickWeighted: (list, weightOf) => weightedPick(list, weightOf, next()),
    around: (mean, spread) => mean + spread * (next() + next() + next() - 1.5) * 1.2,
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
};

const weightedPick = <T>(
  list: readonly T[],
  weightOf: (item: T) => number,
  position: number,
): T => {
  const total = list.reduce((sum, item) => sum + weightOf(item), 0);
  let rest = position * total;
  for (const item of list) {
    rest -= weightOf(item);
    if (rest < 0) return item;
  }
  return defined(list[list.length - 1], "a weighted choice");
};

/** Chris Doty-Humphrey's sfc32: 32-bit integer steps only, so no platform rounds it differently. */
const smallFastCounter = (seed: string): (() => number) => {
  let a = hash(seed, 1);
  let b = hash(seed, 2);
  let c = hash(seed, 3);
  let counter = 1;
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) step();
  return () => step() / 4_294_967_296;
};

/** FNV-1a over the text, finished by MurmurHash3's mixer. */
const hash = (text: string, salt: number): number => {
  let value = 2_166_136_261 ^ salt;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2_ae35);
  return value ^ (value >>> 16);
};
