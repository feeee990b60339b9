import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { migrations } from "../../../electron/engine/db/migrations.ts";
import { KEY_HEX } from "../setUp.ts";
import { newCustomer, openWorld, sell, type World } from "./world.ts";

const folderIn = ({ dataDir }: World): string => {
  const folder = join(dataDir, "backups");
  mkdirSync(folder, { recursive: true });
  return folder;
};

const backUp = async (world: World, name: string): Promise<string> => {
  const path = join(folderIn(world), name);
  await world.take("backup.create", { path });
  return path;
};

describe("a backup", () => {
  test("made while the till sells is one moment's picture, whole, and says what it holds", async () => {
    const world = await openWorld();
    for (let sale = 0; sale < 10; sale += 1) await sell(world, { lines: [{ sku: "TEA" }] });
    const path = join(folderIn(world), "one.backup");
    let isMade = false;
    const making = world.take("backup.create", { path }).finally(() => {
      isMade = true;
    });
    let sold = 10;
    while (!isMade) {
      await sell(world, { customerId: world.an, lines: [{ sku: "TEA" }] });
      sold += 1;
      await setImmediate();
    }
    const made = await making;
    expect(made).toMatchObject({ path, sizeBytes: statSync(path).size });
    expect(made.saleCount).toBeGreaterThanOrEqual(10);
    expect(made.saleCount).toBeLessThanOrEqual(sold);
    expect(sold).toBeGreaterThan(11);
    expect(await world.take("backup.verify", { path })).toEqual({
      ok: true,
      saleCount: made.saleCount,
      customerCount: 2,
      schemaVersion: migrations.length,
      lastSoldAtMs: world.clock.nowMs,
    });
    expect(await world.take("engine.health", {})).toMatchObject({
      ok: true,
      counts: { sales: sold },
    });
  });

  test("leaves only itself and the newest keys in its folder", async () => {
    const world = await openWorld();
    await backUp(world, "monday.backup");
    const keysOf = (path: string) => {
      const db = openDb(path, { keyHex: KEY_HEX, readOnly: true });
      const n = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM customer_keys").get()?.n;
      db.close();
      return n;
    };
    const keysPath = join(folderIn(world), "quen-keys.backup");
    expect(keysOf(keysPath)).toBe(2);
    await newCustomer(world, { name: "Lan" });
    await backUp(world, "tuesday.backup");
    expect(readdirSync(folderIn(world)).sort()).toEqual([
      "monday.backup",
      "quen-keys.backup",
      "tuesday.backup",
    ]);
    expect(keysOf(keysPath)).toBe(3);
  });

  test("holds no key and no word in the clear, not even that it is SQLite", async () => {
    const world = await openWorld();
    const path = await backUp(world, "one.backup");
    const db = openDb(path, { keyHex: KEY_HEX, readOnly: true });
    const tables = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name);
    db.close();
    expect(tables).toContain("sales");
    expect(tables).not.toContain("customer_keys");
    for (const file of readdirSync(folderIn(world))) {
      const bytes = readFileSync(join(folderIn(world), file));
      for (const word of ["SQLite format", "Nguyễn", "nguyen", "84912345678", "Trà sen"]) {
        expect([file, word, bytes.includes(word)]).toEqual([file, word, false]);
      }
    }
  });

  test("is never written over a file, and never takes the name of its keys", async () => {
    const world = await openWorld();
    const path = await backUp(world, "one.backup");
    const before = readFileSync(path);
    expect(await world.refusal("backup.create", { path })).toEqual({ kind: "PathTaken", path });
    expect(readFileSync(path).equals(before)).toBe(true);
    mkdirSync(join(folderIn(world), "empty"));
    const keysPath = join(folderIn(world), "empty", "quen-keys.backup");
    expect(await world.refusal("backup.create", { path: keysPath })).toEqual({
      kind: "PathTaken",
      path: keysPath,
    });
    expect(readdirSync(join(folderIn(world), "empty"))).toEqual([]);
  });

  test("into a folder that is not there leaves nothing behind", async () => {
    const world = await openWorld();
    const path = join(world.dataDir, "nowhere", "one.backup");
    expect(await world.refusal("backup.create", { path })).toMatchObject({
      kind: "PathUnwritable",
      path,
    });
    expect(existsSync(join(world.dataDir, "nowhere"))).toBe(false);
  });
});

test.each([
  ["below a file", ["a file", "one.backup"]],
  ["under a name that is too long", ["x".repeat(300)]],
])("a backup %s is refused, and the next goes where it can", async (_, names) => {
  const world = await openWorld();
  writeFileSync(join(world.dataDir, "a file"), "");
  const path = join(world.dataDir, ...names);
  expect(await world.refusal("backup.create", { path })).toEqual({
    kind: "PathUnwritable",
    path,
    why: "vanished",
  });
  const other = join(world.dataDir, "one.backup");
  expect(await world.take("backup.create", { path: other })).toMatchObject({ path: other });
});

