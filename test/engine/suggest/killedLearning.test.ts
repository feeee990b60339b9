import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { ReadDb } from "../../../electron/engine/db/connection.ts";
import { learn } from "../../../electron/engine/suggest/learn.ts";
import { startSuggester } from "../../../electron/engine/suggest/startSuggester.ts";
import { loadModel } from "../../../electron/engine/suggest/tables/loadModel.ts";
import { finish } from "../../../shared/kernel/steps.ts";
import { NOW_MS, soldShop } from "./soldShop.ts";

const LEARN_ALONE = fileURLToPath(new URL("../../bench/suggest/learnPast.ts", import.meta.url));
const PRODUCTS = 1_500;

const shelf = Array.from({ length: PRODUCTS }, (_, at) => ({ sku: `p${at}` }));
const sales = Array.from({ length: 50 }, (_, at) => ({
  customerId: `customer-${at % 5}`,
  daysAgo: 1 + at,
  skus: ["p0", "p1", `p${2 + (at % 7)}`],
}));

const writtenBeside = (db: ReadDb): number =>
  db
    .prepare<[], { n: number }>(
      `SELECT count(*) AS n FROM suggestion_items
        WHERE revision > (SELECT revision FROM suggestion_model)`,
    )
    .get()?.n ?? 0;

const ended = (child: ReturnType<typeof spawn>): Promise<NodeJS.Signals | null> =>
  new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));

test("a learning killed while it writes leaves the old one serving, and the next start learns again", async () => {
  const { stores, sell } = soldShop(shelf, sales);
  learn(stores.shop, { nowMs: NOW_MS });
  const known = finish(loadModel(stores.shop));
  for (let at = 0; at < 20; at += 1) {
    sell({ customerId: "customer-1", daysAgo: -0.001 * (at + 1), skus: ["p0", "p9"] });
  }

  const laterMs = NOW_MS + 3_600_000;
  const child = spawn(process.execPath, [LEARN_ALONE, stores.dataDir, String(laterMs)]);
  const signal = ended(child);
  const giveUpAtMs = Date.now() + 60_000;
  while (writtenBeside(stores.shop) === 0 && Date.now() < giveUpAtMs);
  child.kill("SIGKILL");
  expect(await signal).toBe("SIGKILL");
  const written = writtenBeside(stores.shop);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(PRODUCTS);
  expect(finish(loadModel(stores.shop))).toEqual(known);

  const suggester = startSuggester({
    db: stores.shop,
    learn: async (nowMs) => learn(stores.shop, { nowMs }),
    clock: { nowMs: () => laterMs },
    log: expect.unreachable,
  });
  const question = { customerId: undefined, refusedSkus: [], nowMs: laterMs, timezone: "UTC" };
  const asked = () => suggester.suggest({ ...question, basketSkus: ["p0"] });
  await suggester.ready();
  expect(asked()[0]?.sku).toBe("p1");
  await suggester.learnNow();
  suggester.close();
  expect(finish(loadModel(stores.shop))?.knowledge.basketCount).toBe(70);
  expect(writtenBeside(stores.shop)).toBe(0);
  expect(asked().map(({ sku }) => sku)).toContain("p9");
}, 120_000);

test("what was to be learned when the learning failed is learned the next time", async () => {
  const { stores, sell } = soldShop(shelf, sales);
  learn(stores.shop, { nowMs: NOW_MS });
  const logged: string[] = [];
  let isLocked = true;
  const suggester = startSuggester({
    db: stores.shop,
    learn: async (nowMs) => {
      if (isLocked) throw new Error("the file is locked");
      learn(stores.shop, { nowMs });
    },
    clock: { nowMs: () => NOW_MS + 1 },
    log: (text) => logged.push(text),
  });
  await suggester.ready();
  for (let at = 0; at < 20; at += 1) {
    sell({ customerId: "customer-1", daysAgo: 1, skus: ["p0", "p9"] });
  }
  suggester.noteChange(20);
  await suggester.learnNow();
  expect(logged).toHaveLength(1);
  isLocked = false;
  await suggester.learnNow();
  suggester.close();
  expect(finish(loadModel(stores.shop))?.knowledge.basketCount).toBe(70);
});
