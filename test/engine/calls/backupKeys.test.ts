import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { keyOnPaper } from "../../../shared/kernel/recoveryKey.ts";
import { KEY_HEX, OWNER, openShop, type TestShop } from "../setUp.ts";
import { newCustomer, openWorld, passDays, sell, type World } from "./world.ts";

const NEW_KEY_HEX = "c3".repeat(32);
const recoveryKey = keyOnPaper(KEY_HEX);

const withStick = async () => {
  const world = await openWorld();
  await sell(world, { customerId: world.an, lines: [{ sku: "TEA", quantity: 1 }] });
  const stick = mkdtempSync(join(tmpdir(), "quen-stick-"));
  const path = join(stick, "monday.quenbackup");
  await world.take("backup.create", { path });
  return { world, stick, path };
};

const keysFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith("quen-keys"));

/** A shop made from nothing: with a key of its own, or with the one that this computer has. */
const openOtherShop = async (keyHex: string): Promise<TestShop> => {
  const shop = await openShop({ isSetUp: false, keyHex });
  for (let taken = 0; taken < 1_000; taken += 1) shop.newId();
  await shop.take("shop.setup", {
    ...{ name: "Quán Lan", currency: "VND", timezone: "Asia/Ho_Chi_Minh", locale: "vi" },
    ...OWNER,
  });
  shop.connection.session = shop.caller("owner").connection.session;
  return shop;
};

const openNewComputer = async (): Promise<TestShop> => {
  const shop = await openShop({ isSetUp: false, keyHex: NEW_KEY_HEX });
  for (let taken = 0; taken < 3_000; taken += 1) shop.newId();
  return shop;
};

const expectAnKnown = async (shop: TestShop, { an }: World) => {
  shop.connection.session = shop.caller("owner").connection.session;
  const { customer } = await shop.take("customer.profile", { customerId: an });
  expect(customer.name).toBe("Nguyễn Thị An");
};

test.each([
  ["another computer", NEW_KEY_HEX],
  ["this computer", KEY_HEX],
])("a second shop, of %s, does not write over the keys of the first one's people", async (_, keyHex) => {
  const { world, stick, path } = await withStick();
  const keysPath = join(stick, "quen-keys.backup");
  const before = readFileSync(keysPath);
  const other = await openOtherShop(keyHex);
  await other.take("customer.create", { name: "Vũ Thị Sen" });
  const otherPath = join(stick, "quan-lan.quenbackup");
  await other.take("backup.create", { path: otherPath });
  await other.take("backup.create", { path: join(stick, "quan-lan-2.quenbackup") });
  expect(readFileSync(keysPath).equals(before)).toBe(true);
  expect(keysFilesIn(stick)).toEqual(["quen-keys-2.backup", "quen-keys.backup"]);

  const shop = await openNewComputer();
  await shop.take("shop.setUpFromBackup", { path, recoveryKey });
  await shop.restart();
  await expectAnKnown(shop, world);
  const second = await openNewComputer();
  const asked = { path: otherPath, recoveryKey: keyOnPaper(keyHex) };
  await second.take("shop.setUpFromBackup", asked);
  await second.restart();
  second.connection.session = second.caller("owner").connection.session;
  await expect
    .poll(async () => (await second.take("customer.search", { text: "sen" })).matches)
    .toMatchObject([{ name: "Vũ Thị Sen" }]);
});

test("a shop that moved backs up to the same stick, and its old paper still opens what is old there", async () => {
  const { world, stick, path } = await withStick();
  const moved = await openNewComputer();
  await moved.take("shop.setUpFromBackup", { path, recoveryKey });
  await moved.restart();
  moved.connection.session = moved.caller("owner").connection.session;
  const later = join(stick, "tuesday.quenbackup");
  expect(await moved.take("backup.create", { path: later })).toMatchObject({ otherKeys: 1 });
  const apart = join(mkdtempSync(join(tmpdir(), "quen-stick-")), "tuesday.quenbackup");
  expect(await moved.take("backup.create", { path: apart })).not.toHaveProperty("otherKeys");
  for (const asked of [
    { path, recoveryKey },
    { path: later, recoveryKey: keyOnPaper(NEW_KEY_HEX) },
  ]) {
    const third = await openShop({ isSetUp: false, keyHex: "d4".repeat(32) });
    for (let taken = 0; taken < 6_000; taken += 1) third.newId();
    passDays(third, 1);
    await third.take("shop.setUpFromBackup", asked);
    await third.restart();
    await expectAnKnown(third, world);
  }
});

