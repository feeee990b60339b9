/** So many of so many. */
export type Rate = { readonly hits: number; readonly units: number };

export type Bounds = { readonly value: number; readonly low: number; readonly high: number };

/**
 * A share and the span that it may truly lie in, also where none or all are hits.
 * Source: Wilson (1927), Journal of the American Statistical Association 22.
 */
export const rateBounds = ({ hits, units }: Rate, z: number): Bounds => {
  const value = hits / units;
  const square = (z * z) / units;
  const middle = (value + square / 2) / (1 + square);
  const reach =
    (z * Math.sqrt((value * (1 - value)) / units + square / (4 * units))) / (1 + square);
  return {
    value,
    low: hits === 0 ? 0 : Math.max(0, middle - reach),
    high: hits === units ? 1 : Math.min(1, middle + reach),
  };
};

/**
 * The left share less the right one, with its span.
 * Source: Newcombe (1998), Statistics in Medicine 17, method 10.
 */
export const rateDifference = (left: Rate, right: Rate, z: number): Bounds => {
  const [one, two] = [rateBounds(left, z), rateBounds(right, z)];
  const value = one.value - two.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, two.high - two.value),
    high: value + Math.hypot(one.high - one.value, two.value - two.low),
  };
};
