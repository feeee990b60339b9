/**
 * How alike two texts are, 0 to 1, by Jaro's measure with Winkler's weight on a common beginning.
 * Source: Winkler, "String Comparator Metrics", 1990; scale 0.1 over at most four letters.
 */
export const jaroWinkler = (left: string, right: string): number => {
  const jaro = jaroSimilarity(left, right);
  return jaro + commonPrefix(left, right) * 0.1 * (1 - jaro);
};

/** Jaro's measure: the share of common letters near each other, less those out of order. */
export const jaroSimilarity = (left: string, right: string): number => {
  if (left === right) return 1;
  const [short, long] = ordered(left, right);
  const pairs = matchLetters(short, long);
  if (pairs.length === 0) return 0;
  const inLong = pairs.map(([, at]) => at).sort((a, b) => a - b);
  const swapped = pairs.filter(([at], rank) => short[at] !== long[inLong[rank] ?? -1]).length;
  const common = pairs.length;
  return (common / short.length + common / long.length + (common - swapped / 2) / common) / 3;
};

/** One order for both ways round: greedy matching would otherwise not be symmetric. */
const ordered = (left: string, right: string): readonly [string, string] =>
  left.length < right.length || (left.length === right.length && left < right)
    ? [left, right]
    : [right, left];

/** Each letter of `short` with the first free equal letter of `long` within Jaro's window. */
const matchLetters = (short: string, long: string): readonly (readonly [number, number])[] => {
  const window = Math.max(0, Math.floor(long.length / 2) - 1);
  const taken = new Set<number>();
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < short.length; at += 1) {
    const end = Math.min(long.length - 1, at + window);
    for (let other = Math.max(0, at - window); other <= end; other += 1) {
      if (taken.has(other) || short[at] !== long[other]) continue;
      taken.add(other);
      pairs.push([at, other]);
      break;
    }
  }
  return pairs;
};

const commonPrefix = (left: string, right: string): number => {
  let length = 0;
  while (length < 4 && length < left.length && left[length] === right[length]) length += 1;
  return length;
};
