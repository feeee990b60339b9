import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDb, type WriteDb } from "../../electron/engine/db/connection.ts";
import { StorageFault } from "../../electron/engine/db/faults.ts";
import { type Migration, migrate, schemaVersion } from "../../electron/engine/db/migrate.ts";
import { migrations } from "../../electron/engine/db/migrations.ts";
import { openStores } from "../../electron/engine/db/stores.ts";
import { findSettings } from "../../electron/engine/repositories/shop.ts";
import { agree, newCampaign, openWorld, passDays, sell } from "../engine/calls/world.ts";
import { dumpTables, tableNames } from "../engine/db/dump.ts";
import { KEY_HEX } from "../engine/setUp.ts";
import { takeBackTo } from "./takeBack.ts";

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "quen-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const openFile = (folder: string): WriteDb => {
  const db = openDb(join(folder, "shop.db"), { keyHex: KEY_HEX });
  onTestFinished(() => db.close());
  return db;
};

const step = (version: number, sql: string): Migration => ({
  version,
  up: (db) => db.exec(sql),
});

const first = step(1, "CREATE TABLE teas (name TEXT NOT NULL) STRICT");
const second = step(2, "ALTER TABLE teas ADD COLUMN price_minor INTEGER NOT NULL DEFAULT 7");
const third = step(3, "CREATE TABLE cups (name TEXT NOT NULL) STRICT; SELECT no_such_function()");

describe("a file of an older version", () => {
  test("becomes the newest, keeps its rows, and leaves a copy of what it was aside", () => {
    const folder = newFolder();
    const db = openFile(folder);
    migrate(db, [first]);
    db.exec("INSERT INTO teas VALUES ('sen')");
    migrate(db, [first, second]);
    expect(schemaVersion(db)).toBe(2);
    expect(dumpTables(db)).toEqual({ teas: ['{"name":"sen","price_minor":7}'] });
    const aside = openDb(join(folder, "shop.db.before-2"), { keyHex: KEY_HEX, readOnly: true });
    expect(dumpTables(aside)).toEqual({ teas: ['{"name":"sen"}'] });
    aside.close();
  });

  test("stays what it was when a step fails: all steps or none", () => {
    const db = openFile(newFolder());
    migrate(db, [first]);
    db.exec("INSERT INTO teas VALUES ('sen')");
    expect(() => migrate(db, [first, second, third])).toThrow("no_such_function");
    expect(schemaVersion(db)).toBe(1);
    expect(dumpTables(db)).toEqual({ teas: ['{"name":"sen"}'] });
    expect(db.inTransaction()).toBe(false);
  });

  test("is not touched a second time", () => {
    const folder = newFolder();
    const db = openFile(folder);
    migrate(db, [first]);
    migrate(db, [first]);
    expect(readdirSync(folder).filter((name) => name.includes("before"))).toEqual([]);
  });

  test("needs its steps in order and without a gap", () => {
    const db = openFile(newFolder());
    expect(() => migrate(db, [second])).toThrow("migration 2 stands at place 1");
    expect(() => migrate(db, [first, third])).toThrow("migration 3 stands at place 2");
  });
});

describe("a file of a newer version", () => {
  test("is refused with a clear word, and nothing of it is changed", async () => {
    const world = await openWorld();
    await sell(world, { customerId: world.an, lines: [{ sku: "TEA" }] });
    await world.close();
    const { dataDir } = world;
    const newer = openDb(join(dataDir, "shop.db"), { keyHex: KEY_HEX });
    newer.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    newer.exec("CREATE TABLE of_tomorrow (x TEXT)");
    newer.close();
    const bytes = () =>
      readdirSync(dataDir).map((name) => [name, readFileSync(join(dataDir, name), "hex")]);
    const before = bytes();
    const open = () => openStores({ dataDir, keyHex: KEY_HEX });
    expect(open).toThrow(StorageFault);
    const versions = `version ${migrations.length + 1}.*knows ${migrations.length}`;
    expect(open).toThrow(new RegExp(`newer Quen.*${versions}.*Nothing was changed`));
    expect(bytes()).toEqual(before);
  });
});

