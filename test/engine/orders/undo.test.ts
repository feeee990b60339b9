import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { countsOf } from "../calls/world.ts";
import { openShop, type TestShop } from "../setUp.ts";

const columns = {
  ...{ externalId: "Số đơn", placedAt: "Ngày", product: "Hàng", unitPrice: "Đơn giá" },
  ...{ total: "Tổng", name: "Tên", phone: "Điện thoại" },
};

const fileOf = (shop: TestShop, count: number) =>
  file(
    shop,
    Array.from({ length: count }, (_, at) => `${at}`),
    "2026-11-05",
  );

const file = (shop: TestShop, ids: readonly string[], day: string) => {
  const path = join(shop.dataDir, `orders-${day}.csv`);
  const rows = ids.map((id, at) => {
    const phone = `09120${String(at).padStart(5, "0")}`;
    return `${id},${day},Trà sen,50000,50000,Khách ${at},${phone}`;
  });
  writeFileSync(path, [Object.values(columns).join(","), ...rows, ""].join("\n"));
  return { path, mapping: { name: "Sổ tay", columns } };
};

test("people whom an import made are forgotten in steps, and the till is let in between two of them", async () => {
  const shop = await openShop({ isFast: true });
  const { importId } = await shop.take("orders.importFile", fileOf(shop, 450));
  let isDone = false;
  const undoing = shop.take("orders.undoImport", { importId }).finally(() => {
    isDone = true;
  });
  const known = [countsOf(shop).customers ?? 0];
  while (!isDone) {
    await setImmediate();
    known.push(countsOf(shop).customers ?? 0);
  }
  expect(await undoing).toEqual({ removed: 450, restored: 0, kept: 0 });
  expect([known[0], known.at(-1)]).toEqual([450, 0]);
  const forgotten = known.map((count, at) => (known[at - 1] ?? count) - count);
  expect(Math.max(...forgotten)).toBeLessThanOrEqual(100);
  expect((await shop.take("customer.search", { text: "khach" })).matches).toEqual([]);
});

test("of two who take an import back at once, one does and the other is told so", async () => {
  const shop = await openShop({ isFast: true });
  const { importId } = await shop.take("orders.importFile", fileOf(shop, 250));
  const [first, second] = await Promise.all([
    shop.take("orders.undoImport", { importId }),
    shop.refusal("orders.undoImport", { importId }),
  ]);
  expect(first).toEqual({ removed: 250, restored: 0, kept: 0 });
  expect(second).toEqual({ kind: "ImportUndone" });
  expect(countsOf(shop)).toMatchObject({ orders: 0, customers: 0 });
});

test("of two imports of one order that are taken back at once none gives it back to the other", async () => {
  const shop = await openShop({ isFast: true });
  const named = (letter: string) => Array.from({ length: 250 }, (_, at) => `${letter}${at}`);
  const first = file(shop, ["m", ...named("z")], "2026-11-05");
  const later = file(shop, [...named("a"), "m"], "2026-11-06");
  const one = await shop.take("orders.importFile", first);
  const other = await shop.take("orders.importFile", later);
  expect([one.created, other.created, other.updated]).toEqual([251, 250, 1]);
  await Promise.all(
    [one, other].map(({ importId }) => shop.take("orders.undoImport", { importId })),
  );
  expect(countsOf(shop)).toMatchObject({ orders: 0, customers: 0 });
});

test("an import that was cut off and taken back does not go on: nobody could take it back again", async () => {
  const shop = await openShop({ isFast: true });
  const request = { ...fileOf(shop, 450), requestId: shop.newId() };
  const { shop: db } = shop.engine().stores;
  db.pragma(`max_page_count = ${Number(db.pragma("page_count")) + 250}`);
  const cut = await shop.refusal("orders.importFile", request);
  expect(cut).toEqual({ kind: "StorageFailed", why: "disk-full" });
  db.pragma("max_page_count = 1000000");
  const came = countsOf(shop).orders ?? 0;
  expect(came).toBeGreaterThan(0);
  const importId = request.requestId;
  const undone = { removed: came, restored: 0, kept: 0 };
  expect(await shop.take("orders.undoImport", { importId })).toEqual(undone);
  expect(await shop.refusal("orders.importFile", request)).toEqual({ kind: "RequestIdReused" });
  expect(countsOf(shop)).toMatchObject({ orders: 0, customers: 0 });
  expect(await shop.take("orders.importFile", fileOf(shop, 450))).toMatchObject({ created: 450 });
});