test("two backups at once are one after the other: the second is told, and both can be brought", async () => {
  const world = await openWorld();
  const [one, two] = ["one.backup", "two.backup"].map((name) => join(folderIn(world), name));
  const made = world.take("backup.create", { path: one ?? "" });
  expect(await world.refusal("backup.create", { path: two ?? "" })).toEqual({
    ...{ kind: "PathUnwritable", path: two, why: "busy" },
  });
  await made;
  await world.take("backup.create", { path: two ?? "" });
  for (const path of [one, two]) {
    expect(await world.take("backup.verify", { path: path ?? "" })).toMatchObject({ ok: true });
  }
});

describe("a stick that is pulled out", () => {
  test("while it is written to is told as such, and the shop sells on", async () => {
    const world = await openWorld();
    const folder = folderIn(world);
    const { worker } = world.engine();
    const copyShop = worker.copyShop;
    Object.assign(worker, {
      copyShop: async (target: Parameters<typeof copyShop>[0]) => {
        await copyShop(target);
        rmSync(folder, { recursive: true });
      },
    });
    const path = join(folder, "one.backup");
    expect(await world.refusal("backup.create", { path })).toEqual({
      ...{ kind: "PathUnwritable", path, why: "vanished" },
    });
    await sell(world, { lines: [{ sku: "TEA" }] });
  });

  test.each([
    "EIO",
    "ENODEV",
    "ENXIO",
  ])("while it is synced, as %s, is a fault of the disk", async (code) => {
    const world = await openWorld();
    const gone = Object.assign(new Error("gone"), { code });
    Object.assign(world.engine().worker, { copyShop: () => Promise.reject(gone) });
    const path = join(folderIn(world), "one.backup");
    expect(await world.refusal("backup.create", { path })).toMatchObject({ why: "io" });
  });
});

describe("verifying a backup", () => {
  test.each([0.02, 0.3, 0.6, 0.95])("finds one altered byte at %d of it", async (place) => {
    const world = await openWorld();
    for (let sale = 0; sale < 5; sale += 1) await sell(world, { lines: [{ sku: "TEA" }] });
    const path = await backUp(world, "one.backup");
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length * place);
    bytes[at] = (bytes[at] ?? 0) ^ 0x01;
    writeFileSync(path, bytes);
    const response = await world.send("backup.verify", { path });
    const found = "result" in response ? response.result : response.error.data;
    expect(found).toMatchObject(
      "result" in response
        ? { ok: false, problems: [expect.any(String)] }
        : { kind: "BackupUnreadable", path },
    );
  });

  test.each([
    ["a cut one", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["an empty file", () => Buffer.alloc(0)],
    ["some other file", () => Buffer.from("Name,Total\n#1,5000\n".repeat(500))],
  ])("refuses %s", async (_, spoil) => {
    const world = await openWorld();
    const path = await backUp(world, "one.backup");
    writeFileSync(path, spoil(readFileSync(path)));
    expect(await world.refusal("backup.verify", { path })).toMatchObject({
      kind: "BackupUnreadable",
    });
  });

  test("refuses the keys of the people, which lie beside it", async () => {
    const world = await openWorld();
    await backUp(world, "one.backup");
    const path = join(folderIn(world), "quen-keys.backup");
    expect(await world.refusal("backup.verify", { path })).toEqual({
      kind: "BackupUnreadable",
      path,
      why: "not-a-shop",
    });
  });

  test("refuses the backup of another shop's key", async () => {
    const [world, other] = [await openWorld(), await openWorld()];
    const path = join(folderIn(world), "other.backup");
    const db = openDb(path, { keyHex: "77".repeat(32) });
    db.exec("CREATE TABLE sales (sale_id TEXT)");
    db.close();
    expect(await other.refusal("backup.verify", { path })).toMatchObject({
      kind: "BackupUnreadable",
      why: "wrong-key",
    });
  });

  test("finds money that does not add up, also where every page is whole", async () => {
    const world = await openWorld();
    await sell(world, { lines: [{ sku: "TEA" }] });
    const path = await backUp(world, "one.backup");
    const db = openDb(path, { keyHex: KEY_HEX });
    db.exec("DROP TRIGGER sale_lines_are_kept; UPDATE sale_lines SET net_minor = net_minor + 1");
    db.exec("PRAGMA journal_mode = DELETE");
    db.close();
    expect(await world.take("backup.verify", { path })).toMatchObject({
      ok: false,
      problems: ["sale lines"],
    });
  });
});

test("a backup and its keys are the shop again, with everybody known by name", async () => {
  const world = await openWorld();
  const sold = await sell(world, { customerId: world.an, lines: [{ sku: "TEA" }] });
  const path = await backUp(world, "one.backup");
  await world.close();
  writeFileSync(join(world.dataDir, "shop.db"), readFileSync(path));
  writeFileSync(
    join(world.dataDir, "keys.db"),
    readFileSync(join(folderIn(world), "quen-keys.backup")),
  );
  await world.restart();
  const owner = world.caller("owner");
  const { customer, totals } = await owner.take("customer.profile", { customerId: world.an });
  expect([customer.name, totals.purchaseCount]).toEqual(["Nguyễn Thị An", 1]);
  expect(await owner.take("sale.get", { saleId: sold.saleId })).toMatchObject({
    totalMinor: 45_000,
  });
  expect(await owner.take("engine.health", {})).toMatchObject({ ok: true, synchronous: "FULL" });
});