describe("the first version", () => {
  test("holds only strict tables, with foreign keys that all have their rows", async () => {
    const world = await openWorld();
    await sell(world, { customerId: world.an, lines: [{ sku: "TEA" }] });
    const { shop: db } = world.engine().stores;
    const loose = db
      .prepare<[], { name: string }>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
            AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(loose).toEqual([]);
    expect(db.prepare<[], object>("PRAGMA foreign_key_check").all()).toEqual([]);
  });

  test("keeps no money and no quantity but as a whole number", async () => {
    const world = await openWorld();
    const { shop: db } = world.engine().stores;
    for (const table of tableNames(db)) {
      const columns = db
        .prepare<[string], { name: string; type: string }>(
          "SELECT name, type FROM pragma_table_info(?)",
        )
        .all(table)
        .filter(({ name }) => /_(minor|milli|bps|ms|count|sequence)$|^points$|^balance/.test(name));
      for (const { name, type } of columns)
        expect([table, name, type]).toEqual([table, name, "INTEGER"]);
    }
  });

  test("is made in a folder that is empty, and opened again without a copy aside", () => {
    const dataDir = newFolder();
    openStores({ dataDir, keyHex: KEY_HEX }).close();
    openStores({ dataDir, keyHex: KEY_HEX }).close();
    expect(existsSync(join(dataDir, "shop.db.before-2"))).toBe(false);
  });

  // Whoever ships a change of the schema adds a migration; a shipped one is never edited.
  test("is version 1 of what this program knows", () => {
    expect(migrations.map(({ version }) => version)).toEqual(
      Array.from({ length: 15 }, (_, at) => at + 1),
    );
  });
});

describe("the version with settings", () => {
  test("gives a shop of before the settings that a new one begins with", () => {
    const db = openFile(newFolder());
    migrate(db, migrations.slice(0, 1));
    db.exec(`
      INSERT INTO shop (only_row, shop_id, name, currency, timezone, locale, country, tax_mode,
                        cash_rounding_minor, loyalty_rules, created_at_ms)
        VALUES (1, 'a', 'Quen', 'VND', 'Asia/Ho_Chi_Minh', 'vi', 'VN', 'inclusive', 1000, '{}', 1)`);
    migrate(db, migrations.slice(0, 2));
    expect(findSettings(db)).toEqual({
      suggestionControlBps: 500,
      contactCapPerMonth: 4,
      assumedMarginBps: 2_500,
    });
  });
});

describe("the version without words of products", () => {
  test("drops the words of products, whose rows stay as they were", () => {
    const db = openFile(newFolder());
    migrate(db, migrations.slice(0, 2));
    db.exec(`
      INSERT INTO products (sku, name, price_minor, sold_by, sensitive, created_at_ms)
        VALUES ('TEA', 'Trà sen', 45000, 'unit', 0, 1);
      INSERT INTO product_words (rowid, words) VALUES (1, 'tra sen tea');`);
    const before = dumpTables(db).products;
    migrate(db, migrations.slice(0, 3));
    expect(dumpTables(db).products).toEqual(before);
    expect(tableNames(db).filter((name) => name.startsWith("product"))).toEqual(["products"]);
  });
});

describe("the version that passes receipt numbers over", () => {
  test("leaves registers and restores of before as they were, with no number passed over", () => {
    const db = openFile(newFolder());
    migrate(db, migrations.slice(0, 6));
    db.exec(`
      INSERT INTO registers (register_id, letter, is_own, receipt_sequence) VALUES ('r', 'Q1', 1, 7);
      INSERT INTO restores VALUES (5, 1);`);
    const { registers, restores } = dumpTables(db);
    migrate(db, migrations.slice(0, 7));
    expect(dumpTables(db)).toMatchObject({ registers, restores, receipts_passed_over: [] });
  });
});

describe("the version that knows which payload named a buyer", () => {
  test("takes the payload that stands, where there is a buyer", () => {
    const db = openFile(newFolder());
    migrate(db, migrations.slice(0, 7));
    db.exec(`
      INSERT INTO customers (customer_id, created_at_ms) VALUES ('an', 1);
      INSERT INTO orders (source, external_id, number, placed_at_ms, updated_at_ms, state, currency,
                          lines_minor, discount_minor, shipping_minor, tax_minor, total_minor,
                          refunded_minor, customer_id, version)
        VALUES ('web', '1', '1', 1, 1, 'paid', 'VND', 9, 0, 0, 0, 9, 0, 'an', 'v7'),
               ('web', '2', '2', 1, 1, 'paid', 'VND', 9, 0, 0, 0, 9, 0, NULL, 'v8')`);
    migrate(db, migrations.slice(0, 8));
    const orders = (dumpTables(db).orders ?? []).map((row) => JSON.parse(row));
    expect(orders).toMatchObject([{ buyer_version: "v7" }, { buyer_version: null }]);
  });
});

