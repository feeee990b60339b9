import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { indexedSequence } from "../../../electron/engine/db/searchIndex.ts";
import { lastChangeSequence } from "../../../electron/engine/repositories/changes.ts";
import { catchUpSearch } from "../../../electron/engine/usecases/customers/people.ts";
import { newCustomer, openWorld, sell, type World } from "../calls/world.ts";
import { KEY_HEX, openShop, type TestShop } from "../setUp.ts";
import { dumpTables } from "./dump.ts";

const namesFor = async (shop: TestShop, text: string): Promise<readonly string[]> => {
  const { matches } = await shop.caller("owner").take("customer.search", { text });
  return matches.map(({ name }) => name);
};

const pathOf = ({ dataDir }: TestShop): string => join(dataDir, "search.db");

const inFile = <T>(shop: TestShop, name: string, work: (db: ReturnType<typeof openDb>) => T): T => {
  const db = openDb(join(shop.dataDir, name), { keyHex: KEY_HEX });
  try {
    return work(db);
  } finally {
    db.close();
  }
};

const isMended = (shop: TestShop) =>
  vi.waitFor(() => {
    const { search, shop: db } = shop.engine().stores;
    expect([search.isBehind, indexedSequence(search.db)]).toEqual([false, lastChangeSequence(db)]);
  }, 20_000);

/** Chi bought, then An; after them came Bình An, who has only been written down. */
const openStreet = async (): Promise<World> => {
  const world = await openWorld();
  const chi = await newCustomer(world, { name: "Trần Chi", phones: ["0901 222 333"] });
  for (const customerId of [chi, world.an]) {
    world.clock.nowMs += 60_000;
    await sell(world, { customerId, lines: [{ sku: "TEA" }] });
  }
  catchUpSearch(world.engine());
  world.clock.nowMs += 60_000;
  await newCustomer(world, { name: "Trần Bình An" });
  return world;
};

