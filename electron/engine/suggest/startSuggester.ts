import type { ReadDb } from "../db/connection.ts";
import { findProduct } from "../repositories/products.ts";
import { answerSuggestions } from "./serving/answerSuggestions.ts";
import { openModel, type SuggestModel } from "./serving/model.ts";
import type { Suggester } from "./suggester.ts";
import { loadModel } from "./tables/loadModel.ts";

export type SuggesterParts = {
  readonly db: ReadDb;
  /** Learns in a thread of its own and writes the suggestion tables. */
  readonly learn: (nowMs: number) => Promise<void>;
  readonly clock: { readonly nowMs: () => number };
  readonly log: (text: string) => void;
};

const REST_MS = 15_000;
/** Fewer purchases say nothing yet. */
const FEWEST_PURCHASES = 5;
/** So many changes, or so large a share of what was learned from, are worth learning anew. */
const CHANGES = 5;
const CHANGED_SHARE = 0.01;
/** No more are counted: far fewer are worth learning from. */
const MOST_COUNTED = 10_000;

/**
 * Serves what was learned last and has it learned again when enough is new and the till has rested.
 * A customer's own purchases count at once: they are read with each question.
 */
export const startSuggester = ({ db, learn, clock, log }: SuggesterParts): Suggester => {
  let model: SuggestModel | undefined;
  let isLoaded = false;
  let isLearning = false;
  let changes = 0;
  let timer: NodeJS.Timeout | undefined;

  const load = () => {
    isLoaded = true;
    const learned = loadModel(db);
    if (!learned) return;
    changes = Math.max(changes, salesSince(db, learned.learnedAtMs));
    const goods = learned.skus.map((sku) => findProduct(db, sku) ?? { name: "", priceMinor: 0 });
    model = openModel(learned, goods);
  };
  const ready = (): SuggestModel | undefined => {
    if (!isLoaded) load();
    return model;
  };
  const isWorthwhile = (): boolean => {
    const known = ready()?.bearings.knowledge.basketCount;
    if (known === undefined) return hasPurchases(db);
    return changes >= Math.max(CHANGES, known * CHANGED_SHARE);
  };
  const learnAgain = async () => {
    if (isLearning || !isWorthwhile()) return;
    isLearning = true;
    changes = 0;
    try {
      await learn(clock.nowMs());
      load();
    } catch (error) {
      // What was learned before goes on serving.
      log(`suggestions: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      isLearning = false;
    }
  };
  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void learnAgain(), REST_MS);
    timer.unref();
  };
  rest();
  return {
    suggest: (question) => {
      const known = ready();
      return known ? answerSuggestions(db, known, question) : [];
    },
    noteChange: (count = 1) => {
      changes += count;
      rest();
    },
    learnNow: learnAgain,
    close: () => clearTimeout(timer),
  };
};

const hasPurchases = (db: ReadDb): boolean => {
  const count = (table: "sales" | "orders") =>
    db
      .prepare<[number], { n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} LIMIT ?)`,
      )
      .get(FEWEST_PURCHASES)?.n ?? 0;
  return count("sales") + count("orders") >= FEWEST_PURCHASES;
};

/** Sales that were made since, also before this engine was started; by an index and bounded. */
const salesSince = (db: ReadDb, learnedAtMs: number): number => {
  const aDayBefore = new Date(learnedAtMs - 86_400_000).toISOString().slice(0, 10);
  return (
    db
      .prepare<[string, number, number], { n: number }>(
        `SELECT count(*) AS n FROM
           (SELECT 1 FROM sales WHERE business_day >= ? AND sold_at_ms > ? LIMIT ?)`,
      )
      .get(aDayBefore, learnedAtMs, MOST_COUNTED)?.n ?? 0
  );
};