describe("the version that keeps what a campaign's people are written", () => {
  test("leaves campaigns and codes used twice as they were, with no words of their own", () => {
    const db = openFile(newFolder());
    migrate(db, migrations.slice(0, 8));
    db.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO campaigns (campaign_id, name, segment, offer, from_day, to_day, holdout_bps,
                             max_uses_per_customer, created_at_ms)
        VALUES ('c', 'Tết', '{}', '{}', '2026-11-01', '2026-11-30', 1000, 1, 1);
      INSERT INTO coupon_double_uses VALUES ('K7QF2M9P3D', 's', 5000, 2);`);
    const { coupon_double_uses: used } = dumpTables(db);
    migrate(db, migrations.slice(0, 9));
    expect(dumpTables(db).coupon_double_uses).toEqual(used);
    const [campaign = ""] = dumpTables(db).campaigns ?? [];
    expect(JSON.parse(campaign)).toMatchObject({
      ...{ name: "Tết", message_template: null, letter_template: null },
    });
  });
});

describe("the version that keeps what campaigns commit a shop to", () => {
  test("counts the people and sums the coupons of campaigns of before", async () => {
    const world = await openWorld();
    const { campaignId } = await newCampaign(world, {
      ...{ trigger: "next-purchase", validDays: 7, maxUsesPerCustomer: 2 },
      offer: { kind: "amount", amountMinor: 20_000 },
    });
    await world.take("campaign.issue", { campaignId });
    const basket = { customerId: world.an, lines: [{ sku: "TEA", quantity: 2 }] };
    const { couponsIssued } = await sell(world, basket);
    await sell(world, basket);
    passDays(world, 1);
    await sell(world, { ...basket, couponCodes: [couponsIssued?.[0]?.code ?? ""] });
    const { shop: db } = world.engine().stores;
    const { campaigns, campaign_commitments: kept } = dumpTables(db);
    takeBackTo(db, 9);
    migrate(db, migrations);
    expect(dumpTables(db)).toMatchObject({ campaigns, campaign_commitments: kept });
    expect(JSON.parse(campaigns?.[0] ?? "")).toMatchObject({ issued_count: 1, held_out_count: 0 });
    expect(kept).toHaveLength(3);
  });
});

describe("the version that keeps when each was drawn", () => {
  test("reads of what was told before which purchase drew whom", async () => {
    const world = await openWorld();
    const { campaignId } = await newCampaign(world, {
      ...{ trigger: "next-purchase", validDays: 7, maxUsesPerCustomer: 3, holdoutBps: 5_000 },
    });
    await world.take("campaign.issue", { campaignId });
    const drawnAtMs = world.clock.nowMs;
    for (let day = 0; day < 2; day += 1) {
      for (const customerId of [world.an, world.binh]) {
        await agree(world, customerId, "marketing", "print");
        await sell(world, { customerId, lines: [{ sku: "TEA", quantity: 2 }] });
      }
      passDays(world, 1);
    }
    // Written down late, and told after the one that drew.
    await sell(world, {
      ...{ customerId: world.an, lines: [{ sku: "TEA", quantity: 2 }] },
      soldAtMs: drawnAtMs - 60_000,
    });
    const { shop: db } = world.engine().stores;
    const { campaign_members: kept } = dumpTables(db);
    takeBackTo(db, 11);
    migrate(db, migrations);
    expect(dumpTables(db).campaign_members).toEqual(kept);
    expect((kept ?? []).map((row) => JSON.parse(row).drawn_at_ms)).toEqual([drawnAtMs, drawnAtMs]);
  });
});

describe("the version that keeps what each was chosen for", () => {
  test("keeps who was drawn before, of whom it is not known, and their coupons say so much", async () => {
    const world = await openWorld();
    await agree(world, world.an, "personalization", "counter");
    const { campaignId } = await newCampaign(world, { name: "Khách quen" });
    await world.take("campaign.issue", { campaignId });
    const { shop: db } = world.engine().stores;
    const { campaign_members: kept } = dumpTables(db);
    takeBackTo(db, 14);
    migrate(db, migrations);
    expect(dumpTables(db).campaign_members).toEqual(kept);
    const { coupons } = await world.take("customer.profile", {
      customerId: world.an,
      locale: "en",
    });
    expect(coupons.map(({ reason }) => reason)).toEqual(["Chosen on 22 Nov 2026: all customers"]);
  });
});
