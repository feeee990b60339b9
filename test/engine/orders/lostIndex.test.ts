import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openShop, type TestShop } from "../setUp.ts";

const PEOPLE = 600;

const columns = {
  ...{ externalId: "Số đơn", placedAt: "Ngày", product: "Hàng", unitPrice: "Đơn giá" },
  ...{ total: "Tổng", name: "Tên", phone: "Điện thoại" },
};

/** An order of each of them. */
const ordersOf = (shop: TestShop, month: string) => {
  const path = join(shop.dataDir, `orders-${month}.csv`);
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const phone = `09120${String(at).padStart(5, "0")}`;
    return `${month}-${at},2026-${month}-05,Trà sen,50000,50000,Khách ${at},${phone}`;
  });
  writeFileSync(path, [Object.values(columns).join(","), ...rows, ""].join("\n"));
  return { path, mapping: { name: "Sổ tay", columns } };
};

test.each([
  ["rehearsed", true],
  ["imported", false],
])("a file %s while a lost index is made anew makes nobody once more", async (_, dryRun) => {
  const shop = await openShop({ isFast: true });
  await shop.take("orders.importFile", ordersOf(shop, "09"));
  await shop.close();
  rmSync(join(shop.dataDir, "search.db"));
  await shop.restart();
  const done = await shop
    .caller("owner")
    .take("orders.importFile", { ...ordersOf(shop, "10"), dryRun });
  expect(done).toMatchObject({ created: PEOPLE, customersCreated: 0, customersMatched: PEOPLE });
});

// Full in the middle of a step, or only when it is to be kept: names are written out at its end.
test.each([
  20, 26, 29, 44,
])("a disk full after %i pages cuts the mending off and leaves nobody out: the next file goes on with it", async (pages) => {
  const shop = await openShop({ isFast: true });
  await shop.take("orders.importFile", ordersOf(shop, "09"));
  await shop.close();
  rmSync(join(shop.dataDir, "search.db"));
  await shop.restart();
  const { stores, mending } = shop.engine();
  const { db } = stores.search;
  db.pragma(`max_page_count = ${Number(db.pragma("page_count")) + pages}`);
  await mending.last;
  expect(stores.search.isBehind).toBe(true);
  const owner = shop.caller("owner");
  expect(await owner.refusal("orders.importFile", ordersOf(shop, "10"))).toEqual({
    kind: "StorageFailed",
    why: "disk-full",
  });
  db.pragma("max_page_count = 1000000");
  const done = await owner.take("orders.importFile", ordersOf(shop, "10"));
  expect(done).toMatchObject({ created: PEOPLE, customersCreated: 0, customersMatched: PEOPLE });
});
