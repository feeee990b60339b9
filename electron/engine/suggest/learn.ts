import { DAY_MS } from "../../../shared/kernel/day.ts";
import { finish } from "../../../shared/kernel/steps.ts";
import type { WriteDb } from "../db/connection.ts";
import { learnRanker } from "./learning/learnRanker.ts";
import { readLog } from "./learning/readLog.ts";
import { study } from "./learning/study.ts";
import { readGoods } from "./ranking/goods.ts";
import { saveModel } from "./tables/saveModel.ts";

export type LearnOptions = {
  readonly nowMs: number;
  /** Asked now and then; learning keeps what it has when it says so. */
  readonly shouldStop?: () => boolean;
  /** Called between two short transactions: who waits to write has their turn. */
  readonly rest?: () => void;
};

const CACHE_KIB = 4_096;

/**
 * Learns from all purchases up to `nowMs` and writes the result to the suggestion tables, by the
 * caller's own connection. Takes seconds to a minute of computing: for a thread of its own.
 */
export const learn = (db: WriteDb, options: LearnOptions): void => {
  const { nowMs, shouldStop = () => false, rest = () => undefined } = options;
  // Everything is read once, in order: what a large cache keeps would never be asked for again.
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  const { log, items } = readLog(db, nowMs);
  const asOfDay = nowMs / DAY_MS;
  const goods = finish(readGoods(items));
  const ranker = learnRanker({ log, goods, asOfDay, shouldStop });
  if (shouldStop()) return;
  const knowledge = study(log, asOfDay);
  const learned = { skus: items.map(({ sku }) => sku), knowledge, ranker, learnedAtMs: nowMs };
  saveModel(db, learned, rest);
};
