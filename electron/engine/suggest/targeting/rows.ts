import type { Outcomes } from "../../../../shared/domain/targeting/fitLogistic.ts";

/** Single rows put one after another. */
export const rowsOf = (
  rows: readonly Float64Array[],
  happened: readonly number[],
  width: number,
): Outcomes => {
  const values = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    values.set(row, at * width);
  });
  return { width, values, happened: Uint8Array.from(happened) };
};

/** The log-odds of `row` by the weights of what is measured in it, on top of `start`. */
export const logOddsBy = (weights: Float64Array, row: Float64Array, start = 0): number => {
  let logOdds = start;
  for (let at = 0; at < row.length; at += 1) logOdds += (row[at] ?? 0) * (weights[at] ?? 0);
  return logOdds;
};

/** Spreads below this are held as if they were as wide. */
const LEAST_VARIANCE = 0.01;

/** What each weight is held with, so that `hold` outcomes of usual doubt weigh as much. */
export const holdBySpread = (outcomes: Outcomes, hold: number): Float64Array => {
  const { width, values, happened } = outcomes;
  const held = new Float64Array(width);
  for (let column = 0; column < width; column += 1) {
    const spread = spreadOf(values, { width, column, rows: happened.length });
    held[column] = hold * Math.max(spread ** 2, LEAST_VARIANCE);
  }
  return held;
};

type Column = { readonly width: number; readonly column: number; readonly rows: number };

/** The standard deviation of one column. */
export const spreadOf = (values: Float64Array, { width, column, rows }: Column): number => {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < rows; row += 1) {
    const value = values[row * width + column] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / Math.max(rows, 1);
  return Math.sqrt(Math.max(squares / Math.max(rows, 1) - mean * mean, 0));
};
