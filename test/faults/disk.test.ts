import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openDb } from "../../electron/engine/db/connection.ts";
import { openScratch } from "../../electron/engine/db/scratchFile.ts";
import { openEngine } from "./enginePipe.ts";
import { aSale, makeShop, must, refusalKind, signIn } from "./shopOnPipe.ts";
import { onSmallDisk, remount } from "./smallDisk.ts";

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "quen-disk-"));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const salesOf = (health: unknown): unknown =>
  Reflect.get(Object(Reflect.get(Object(health), "counts")), "sales");

test("on a full disk a sale is refused in words, nothing of it stays, and selling goes on when there is room", (context) =>
  onSmallDisk(context, "6m", async (disk) => {
    const engine = openEngine(join(disk, "shop"));
    await makeShop(engine);
    await must(engine, "sale.commit", aSale());
    fillUp(join(disk, "ballast"));
    const requestId = randomUUID();
    let sold = 1;
    let answer = await engine.ask("sale.commit", aSale(requestId));
    // What is left of the last page may still take a sale or some.
    while (answer?.result !== undefined && sold < 500) {
      sold += 1;
      answer = await engine.ask("sale.commit", aSale());
    }
    expect(refusalKind(answer)).toBe("StorageFailed");
    expect(answer?.error?.data).toMatchObject({ why: "disk-full" });
    rmSync(join(disk, "ballast"));
    await must(engine, "sale.commit", aSale());
    const health = await must(engine, "engine.health", {});
    expect(health).toMatchObject({ ok: true, disagreements: [] });
    expect(salesOf(health)).toBe(sold + 1);
    expect(await engine.end()).toBe(0);
  }));

test("an import on a full disk is refused in words, what came in stands, and asked again it ends whole", (context) =>
  onSmallDisk(context, "6m", async (disk) => {
    const path = join(newFolder(), "orders.csv");
    const rows = Array.from(
      { length: 4_000 },
      (_, at) =>
        `${at},2026-11-20,Tea,50000,50000,Customer ${at},09120${String(at).padStart(5, "0")}`,
    );
    writeFileSync(path, ["Order,Date,Goods,Price,Total,Name,Phone", ...rows, ""].join("\n"));
    const columns = {
      ...{ externalId: "Order", placedAt: "Date", product: "Goods", unitPrice: "Price" },
      ...{ total: "Total", name: "Name", phone: "Phone" },
    };
    const request = { requestId: randomUUID(), path, mapping: { name: "List", columns } };
    const engine = openEngine(join(disk, "shop"));
    await makeShop(engine);
    const answer = await engine.ask("orders.importFile", request);
    expect(refusalKind(answer)).toBe("StorageFailed");
    expect(answer?.error?.message).toContain("What it had done stands");
    const { imports } = Object(await must(engine, "orders.imports", {}));
    expect(imports).toMatchObject([{ finished: false, undone: false }]);
    const { created } = imports[0];
    expect(created).toBeGreaterThan(0);
    expect(created).toBeLessThan(rows.length);

    remount(disk, "size=512m");
    const done = Object(await must(engine, "orders.importFile", request));
    expect(done).toMatchObject({ orders: rows.length, unchanged: created, rejected: 0 });
    const after = Object(await must(engine, "orders.imports", {}));
    expect(after.imports).toMatchObject([{ finished: true, created: rows.length }]);
    expect(await must(engine, "engine.health", {})).toMatchObject({ ok: true });
    expect(await engine.end()).toBe(0);
  }));

test("on a full disk campaigns are refused in words and leave nothing behind, and go on when there is room", (context) =>
  onSmallDisk(context, "24m", async (disk) => {
    const dataDir = join(disk, "shop");
    const engine = openEngine(dataDir);
    await makeShop(engine);
    const customer = { requestId: randomUUID(), name: "Mai" };
    const { customerId } = Object(await must(engine, "customer.create", customer));
    await must(engine, "consent.record", {
      ...{ requestId: randomUUID(), customerId, purpose: "marketing", channel: "print" },
      ...{ state: "granted", wording: "Tôi đồng ý", source: "counter" },
    });
    const plan = {
      ...{ name: "Khách quen", segment: {}, offer: { kind: "percent", rateBps: 1_000 } },
      ...{ fromDay: "2020-01-01", toDay: "2099-12-31", holdoutBps: 0 },
    };
    const made = await must(engine, "campaign.create", { requestId: randomUUID(), ...plan });
    const { campaignId } = Object(made);
    fillUp(join(disk, "ballast"));
    // Of the figures there may be a beginning, which the next question goes on from.
    const filesNow = () => readdirSync(dataDir).filter((name) => !name.startsWith("figures.db"));
    const before = filesNow();
    const issue = { requestId: randomUUID(), campaignId };
    const path = join(disk, "monday.quenbackup");
    const asked = [
      ["segment.preview", { segment: {}, limit: 5 }, "Nothing was written"],
      ["campaign.rehearse", plan, "Nothing was written"],
      ["campaign.issue", issue, "What it had done stands"],
      ["backup.create", { requestId: randomUUID(), path }, "Nothing was written"],
    ] as const;
    for (let round = 0; round < 5; round += 1) {
      for (const [method, params, told] of asked) {
        const { error } = Object(await engine.ask(method, params));
        expect(error.data).toMatchObject({ why: "disk-full" });
        expect(error.message).toContain(told);
      }
    }
    expect(readdirSync(disk).sort()).toEqual(["ballast", "shop"]);
    expect(filesNow()).toEqual(before);
    rmSync(join(disk, "ballast"));
    for (const [method, params] of asked) await must(engine, method, params);
    expect(await must(engine, "campaign.issue", issue)).toMatchObject({ issued: 1 });
    expect(await must(engine, "engine.health", {})).toMatchObject({ ok: true });
    expect(await engine.end()).toBe(0);
  }));

