import fc from "fast-check";
import { expect, test } from "vitest";
import { openShop, type TestShop } from "../setUp.ts";
import { dumpOrders } from "./ordersDump.ts";
import {
  type Format,
  importOrders,
  mappedXlsx,
  type Stage,
  shopifyCsv,
  shopifyJson,
  type ToldOrder,
  toldOrder,
} from "./toldOrders.ts";

const importAll = async (
  shop: TestShop,
  format: Format,
  files: readonly (readonly ToldOrder[])[],
): Promise<readonly string[]> => {
  const imports: string[] = [];
  for (const file of files) {
    const { rejected, importId } = await importOrders(shop, format, file);
    expect(rejected).toBe(0);
    imports.push(importId);
  }
  return imports;
};

test.each([
  ["Shopify's JSON", shopifyJson],
  ["Shopify's CSV", shopifyCsv],
  ["a mapped workbook", mappedXlsx],
])("overlapping files of %s, in any order and repeated, end at the same shop", async (_, format) => {
  const files = fc.array(fc.array(toldOrder, { minLength: 1, maxLength: 5 }), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(files, fc.infiniteStream(fc.nat()), async (all, order) => {
      const shuffled = [...all, ...all.slice(0, 1)]
        .map((file) => ({ file, at: order.next().value ?? 0 }))
        .sort((left, right) => left.at - right.at)
        .map(({ file }) => file);
      const [one, other] = [await openShop({ isFast: true }), await openShop({ isFast: true })];
      try {
        await importAll(one, format, all);
        await importAll(other, format, shuffled);
        expect(dumpOrders(other)).toEqual(dumpOrders(one));
        const health = await other.take("engine.health", {});
        expect(health.disagreements).toEqual([]);
      } finally {
        await one.close();
        await other.close();
      }
    }),
    { numRuns: 4 },
  );
});

const told = (ids: readonly number[], stage: Stage, more: Partial<ToldOrder> = {}) =>
  ids.map((id) => ({ id, stage, updatedMinute: 0, isMarked: true, ...more }));

test("undoing every import, the last one first, leaves no order, no person and no point", async () => {
  const shop = await openShop({ isFast: true });
  const first = told([1, 2, 3], "paid");
  const second = told([2, 3, 4], "partially_refunded", { updatedMinute: 2, isMarked: false });
  const imports = await importAll(shop, shopifyJson, [first, second]);
  for (const importId of [...imports].reverse()) {
    await shop.take("orders.undoImport", { importId });
  }
  expect(dumpOrders(shop)).toEqual({ orders: [], lines: [], customers: [] });
  expect((await shop.take("customer.search", { text: "thu" })).matches).toEqual([]);
  expect((await shop.take("engine.health", {})).disagreements).toEqual([]);
});

test("an import that another one has built upon takes back only what is still its own", async () => {
  const shop = await openShop({ isFast: true });
  const [first = "", second = ""] = await importAll(shop, shopifyJson, [
    told([1, 2], "pending"),
    told([1], "paid", { updatedMinute: 3 }),
  ]);
  expect(await shop.take("orders.undoImport", { importId: first })).toEqual({
    removed: 1,
    restored: 0,
    kept: 1,
  });
  expect(await shop.take("orders.undoImport", { importId: second })).toEqual({
    removed: 1,
    restored: 0,
    kept: 0,
  });
  expect(dumpOrders(shop).orders).toEqual([]);
});

test("what an import added to a person who was known goes with it", async () => {
  const shop = await openShop({ isFast: true });
  const { customerId } = await shop.take("customer.create", {
    name: "Nguyễn Thị Thu Hà",
    phones: ["0912 345 678"],
  });
  const [importId = ""] = await importAll(shop, shopifyJson, [
    told([3], "paid", { isMarked: false }),
  ]);
  const profile = () => shop.take("customer.profile", { customerId });
  const kinds = async () => (await profile()).customer.identities.map(({ kind }) => kind).sort();
  expect(await kinds()).toEqual(["email", "phone", "shop"]);
  await shop.take("orders.undoImport", { importId });
  expect(await kinds()).toEqual(["phone"]);
  expect((await profile()).customer.name).toBe("Nguyễn Thị Thu Hà");
});
