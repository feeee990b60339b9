import { expect, test } from "vitest";
import { openShop, type TestShop } from "../setUp.ts";
import { importOrders, shopifyJson, type ToldOrder } from "./toldOrders.ts";

/** The same order of 190 000 đ (19 points), told by Trần Văn An ("own"), Lê Ngọc Vy or nobody. */
const tell = (shop: TestShop, buyer: ToldOrder["buyer"], updatedMinute: number) =>
  importOrders(shop, shopifyJson, [
    { id: 1, stage: "paid", updatedMinute, isMarked: true, ...(buyer ? { buyer } : {}) },
  ]);

const balanceOf = async (shop: TestShop, name: string): Promise<number | undefined> => {
  const { matches } = await shop.take("customer.search", { text: name });
  const customerId = matches[0]?.customerId;
  if (customerId === undefined) return undefined;
  const { loyalty, totals } = await shop.take("customer.profile", { customerId });
  expect(totals.onlineCount).toBe(loyalty.balance === 0 ? 0 : 1);
  return loyalty.balance;
};

const agree = async (shop: TestShop) =>
  expect((await shop.take("engine.health", {})).disagreements).toEqual([]);

test("a later export that masks its buyers takes nobody's order or points away", async () => {
  const shop = await openShop({ isFast: true });
  await tell(shop, "own", 0);
  expect(await tell(shop, "none", 1)).toMatchObject({ updated: 1, withoutCustomer: 1 });
  expect(await balanceOf(shop, "van an")).toBe(19);
  await agree(shop);
});

test("an older export that names the buyer gives them their order and its points", async () => {
  const shop = await openShop({ isFast: true });
  await tell(shop, "none", 1);
  expect(await tell(shop, "own", 0)).toMatchObject({ updated: 1, customersCreated: 1 });
  expect(await balanceOf(shop, "van an")).toBe(19);
  expect(await tell(shop, "own", 0)).toMatchObject({ updated: 0, unchanged: 1 });
  await agree(shop);
});

test("an order that the shop gives to somebody else takes its points along", async () => {
  const shop = await openShop({ isFast: true });
  await tell(shop, "own", 0);
  await tell(shop, "next", 1);
  expect([await balanceOf(shop, "van an"), await balanceOf(shop, "ngoc vy")]).toEqual([0, 19]);
  expect(await tell(shop, "own", 0)).toMatchObject({ unchanged: 1 });
  expect([await balanceOf(shop, "van an"), await balanceOf(shop, "ngoc vy")]).toEqual([0, 19]);
  await agree(shop);
});

test("undone, the order and its points are whose they were", async () => {
  const shop = await openShop({ isFast: true });
  const imports: string[] = [];
  for (const [buyer, minute] of [
    ["own", 0],
    ["next", 1],
    ["none", 3],
    ["own", 2],
  ] as const) {
    imports.push((await tell(shop, buyer, minute)).importId);
  }
  const undo = () => shop.take("orders.undoImport", { importId: imports.pop() ?? "" });
  expect([await balanceOf(shop, "van an"), await balanceOf(shop, "ngoc vy")]).toEqual([19, 0]);
  expect(await undo()).toMatchObject({ restored: 1 });
  await undo();
  expect([await balanceOf(shop, "van an"), await balanceOf(shop, "ngoc vy")]).toEqual([0, 19]);
  await undo();
  expect([await balanceOf(shop, "van an"), await balanceOf(shop, "ngoc vy")]).toEqual([
    19,
    undefined,
  ]);
  await undo();
  expect(await balanceOf(shop, "van an")).toBe(undefined);
  await agree(shop);
});

test("an order that got its buyer by an import is nobody's again without it", async () => {
  const shop = await openShop({ isFast: true });
  const { customerId } = await shop.take("customer.create", {
    name: "Trần Văn An",
    phones: ["0987 000 111"],
  });
  await tell(shop, "none", 0);
  const { importId } = await tell(shop, "own", 1);
  const ofCustomer = () => shop.take("loyalty.ledger", { customerId });
  expect((await ofCustomer()).balance).toBe(19);
  await shop.take("orders.undoImport", { importId });
  expect(await ofCustomer()).toMatchObject({
    balance: 0,
    entries: [
      { kind: "take-back", points: -19 },
      { kind: "earn", points: 19 },
    ],
  });
  await agree(shop);
});

test("a rehearsal says of changing buyers what the import then does", async () => {
  const shop = await openShop({ isFast: true });
  await tell(shop, "none", 2);
  const rehearsed = await importOrders(shop, { ...shopifyJson, more: { dryRun: true } }, [
    { id: 1, stage: "paid", updatedMinute: 0, isMarked: true },
  ]);
  expect(rehearsed).toMatchObject({ updated: 1, customersCreated: 1 });
  expect(await tell(shop, "own", 0)).toMatchObject({ updated: 1, customersCreated: 1 });
});
