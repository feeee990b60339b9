import { type Bearings, takeBearings } from "../ranking/bearings.ts";
import { type Desk, newDesk } from "../ranking/desk.ts";
import { type Feature, featuresOf, type Task } from "../ranking/features.ts";
import { type NamedItem, readGoods } from "../ranking/goods.ts";
import type { Situation } from "../ranking/situation.ts";
import { featureTable } from "../ranking/table.ts";
import type { Learned } from "../tables/saveModel.ts";

/** What was learned, laid out in memory to answer in a millisecond. */
export type SuggestModel = {
  readonly skus: readonly string[];
  readonly itemBySku: ReadonlyMap<string, number>;
  readonly bearings: Bearings;
  readonly desk: Desk;
  readonly ranker: Learned["ranker"];
  readonly learnedAtMs: number;
};

export type Ranked = { readonly item: number; readonly score: number };

/** `goods` are the items' names and prices today, in the order of `learned.skus`. */
export const openModel = (learned: Learned, goods: readonly NamedItem[]): SuggestModel => ({
  skus: learned.skus,
  itemBySku: new Map(learned.skus.map((sku, item) => [sku, item])),
  bearings: takeBearings(learned.knowledge, readGoods(goods)),
  desk: newDesk(learned.skus.length),
  ranker: learned.ranker,
  learnedAtMs: learned.learnedAtMs,
});

/**
 * All candidates of the moment, best first: what the ranking alone says. The guards of the till (stock,
 * wishes, variety) are not here; see `suggestion.ts`.
 */
export const rank = (model: SuggestModel, situation: Situation): readonly Ranked[] => {
  const task: Task = situation.basket.length > 0 ? "with-basket" : "history-only";
  const features = featuresByTask[task];
  const weights = model.ranker[task];
  const { items, values } = featureTable(model.desk, model.bearings, { situation, features });
  const ranked: Ranked[] = [];
  for (let row = 0; row < items.length; row += 1) {
    let score = 0;
    for (let place = 0; place < features.length; place += 1) {
      score += (weights[place] ?? 0) * (values[row * features.length + place] ?? 0);
    }
    ranked.push({ item: items[row] ?? 0, score });
  }
  return ranked.sort((left, right) => right.score - left.score || left.item - right.item);
};

const featuresByTask: Readonly<Record<Task, readonly Feature[]>> = {
  "with-basket": featuresOf("with-basket"),
  "history-only": featuresOf("history-only"),
};
