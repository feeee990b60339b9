import type { ReadDb } from "../../db/connection.ts";
import { type Companions, type Knowledge, WEEK_COUNT } from "../knowledge.ts";
import { featuresOf, type Task } from "../ranking/features.ts";
import { priorWeights } from "../ranking/priorWeights.ts";
import type { Ranker } from "../ranking/ranker.ts";
import { unpackList, unpackWeeks } from "./packedLists.ts";
import type { Learned } from "./saveModel.ts";

type ModelRow = {
  readonly revision: number;
  readonly learnedAtMs: number;
  readonly basketCount: number;
  readonly weekBaskets: Uint8Array;
};

type ItemRow = {
  readonly item: number;
  readonly sku: string;
  readonly baskets: number;
  readonly buyers: number;
  readonly repeatBuyers: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly weeks: Uint8Array;
  readonly together: Uint8Array;
  readonly kindred: Uint8Array;
};

const DAY_MS = 86_400_000;

/** What was learned last, or undefined before the first time. */
export const loadModel = (db: ReadDb): Learned | undefined => {
  const model = db
    .prepare<[], ModelRow>(
      `SELECT revision, learned_at_ms AS learnedAtMs, basket_count AS basketCount,
              week_baskets AS weekBaskets FROM suggestion_model`,
    )
    .get();
  if (!model) return undefined;
  const rows = db
    .prepare<[number], ItemRow>(
      `SELECT item, sku, baskets, buyers, repeat_buyers AS repeatBuyers,
              first_at_ms AS firstAtMs, last_at_ms AS lastAtMs, weeks, together, kindred
         FROM suggestion_items WHERE revision = ? ORDER BY item`,
    )
    .all(model.revision);
  return {
    skus: rows.map(({ sku }) => sku),
    knowledge: knowledgeOf(model, rows),
    ranker: loadRanker(db, model.revision),
    learnedAtMs: model.learnedAtMs,
  };
};

const knowledgeOf = (model: ModelRow, rows: readonly ItemRow[]): Knowledge => {
  const weekBaskets = new Int32Array(WEEK_COUNT);
  unpackWeeks(model.weekBaskets, weekBaskets);
  const weeks = new Uint16Array(rows.length * WEEK_COUNT);
  rows.forEach((row, item) => {
    unpackWeeks(row.weeks, weeks.subarray(item * WEEK_COUNT, (item + 1) * WEEK_COUNT));
  });
  return {
    itemCount: rows.length,
    basketCount: model.basketCount,
    asOfDay: model.learnedAtMs / DAY_MS,
    weekBaskets,
    weeks,
    baskets: Int32Array.from(rows, (row) => row.baskets),
    buyers: Int32Array.from(rows, (row) => row.buyers),
    repeatBuyers: Int32Array.from(rows, (row) => row.repeatBuyers),
    firstDay: Float64Array.from(rows, (row) => row.firstAtMs / DAY_MS),
    lastDay: Float64Array.from(rows, (row) => row.lastAtMs / DAY_MS),
    together: companionsOf(rows.map((row) => row.together)),
    kindred: companionsOf(rows.map((row) => row.kindred)),
  };
};

const companionsOf = (packed: readonly Uint8Array[]): Companions => {
  const lists = packed.map(unpackList);
  const width = Math.max(1, ...lists.map((list) => list.length));
  const companions: Companions = {
    width,
    other: new Int32Array(lists.length * width).fill(-1),
    count: new Int32Array(lists.length * width),
    weight: new Float32Array(lists.length * width),
  };
  lists.forEach((list, item) => {
    list.forEach(({ other, count, weight }, place) => {
      companions.other[item * width + place] = other;
      companions.count[item * width + place] = count;
      companions.weight[item * width + place] = weight;
    });
  });
  return companions;
};

const loadRanker = (db: ReadDb, revision: number): Ranker => {
  const weights = (task: Task): Float64Array => {
    const rows = db
      .prepare<[number, string], { feature: string; weight: number }>(
        "SELECT feature, weight FROM suggestion_ranker WHERE revision = ? AND task = ?",
      )
      .all(revision, task);
    if (rows.length === 0) return priorWeights(task);
    const weightByFeature = new Map(rows.map(({ feature, weight }) => [feature, weight]));
    return Float64Array.from(featuresOf(task), ({ name }) => weightByFeature.get(name) ?? 0);
  };
  return { "with-basket": weights("with-basket"), "history-only": weights("history-only") };
};
