import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDb, type ReadDb } from "../../../electron/engine/db/connection.ts";
import { learn } from "../../../electron/engine/suggest/learn.ts";
import { learnedModel } from "../../../electron/engine/suggest/serving/learnedModel.ts";
import { openModel } from "../../../electron/engine/suggest/serving/model.ts";
import { soldOfLate } from "../../../electron/engine/suggest/serving/soldOfLate.ts";
import { startSuggester } from "../../../electron/engine/suggest/startSuggester.ts";
import { loadModel } from "../../../electron/engine/suggest/tables/loadModel.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { finish } from "../../../shared/kernel/steps.ts";
import { NOW_MS, soldShop } from "./soldShop.ts";

const PRODUCTS = 450;
const MOST_A_STEP = 100;
const STEPS_A_PASS = Math.ceil(PRODUCTS / MOST_A_STEP);
const shelf = Array.from({ length: PRODUCTS }, (_, at) => ({ sku: `p${at}` }));
const sales = Array.from({ length: 80 }, (_, at) => ({
  customerId: `customer-${at % 5}`,
  daysAgo: 1 + at / 2,
  skus: ["p0", "p1", `p${2 + at}`],
}));
const aQuestion = {
  ...{ customerId: undefined, basketSkus: ["p0"], refusedSkus: [], nowMs: NOW_MS },
  timezone: "Asia/Ho_Chi_Minh",
};

const learnedShop = () => {
  const made = soldShop(shelf, sales);
  learn(made.stores.shop, { nowMs: NOW_MS });
  return { ...made, shop: made.stores.shop };
};

/** The same questions, with the rows counted that came back. */
const counted = (db: ReadDb, count: (rows: number) => void): ReadDb => ({
  prepare: (sql) => {
    const statement = db.prepare(sql) as ReturnType<typeof db.prepare>;
    const counting = {
      get: (...parameters: readonly unknown[]) => {
        count(1);
        return statement.get(...parameters);
      },
      all: (...parameters: readonly unknown[]) => {
        const rows = statement.all(...parameters);
        count(rows.length);
        return rows;
      },
      iterate: () => expect.unreachable("nothing is left open between two steps"),
    };
    return counting as ReturnType<ReadDb["prepare"]> as never;
  },
});

const suggesterOf = (
  db: ReadDb,
  learning: (nowMs: number) => Promise<void> = () => expect.unreachable("nothing is learned"),
) => {
  const clock = { nowMs: () => NOW_MS + 2 };
  return startSuggester({ db, learn: learning, clock, log: expect.unreachable });
};

/** Counts how often the till had its turn until `work` was done. */
const turnsWhile = async (work: Promise<void>, each: () => void): Promise<number> => {
  let turns = 0;
  let isDone = false;
  const done = work.then(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
    if (!isDone) each();
  }
  await done;
  return turns;
};

describe("reading what was learned", () => {
  test("asks for no more rows a step than some hundred", () => {
    const rowsByStep = [0];
    const db = counted(learnedShop().shop, (rows) => {
      rowsByStep.push((rowsByStep.pop() ?? 0) + rows);
    });
    const steps = learnedModel(db);
    while (!steps.next().done) rowsByStep.push(0);
    expect(Math.max(...rowsByStep)).toBeLessThan(2 * MOST_A_STEP);
    expect(rowsByStep.length).toBeGreaterThan(9 * STEPS_A_PASS);
  });

  test("works out no more items a step than a hundred", () => {
    const learned = defined(finish(loadModel(learnedShop().shop)), "what was learned");
    let namesRead = 0;
    const goods = learned.skus.map((sku) => ({
      get name() {
        namesRead += 1;
        return sku;
      },
      priceMinor: 1,
    }));
    const steps = openModel(learned, goods);
    for (let before = 0, done: boolean | undefined = false; !done; before = namesRead) {
      ({ done } = steps.next());
      expect(namesRead - before).toBeLessThanOrEqual(MOST_A_STEP);
    }
    expect(namesRead).toBe(2 * PRODUCTS);
  });

  test("is done once: what sold of late is counted from memory and the sales since", () => {
    const { shop, sell } = learnedShop();
    const known = finish(learnedModel(shop));
    sell({ customerId: "customer-1", daysAgo: -0.001, skus: ["p1", "p7"] });
    let rowsRead = 0;
    const db = counted(shop, (rows) => {
      rowsRead += rows;
    });
    const counts = soldOfLate(db, NOW_MS + 200_000, known);
    expect([counts.get("p0"), counts.get("p1"), counts.get("p7")]).toEqual([80, 81, 2]);
    expect(rowsRead).toBe(2);
  });

  test("starts over where another learning took its place meanwhile", () => {
    const { shop } = learnedShop();
    const steps = loadModel(shop);
    for (let step = 0; step < 3; step += 1) expect(steps.next().done).toBe(false);
    learn(shop, { nowMs: NOW_MS + 1 });
    expect(finish(steps)?.learnedAtMs).toBe(NOW_MS + 1);
    expect(finish(loadModel(shop))?.skus.length).toBe(PRODUCTS);
  });
});

describe("the till", () => {
  test("has its turn between the steps after a start, and is answered without waiting", async () => {
    const suggester = suggesterOf(learnedShop().shop);
    expect(suggester.suggest(aQuestion)).toEqual([]);
    const turns = await turnsWhile(suggester.ready(), () => suggester.suggest(aQuestion));
    expect(turns).toBeGreaterThan(9 * STEPS_A_PASS);
    expect(suggester.suggest(aQuestion)[0]?.sku).toBe("p1");
    suggester.close();
  });

  test("is served by what was learned before until the new is whole", async () => {
    const { shop, sell } = learnedShop();
    let learnings = 0;
    const suggester = suggesterOf(shop, async (nowMs) => {
      learnings += 1;
      learn(shop, { nowMs });
    });
    await suggester.ready();
    for (let at = 0; at < 9; at += 1) {
      sell({ customerId: "customer-1", daysAgo: 0.001 * at, skus: ["p0", "p400"] });
    }
    suggester.noteChange(9);
    const answers: string[][] = [];
    const asked = () => suggester.suggest(aQuestion).map(({ sku }) => sku);
    const before = asked();
    const turns = await turnsWhile(suggester.learnNow(), () => answers.push(asked()));
    expect(learnings).toBe(1);
    expect(turns).toBeGreaterThan(9 * STEPS_A_PASS);
    expect(new Set(answers.map(String))).toEqual(new Set([String(before)]));
    expect(asked()).toContain("p400");
    suggester.close();
  });

  test("that is closed is not read for any longer", async () => {
    const suggester = suggesterOf(learnedShop().shop);
    suggester.close();
    await suggester.ready();
    expect(suggester.suggest(aQuestion)).toEqual([]);
  });

  test("may write whenever a learning rests, which it does after every few items", () => {
    const { stores } = learnedShop();
    const till = openDb(join(stores.dataDir, "shop.db"), { keyHex: stores.keyHex });
    till.pragma("busy_timeout = 0");
    const written = () =>
      till.prepare<[], { n: number }>("SELECT count(*) AS n FROM suggestion_items").get()?.n ?? 0;
    let before = written();
    let rests = 0;
    learn(stores.shop, {
      nowMs: NOW_MS,
      rest: () => {
        till.exec("BEGIN IMMEDIATE; COMMIT");
        expect(Math.abs(written() - before)).toBeLessThanOrEqual(25);
        before = written();
        rests += 1;
      },
    });
    till.close();
    expect(rests).toBeGreaterThan((2 * PRODUCTS) / 25);
  });
});
