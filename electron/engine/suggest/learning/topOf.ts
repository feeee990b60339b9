/**
 * Moves the `count` entries of `ids[0..length)` with the greatest `keys[id]` to the front, best
 * first, and returns how many stand there. Ties go to the smaller id, so that order never depends
 * on how the data came.
 */
export const topOf = (
  ids: Int32Array,
  length: number,
  ranking: { readonly keys: Float32Array | Float64Array; readonly count: number },
): number => {
  const { keys } = ranking;
  const count = Math.min(ranking.count, length);
  if (count < length) partition(ids, length, { keys, count });
  sortFront(ids, count, keys);
  return count;
};

type Keys = Float32Array | Float64Array;

const isBefore = (keys: Keys, left: number, right: number): boolean => {
  const difference = (keys[left] ?? 0) - (keys[right] ?? 0);
  return difference > 0 || (difference === 0 && left < right);
};

/** Quickselect with the middle element as pivot. */
const partition = (
  ids: Int32Array,
  length: number,
  { keys, count }: { readonly keys: Keys; readonly count: number },
): void => {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const pivot = ids[(low + high) >> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while (isBefore(keys, ids[left] ?? 0, pivot)) left += 1;
      while (isBefore(keys, pivot, ids[right] ?? 0)) right -= 1;
      if (left <= right) {
        const swapped = ids[left] ?? 0;
        ids[left] = ids[right] ?? 0;
        ids[right] = swapped;
        left += 1;
        right -= 1;
      }
    }
    if (count - 1 <= right) high = right;
    else if (count - 1 >= left) low = left;
    else return;
  }
};

const sortFront = (ids: Int32Array, count: number, keys: Keys): void => {
  const front = ids.subarray(0, count);
  front.sort((left, right) => (isBefore(keys, left, right) ? -1 : 1));
};