describe("the search index is mended at start", () => {
  test.each([
    ["deleted", (path: string) => rmSync(path)],
    ["empty", (path: string) => truncateSync(path, 0)],
    ["cut in half", (path: string) => truncateSync(path, statSync(path).size / 2)],
    ["overwritten at its head", (path: string) => scribble(path, 0)],
    ["overwritten in its middle", (path: string) => scribble(path, statSync(path).size / 2)],
  ])("when it is %s", async (_, damage) => {
    const shop = await openStreet();
    await shop.close();
    damage(pathOf(shop));
    await shop.restart();
    await vi.waitFor(async () => {
      expect(await namesFor(shop, "tran")).toEqual(["Trần Bình An", "Trần Chi"]);
      expect(await namesFor(shop, "4567 8")).toEqual(["Nguyễn Thị An"]);
    }, 20_000);
    await isMended(shop);
    expect(shop.defects).toEqual([]);
  });

  test("as it was before, with the latest visitor first", async () => {
    const shop = await openStreet();
    const before = await namesFor(shop, "t");
    await shop.close();
    rmSync(pathOf(shop));
    await shop.restart();
    await isMended(shop);
    expect(await namesFor(shop, "t")).toEqual(before);
    expect(before).toEqual(["Trần Bình An", "Nguyễn Thị An", "Trần Chi"]);
  });

  test("when it lags: who changed since, and who was here last before the others", async () => {
    const shop = await openStreet();
    await shop.close();
    const [old, oldLater] = inFile(shop, "search.db", (db) => [
      dumpTables(db).documents,
      indexedSequence(db),
    ]);
    await shop.restart();
    const owner = shop.caller("owner");
    await owner.take("customer.update", { customerId: shop.an, name: "Nguyễn Thị Ân" });
    await newCustomer({ ...shop, ...owner }, { name: "Trần Dung" });
    await sell({ ...shop, ...owner }, { customerId: shop.binh, lines: [{ sku: "TEA" }] });
    await shop.close();
    inFile(shop, "search.db", (db) => {
      db.exec("DELETE FROM documents; DELETE FROM known_identities; DELETE FROM phone_digits");
      for (const word of ["folded", "exact"]) {
        db.exec(`INSERT INTO ${word}_words (${word}_words) VALUES ('delete-all')`);
      }
      db.exec(`UPDATE marker SET indexed_sequence = ${oldLater}`);
    });
    expect(old).toHaveLength(4);
    await shop.restart();
    await isMended(shop);
    expect(await namesFor(shop, "t")).toEqual(["Trần Dung", "Nguyễn Thị Ân"]);
    expect(await namesFor(shop, "binh")).toEqual(["Lê Văn Bình"]);
    expect(await namesFor(shop, "chi")).toEqual([]);
  });

  test("when it is ahead of facts that were put back: who is not in them is forgotten", async () => {
    const shop = await openStreet();
    await shop.close();
    inFile(shop, "search.db", (db) => {
      db.exec("UPDATE marker SET indexed_sequence = 10000");
      db.exec(`INSERT INTO documents (document_number, customer_id, name, folded, exact)
               VALUES (900, 'x', 'Trần Ma', 'tran ma', 'trần ma')`);
      for (const word of ["folded", "exact"]) {
        db.exec(`INSERT INTO ${word}_words (rowid, words) VALUES (900, 'tran trần ma')`);
      }
    });
    await shop.restart();
    await isMended(shop);
    expect(await namesFor(shop, "tran")).toEqual(["Trần Bình An", "Trần Chi"]);
  });

  test("wholly, also when mending is cut by other calls and a stop", async () => {
    const shop = await openShop({ isFast: true });
    for (let number = 0; number < 350; number += 1)
      await newCustomer(shop, { name: `An ${number}` });
    await shop.close();
    rmSync(pathOf(shop));
    await shop.restart();
    const owner = shop.caller("owner");
    const search = () => owner.take("customer.search", { text: "an", limit: 500 });
    await vi.waitFor(async () => expect((await search()).matches).not.toEqual([]), 20_000);
    await newCustomer({ ...shop, ...owner }, { name: "An of today" });
    catchUpSearch(shop.engine());
    await shop.restart();
    await isMended(shop);
    const { matches } = await shop
      .caller("owner")
      .take("customer.search", { text: "an", limit: 500 });
    expect(matches).toHaveLength(351);
  });
});

describe("a fault in the index", () => {
  test("found in the middle of a day is mended, and the caller gets an answer", async () => {
    const shop = await openStreet();
    catchUpSearch(shop.engine());
    const { search } = shop.engine().stores;
    search.db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    search.db.exec("PRAGMA cache_size = 0; PRAGMA shrink_memory");
    for (let page = 1; page * 4_096 < statSync(pathOf(shop)).size; page += 1) {
      scribble(pathOf(shop), page * 4_096 + 2_000);
    }
    await vi.waitFor(async () => expect(await namesFor(shop, "chi")).toEqual(["Trần Chi"]), 20_000);
    await isMended(shop);
    expect(shop.defects).toEqual([]);
  });

  test("at its commit does not fail the call whose facts are on the disk: the start mends it", async () => {
    const shop = await openWorld();
    const { db } = shop.engine().stores.search;
    const { exec } = db;
    const failing = vi.spyOn(db, "exec").mockImplementation((sql) => {
      if (sql === "COMMIT") throw Object.assign(new Error("no room"), { code: "SQLITE_FULL" });
      exec(sql);
    });
    const made = await shop.take("customer.create", { name: "Phạm Lan" });
    failing.mockRestore();
    expect(made.matched).toBe(false);
    expect(await namesFor(shop, "lan")).toEqual([]);
    await newCustomer(shop, { name: "Phạm Mai" });
    await shop.restart();
    await isMended(shop);
    expect(await namesFor(shop, "pham")).toEqual(["Phạm Mai", "Phạm Lan"]);
  });
});

const scribble = (path: string, at: number): void => {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, Math.floor(at));
  closeSync(file);
};
