import type { Steps } from "../../../../shared/kernel/steps.ts";
import { inItemSteps } from "../itemSteps.ts";
import { type Bearings, takeBearings } from "../ranking/bearings.ts";
import { type Desk, newDesk } from "../ranking/desk.ts";
import { type Feature, featuresOf, type Task } from "../ranking/features.ts";
import { type NamedItem, readGoods } from "../ranking/goods.ts";
import type { Situation } from "../ranking/situation.ts";
import { featureTable } from "../ranking/table.ts";
import type { Learned } from "../tables/saveModel.ts";
import { tellingWords } from "./likeness.ts";

/** What was learned, laid out in memory to answer in a millisecond. */
export type SuggestModel = {
  readonly skus: readonly string[];
  readonly itemBySku: ReadonlyMap<string, number>;
  readonly bearings: Bearings;
  readonly desk: Desk;
  readonly ranker: Learned["ranker"];
  readonly learnedAtMs: number;
  /** The day of the first sale that was learned from; infinite before the first. */
  readonly tradingSinceDay: number;
  /** The words of each item's name that tell what it is; sizes and packings do not. */
  readonly tellingWords: readonly ReadonlySet<string>[];
  /** Undefined where an item is in none. */
  readonly categories: readonly (string | undefined)[];
};

/** `score` is the chance among all candidates that it is taken next: they sum to 1. */
export type Ranked = { readonly item: number; readonly score: number };

/** `goods` are the items as the catalogue has them today, in the order of `learned.skus`. */
export function* openModel(learned: Learned, goods: readonly NamedItem[]): Steps<SuggestModel> {
  const { skus, knowledge, ranker, learnedAtMs } = learned;
  const bearings = yield* takeBearings(knowledge, yield* readGoods(goods));
  const itemBySku = new Map<string, number>();
  const words: ReadonlySet<string>[] = [];
  const categories: (string | undefined)[] = [];
  yield* inItemSteps(skus.length, (item) => {
    itemBySku.set(skus[item] ?? "", item);
    words.push(tellingWords(goods[item]?.name ?? ""));
    categories.push(goods[item]?.category ?? undefined);
  });
  return {
    skus,
    itemBySku,
    bearings,
    desk: newDesk(skus.length),
    ranker,
    learnedAtMs,
    tradingSinceDay: firstSaleDay(knowledge),
    tellingWords: words,
    categories,
  };
}

const firstSaleDay = ({ baskets, firstDay }: Learned["knowledge"]): number =>
  firstDay.reduce(
    (first, day, item) => ((baskets[item] ?? 0) > 0 ? Math.min(first, day) : first),
    Number.POSITIVE_INFINITY,
  );

/**
 * All candidates of the moment, best first: what the ranking alone says. The guards of the till
 * (stock, wishes, variety) are in `answerSuggestions.ts`; benchmarks ask here.
 */
export const rank = (model: SuggestModel, situation: Situation): readonly Ranked[] => {
  const task: Task = situation.basket.length > 0 ? "with-basket" : "history-only";
  const features = featuresByTask[task];
  const table = featureTable(model.desk, model.bearings, { situation, features });
  const chances = chancesOf(table.values, model.ranker[task], table.items.length);
  const ranked: Ranked[] = [];
  for (let row = 0; row < chances.length; row += 1) {
    ranked.push({ item: table.items[row] ?? 0, score: chances[row] ?? 0 });
  }
  return ranked.sort((left, right) => right.score - left.score || left.item - right.item);
};

/** The softmax of the rows' weighted sums. */
const chancesOf = (values: Float32Array, weights: Float64Array, count: number): Float64Array => {
  const chances = new Float64Array(count);
  let greatest = -Infinity;
  for (let row = 0; row < count; row += 1) {
    const height = weighed(values, row, weights);
    chances[row] = height;
    greatest = Math.max(greatest, height);
  }
  let total = 0;
  for (let row = 0; row < count; row += 1) {
    const chance = Math.exp((chances[row] ?? 0) - greatest);
    chances[row] = chance;
    total += chance;
  }
  for (let row = 0; row < count; row += 1) chances[row] = (chances[row] ?? 0) / total;
  return chances;
};

const weighed = (values: Float32Array, row: number, weights: Float64Array): number => {
  const start = row * weights.length;
  let height = 0;
  for (let place = 0; place < weights.length; place += 1) {
    height += (weights[place] ?? 0) * (values[start + place] ?? 0);
  }
  return height;
};

const featuresByTask: Readonly<Record<Task, readonly Feature[]>> = {
  "with-basket": featuresOf("with-basket"),
  "history-only": featuresOf("history-only"),
};
