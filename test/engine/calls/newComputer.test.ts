import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { storageFaultKind } from "../../../electron/engine/db/faults.ts";
import { keyOnPaper } from "../../../shared/kernel/recoveryKey.ts";
import { KEY_HEX, OWNER, openShop, type TestShop } from "../setUp.ts";
import { countsOf, issueCoupons, openWorld, passDays, sell, type World } from "./world.ts";

const NEW_KEY_HEX = "c3".repeat(32);
const recoveryKey = keyOnPaper(KEY_HEX);
const tea = { lines: [{ sku: "TEA", quantity: 1 }] };

/** A shop with one sale and coupons, whose backup lies on a stick; the computer is gone since. */
const withStick = async () => {
  const old = await openWorld();
  const codes = await issueCoupons(old, { maxUsesPerCustomer: 3 });
  await sell(old, { ...tea, customerId: old.an, couponCodes: codes.slice(0, 1) });
  const stick = mkdtempSync(join(tmpdir(), "quen-stick-"));
  const path = join(stick, "monday.quenbackup");
  await old.take("backup.create", { path });
  return { old, codes, stick, path };
};

const openNewComputer = async () => {
  const shop = await openShop({ isSetUp: false, keyHex: NEW_KEY_HEX });
  // Both computers' ids are counted from one: those of the old one are behind us.
  for (let taken = 0; taken < 1_000; taken += 1) shop.newId();
  return shop;
};

const afterRestart = async (shop: TestShop) => {
  await shop.restart();
  await shop.take("session.login", { name: OWNER.ownerName, pin: OWNER.ownerPin });
};

/** What opening a file with this key comes to. */
const opened = (path: string, keyHex: string): string => {
  try {
    openDb(path, { keyHex, readOnly: true }).close();
    return "opened";
  } catch (error) {
    return storageFaultKind(error) ?? "defect";
  }
};

/** The index of names is made anew in the background. */
const expectAnFound = (shop: TestShop) =>
  expect
    .poll(async () => (await shop.take("customer.search", { text: "nguyen thi an" })).matches)
    .toMatchObject([{ name: "Nguyễn Thị An" }]);

test("a shop whose computer broke opens on a new one, with its backup and its printed key", async () => {
  const { old, codes, path } = await withStick();
  await sell(old, { ...tea, customerId: old.an, couponCodes: codes.slice(1, 2) });
  const shop = await openNewComputer();
  passDays(shop, 1);
  const asked = { requestId: shop.newId(), path, recoveryKey };
  const answer = await shop.take("shop.setUpFromBackup", asked);
  expect(answer).toMatchObject({ saleCount: 1, usedSince: 0, isReplacedRead: false });

  await afterRestart(shop);
  expect(await shop.take("shop.setUpFromBackup", asked)).toEqual(answer);
  expect(countsOf(shop)).toMatchObject({ sales: 1, customers: 2 });
  await expectAnFound(shop);
  const found = await shop.take("coupon.find", { code: codes[1] ?? "" });
  expect(found).toMatchObject({ state: "issued", maybeUsed: true });
  expect(await shop.take("engine.health", {})).toMatchObject({ ok: true, disagreements: [] });
  expect(await shop.take("audit.verify", {})).toMatchObject({ ok: true });
  const { receiptNumber } = await sell(shop, { ...tea, customerId: old.an });
  expect(receiptNumber).toBe(answer.nextReceiptNumber);
});

test("its files are locked with the new computer's key from then on, also for the next backup", async () => {
  const { stick, path } = await withStick();
  const shop = await openNewComputer();
  await shop.take("shop.setUpFromBackup", { path, recoveryKey });
  await afterRestart(shop);
  expect((await shop.take("shop.recoveryKey", {})).recoveryKey).toBe(keyOnPaper(NEW_KEY_HEX));
  const next = join(stick, "tuesday.quenbackup");
  await shop.take("backup.create", { path: next });
  const files = [...["shop.db", "keys.db"].map((name) => join(shop.dataDir, name)), next];
  for (const file of files) {
    expect([file, opened(file, NEW_KEY_HEX)]).toEqual([file, "opened"]);
    expect([file, opened(file, KEY_HEX)]).toEqual([file, "wrong-key"]);
  }
});

test("an older backup of the shop, made on the old computer, opens with the old key afterwards too", async () => {
  const { old, path } = await withStick();
  const shop = await openNewComputer();
  await shop.take("shop.setUpFromBackup", { path, recoveryKey });
  await afterRestart(shop);
  await sell(shop, { ...tea, customerId: old.an });
  expect(await shop.refusal("backup.verify", { path })).toMatchObject({ why: "wrong-key" });
  expect(await shop.take("backup.verify", { path, recoveryKey })).toMatchObject({ saleCount: 1 });
  expect(await shop.refusal("backup.restore", { path })).toMatchObject({ why: "wrong-key" });
  const answer = await shop.take("backup.restore", { path, recoveryKey });
  expect(answer).toMatchObject({ saleCount: 1, isReplacedRead: true });
  await afterRestart(shop);
  await expectAnFound(shop);
  expect(await shop.take("engine.health", {})).toMatchObject({ ok: true, counts: { sales: 1 } });
});

test("a key that does not fit is told, and a shop can still be made or the right key typed", async () => {
  const { stick, path } = await withStick();
  const shop = await openNewComputer();
  const bring = (over: object) =>
    shop.refusal("shop.setUpFromBackup", { path, recoveryKey, ...over });
  const other = keyOnPaper("1".repeat(64));
  expect(await bring({ recoveryKey: other })).toMatchObject({ why: "wrong-key" });
  expect(await bring({ recoveryKey: recoveryKey.slice(1) })).toEqual({
    kind: "RecoveryKeyIncomplete",
    typed: 63,
  });
  expect(await bring({ recoveryKey: " " })).toEqual({ kind: "RecoveryKeyIncomplete", typed: 0 });
  expect(await bring({ path: join(stick, "gone") })).toMatchObject({ why: "missing" });
  const alone = join(stick, "alone");
  mkdirSync(alone);
  copyFileSync(path, join(alone, "monday.quenbackup"));
  expect(await bring({ path: join(alone, "monday.quenbackup") })).toMatchObject({
    why: "keys-missing",
  });
  expect(await shop.take("shop.status", {})).toMatchObject({ configured: false });
  rmSync(alone, { recursive: true });
  await shop.take("shop.setUpFromBackup", { path, recoveryKey });
  await shop.restart();
  expect(await shop.take("shop.status", {})).toMatchObject({ configured: true });
});

test("where the shop's own files do not open any more, a backup of this computer needs no key", async () => {
  const { path } = await withStick();
  const shop = await openShop({ isSetUp: false });
  for (let taken = 0; taken < 1_000; taken += 1) shop.newId();
  const answer = await shop.take("shop.setUpFromBackup", { path });
  expect(answer).toMatchObject({ saleCount: 1, isReplacedRead: false });
  await afterRestart(shop);
  await expectAnFound(shop);
});

test("a computer that has a shop is not given another one without its owner", async () => {
  const { path } = await withStick();
  const world: World = await openWorld();
  expect(await world.caller().refusal("shop.setUpFromBackup", { path, recoveryKey })).toEqual({
    kind: "AlreadySetUp",
  });
  expect(await world.take("shop.status", {})).toMatchObject({ configured: true });
});
