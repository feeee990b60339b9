import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { disagreements } from "../../../electron/engine/repositories/checks.ts";
import { dumpStores, dumpTables } from "../db/dump.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { countsOf } from "./world.ts";

const SHOPIFY = fileURLToPath(new URL("../../fixtures/orders/shopify.csv", import.meta.url));

/** Orders of a mapped table, `count` of them, and as many flawed ones as asked for. */
const tableOf = (shop: TestShop, count: number, flawed = 0): string => {
  const path = join(shop.dataDir, `orders-${count}-${flawed}.csv`);
  const rows = Array.from({ length: count + flawed }, (_, index) => {
    const total = index < count ? "50000" : "năm mươi";
    const day = `2026-11-${String((index % 20) + 1).padStart(2, "0")}`;
    const phone = `09120${String(index).padStart(5, "0")}`;
    return [index, day, "Trà sen", total, total, `Khách ${index}`, phone].join(",");
  });
  const header = "Số đơn,Ngày,Hàng,Đơn giá,Tổng,Tên,Điện thoại";
  writeFileSync(path, [header, ...rows, ""].join("\n"));
  return path;
};

const mapping = {
  name: "Sổ tay",
  columns: {
    externalId: "Số đơn",
    placedAt: "Ngày",
    product: "Hàng",
    unitPrice: "Đơn giá",
    total: "Tổng",
    name: "Tên",
    phone: "Điện thoại",
  },
};

describe("an import", () => {
  test("sent again with its request answers the same, also after a restart", async () => {
    const shop = await openShop();
    const params = { requestId: shop.newId(), path: SHOPIFY };
    const first = await shop.take("orders.importFile", params);
    expect(first.created).toBeGreaterThan(0);
    const before = dumpTables(shop.engine().stores.shop);
    expect(await shop.take("orders.importFile", params)).toEqual(first);
    await shop.restart();
    expect(await shop.caller("owner").take("orders.importFile", params)).toEqual(first);
    expect(dumpTables(shop.engine().stores.shop)).toEqual(before);
  });

  test("of a file that is in already changes nothing but the list of imports", async () => {
    const shop = await openShop();
    const first = await shop.take("orders.importFile", { path: SHOPIFY });
    const kept = () => {
      const { answers, audit, audit_head, changes, imports, ...rest } = dumpTables(
        shop.engine().stores.shop,
      );
      return rest;
    };
    const before = kept();
    expect(await shop.take("orders.importFile", { path: SHOPIFY })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: first.orders,
      customersCreated: 0,
    });
    expect(kept()).toEqual(before);
  });

  test("rehearsed writes nothing, and its request is still free", async () => {
    const shop = await openShop();
    const params = { requestId: shop.newId(), path: SHOPIFY };
    const before = dumpStores(shop.engine().stores);
    const rehearsed = await shop.take("orders.importFile", { ...params, dryRun: true });
    expect(rehearsed.diff).toHaveLength(rehearsed.orders);
    expect(dumpStores(shop.engine().stores)).toEqual(before);
    const { created, customersCreated } = await shop.take("orders.importFile", params);
    expect([created, customersCreated]).toEqual([rehearsed.created, rehearsed.customersCreated]);
  });

  test("tells how far it is, and the till sells on meanwhile", async () => {
    const shop = await openShop({ isFast: true });
    const path = tableOf(shop, 1_000);
    let isDone = false;
    const running = shop.take("orders.importFile", { path, mapping }).finally(() => {
      isDone = true;
    });
    const till = shop.caller("cashier");
    let asked = 0;
    while (!isDone) {
      await till.take("customer.search", { text: "khach" });
      await setImmediate();
      asked += 1;
    }
    expect(asked).toBeGreaterThan(3);
    expect(await running).toMatchObject({ created: 1_000, rejected: 0 });
    const last = shop.progress.at(-1);
    const done = shop.progress.map((each) => each.done);
    expect(done.length).toBeGreaterThan(3);
    expect(done[0]).toBeLessThan(last?.total ?? 0);
    expect(done).toEqual(done.toSorted((left, right) => left - right));
    expect(last?.done).toBe(last?.total);
  });

  test("taken back while it runs is taken back whole", async () => {
    const shop = await openShop({ isFast: true });
    const requestId = shop.newId();
    const path = tableOf(shop, 150);
    const running = shop.take("orders.importFile", { requestId, path, mapping });
    await vi.waitFor(() => expect(countsOf(shop).orders).toBeGreaterThan(0), { interval: 1 });
    const undone = await shop.take("orders.undoImport", { importId: requestId });
    expect(await running).toMatchObject({ created: 150 });
    expect(undone).toEqual({ removed: 150, restored: 0, kept: 0 });
    expect(countsOf(shop).orders).toBe(0);
    expect((await shop.take("customer.search", { text: "khach" })).matches).toEqual([]);
    expect(disagreements(shop.engine().stores.shop)).toEqual([]);
  });

  test("taken back and made again leaves the counts that a first one leaves", async () => {
    const shop = await openShop();
    const counted = async () => (await shop.take("engine.health", {})).counts;
    const { changes: _, ...before } = await counted();
    const { importId, customersCreated } = await shop.take("orders.importFile", { path: SHOPIFY });
    const first = await counted();
    expect(first.customers).toBe((before.customers ?? 0) + customersCreated);
    await shop.take("orders.undoImport", { importId });
    expect(await counted()).toMatchObject(before);
    await shop.take("orders.importFile", { path: SHOPIFY });
    expect(await counted()).toMatchObject({ ...first, changes: expect.any(Number) });
  });

  test("of two at once by different people ends at the orders of both", async () => {
    const shop = await openShop({ isFast: true });
    const path = tableOf(shop, 120);
    const [one, two] = await Promise.all([
      shop.take("orders.importFile", { path, mapping }),
      shop.caller("cashier").take("orders.importFile", { path, mapping }),
    ]);
    expect(one.created + two.created).toBe(120);
    expect(one.customersCreated + two.customersCreated).toBe(120);
    expect(countsOf(shop)).toMatchObject({ orders: 120, customers: 120 });
  });
});

