import { solve } from "../../../../shared/kernel/solve.ts";
import type { Companions } from "../knowledge.ts";
import type { CloseRows } from "./companions.ts";

type RidgeOptions = { readonly predictors: number; readonly ridge: number };

/**
 * For each item, the weights with which its closest others best predict its presence:
 * (G + ridge · I) w = g among those others, G their weighted co-occurrence.
 */
export const solveWeights = (
  rows: CloseRows,
  companions: Companions,
  { predictors, ridge }: RidgeOptions,
): void => {
  const size = Math.min(predictors, rows.rowWidth, companions.width);
  const system: System = {
    matrix: new Float64Array(size * size),
    right: new Float64Array(size),
    place: new Int32Array(rows.itemCount).fill(-1),
  };
  for (let item = 0; item < rows.itemCount; item += 1) {
    const count = fill(item, { rows, size, ridge, system });
    if (count === 0) continue;
    solve(system.matrix, system.right, { size, count });
    for (let k = 0; k < count; k += 1) {
      companions.weight[item * companions.width + k] = system.right[k] ?? 0;
    }
  }
};

type System = {
  readonly matrix: Float64Array;
  readonly right: Float64Array;
  /** Where an item stands among the predictors, or -1. */
  readonly place: Int32Array;
};

type Filling = {
  readonly rows: CloseRows;
  readonly size: number;
  readonly ridge: number;
  readonly system: System;
};

/** Sets up the item's system and returns how many predictors it has. */
const fill = (item: number, { rows, size, ridge, system }: Filling): number => {
  const { matrix, right, place } = system;
  const first = item * rows.rowWidth;
  let count = 0;
  while (count < size && (rows.other[first + count] ?? -1) >= 0) {
    place[rows.other[first + count] ?? 0] = count;
    right[count] = rows.gram[first + count] ?? 0;
    count += 1;
  }
  matrix.fill(0);
  for (let k = 0; k < count; k += 1) {
    const predictor = rows.other[first + k] ?? 0;
    matrix[k * size + k] = (rows.diagonal[predictor] ?? 0) + ridge;
    const end = (predictor + 1) * rows.rowWidth;
    for (let at = predictor * rows.rowWidth; at < end; at += 1) {
      const other = rows.other[at] ?? -1;
      if (other < 0) break;
      const column = place[other] ?? -1;
      if (column < 0) continue;
      // A row is cut to its closest, so a pair may stand in one of its two rows only.
      const shared = rows.gram[at] ?? 0;
      matrix[k * size + column] = shared;
      matrix[column * size + k] = shared;
    }
  }
  for (let k = 0; k < count; k += 1) place[rows.other[first + k] ?? 0] = -1;
  return count;
};
