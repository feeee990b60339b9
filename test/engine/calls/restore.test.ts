import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { finishRestore } from "../../../electron/engine/db/restoredFiles.ts";
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
    expect(answer).toEqual({ restoredAtMs: world.clock.nowMs, saleCount: 1, usedSince: 1 });

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
        if (sql.includes("UNION ALL SELECT code")) throw broken;
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
