import { describe, expect, test } from "vitest";
import { openShop, type TestShop } from "../setUp.ts";

const coffee = {
  ...{ sku: "COFFEE", name: "Cà phê phin", priceMinor: 60_000 },
  ...{ barcode: "8930001", category: "Cà phê", costMinor: 41_000 },
};
const bare = { sku: coffee.sku, name: coffee.name, priceMinor: coffee.priceMinor };

const withCoffee = async (over = {}): Promise<TestShop> => {
  const shop = await openShop();
  await shop.take("catalog.import", { products: [{ ...coffee, ...over }] });
  return shop;
};

const productOf = async (shop: TestShop) =>
  (await shop.take("catalog.byCode", { code: coffee.sku })).product;

const stockMoves = (shop: TestShop) =>
  shop
    .engine()
    .stores.shop.prepare<[], { sourceKind: string; quantityMilli: number }>(
      `SELECT source_kind AS sourceKind, quantity_milli AS quantityMilli FROM stock_ledger
        ORDER BY entry_number`,
    )
    .all();

describe("a product that is told again", () => {
  test("keeps what the call leaves out", async () => {
    const shop = await withCoffee();
    expect(await shop.take("catalog.import", { products: [bare] })).toMatchObject({ unchanged: 1 });
    expect(await productOf(shop)).toMatchObject(coffee);
  });

  test("loses its barcode, category and cost where the call says null", async () => {
    const shop = await withCoffee();
    const cleared = { ...bare, barcode: null, category: null, costMinor: null };
    expect(await shop.take("catalog.import", { products: [cleared] })).toMatchObject({
      updated: 1,
    });
    const product = await productOf(shop);
    for (const field of ["barcode", "category", "costMinor"]) {
      expect(product).not.toHaveProperty(field);
    }
    expect(await shop.take("catalog.import", { products: [cleared] })).toMatchObject({
      unchanged: 1,
    });
  });

  test("gives its cleared barcode to another", async () => {
    const shop = await withCoffee();
    await shop.take("catalog.import", { products: [{ ...bare, barcode: null }] });
    const tea = { sku: "TEA", name: "Trà sen", priceMinor: 45_000, barcode: coffee.barcode };
    await shop.take("catalog.import", { products: [tea] });
    const { product } = await shop.take("catalog.byCode", { code: coffee.barcode });
    expect(product.sku).toBe("TEA");
  });

  test("is found by a search no more under what was cleared", async () => {
    const shop = await withCoffee();
    await shop.take("catalog.search", { text: coffee.barcode });
    await shop.take("catalog.import", { products: [{ ...bare, barcode: null, category: null }] });
    expect((await shop.take("catalog.search", { text: coffee.barcode })).products).toEqual([]);
    expect((await shop.take("catalog.categories", {})).categories).toEqual([]);
  });
});

describe("a count", () => {
  test("is a move of the stock from what was thought to be there", async () => {
    const shop = await withCoffee();
    expect(stockMoves(shop)).toEqual([]);
    for (const stockQuantity of [12, 0, 5]) {
      await shop.take("catalog.import", { products: [{ ...bare, stockQuantity }] });
    }
    expect(stockMoves(shop)).toEqual([
      { sourceKind: "count", quantityMilli: 12_000 },
      { sourceKind: "count", quantityMilli: -12_000 },
      { sourceKind: "count", quantityMilli: 5_000 },
    ]);
    expect(await productOf(shop)).toMatchObject({ stockQuantity: 5 });
  });

  test("that finds the number known already moves nothing", async () => {
    const shop = await withCoffee({ stockQuantity: 4 });
    await shop.take("catalog.import", { products: [{ ...bare, stockQuantity: 4 }] });
    expect(stockMoves(shop)).toHaveLength(1);
  });
});
