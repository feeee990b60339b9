import { closeSync, existsSync, openSync, readdirSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { finishRestore } from "../../../electron/engine/db/restoredFiles.ts";
import { applyFact } from "../../../electron/engine/repositories/applyFact.ts";
import { takeBackTo } from "../../migrations/takeBack.ts";
import { KEY_HEX } from "../setUp.ts";
import {
  countsOf,
  issueCoupons,
  newCustomer,
  openWorld,
  passDays,
  sell,
  type World,
} from "./world.ts";

const tea = { lines: [{ sku: "TEA", quantity: 1 }] };

const signIn = (world: World) => {
  world.connection.session = world.caller("owner").connection.session;
};

const withBackup = async () => {
  const world = await openWorld();
  const codes = await issueCoupons(world, { maxUsesPerCustomer: 3 });
  await sell(world, { ...tea, customerId: world.an, couponCodes: codes.slice(0, 1) });
  const path = join(world.dataDir, "monday.backup");
  await world.take("backup.create", { path });
  return { world, codes, path };
};

describe("a restored backup", () => {
  test("takes the shop's place at the next start, with the codes that were used since", async () => {
    const { world, codes, path } = await withBackup();
    await sell(world, { ...tea, customerId: world.an, couponCodes: codes.slice(1, 2) });
    await newCustomer(world, { name: "Phạm Lan", phones: ["0901234567"] });
    const requestId = world.newId();
    const answer = await world.take("backup.restore", { requestId, path });
    expect(answer).toEqual({
      restoredAtMs: world.clock.nowMs,
      saleCount: 1,
      usedSince: 1,
      isReplacedRead: true,
      nextReceiptNumber: "Q1-000003",
    });

    await world.restart();
    signIn(world);
    expect(countsOf(world)).toMatchObject({ sales: 1, customers: 2 });
    const states: string[] = [];
    for (const code of codes) {
      const found = await world.take("coupon.find", { code });
      expect(found).not.toHaveProperty("maybeUsed");
      states.push(found.state);
    }
    expect(states).toEqual(["redeemed", "redeemed", "issued"]);
    const basket = { ...tea, customerId: world.an, couponCodes: codes.slice(1, 2) };
    expect(
      await world.refusal("sale.commit", {
        ...basket,
        payments: [{ method: "cash", amountMinor: 45_000 }],
      }),
    ).toMatchObject({ kind: "CouponRefused", why: { kind: "CouponUsed" } });
    const { coupons } = await world.take("customer.profile", { customerId: world.an });
    expect(coupons.map(({ code }) => code)).toEqual(codes.slice(2));

    expect(await world.take("engine.health", {})).toMatchObject({ ok: true, disagreements: [] });
    expect(await world.take("audit.verify", {})).toMatchObject({ ok: true });
    expect(await world.take("backup.restore", { requestId, path })).toEqual(answer);
    expect(readdirSync(world.dataDir).filter((name) => name.includes(".replaced-"))).toContain(
      `shop.db.replaced-${world.clock.nowMs}`,
    );
    await sell(world, { ...tea, customerId: world.an, couponCodes: codes.slice(2) });
    const { matches } = await world.take("customer.search", { text: "nguyen thi an" });
    expect(matches.map(({ customerId }) => customerId)).toEqual([world.an]);
  });

  test("takes nothing any more between its answer and that start", async () => {
    const { world, path } = await withBackup();
    await world.take("backup.restore", { path });
    expect(
      await world.refusal("sale.commit", {
        ...tea,
        payments: [{ method: "cash", amountMinor: 45_000 }],
      }),
    ).toEqual({ kind: "StorageFailed", why: "busy" });
  });

  test("says of open coupons that they may be used, where nobody can tell any more", async () => {
    const { world, codes, path } = await withBackup();
    const { shop } = world.engine().stores;
    const broken = Object.assign(new Error("malformed"), { code: "SQLITE_CORRUPT" });
    const prepare = shop.prepare;
    Object.assign(shop, {
      prepare: (sql: string) => {
        if (sql.includes("UNION SELECT code")) throw broken;
        return prepare(sql);
      },
    });
    passDays(world, 1);
    expect(await world.take("backup.restore", { path })).toMatchObject({ usedSince: 0 });
    await world.restart();
    signIn(world);
    const found = await world.take("coupon.find", { code: codes[2] ?? "" });
    expect(found).toMatchObject({ state: "issued", maybeUsed: true });
    const { coupons } = await world.take("customer.profile", { customerId: world.an });
    expect(coupons[0]).toMatchObject({ maybeUsed: true });
    const { campaignId } = found;
    const listed = await world.take("campaign.list", { campaignId, format: "json", sort: "code" });
    expect(listed.coupons.filter(({ maybeUsed }) => maybeUsed).map(({ state }) => state)).toEqual([
      "issued",
      "issued",
    ]);
    const [fresh = ""] = await issueCoupons(world);
    expect(await world.take("coupon.find", { code: fresh })).not.toHaveProperty("maybeUsed");
  });

  test("is swapped in whole, however often the start is cut, and never before it is ready", async () => {
    const { world, path } = await withBackup();
    await sell(world, tea);
    await world.take("backup.restore", { path });
    await world.close();
    const { dataDir } = world;
    finishRestore(dataDir);
    finishRestore(dataDir);
    const sales = () => {
      const db = openDb(join(dataDir, "shop.db"), { keyHex: KEY_HEX, readOnly: true });
      const row = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM sales").get();
      db.close();
      return row?.n;
    };
    expect(sales()).toBe(1);
    writeFileSync(join(dataDir, "shop.db.restored"), "half a copy");
    finishRestore(dataDir);
    expect(existsSync(join(dataDir, "shop.db.restored"))).toBe(false);
    expect(sales()).toBe(1);
  });
});

const receiptOf = async (world: World) => (await sell(world, tea)).receiptNumber;

/** Breaks the page in the file at which `table` begins; what was read of it before is forgotten. */
const breakTable = (world: World, table: string) => {
  const { shop } = world.engine().stores;
  const [rootpage, pageSize] = [
    shop
      .prepare<[string], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = ?")
      .get(table)?.rootpage ?? 0,
    Number(shop.pragma("page_size")),
  ];
  shop.pragma("wal_checkpoint(TRUNCATE)");
  shop.pragma("shrink_memory");
  const file = openSync(shop.path, "r+");
  writeSync(file, Buffer.alloc(pageSize, 7), 0, pageSize, (rootpage - 1) * pageSize);
  closeSync(file);
};

describe("a number on a receipt", () => {
  test("is not given out again, where the replaced shop can be read", async () => {
    const { world, path } = await withBackup();
    for (const number of [2, 3, 4]) expect(await receiptOf(world)).toBe(`Q1-00000${number}`);
    const answer = await world.take("backup.restore", { path });
    expect(answer).toMatchObject({ isReplacedRead: true, nextReceiptNumber: "Q1-000005" });
    await world.restart();
    signIn(world);
    expect(await receiptOf(world)).toBe("Q1-000005");
    expect(await world.refusal("sale.get", { receiptNumber: "Q1-000003" })).toMatchObject({
      kind: "SaleUnknown",
    });
    expect(await world.take("engine.health", {})).toMatchObject({ ok: true, counts: { sales: 2 } });

    // A second time, now over a shop that has numbers passed over itself.
    expect(await receiptOf(world)).toBe("Q1-000006");
    passDays(world, 1);
    const again = await world.take("backup.restore", { path });
    expect(again).toMatchObject({ isReplacedRead: true, nextReceiptNumber: "Q1-000007" });
  });

  test("is passed over with all that may have been given out, where it cannot", async () => {
    const { world, path } = await withBackup();
    for (const number of [2, 3, 4]) expect(await receiptOf(world)).toBe(`Q1-00000${number}`);
    passDays(world, 1);
    breakTable(world, "registers");
    const answer = await world.take("backup.restore", { path });
    // One for each minute of a day, behind the first hundred thousand.
    expect(answer).toMatchObject({ isReplacedRead: false, nextReceiptNumber: "Q1-101441" });
    await world.restart();
    signIn(world);
    expect(await receiptOf(world)).toBe("Q1-101441");
    expect(await world.take("engine.health", {})).toMatchObject({ ok: true, disagreements: [] });
    const { shop } = world.engine().stores;
    expect(shop.prepare<[], object>("SELECT * FROM receipts_passed_over").all()).toMatchObject([
      { from_sequence: 2, to_sequence: 101_440, restored_at_ms: answer.restoredAtMs },
    ]);
  });

  test("is passed over on a new computer too, which knows nothing of the old one's sales", async () => {
    const { world: old, path } = await withBackup();
    await sell(old, tea);
    const backup = openDb(path, { keyHex: KEY_HEX });
    backup.exec("UPDATE shop SET shop_id = '0190a000-0000-7000-8000-00000000dddd'");
    backup.close();
    const world = await openWorld();
    // Both shops' ids are counted from one: those of the old one are behind us.
    for (let taken = 0; taken < 1_000; taken += 1) world.newId();
    passDays(world, 2);
    const answer = await world.take("backup.restore", { path });
    expect(answer).toMatchObject({ isReplacedRead: false });
    await world.restart();
    signIn(world);
    const number = await receiptOf(world);
    expect(number).toBe(answer.nextReceiptNumber);
    expect(Number(number.slice(3))).toBe(102_881);
    expect(await world.take("engine.health", {})).toMatchObject({ ok: true, disagreements: [] });
  });
});

test("a use since the backup counts on its campaign's card, in its results and by day", async () => {
  const { world, codes, path } = await withBackup();
  passDays(world, 1);
  await sell(world, { ...tea, customerId: world.an, couponCodes: codes.slice(1, 2) });
  await world.take("backup.restore", { path });
  await world.restart();
  signIn(world);
  const { campaigns } = await world.take("campaign.overview", {});
  const [{ campaignId, redeemed } = { campaignId: "", redeemed: 0 }] = campaigns;
  expect(redeemed).toBe(2);
  const lift = await world.take("campaign.lift", { campaignId });
  expect(lift.redeemed).toBe(2);
  expect(lift.days.map((day) => day.redeemed)).toEqual([1, 2]);
});

test("a use that another till tells of, of a code used in what was replaced, is a second one", async () => {
  const { world, codes, path } = await withBackup();
  const [, code = ""] = codes;
  const usedAtMs = world.clock.nowMs;
  const told = await sell(world, { ...tea, customerId: world.an, couponCodes: [code] });
  const { shop } = world.engine().stores;
  const { payload = "" } =
    shop
      .prepare<[], { payload: string }>(
        "SELECT payload FROM changes WHERE kind = 'sale.committed' ORDER BY rowid DESC LIMIT 1",
      )
      .get() ?? {};
  passDays(world, 1);
  await world.take("backup.restore", { path });
  await world.restart();
  signIn(world);
  const { stores } = world.engine();
  stores.shop.exec("UPDATE registers SET receipt_sequence = 1");
  const fact = { ...JSON.parse(payload), kind: "sale.committed", soldAtMs: world.clock.nowMs };
  applyFact(stores.shop, fact, { clockMs: world.clock.nowMs, clockCount: 0 });
  const { saleId, discountMinor } = { saleId: told.saleId, ...fact.coupons[0] };
  expect((await world.take("coupon.doubleUses", {})).codes).toMatchObject([
    {
      code,
      costMinor: discountMinor,
      uses: [
        { atMs: usedAtMs, isAgain: false },
        { atMs: world.clock.nowMs, isAgain: true, sale: { saleId } },
      ],
    },
  ]);
  const [{ campaignId } = { campaignId: "" }] = (await world.take("campaign.overview", {}))
    .campaigns;
  // The one before the backup, and this one: of the one between the receipt is gone.
  expect(await world.take("campaign.lift", { campaignId })).toMatchObject({
    redeemed: 2,
    discountMinor: 2 * discountMinor,
  });
});

test("a backup of the version before is checked and restored as well", async () => {
  const { world, path } = await withBackup();
  const backup = openDb(path, { keyHex: KEY_HEX });
  takeBackTo(backup, 8);
  backup.close();
  await sell(world, tea);
  expect(await world.take("backup.verify", { path })).toMatchObject({ ok: true, schemaVersion: 8 });
  const answer = await world.take("backup.restore", { path });
  expect(answer).toMatchObject({ isReplacedRead: true, nextReceiptNumber: "Q1-000003" });
  await world.restart();
  signIn(world);
  expect(await receiptOf(world)).toBe("Q1-000003");
});
