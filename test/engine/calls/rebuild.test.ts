import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDb, type ReadDb } from "../../../electron/engine/db/connection.ts";
import { openKeyring } from "../../../electron/engine/db/keyring.ts";
import { migrate } from "../../../electron/engine/db/migrate.ts";
import { migrations } from "../../../electron/engine/db/migrations.ts";
import { rebuildTables } from "../../../electron/engine/repositories/changes.ts";
import { disagreements } from "../../../electron/engine/repositories/checks.ts";
import { type Dump, dumpTables, tableNames } from "../db/dump.ts";
import { KEY_HEX, openShop, type TestShop } from "../setUp.ts";
import { liveThrough, story } from "./story.ts";
import { personal } from "./storyPeople.ts";

/** Of this machine alone, or the record itself; what was learned is learned again. */
const ownTables = ["answers", "audit", "audit_head", "changes", "sessions", "sign_in_attempts"];
const isLearned = (name: string): boolean => /^(learned|learning|suggest)/.test(name);

const rebuiltFrom = (shop: TestShop): Dump => {
  const from = shop.engine().stores.shop;
  const to = openDb(join(shop.dataDir, "rebuilt.db"), { keyHex: KEY_HEX, synchronous: "OFF" });
  migrate(to, migrations);
  to.exec("BEGIN");
  rebuildTables(from, to);
  to.exec("COMMIT");
  const tables = tablesOf(to);
  to.close();
  return tables;
};

const tablesOf = (db: ReadDb): Dump =>
  dumpTables(db, [...ownTables, ...tableNames(db).filter(isLearned)]);

const withoutLearned = (shop: TestShop): Dump => tablesOf(shop.engine().stores.shop);

describe("the record of changes", () => {
  test("rebuilds every table row by row on an empty file, after any story", async () => {
    await fc.assert(
      fc.asyncProperty(story(60), async (actions) => {
        const shop = await liveThrough(actions);
        const rebuilt = rebuiltFrom(shop);
        const kept = withoutLearned(shop);
        expect(Object.keys(rebuilt).length).toBeGreaterThan(20);
        expect(rebuilt).toEqual(kept);
        expect(disagreements(shop.engine().stores.shop)).toEqual([]);
        await shop.close();
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});

describe("after a long story", () => {
  let shop: TestShop;
  beforeAll(async () => {
    const [actions = []] = fc.sample(story(400), { numRuns: 1, seed: 7 });
    shop = await liveThrough(actions);
  }, 120_000);
  afterAll(() => shop.close());

  test("much has happened of every kind", () => {
    const tables = withoutLearned(shop);
    const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0);
    const empty = Object.keys(tables).filter((name) => tables[name]?.length === 0);
    // One till sees to it that no code is used twice, and no story goes back in time: see
    // atTheTill.test.ts and restore.test.ts.
    expect(empty).toEqual([
      "coupon_double_uses",
      "coupon_uses_replaced",
      "receipts_passed_over",
      "restores",
    ]);
    expect(filled.length).toBeGreaterThan(25);
    const kinds = shop
      .engine()
      .stores.shop.prepare<[], { kind: string }>("SELECT DISTINCT kind FROM points_ledger")
      .all()
      .map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["earn", "redeem", "expire", "take-back"]));
  });

  test("everything kept is what its ledgers say, and the audit chain is whole", async () => {
    expect(await shop.take("engine.health", {})).toMatchObject({ ok: true, disagreements: [] });
    expect(await shop.take("audit.verify", {})).toMatchObject({ ok: true });
  });

  test("the record rebuilds every table row by row", () => {
    expect(rebuiltFrom(shop)).toEqual(withoutLearned(shop));
  });

  test("nothing personal stands in the shop's file but sealed, not even for who has its key", () => {
    const { shop: db } = shop.engine().stores;
    const all = JSON.stringify(
      tableNames(db).map((name) =>
        db
          .prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => Object.values(row).map(asText)),
      ),
    );
    for (const word of Object.values(personal).flat()) {
      for (const form of [word, word.replace(/^\+84/, "0"), word.toLowerCase(), foldedOf(word)]) {
        expect([form, all.includes(form)]).toEqual([form, false]);
      }
    }
    expect(all).toContain("Trà sen");
  });

  test("without the people's keys nobody can be read, and with them everybody can", () => {
    const { shop: db, keyring, dataDir } = shop.engine().stores;
    const blank = openDb(join(dataDir, "blank-keys.db"), { keyHex: KEY_HEX, synchronous: "OFF" });
    const without = openKeyring(blank);
    const fields = db
      .prepare<[], { id: string; field: string; sealed: Uint8Array }>(
        `SELECT customer_id AS id, field, sealed FROM customer_fields WHERE sealed IS NOT NULL
         UNION ALL SELECT customer_id, kind, sealed FROM identities
         UNION ALL SELECT customer_id, 'buyer', sealed_buyer FROM orders
                    WHERE sealed_buyer IS NOT NULL`,
      )
      .all();
    expect(fields.length).toBeGreaterThan(10);
    for (const { id, field, sealed } of fields) {
      expect(keyring.open(id, field, sealed)).not.toBe("");
      expect(without.open(id, field, sealed)).toBeUndefined();
    }
    blank.close();
  });
});

test("a sealed text stands only in its own field, and only whole", async () => {
  const shop = await openShop();
  const { customerId } = await shop.take("customer.create", { name: "Trần Hà", note: "quen" });
  const { keyring } = shop.engine().stores;
  const sealed = keyring.seal(customerId, "name", "Trần Hà");
  expect(keyring.open(customerId, "name", sealed)).toBe("Trần Hà");
  expect(() => keyring.open(customerId, "note", sealed)).toThrow();
  sealed[20] = (sealed[20] ?? 0) ^ 1;
  expect(() => keyring.open(customerId, "name", sealed)).toThrow();
  expect(
    keyring.seal(customerId, "name", "Trần Hà").equals(keyring.seal(customerId, "name", "Trần Hà")),
  ).toBe(false);
});

const asText = (cell: unknown): unknown =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString("utf8") : cell;

const foldedOf = (word: string): string =>
  word.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