describe("an amount", () => {
  test("with an exponent is rejected and the reason stands in the list; one as written here is read", async () => {
    const shop = await openShop({ currency: "EUR", locale: "en" });
    const path = join(shop.dataDir, "amounts.csv");
    const header = "Số đơn;Ngày;Hàng;Đơn giá;Tổng;Tên;Điện thoại";
    const rows = [
      "1;2026-11-02;Trà sen;1.234,56;1.234,56;An;0912000001",
      "2;2026-11-02;Trà sen;1e3;1e3;Bình;0912000002",
    ];
    writeFileSync(path, [header, ...rows, ""].join("\n"));
    const done = await shop.take("orders.importFile", { path, mapping });
    expect(done).toMatchObject({ created: 1, rejected: 1 });
    const { orders } = await shop.take("orders.list", {});
    expect(orders).toMatchObject([{ externalId: "1", totalMinor: 123_456, currency: "EUR" }]);
    const list = readFileSync(done.rejectsPath ?? "", "utf8");
    expect(list).toContain("“1e3” in “Đơn giá” is not an amount that can be read in one way only.");
    expect(list).toContain("Bình");
    expect(list).not.toContain("1.234,56");
  });
});

describe("the list of rejects", () => {
  test.each([
    ["below a file", ["a file", "rejects.csv"]],
    ["under a name that is too long", ["x".repeat(300)]],
  ])("that would lie %s is refused before an order is in", async (_, names) => {
    const shop = await openShop();
    const path = tableOf(shop, 3, 2);
    writeFileSync(join(shop.dataDir, "a file"), "");
    const rejectsPath = join(shop.dataDir, ...names);
    expect(await shop.refusal("orders.importFile", { path, mapping, rejectsPath })).toEqual({
      kind: "FileUnreadable",
      why: "rejects-path-unwritable",
    });
    expect(countsOf(shop).orders).toBe(0);
  });

  test("is written where it was asked for, over an older one", async () => {
    const shop = await openShop();
    const rejectsPath = join(shop.dataDir, "out", "rejects.csv");
    for (const count of [1, 2]) {
      const path = tableOf(shop, 2, count);
      const done = await shop.take("orders.importFile", { path, mapping, rejectsPath });
      expect(done).toMatchObject({ rejected: count, rejectsPath });
      const lines = readFileSync(rejectsPath, "utf8").trim().split("\r\n");
      expect(lines).toHaveLength(count + 1);
    }
  });

  test("never takes the place of the shop's own files, nor of any other file", async () => {
    const shop = await openShop();
    const path = tableOf(shop, 1, 1);
    const own = join(shop.dataDir, "shop.db");
    const accounts = join(shop.dataDir, "accounts.csv");
    writeFileSync(accounts, "Row,Amount\r\n1,25000\r\n");
    for (const rejectsPath of [own, path, accounts, shop.dataDir]) {
      const before = rejectsPath === shop.dataDir ? undefined : readFileSync(rejectsPath);
      const refusal = await shop.refusal("orders.importFile", { path, mapping, rejectsPath });
      expect(refusal).toEqual({ kind: "FileUnreadable", why: "rejects-path-taken" });
      if (before) expect(readFileSync(rejectsPath).equals(before)).toBe(true);
    }
    expect(countsOf(shop).orders).toBe(0);
    expect(existsSync(`${own}.part`)).toBe(false);
  });
});
