import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { learn } from "../../../electron/engine/suggest/learn.ts";
import { startSuggester } from "../../../electron/engine/suggest/startSuggester.ts";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { newCustomer } from "../calls/world.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { NOW_MS, soldShop } from "./soldShop.ts";

const goods = ["TEA", "MILK", "RICE", "CAKE"].map((sku) => ({
  ...{ sku, name: sku.toLowerCase(), category: `With ${sku}`, priceMinor: 20_000 },
}));

const sell = (shop: TestShop, skus: readonly string[], customerId?: string) =>
  shop.take("sale.commit", {
    lines: skus.map((sku) => ({ sku })),
    payments: [{ method: "cash", amountMinor: 1_000_000 }],
    ...(customerId === undefined ? {} : { customerId }),
  });

/** Learned once, from sales of forty days. */
const openLearnedShop = async () => {
  const shop = await openShop({ isFast: true });
  await shop.take("catalog.import", { products: goods });
  for (let day = 0; day < 40; day += 1) {
    await sell(shop, day % 2 === 0 ? ["TEA", "MILK"] : ["RICE"]);
    shop.clock.nowMs += DAY_MS;
  }
  await shop.engine().suggester.learnNow();
  const isLearnedAnew = async () => {
    const { suggester } = shop.engine();
    const before = suggester.known()?.learnedAtMs ?? 0;
    shop.clock.nowMs += 60_000;
    await suggester.learnNow();
    return (suggester.known()?.learnedAtMs ?? 0) > before;
  };
  return { shop, isLearnedAnew };
};

const importOrders = async (shop: TestShop, importId: string) => {
  const path = join(shop.dataDir, "orders.csv");
  const rows = Array.from({ length: 20 }, (_, at) => `${at},2026-11-20,tea,20000,20000`);
  writeFileSync(path, ["Số đơn,Ngày,Hàng,Đơn giá,Tổng", ...rows, ""].join("\n"));
  const columns = {
    ...{ externalId: "Số đơn", placedAt: "Ngày", product: "Hàng" },
    ...{ unitPrice: "Đơn giá", total: "Tổng" },
  };
  shop.clock.nowMs += 60_000;
  const imported = { requestId: importId, path, mapping: { name: "Sổ tay", columns } };
  expect(await shop.take("orders.importFile", imported)).toMatchObject({ created: 20 });
};

test("orders of an import, and an import that is taken back, are learned from as so many purchases", async () => {
  const { shop, isLearnedAnew } = await openLearnedShop();
  expect(await isLearnedAnew()).toBe(false);
  const importId = shop.newId();
  await importOrders(shop, importId);
  expect(await isLearnedAnew()).toBe(true);
  await shop.take("orders.undoImport", { importId });
  expect(await isLearnedAnew()).toBe(true);
  expect(await isLearnedAnew()).toBe(false);
}, 60_000);

test("orders that came in before the engine was started again are learned from as well", async () => {
  const { shop, isLearnedAnew } = await openLearnedShop();
  await importOrders(shop, shop.newId());
  await shop.restart();
  await shop.engine().suggester.ready();
  expect(await isLearnedAnew()).toBe(true);
  expect(await isLearnedAnew()).toBe(false);
}, 60_000);

test("a new shop is served by its first ten sales as soon as its till has taken a breath", async () => {
  const shop = await openShop({ isFast: true });
  await shop.take("catalog.import", { products: goods });
  for (let at = 0; at < 10; at += 1) await sell(shop, at % 2 === 0 ? ["TEA", "MILK"] : ["RICE"]);
  const offered = async () => {
    const { suggestions } = await shop.take("sale.quote", { lines: [{ sku: "TEA" }] });
    return suggestions.map(({ sku }) => sku);
  };
  await vi.waitFor(async () => expect(await offered()).toContain("MILK"), { timeout: 8_000 });
}, 60_000);

test("what came to the shelf after the last learning is not new to who has bought it since", async () => {
  const { shop } = await openLearnedShop();
  await shop.take("catalog.import", {
    products: [{ sku: "OATS", name: "oats", category: "With TEA", priceMinor: 20_000 }],
  });
  const [hoa, lan] = [
    await newCustomer(shop, { name: "Hoa" }),
    await newCustomer(shop, { name: "Lan" }),
  ];
  for (const customerId of [hoa, lan]) {
    await shop.take("consent.record", {
      ...{ customerId, purpose: "personalization", channel: "counter", state: "granted" },
      ...{ wording: "Tôi đồng ý", source: "counter" },
    });
  }
  await sell(shop, ["OATS"], hoa);
  shop.clock.nowMs += 5 * DAY_MS;
  const offered = async (customerId: string) => {
    const quote = await shop.take("sale.quote", { customerId, lines: [{ sku: "TEA" }] });
    return quote.suggestions.map(({ sku }) => sku);
  };
  expect(await offered(lan)).toContain("OATS");
  expect(await offered(hoa)).not.toContain("OATS");
}, 60_000);

test("a large shop learns anew of a few sales once what it learned is a week old", async () => {
  const sales = Array.from({ length: 1_000 }, (_, at) => ({
    daysAgo: 1 + at / 10,
    skus: ["p0", "p1"],
  }));
  const { stores } = soldShop([{ sku: "p0" }, { sku: "p1" }], sales);
  learn(stores.shop, { nowMs: NOW_MS });
  const clock = { atMs: NOW_MS + 6 * DAY_MS };
  const learnedAt: number[] = [];
  const suggester = startSuggester({
    db: stores.shop,
    learn: async (nowMs) => void learnedAt.push(nowMs),
    clock: { nowMs: () => clock.atMs },
    log: expect.unreachable,
  });
  await suggester.ready();
  suggester.noteChange(6);
  await suggester.learnNow();
  expect(learnedAt).toEqual([]);
  clock.atMs += DAY_MS;
  await suggester.learnNow();
  suggester.close();
  expect(learnedAt).toEqual([clock.atMs]);
});

test("what was learned by a clock that was a month ahead is learned anew of a few sales once it is set right", async () => {
  const sales = Array.from({ length: 1_000 }, (_, at) => ({
    daysAgo: 1 + at / 10,
    skus: ["p0", "p1"],
  }));
  const { stores } = soldShop([{ sku: "p0" }, { sku: "p1" }], sales);
  learn(stores.shop, { nowMs: NOW_MS + 30 * DAY_MS });
  const suggester = startSuggester({
    db: stores.shop,
    learn: async (nowMs) => learn(stores.shop, { nowMs }),
    clock: { nowMs: () => NOW_MS },
    log: expect.unreachable,
  });
  await suggester.ready();
  suggester.noteChange(6);
  await suggester.learnNow();
  suggester.close();
  expect(suggester.known()?.learnedAtMs).toBe(NOW_MS);
});
