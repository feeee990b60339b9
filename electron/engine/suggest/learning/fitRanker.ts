import { solve } from "../../../../shared/kernel/solve.ts";

/** One question of the past: its candidates' features, and which of them were then bought. */
export type PastChoice = {
  readonly values: Float32Array;
  readonly rowCount: number;
  /** Rows that were bought; at least one. */
  readonly bought: Int32Array;
  /** How much it counts beside the others. */
  readonly weight: number;
};

export type FitOptions = {
  readonly featureCount: number;
  /** Where the weights stay when there is little to learn from. */
  readonly prior: Float64Array;
  /** How many choices the prior is worth, for a feature of usual spread. */
  readonly priorChoices: number;
  /**
   * 0 learns from all choices alike. Above, a choice counts by its chance to this power: what nobody
   * could have told teaches little about the few places that are shown.
   */
  readonly focus: number;
  readonly shouldStop: () => boolean;
};

const STEPS = 6;
const FOCUS_ROUNDS = 2;
/** Where weights only move a little, one or two steps reach the new answer. */
const FOCUS_STEPS = 2;
/** The way to the neighbourhood of the answer is walked on a part of the choices. */
const PART = 6;
const FEWEST_IN_PART = 100;
/** A candidate less likely than this hardly bends the curve. */
const HARDLY = 1e-3;

/**
 * Weights under which what was bought is likeliest among its candidates (softmax over each choice),
 * held near `prior`. Newton's method: a handful of passes, no learning rate, the same answer always.
 */
export const fitRanker = (choices: readonly PastChoice[], options: FitOptions): Float64Array => {
  const part = choices.filter((_, at) => at % PART === 0);
  const start =
    part.length < FEWEST_IN_PART ? options.prior : descend(part, options.prior, options);
  let weights = descend(choices, start, options);
  for (let round = 0; round < FOCUS_ROUNDS && options.focus > 0; round += 1) {
    weights = descend(focused(choices, weights, options.focus), weights, {
      ...options,
      steps: FOCUS_STEPS,
    });
  }
  return weights;
};

/** `choices` weighed by how far they could be told, as many as before on the whole. */
const focused = (
  choices: readonly PastChoice[],
  weights: Float64Array,
  focus: number,
): readonly PastChoice[] => {
  let total = 0;
  const told = choices.map((choice) => {
    const { chance } = chancesOf(choice, weights);
    let mean = 0;
    for (const row of choice.bought) mean += (chance[row] ?? 0) / choice.bought.length;
    const weight = choice.weight * mean ** focus;
    total += weight;
    return { ...choice, weight };
  });
  const scale = choices.length / Math.max(total, 1e-9);
  return told.map((choice) => ({ ...choice, weight: choice.weight * scale }));
};

type Descending = FitOptions & { readonly steps?: number };

const descend = (
  choices: readonly PastChoice[],
  start: Float64Array,
  { featureCount, prior, priorChoices, shouldStop, steps = STEPS }: Descending,
): Float64Array => {
  const spread = spreadOf(choices, featureCount);
  const held: Hold = {
    prior,
    hold: spread.map((variance) => priorChoices * Math.max(variance, 1e-4)),
  };
  let weights = Float64Array.from(start);
  let best = lossOf(choices, weights, held);
  for (let step = 0; step < steps && choices.length > 0 && !shouldStop(); step += 1) {
    const move = newtonMove(choices, weights, held);
    const next = stepDown(choices, { ...held, weights, move, best });
    if (!next) break;
    const gain = best - next.loss;
    weights = Float64Array.from(next.weights);
    best = next.loss;
    if (gain < 1e-4 * Math.abs(best)) break;
  }
  return weights;
};

type Hold = { readonly prior: Float64Array; readonly hold: Float64Array };

/** Variance of each feature over all candidates. */
const spreadOf = (choices: readonly PastChoice[], featureCount: number): Float64Array => {
  const sum = new Float64Array(featureCount);
  const square = new Float64Array(featureCount);
  let rows = 0;
  for (const { values, rowCount } of choices) {
    rows += rowCount;
    for (let at = 0; at < rowCount * featureCount; at += 1) {
      const value = values[at] ?? 0;
      const feature = at % featureCount;
      sum[feature] = (sum[feature] ?? 0) + value;
      square[feature] = (square[feature] ?? 0) + value * value;
    }
  }
  return square.map((total, f) => {
    const mean = (sum[f] ?? 0) / Math.max(rows, 1);
    return total / Math.max(rows, 1) - mean * mean;
  });
};

type Chances = { readonly chance: Float64Array; readonly loss: number };

