import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { learn } from "../../../electron/engine/suggest/learn.ts";
import { loadModel } from "../../../electron/engine/suggest/tables/loadModel.ts";
import { finish } from "../../../shared/kernel/steps.ts";
import { NOW_MS, soldShop } from "./soldShop.ts";

const shelf = ["bread", "butter", "tea"].map((sku) => ({ sku }));
const sales = Array.from({ length: 30 }, (_, at) => ({
  customerId: `customer-${at % 5}`,
  daysAgo: 1 + at,
  skus: at % 2 === 0 ? ["bread", "butter"] : ["tea", "tea"],
}));

test("what was learned twice from the same sales is the same", () => {
  const { stores } = soldShop(shelf, sales);
  learn(stores.shop, { nowMs: NOW_MS });
  const first = finish(loadModel(stores.shop));
  learn(stores.shop, { nowMs: NOW_MS });
  expect(finish(loadModel(stores.shop))).toEqual(first);
});

test("before the first learning nothing is known", () => {
  expect(finish(loadModel(soldShop(shelf, sales).stores.shop))).toBeUndefined();
});

test("a learning that was cut off leaves what was known before, and the next one clears it away", () => {
  const { stores } = soldShop(shelf, sales);
  learn(stores.shop, { nowMs: NOW_MS });
  const known = finish(loadModel(stores.shop));
  stores.shop.exec(`INSERT INTO suggestion_items
    SELECT revision + 1, item, 'half', baskets, buyers, repeat_buyers, first_at_ms, last_at_ms,
           weeks, together, kindred, hours FROM suggestion_items WHERE item = 0`);
  expect(finish(loadModel(stores.shop))).toEqual(known);
  learn(stores.shop, { nowMs: NOW_MS });
  expect(finish(loadModel(stores.shop))).toEqual(known);
  const revisions = stores.shop
    .prepare<[], { n: number }>("SELECT count(DISTINCT revision) AS n FROM suggestion_items")
    .get();
  expect(revisions?.n).toBe(1);
});

test("learning that is told to stop writes nothing", () => {
  const { stores } = soldShop(shelf, sales);
  learn(stores.shop, { nowMs: NOW_MS, shouldStop: () => true });
  expect(finish(loadModel(stores.shop))).toBeUndefined();
});

test("a thing that stands twice in a basket counts once", () => {
  const { stores } = soldShop(shelf, sales);
  learn(stores.shop, { nowMs: NOW_MS });
  const model = finish(loadModel(stores.shop));
  expect(model?.knowledge.baskets[model.skus.indexOf("tea")]).toBe(15);
});

test("another connection learns while this one reads on", () => {
  const { stores } = soldShop(shelf, sales);
  const other = openDb(join(stores.dataDir, "shop.db"), { keyHex: stores.keyHex });
  learn(other, { nowMs: NOW_MS });
  other.close();
  expect(finish(loadModel(stores.shop))?.knowledge.basketCount).toBe(30);
});

test.each([
  400,
  365 * 70,
])("a sale of %d days ahead, of a clock set right since, teaches nothing", (days) => {
  const ahead = { customerId: "customer-1", daysAgo: -days, skus: ["bread", "tea"] };
  const [without, beside] = [sales, [...sales, ahead]].map((sold) => {
    const { stores } = soldShop(shelf, sold);
    learn(stores.shop, { nowMs: NOW_MS });
    return finish(loadModel(stores.shop));
  });
  expect(beside).toEqual(without);
});

test("orders count like sales once they are paid, and cancelled ones do not", () => {
  const { stores } = soldShop(shelf, sales);
  for (const [externalId, state] of [
    ["1", "paid"],
    ["2", "cancelled"],
    ["3", "pending"],
  ]) {
    stores.shop
      .prepare<unknown[]>(
        `INSERT INTO orders (source, external_id, number, placed_at_ms, updated_at_ms, state,
           currency, lines_minor, discount_minor, shipping_minor, tax_minor, total_minor,
           refunded_minor, version) VALUES ('web', ?, ?, ?, ?, ?, 'VND', 0, 0, 0, 0, 0, 0, '1')`,
      )
      .run(externalId, externalId, NOW_MS - 1, NOW_MS - 1, state);
    stores.shop
      .prepare<unknown[]>(
        `INSERT INTO order_lines (source, external_id, line, sku, name, quantity, unit_price_minor,
           discount_minor, total_minor) VALUES ('web', ?, 1, 'tea', 'tea', 1, 0, 0, 0)`,
      )
      .run(externalId);
  }
  learn(stores.shop, { nowMs: NOW_MS });
  const model = finish(loadModel(stores.shop));
  expect(model?.knowledge.baskets[model.skus.indexOf("tea")]).toBe(16);
});
