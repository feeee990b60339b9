import type { Task } from "./features.ts";
import { priorWeights } from "./priorWeights.ts";

/** The weights of each task's features, in the features' order. */
export type Ranker = Readonly<Record<Task, Float64Array>>;

export const priorRanker = (): Ranker => ({
  "with-basket": priorWeights("with-basket"),
  "history-only": priorWeights("history-only"),
});
