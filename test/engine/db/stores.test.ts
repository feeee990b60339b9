import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { StorageFault } from "../../../electron/engine/db/faults.ts";
import {
  inSnapshot,
  inTransaction,
  openStores,
  type Stores,
} from "../../../electron/engine/db/stores.ts";
import { err, ok } from "../../../shared/kernel/result.ts";
import { newCustomer, openWorld, sell } from "../calls/world.ts";
import { KEY_HEX, openShop } from "../setUp.ts";

const OTHER_KEY = "1b".repeat(32);

const newFolder = (): string => {
  const dataDir = mkdtempSync(join(tmpdir(), "quen-stores-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
};

const faultOf = (work: () => Stores): StorageFault => {
  try {
    work().close();
  } catch (error) {
    if (error instanceof StorageFault) return error;
    throw error;
  }
  throw new Error("it was opened");
};

describe("the three files", () => {
  test("are written with FULL, in WAL, with foreign keys on", () => {
    const stores = openStores({ dataDir: newFolder(), keyHex: KEY_HEX });
    for (const db of [stores.shop, stores.keys]) {
      expect(db.pragma("synchronous")).toBe(2);
      expect(db.pragma("journal_mode")).toBe("wal");
      expect(db.pragma("foreign_keys")).toBe(1);
    }
    expect(stores.search.db.pragma("synchronous")).toBe(1);
    stores.close();
  });

  test("hold no word in the clear, not even that they are SQLite", async () => {
    const shop = await openWorld();
    await newCustomer(shop, { name: "Huỳnh Bảo Châu", emails: ["chau@example.com"] });
    await sell(shop, { customerId: shop.an, lines: [{ sku: "TEA" }] });
    await shop.close();
    for (const name of ["shop.db", "keys.db", "search.db"]) {
      const bytes = readFileSync(join(shop.dataDir, name));
      for (const word of ["SQLite format", "Huỳnh", "chau@example.com", "huynh", "Trà sen"]) {
        expect([name, word, bytes.includes(word)]).toEqual([name, word, false]);
      }
      expect(bytes.length).toBeGreaterThan(4_096);
    }
  });

  test("are opened again with all that was in them", async () => {
    const shop = await openWorld();
    const sold = await sell(shop, { customerId: shop.an, lines: [{ sku: "TEA", quantity: 3 }] });
    await shop.restart();
    const owner = shop.caller("owner");
    expect(await owner.take("sale.get", { saleId: sold.saleId })).toMatchObject({
      totalMinor: 135_000,
      customerId: shop.an,
    });
    const { customer } = await owner.take("customer.profile", { customerId: shop.an });
    expect(customer.name).toBe("Nguyễn Thị An");
  });
});

describe("a shop is not opened", () => {
  test("with another key: a clear word, and nothing is changed", async () => {
    const shop = await openShop();
    await shop.close();
    const before = readFileSync(join(shop.dataDir, "shop.db"));
    const fault = faultOf(() => openStores({ dataDir: shop.dataDir, keyHex: OTHER_KEY }));
    expect(fault.kind).toBe("wrong-key");
    expect(fault.message).toMatch(/key/i);
    expect(readFileSync(join(shop.dataDir, "shop.db")).equals(before)).toBe(true);
    openStores({ dataDir: shop.dataDir, keyHex: KEY_HEX }).close();
  });

  test("twice at once", async () => {
    const shop = await openShop();
    const fault = faultOf(() => openStores({ dataDir: shop.dataDir, keyHex: KEY_HEX }));
    expect(fault.kind).toBe("locked");
    expect(fault.message).toContain(shop.dataDir);
    expect(await shop.take("shop.status", {})).toMatchObject({ configured: true });
  });

  test.each([
    ["shop.db", "keys.db"],
    ["keys.db", "shop.db"],
  ])("when %s is gone and %s is still there: no blank one takes its place", async (gone, there) => {
    const shop = await openWorld();
    await shop.close();
    const path = join(shop.dataDir, gone);
    renameSync(path, `${path}.away`);
    const before = readFileSync(join(shop.dataDir, there));
    if (gone === "keys.db") {
      writeFileSync(path, "");
      expect(faultOf(() => openStores({ dataDir: shop.dataDir, keyHex: KEY_HEX }))).toMatchObject({
        kind: "vanished",
      });
      rmSync(path);
    }
    const fault = faultOf(() => openStores({ dataDir: shop.dataDir, keyHex: KEY_HEX }));
    expect(fault.kind).toBe("vanished");
    expect(fault.message).toContain(gone);
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(join(shop.dataDir, there)).equals(before)).toBe(true);
    renameSync(`${path}.away`, path);
    openStores({ dataDir: shop.dataDir, keyHex: KEY_HEX }).close();
  });
});

describe("a first start that was cut", () => {
  const cutAfter = (files: readonly string[]): string => {
    const whole = newFolder();
    openStores({ dataDir: whole, keyHex: KEY_HEX }).close();
    const cut = newFolder();
    for (const file of files) copyFileSync(join(whole, file), join(cut, file));
    return cut;
  };

  test("goes on from the files it left: the shop comes first, then its keys", () => {
    for (const files of [[], ["shop.db"], ["shop.db", "keys.db"]]) {
      openStores({ dataDir: cutAfter(files), keyHex: KEY_HEX }).close();
    }
  });
});

describe("one unit over the three files", () => {
  const rows = (stores: Stores): readonly number[] =>
    [stores.shop, stores.keys, stores.search.db].map(
      (db) => db.prepare<[], { n: number }>("SELECT count(*) AS n FROM mark").get()?.n ?? -1,
    );

  const openMarked = (): Stores => {
    const stores = openStores({ dataDir: newFolder(), keyHex: KEY_HEX });
    onTestFinished(() => stores.close());
    for (const db of [stores.shop, stores.keys, stores.search.db]) {
      db.exec("CREATE TABLE mark (n INTEGER NOT NULL)");
    }
    return stores;
  };

  const markAll = (stores: Stores): void => {
    for (const db of [stores.keys, stores.search.db]) db.exec("BEGIN IMMEDIATE");
    for (const db of [stores.shop, stores.keys, stores.search.db]) {
      db.exec("INSERT INTO mark VALUES (1)");
    }
  };

  test("is written as a whole", () => {
    const stores = openMarked();
    inTransaction(stores, () => {
      markAll(stores);
      return ok({});
    });
    expect(rows(stores)).toEqual([1, 1, 1]);
  });

  test("leaves no trace when it is refused", () => {
    const stores = openMarked();
    inTransaction(stores, () => {
      markAll(stores);
      return err({ kind: "No" });
    });
    expect(rows(stores)).toEqual([0, 0, 0]);
  });

  test("leaves no trace when it throws, and the next one can start", () => {
    const stores = openMarked();
    expect(() =>
      inTransaction(stores, () => {
        markAll(stores);
        throw new Error("a defect");
      }),
    ).toThrow("a defect");
    expect(rows(stores)).toEqual([0, 0, 0]);
    expect(inTransaction(stores, () => ok(1))).toEqual(ok(1));
  });

  test("does not nest", () => {
    const stores = openMarked();
    const nested = () => inTransaction(stores, () => inTransaction(stores, () => ok({})));
    expect(nested).toThrow("do not nest");
    expect(stores.shop.inTransaction()).toBe(false);
  });
});

describe("reads of one snapshot", () => {
  const opened = () => {
    const dataDir = newFolder();
    const stores = openStores({ dataDir, keyHex: KEY_HEX });
    const other = openDb(join(dataDir, "shop.db"), { keyHex: KEY_HEX });
    onTestFinished(() => {
      other.close();
      stores.close();
    });
    const count = () =>
      stores.shop.prepare<[], { n: number }>("SELECT count(*) AS n FROM customers").get()?.n;
    const add = (id: string) =>
      other.prepare<[string]>("INSERT INTO customers VALUES (?, 1, 0)").run(id);
    return { stores, count, add };
  };

  test("see one state, whatever another thread writes between them; the next see the newest", () => {
    const { stores, count, add } = opened();
    add("an");
    const seen = inSnapshot(stores, () => {
      const before = count();
      add("binh");
      return [before, count()];
    });
    expect(seen).toEqual([1, 1]);
    expect(inSnapshot(stores, count)).toBe(2);
  });

  test("end also where one of them fails, and do not nest", () => {
    const { stores } = opened();
    expect(() => inSnapshot(stores, () => inSnapshot(stores, () => 1))).toThrow("do not nest");
    expect(stores.shop.inTransaction()).toBe(false);
    expect(inTransaction(stores, () => ok(1))).toEqual(ok(1));
  });
});
