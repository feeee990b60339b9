import { DAY_MS } from "../../../../shared/kernel/day.ts";
import { inOneFile, type WriteDb } from "../../db/connection.ts";
import { insertRow } from "../../db/rows.ts";
import { type Companions, HOUR_COUNT, type Knowledge, WEEK_COUNT } from "../knowledge.ts";
import { featuresOf, type Task } from "../ranking/features.ts";
import type { Ranker } from "../ranking/ranker.ts";
import { packCounts, packList } from "./packedLists.ts";

export type Learned = {
  readonly skus: readonly string[];
  readonly knowledge: Knowledge;
  readonly ranker: Ranker;
  readonly learnedAtMs: number;
};

/** Some 2 ms under the one lock for writing, which the till needs for each sale. */
const ITEMS_A_STEP = 25;

/**
 * Writes what was learned beside the old in short transactions, points at it in one more, and then
 * clears the old away, with a rest after each: the till, which writes too, never waits long, and a
 * cut leaves the old whole.
 */
export const saveModel = (db: WriteDb, learned: Learned, rest: () => void): void => {
  const revision = lastRevision(db) + 1;
  for (let from = 0; from < learned.skus.length; from += ITEMS_A_STEP) {
    const end = Math.min(learned.skus.length, from + ITEMS_A_STEP);
    inStep(db, () => {
      for (let item = from; item < end; item += 1) insertItem(db, { revision, item, learned });
    });
    rest();
  }
  inStep(db, () => {
    insertRanker(db, revision, learned.ranker);
    db.prepare<unknown[]>(
      `INSERT INTO suggestion_model VALUES (1, ?, ?, ?, ?, ?)
       ON CONFLICT (one) DO UPDATE SET
         revision = excluded.revision, learned_at_ms = excluded.learned_at_ms,
         basket_count = excluded.basket_count, week_baskets = excluded.week_baskets,
         hour_baskets = excluded.hour_baskets`,
    ).run(
      revision,
      learned.learnedAtMs,
      learned.knowledge.basketCount,
      packCounts(learned.knowledge.weekBaskets),
      packCounts(learned.knowledge.hourBaskets),
    );
  });
  rest();
  clearOld(db, revision, rest);
};

const lastRevision = (db: WriteDb): number =>
  db
    .prepare<[], { n: number }>(
      `SELECT max(coalesce((SELECT max(revision) FROM suggestion_items), 0),
                  coalesce((SELECT revision FROM suggestion_model), 0)) AS n`,
    )
    .get()?.n ?? 0;

type ItemRow = { readonly revision: number; readonly item: number; readonly learned: Learned };

const insertItem = (db: WriteDb, { revision, item, learned }: ItemRow): void => {
  const { knowledge, skus } = learned;
  const weeks = knowledge.weeks.subarray(item * WEEK_COUNT, (item + 1) * WEEK_COUNT);
  const hours = knowledge.hours.subarray(item * HOUR_COUNT, (item + 1) * HOUR_COUNT);
  insertRow(db, "suggestion_items", {
    revision,
    item,
    sku: skus[item] ?? "",
    baskets: knowledge.baskets[item] ?? 0,
    buyers: knowledge.buyers[item] ?? 0,
    repeatBuyers: knowledge.repeatBuyers[item] ?? 0,
    firstAtMs: Math.round((knowledge.firstDay[item] ?? 0) * DAY_MS),
    lastAtMs: Math.round((knowledge.lastDay[item] ?? 0) * DAY_MS),
    weeks: packCounts(weeks),
    hours: packCounts(hours),
    together: packList(listOf(knowledge.together, item)),
    kindred: packList(listOf(knowledge.kindred, item)),
  });
};

const listOf = ({ width, other, count, weight }: Companions, item: number) => {
  const entries = [];
  for (let at = item * width; at < (item + 1) * width && (other[at] ?? -1) >= 0; at += 1) {
    entries.push({ other: other[at] ?? 0, count: count[at] ?? 0, weight: weight[at] ?? 0 });
  }
  return entries;
};

const tasks: readonly Task[] = ["with-basket", "history-only"];

const insertRanker = (db: WriteDb, revision: number, ranker: Ranker): void => {
  for (const task of tasks) {
    featuresOf(task).forEach(({ name }, place) => {
      const weight = ranker[task][place] ?? 0;
      insertRow(db, "suggestion_ranker", { revision, task, feature: name, weight });
    });
  }
};

const clearOld = (db: WriteDb, revision: number, rest: () => void): void => {
  const old = db.prepare<[number, number]>(
    `DELETE FROM suggestion_items WHERE (revision, item) IN
       (SELECT revision, item FROM suggestion_items WHERE revision < ? LIMIT ?)`,
  );
  let cleared: number;
  do {
    cleared = 0;
    inStep(db, () => {
      cleared = old.run(revision, ITEMS_A_STEP).changes;
    });
    rest();
  } while (cleared > 0);
  inStep(db, () => {
    db.prepare<[number]>("DELETE FROM suggestion_ranker WHERE revision < ?").run(revision);
  });
};

const inStep = (db: WriteDb, work: () => void): void => inOneFile(db, "BEGIN IMMEDIATE", work);
