import { DAY_MS } from "../../../../shared/kernel/day.ts";
import type { Steps } from "../../../../shared/kernel/steps.ts";
import type { ReadDb } from "../../db/connection.ts";
import { LIMIT } from "../../db/rows.ts";
import { ITEMS_A_STEP, inItemSteps } from "../itemSteps.ts";
import { type Companions, HOUR_COUNT, type Knowledge, WEEK_COUNT } from "../knowledge.ts";
import { featuresOf, type Task } from "../ranking/features.ts";
import { priorWeights } from "../ranking/priorWeights.ts";
import type { Ranker } from "../ranking/ranker.ts";
import { listLength, unpackCounts, unpackList } from "./packedLists.ts";
import type { Learned } from "./saveModel.ts";

type ModelRow = {
  readonly revision: number;
  readonly learnedAtMs: number;
  readonly basketCount: number;
  readonly weekBaskets: Uint8Array;
  readonly hourBaskets: Uint8Array;
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
  readonly hours: Uint8Array;
  readonly together: Uint8Array;
  readonly kindred: Uint8Array;
};

/**
 * What was learned last, or undefined before the first time. A step reads a hundred items; where
 * another learning took the place of the one that is read, it is read instead.
 */
export function* loadModel(db: ReadDb): Steps<Learned | undefined> {
  for (;;) {
    const model = findModel(db);
    if (!model) return undefined;
    const learned = yield* readRevision(db, model);
    if (findModel(db)?.revision === model.revision) return learned;
  }
}

const findModel = (db: ReadDb): ModelRow | undefined =>
  db
    .prepare<[], ModelRow>(
      `SELECT revision, learned_at_ms AS learnedAtMs, basket_count AS basketCount,
              week_baskets AS weekBaskets, hour_baskets AS hourBaskets FROM suggestion_model WHERE one = 1`,
    )
    .get();

function* readRevision(db: ReadDb, model: ModelRow): Steps<Learned> {
  const read = nothingRead(model, countItems(db, model.revision));
  for (let from = 0; from < read.counts.itemCount; from += ITEMS_A_STEP) {
    yield;
    for (const row of itemsFrom(db, model.revision, from)) keepItem(read, row);
  }
  const { skus, counts } = read;
  const together = yield* companionsOf(read.together);
  const kindred = yield* companionsOf(read.kindred);
  return {
    skus,
    knowledge: { ...counts, together, kindred },
    ranker: loadRanker(db, model.revision),
    learnedAtMs: model.learnedAtMs,
  };
}

const countItems = (db: ReadDb, revision: number): number =>
  db
    .prepare<[number], { n: number }>(
      "SELECT coalesce(max(item) + 1, 0) AS n FROM suggestion_items WHERE revision = ?",
    )
    .get(revision)?.n ?? 0;

const itemsFrom = (db: ReadDb, revision: number, from: number): readonly ItemRow[] =>
  db
    .prepare<[number, number, number], ItemRow>(
      `SELECT item, sku, baskets, buyers, repeat_buyers AS repeatBuyers,
              first_at_ms AS firstAtMs, last_at_ms AS lastAtMs, weeks, hours, together, kindred
         FROM suggestion_items WHERE revision = ? AND item >= ? ORDER BY item ${LIMIT}`,
    )
    .all(revision, from, ITEMS_A_STEP);

/** Companions stay packed until it is known how wide their table must be. */
type Read = {
  readonly skus: string[];
  readonly counts: Omit<Knowledge, "together" | "kindred">;
  readonly together: Uint8Array[];
  readonly kindred: Uint8Array[];
};

const nothingRead = (model: ModelRow, itemCount: number): Read => {
  const weekBaskets = new Int32Array(WEEK_COUNT);
  unpackCounts(model.weekBaskets, weekBaskets);
  const hourBaskets = new Int32Array(HOUR_COUNT);
  unpackCounts(model.hourBaskets, hourBaskets);
  const counts = {
    itemCount,
    basketCount: model.basketCount,
    asOfDay: model.learnedAtMs / DAY_MS,
    weekBaskets,
    weeks: new Uint16Array(itemCount * WEEK_COUNT),
    hourBaskets,
    hours: new Uint16Array(itemCount * HOUR_COUNT),
    baskets: new Int32Array(itemCount),
    buyers: new Int32Array(itemCount),
    repeatBuyers: new Int32Array(itemCount),
    firstDay: new Float64Array(itemCount),
    lastDay: new Float64Array(itemCount),
  };
  return { skus: [], counts, together: [], kindred: [] };
};

const keepItem = ({ skus, counts, together, kindred }: Read, row: ItemRow): void => {
  const { item } = row;
  skus.push(row.sku);
  together.push(row.together);
  kindred.push(row.kindred);
  unpackCounts(row.weeks, counts.weeks.subarray(item * WEEK_COUNT, (item + 1) * WEEK_COUNT));
  unpackCounts(row.hours, counts.hours.subarray(item * HOUR_COUNT, (item + 1) * HOUR_COUNT));
  counts.baskets[item] = row.baskets;
  counts.buyers[item] = row.buyers;
  counts.repeatBuyers[item] = row.repeatBuyers;
  counts.firstDay[item] = row.firstAtMs / DAY_MS;
  counts.lastDay[item] = row.lastAtMs / DAY_MS;
};

function* companionsOf(packed: readonly Uint8Array[]): Steps<Companions> {
  const width = packed.reduce((most, list) => Math.max(most, listLength(list)), 1);
  const companions: Companions = {
    width,
    other: new Int32Array(packed.length * width),
    count: new Int32Array(packed.length * width),
    weight: new Float32Array(packed.length * width),
  };
  yield* inItemSteps(packed.length, (item) => {
    companions.other.fill(-1, item * width, (item + 1) * width);
    const list = packed[item];
    if (list) unpackList(list, companions, item);
  });
  return companions;
}

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
