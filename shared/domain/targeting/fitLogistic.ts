import { solve } from "../../kernel/solve.ts";

/** What happened to whom: a row of `width` values each, and whether it came true. */
export type Outcomes = {
  readonly width: number;
  /** Row after row. */
  readonly values: Float64Array;
  /** 1 where it came true, else 0. */
  readonly happened: Uint8Array;
  /** The log-odds that each row starts from. Absent: none. */
  readonly offset?: Float64Array;
};

export type Held = {
  /** Where the weights stay when there is little to learn from. */
  readonly prior: Float64Array;
  /** How strongly each weight is held there. */
  readonly hold: Float64Array;
};

const PASSES = 12;

/** The chance that log-odds stand for. */
export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** The log-odds of a chance, kept off the ends. */
export const logOddsOf = (chance: number): number => {
  const kept = Math.min(Math.max(chance, 1e-4), 1 - 1e-4);
  return Math.log(kept / (1 - kept));
};

/**
 * The weights of a logistic regression that is held near `prior`, by Newton's method: a handful of
 * passes, no learning rate, the same answer always. Without rows the answer is the prior.
 */
export const fitLogistic = (outcomes: Outcomes, held: Held): Float64Array => {
  let weights: Float64Array = Float64Array.from(held.prior);
  let here = slopeAt(outcomes, weights, held);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const move = here.slope;
    solve(here.curve, move, { size: weights.length, count: weights.length });
    const found = stepDown(outcomes, held, { weights, move, loss: here.loss });
    if (!found) break;
    const gain = here.loss - found.here.loss;
    weights = found.weights;
    here = found.here;
    if (gain < 1e-6 * Math.abs(here.loss)) break;
  }
  return weights;
};

type Slope = { readonly loss: number; readonly slope: Float64Array; readonly curve: Float64Array };

type Descent = {
  readonly weights: Float64Array;
  readonly move: Float64Array;
  readonly loss: number;
};

/** The first of the full, half, quarter … move that lowers the loss. */
const stepDown = (
  outcomes: Outcomes,
  held: Held,
  { weights, move, loss }: Descent,
): { readonly weights: Float64Array; readonly here: Slope } | undefined => {
  for (let share = 1; share > 0.05; share /= 2) {
    const next = weights.map((weight, at) => weight + share * (move[at] ?? 0));
    const here = slopeAt(outcomes, next, held);
    if (here.loss < loss) return { weights: next, here };
  }
  return undefined;
};

/** The loss, the way down and how it bends. */
const slopeAt = (
  { width, values, happened, offset }: Outcomes,
  weights: Float64Array,
  { prior, hold }: Held,
): Slope => {
  const slope = new Float64Array(width);
  const curve = new Float64Array(width * width);
  let loss = 0;
  for (let row = 0; row < happened.length; row += 1) {
    const own = values.subarray(row * width, (row + 1) * width);
    let logOdds = offset?.[row] ?? 0;
    for (let f = 0; f < width; f += 1) logOdds += (own[f] ?? 0) * (weights[f] ?? 0);
    const chance = chanceOf(logOdds);
    const came = happened[row] ?? 0;
    loss += softPlus(came === 1 ? -logOdds : logOdds);
    addRow(own, { miss: came - chance, bend: chance * (1 - chance), slope, curve });
  }
  for (let f = 0; f < width; f += 1) {
    const away = (weights[f] ?? 0) - (prior[f] ?? 0);
    loss += 0.5 * (hold[f] ?? 0) * away * away;
    slope[f] = (slope[f] ?? 0) - (hold[f] ?? 0) * away;
    curve[f * width + f] = (curve[f * width + f] ?? 0) + (hold[f] ?? 0);
  }
  return { loss, slope, curve };
};

type Adding = {
  readonly miss: number;
  readonly bend: number;
  readonly slope: Float64Array;
  readonly curve: Float64Array;
};

const addRow = (own: Float64Array, { miss, bend, slope, curve }: Adding): void => {
  const width = own.length;
  for (let f = 0; f < width; f += 1) {
    const value = own[f] ?? 0;
    // Most of a row is nothing: levels of other campaigns, goods never bought.
    if (value === 0) continue;
    slope[f] = (slope[f] ?? 0) + miss * value;
    const scaled = bend * value;
    const line = f * width;
    for (let g = 0; g <= f; g += 1)
      curve[line + g] = (curve[line + g] ?? 0) + scaled * (own[g] ?? 0);
  }
};

const softPlus = (value: number): number =>
  value > 30 ? value : Math.log1p(Math.exp(Math.min(value, 30)));
