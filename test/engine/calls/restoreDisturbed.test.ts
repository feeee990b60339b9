import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { keyOnPaper } from "../../../shared/kernel/recoveryKey.ts";
import { takeBackTo } from "../../migrations/takeBack.ts";
import { KEY_HEX, OWNER, openShop, type TestShop } from "../setUp.ts";
import { countsOf, openWorld, sell } from "./world.ts";

const recoveryKey = keyOnPaper(KEY_HEX);
const tea = { lines: [{ sku: "TEA", quantity: 1 }] };
const paid = { ...tea, payments: [{ method: "cash", amountMinor: 45_000 }] };
const newShop = {
  ...{ name: "Tạp hóa Mới", currency: "VND", timezone: "Asia/Ho_Chi_Minh", locale: "vi" },
  ...OWNER,
};

/** A shop with a sale, its backup on a stick, and a sale since. */
const withBackup = async () => {
  const world = await openWorld();
  await sell(world, tea);
  const path = join(mkdtempSync(join(tmpdir(), "quen-stick-")), "monday.quenbackup");
  await world.take("backup.create", { path });
  await sell(world, tea);
  return { world, path };
};

const openNewComputer = async () => {
  const shop = await openShop({ isSetUp: false, keyHex: "c3".repeat(32) });
  for (let taken = 0; taken < 1_000; taken += 1) shop.newId();
  return shop;
};

const signIn = (shop: TestShop) => {
  shop.connection.session = shop.caller("owner").connection.session;
};

/** What each of two calls, sent before either was answered, came to. */
const both = async (shop: TestShop, method: string, params: readonly object[]) => {
  const responses = await Promise.all(
    params.map((one) => shop.send(method, { requestId: shop.newId(), ...one })),
  );
  return responses.map((one) => ("result" in one ? "answered" : one.error.data));
};

describe("two at once", () => {
  test("on a new computer are one: the second waits for nobody and harms nothing", async () => {
    const { path } = await withBackup();
    const shop = await openNewComputer();
    const requestId = shop.newId();
    const asked = { requestId, path, recoveryKey };
    const other = { ...asked, requestId: shop.newId() };
    expect(await both(shop, "shop.setUpFromBackup", [asked, asked, other])).toEqual([
      "answered",
      { kind: "BackupUnreadable", path, why: "busy" },
      { kind: "BackupUnreadable", path, why: "busy" },
    ]);
    await shop.restart();
    expect(await shop.take("shop.status", {})).toMatchObject({ configured: true });
    expect(countsOf(shop)).toMatchObject({ sales: 1 });
    expect(await shop.take("shop.setUpFromBackup", asked)).toMatchObject({ saleCount: 1 });
  });

  test("over a shop are one, and the first is what is there afterwards", async () => {
    const { world, path } = await withBackup();
    const later = join(world.dataDir, "later.quenbackup");
    await world.take("backup.create", { path: later });
    await sell(world, tea);
    expect(await both(world, "backup.restore", [{ path }, { path: later }])).toEqual([
      "answered",
      { kind: "BackupUnreadable", path: later, why: "busy" },
    ]);
    await world.restart();
    expect(countsOf(world)).toMatchObject({ sales: 1 });
  });

  test("a shop is not made under a backup that is being brought: it would be gone a moment later", async () => {
    const { path } = await withBackup();
    const shop = await openNewComputer();
    const bringing = shop.take("shop.setUpFromBackup", { path, recoveryKey });
    expect(await shop.send("shop.setup", { requestId: shop.newId(), ...newShop })).toMatchObject({
      error: { data: { kind: "StorageFailed", why: "busy" } },
    });
    await bringing;
    await shop.restart();
    expect(countsOf(shop)).toMatchObject({ sales: 1 });
  });
});

test("a job that ends after a restore was answered is not told as done: the restored shop has none of it", async () => {
  const { world, path } = await withBackup();
  const { worker } = world.engine();
  const copyShop = worker.copyShop;
  let goOn = (): void => undefined;
  Object.assign(worker, {
    copyShop: async (target: Parameters<typeof copyShop>[0]) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return copyShop(target);
    },
  });
  const job = world.send("backup.create", {
    requestId: world.newId(),
    path: join(world.dataDir, "slow.quenbackup"),
  });
  await world.take("backup.restore", { path });
  goOn();
  expect(await job).toMatchObject({ error: { data: { kind: "StorageFailed", why: "busy" } } });
});

test("where the copy cannot be made ready the shop sells on as it was, and it can be tried again", async () => {
  const { world, path } = await withBackup();
  const inTheWay = join(world.dataDir, "restore.ready.part");
  mkdirSync(inTheWay);
  const response = await world.send("backup.restore", { requestId: world.newId(), path });
  expect(response).toMatchObject({ error: { data: { reference: expect.any(String) } } });
  expect(readdirSync(world.dataDir).filter((name) => name.includes(".restored"))).toEqual([]);
  await world.take("sale.commit", paid as Parameters<typeof world.take<"sale.commit">>[1]);
  expect(countsOf(world)).toMatchObject({ sales: 3 });
  rmdirSync(inTheWay);
  await world.take("backup.restore", { path });
  await world.restart();
  expect(countsOf(world)).toMatchObject({ sales: 1 });
});

test.each([
  "answers",
  "audit",
  "shop",
])("a backup takes the place of a shop whose %s cannot be read any more", async (table) => {
  const { world, path } = await withBackup();
  tear(world, table);
  expect(await world.take("backup.restore", { path })).toMatchObject({ saleCount: 1 });
  await world.restart();
  signIn(world);
  expect(countsOf(world)).toMatchObject({ sales: 1, customers: 2 });
  const { customer } = await world.take("customer.profile", { customerId: world.an });
  expect(customer.name).toBe("Nguyễn Thị An");
  expect(await world.take("engine.health", {})).toMatchObject({ ok: true });
});

/** Whatever is asked of this table fails, as where its page is damaged. */
const tear = (world: TestShop, table: string): void => {
  const { shop } = world.engine().stores;
  const torn = new RegExp(`(FROM|INTO|UPDATE) ${table}\\b`);
  const prepare = shop.prepare;
  const damaged = Object.assign(new Error("malformed"), { code: "SQLITE_CORRUPT" });
  Object.assign(shop, {
    prepare: (sql: string) => {
      if (torn.test(sql)) throw damaged;
      return prepare(sql);
    },
  });
};

test("bringing a backup of an older version leaves no copy of that version in the shop's folder", async () => {
  const { world, path } = await withBackup();
  const backup = openDb(path, { keyHex: KEY_HEX });
  takeBackTo(backup, 10);
  backup.close();
  await world.take("backup.restore", { path });
  await world.restart();
  const names = readdirSync(world.dataDir);
  expect(names.filter((name) => name.includes(".before-"))).toEqual([]);
  expect(existsSync(join(world.dataDir, "restore.ready"))).toBe(false);
});