/** The chance of each candidate, and the loss of the choice. */
const chancesOf = (choice: PastChoice, weights: Float64Array): Chances => {
  const { values, rowCount, bought } = choice;
  const width = weights.length;
  const chance = new Float64Array(rowCount);
  let greatest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rowCount; row += 1) {
    let score = 0;
    for (let f = 0; f < width; f += 1) score += (values[row * width + f] ?? 0) * (weights[f] ?? 0);
    chance[row] = score;
    if (score > greatest) greatest = score;
  }
  let meanBought = 0;
  for (const row of bought) meanBought += (chance[row] ?? 0) / bought.length;
  let total = 0;
  for (let row = 0; row < rowCount; row += 1) {
    chance[row] = Math.exp((chance[row] ?? 0) - greatest);
    total += chance[row] ?? 0;
  }
  for (let row = 0; row < rowCount; row += 1) chance[row] = (chance[row] ?? 0) / total;
  return { chance, loss: Math.log(total) + greatest - meanBought };
};

const lossOf = (
  choices: readonly PastChoice[],
  weights: Float64Array,
  { prior, hold }: Hold,
): number => {
  let loss = 0;
  for (const choice of choices) loss += choice.weight * chancesOf(choice, weights).loss;
  weights.forEach((weight, f) => {
    loss += 0.5 * (hold[f] ?? 0) * (weight - (prior[f] ?? 0)) ** 2;
  });
  return loss;
};

/** Minus the Hessian's inverse times the gradient. */
const newtonMove = (
  choices: readonly PastChoice[],
  weights: Float64Array,
  { prior, hold }: Hold,
): Float64Array => {
  const width = weights.length;
  const slope = new Float64Array(width);
  const curve = new Float64Array(width * width);
  const every = choices.length >= PART * FEWEST_IN_PART ? PART : 1;
  choices.forEach((choice, at) => {
    const { chance } = chancesOf(choice, weights);
    const mean = meanOf(choice, chance, width);
    addSlope(choice, mean, slope);
    // The curve only shortens the way: a part of the choices draws it well enough.
    if (at % every === 0) {
      addCurve(choice, { chance, mean, curve, scale: every * choice.weight });
    }
  });
  weights.forEach((weight, f) => {
    slope[f] = (slope[f] ?? 0) - (hold[f] ?? 0) * (weight - (prior[f] ?? 0));
    curve[f * width + f] = (curve[f * width + f] ?? 0) + (hold[f] ?? 0);
  });
  solve(curve, slope, { size: width, count: width });
  return slope;
};

const addSlope = (
  { values, bought, weight }: PastChoice,
  mean: Float64Array,
  slope: Float64Array,
): void => {
  const width = mean.length;
  for (let f = 0; f < width; f += 1) {
    let actual = 0;
    for (const row of bought) actual += (values[row * width + f] ?? 0) / bought.length;
    slope[f] = (slope[f] ?? 0) + weight * (actual - (mean[f] ?? 0));
  }
};

type Curving = {
  readonly chance: Float64Array;
  readonly mean: Float64Array;
  readonly curve: Float64Array;
  readonly scale: number;
};

const addCurve = ({ values, rowCount }: PastChoice, curving: Curving): void => {
  const { chance, mean, curve, scale } = curving;
  const width = mean.length;
  const apart = new Float64Array(width);
  for (let row = 0; row < rowCount; row += 1) {
    const p = chance[row] ?? 0;
    if (p < HARDLY) continue;
    const at = row * width;
    for (let f = 0; f < width; f += 1) apart[f] = (values[at + f] ?? 0) - (mean[f] ?? 0);
    for (let f = 0; f < width; f += 1) {
      const scaled = scale * p * (apart[f] ?? 0);
      const line = f * width;
      for (let g = 0; g <= f; g += 1) {
        curve[line + g] = (curve[line + g] ?? 0) + scaled * (apart[g] ?? 0);
      }
    }
  }
};

const meanOf = (
  { values, rowCount }: PastChoice,
  chance: Float64Array,
  width: number,
): Float64Array => {
  const mean = new Float64Array(width);
  for (let row = 0; row < rowCount; row += 1) {
    const p = chance[row] ?? 0;
    for (let f = 0; f < width; f += 1) {
      mean[f] = (mean[f] ?? 0) + p * (values[row * width + f] ?? 0);
    }
  }
  return mean;
};

type Descent = Hold & {
  readonly weights: Float64Array;
  readonly move: Float64Array;
  readonly best: number;
};

/** The first of the full, half, quarter … move that lowers the loss. */
const stepDown = (
  choices: readonly PastChoice[],
  { weights, move, best, prior, hold }: Descent,
): { readonly weights: Float64Array; readonly loss: number } | undefined => {
  for (let share = 1; share > 0.05; share /= 2) {
    const next = weights.map((weight, f) => weight + share * (move[f] ?? 0));
    const loss = lossOf(choices, next, { prior, hold });
    if (loss < best) return { weights: next, loss };
  }
  return undefined;
};