test("a shop that another one's backup replaced comes back as it lies there, with its people", async () => {
  const { world, stick } = await withStick();
  const other = await openOtherShop(NEW_KEY_HEX);
  const path = join(stick, "quan-lan.quenbackup");
  await other.take("backup.create", { path });
  passDays(world, 1);
  const own = await world.take("shop.status", {});
  await world.take("backup.restore", { path, recoveryKey: keyOnPaper(NEW_KEY_HEX) });
  await world.restart();
  world.connection.session = world.caller("owner").connection.session;
  expect(await world.take("shop.status", {})).toMatchObject({
    name: "Quán Lan",
    shopId: (await other.take("shop.status", {})).shopId,
  });
  const replaced = readdirSync(world.dataDir).find((name) => /^shop\.db\.replaced-\d+$/.test(name));
  passDays(world, 1);
  for (let taken = 0; taken < 9_000; taken += 1) world.newId();
  await world.take("backup.restore", { path: join(world.dataDir, replaced ?? "") });
  await world.restart();
  expect(await world.take("shop.status", {})).toMatchObject({ shopId: own.shopId });
  await expectAnKnown(world, world);
  expect(await world.take("engine.health", {})).toMatchObject({ ok: true, counts: { sales: 1 } });
});

test("no backup takes a name that keys have", async () => {
  const { world, stick } = await withStick();
  for (const name of ["quen-keys.backup", "Quen-Keys-7.backup"]) {
    const path = join(stick, name);
    expect(await world.refusal("backup.create", { path })).toEqual({ kind: "PathTaken", path });
  }
});

test("its own keys and an empty file in their place are written anew", async () => {
  const { world, stick } = await withStick();
  await world.take("backup.create", { path: join(stick, "tuesday.quenbackup") });
  writeFileSync(join(stick, "quen-keys.backup"), "");
  const path = join(stick, "wednesday.quenbackup");
  await world.take("backup.create", { path });
  expect(keysFilesIn(stick)).toEqual(["quen-keys.backup"]);
  const shop = await openNewComputer();
  await shop.take("shop.setUpFromBackup", { path, recoveryKey });
});

test.each([
  ["under its own key", NEW_KEY_HEX],
  ["under the same key", KEY_HEX],
])("keys of another shop beside a backup, %s, open nobody and are refused by name", async (_, keyHex) => {
  const { world, stick, path } = await withStick();
  const keysPath = join(stick, "quen-keys.backup");
  const own = readFileSync(keysPath);
  const other = await openOtherShop(keyHex);
  await other.take("backup.create", { path: join(other.dataDir, "other.quenbackup") });
  copyFileSync(join(other.dataDir, "quen-keys.backup"), keysPath);
  const shop = await openNewComputer();
  expect(await shop.refusal("shop.setUpFromBackup", { path, recoveryKey })).toEqual({
    ...{ kind: "BackupUnreadable", path },
    why: "keys-of-another",
  });
  expect(readdirSync(shop.dataDir).filter((name) => name.includes(".restored"))).toEqual([]);
  writeFileSync(keysPath, own);
  await shop.take("shop.setUpFromBackup", { path, recoveryKey });
  await shop.restart();
  await expectAnKnown(shop, world);
});

test("keys that are older than the backup open whom they know, and it is told how many they do not", async () => {
  const { world, stick } = await withStick();
  const keysPath = join(stick, "quen-keys.backup");
  const older = readFileSync(keysPath);
  const lan = await newCustomer(world, { name: "Phạm Lan", phones: ["0901234567"] });
  await sell(world, { customerId: lan, lines: [{ sku: "TEA", quantity: 1 }] });
  const path = join(stick, "tuesday.quenbackup");
  await world.take("backup.create", { path });
  writeFileSync(keysPath, older);
  const shop = await openNewComputer();
  const answer = await shop.take("shop.setUpFromBackup", { path, recoveryKey });
  expect(answer).toMatchObject({ saleCount: 2, unreadableCustomers: 1 });
  await shop.restart();
  await expectAnKnown(shop, world);
  const { customer, totals } = await shop.take("customer.profile", { customerId: lan });
  expect([customer.name, totals.purchaseCount]).toEqual(["", 1]);
  await sell(shop, { customerId: lan, lines: [{ sku: "TEA", quantity: 1 }] });
  expect(await shop.take("engine.health", {})).toMatchObject({ ok: true });
});

test("a newer Quen's backup is told as one, whatever its tables are like", async () => {
  const { world, path } = await withStick();
  const backup = openDb(path, { keyHex: KEY_HEX });
  backup.exec("ALTER TABLE points_ledger RENAME COLUMN balance_after TO balance");
  backup.exec("PRAGMA user_version = 99");
  backup.close();
  const newer = { kind: "BackupUnreadable", path, why: "newer-file" };
  expect(await world.refusal("backup.verify", { path })).toEqual(newer);
  expect(await world.refusal("backup.restore", { path })).toEqual(newer);
  const shop = await openNewComputer();
  expect(await shop.refusal("shop.setUpFromBackup", { path, recoveryKey })).toEqual(newer);
});