test("a scratch file that a full disk does not take is not left behind", (context) =>
  onSmallDisk(context, "64k", async (disk) => {
    fillUp(join(disk, "ballast"));
    expect(() => openScratch(disk, "CREATE TABLE people (name TEXT)")).toThrow("full");
    expect(readdirSync(disk)).toEqual(["ballast"]);
  }));

test("a list of rejects that does not fit its disk stops the import in words and is not left half", (context) =>
  onSmallDisk(context, "64k", async (disk) => {
    const folder = newFolder();
    const path = join(folder, "orders.csv");
    const flawed = Array.from({ length: 3_000 }, (_, at) => `${at},2026-11-20,Tea,50000,much`);
    writeFileSync(path, ["Order,Date,Goods,Price,Total", ...flawed, ""].join("\n"));
    const columns = {
      ...{ externalId: "Order", placedAt: "Date", product: "Goods" },
      ...{ unitPrice: "Price", total: "Total" },
    };
    const engine = openEngine(join(folder, "shop"));
    await makeShop(engine);
    const answer = await engine.ask("orders.importFile", {
      ...{ requestId: randomUUID(), path, mapping: { name: "List", columns } },
      rejectsPath: join(disk, "rejects.csv"),
    });
    expect(answer?.error?.data).toMatchObject({ kind: "StorageFailed", why: "disk-full" });
    expect(readdirSync(disk)).toEqual([]);
    expect(await engine.end()).toBe(0);
  }));
const fillUp = (path: string): void => {
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeFileSync(path, block, { flag: "a" });
  } catch (error) {
    expect(Reflect.get(Object(error), "code")).toBe("ENOSPC");
  }
};

test("a second engine on the same shop ends with 3 and says why; the first one sells on", async () => {
  const folder = newFolder();
  const first = openEngine(folder);
  await makeShop(first);
  const second = openEngine(folder);
  expect(await second.ended).toBe(3);
  expect(second.errors()).toContain("Another engine already has the shop");
  await must(first, "sale.commit", aSale());
  expect(await first.end()).toBe(0);
});

test("the shop of a killed engine opens at once", async () => {
  const folder = newFolder();
  const first = openEngine(folder);
  await makeShop(first);
  first.kill();
  await first.ended;
  const second = openEngine(folder);
  await signIn(second);
  await must(second, "sale.commit", aSale());
  expect(await second.end()).toBe(0);
});

test("a shop from a newer version is refused in words and left as it is", async () => {
  const folder = newFolder();
  const first = openEngine(folder);
  await makeShop(first);
  await first.end();
  const keyHex = readFileSync(join(folder, "shop.key"), "utf8").trim();
  const db = openDb(join(folder, "shop.db"), { keyHex });
  db.exec("PRAGMA user_version = 999");
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
  const before = readFileSync(join(folder, "shop.db"));
  const second = openEngine(folder);
  expect(await second.ended).toBe(1);
  expect(second.errors()).toContain("newer Quen");
  expect(readFileSync(join(folder, "shop.db")).equals(before)).toBe(true);
});

test("a wrong key opens nothing and harms nothing", async () => {
  const folder = newFolder();
  const first = openEngine(folder);
  await makeShop(first);
  await first.end();
  const key = readFileSync(join(folder, "shop.key"));
  writeFileSync(join(folder, "shop.key"), "0".repeat(64));
  const second = openEngine(folder);
  expect(await second.ended).toBe(1);
  expect(second.errors()).not.toBe("");
  writeFileSync(join(folder, "shop.key"), key);
  const third = openEngine(folder);
  await signIn(third);
  expect(await third.end()).toBe(0);
});

test("a log that was not folded in is read after a kill, whatever its size", async () => {
  const folder = newFolder();
  const first = openEngine(folder);
  await makeShop(first);
  const products = Array.from({ length: 8_000 }, (_, index) => ({
    sku: `P-${index}`,
    name: `Hàng số ${index} có tên khá dài để tệp nhật ký lớn lên`,
    priceMinor: 1_000 + index,
    stockQuantity: 10,
  }));
  await must(first, "catalog.import", { requestId: randomUUID(), products });
  first.kill();
  await first.ended;
  const second = openEngine(folder);
  await signIn(second);
  const health = await must(second, "engine.health", {});
  expect(health).toMatchObject({ ok: true, counts: { products: 8_001 } });
  expect(await second.end()).toBe(0);
});
