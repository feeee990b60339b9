import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { foldText } from "../../../shared/domain/identity/fold.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { openWorld, sell, TEA } from "./world.ts";

const priced = (sku: string, name: string, over = {}) => ({
  sku,
  name,
  priceMinor: 10_000,
  ...over,
});

const goods = [
  priced("S1", "Sữa tươi Vinamilk 1L", { category: "Sữa", stockQuantity: 40 }),
  priced("S2", "Sữa đặc Ông Thọ", { category: "Sữa", stockQuantity: 40 }),
  priced("S3", "Sửa chữa khóa kéo", { category: "Dịch vụ" }),
  priced("S4", "Bánh sữa", { category: "Bánh" }),
  priced("S5", "Suất ăn trưa", { category: "Món" }),
  priced("S6", "Phô mai Con Bò Cười", { category: "Sữa" }),
  priced("M1", "Mì gói Hảo Hảo", { barcode: "8934563138165" }),
  priced("M2", "Gói mì Omachi"),
  priced("M3", "Mì trứng đóng gói"),
  priced("M4", "Giấy gói quà, miễn phí ship"),
  priced("SUA", "Trà đá"),
  priced("D1", "Thuốc dạ dày", { sensitive: true }),
  priced("Z1", "Sữa chua", { category: "Sữa", stockQuantity: 0 }),
];

const found = async (shop: TestShop, text: string, limit = 20): Promise<readonly string[]> => {
  const { products } = await shop.take("catalog.search", { text, limit });
  return products.map(({ sku }) => sku);
};

describe("what is found first", () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.take("catalog.import", { products: goods });
  }, 60_000);

  test.each([
    ["sua", ["SUA", "S3", "S2", "S1", "Z1", "S5", "S4", "S6"]],
    ["sữa", ["S2", "S1", "Z1", "S4", "S6", "S3", "S5", "SUA"]],
    ["sửa", ["S3", "S2", "S1"]],
    ["SỮA TƯƠI", ["S1"]],
    ["tươi sữa", ["S1"]],
    ["mi goi", ["M1", "M2", "M3", "M4"]],
    ["goi mi", ["M2", "M1", "M3", "M4"]],
    ["8934563138165", ["M1"]],
    ["m1", ["M1"]],
    ["banh", ["S4"]],
    ["vinamlik", ["S1"]],
    ["suachua", ["S3", "Z1"]],
    ["%", []],
  ])("for %s", async (text, skus) => {
    const hits = await found(shop, text);
    expect(hits.slice(0, skus.length)).toEqual(skus);
    if (skus.length === 0) expect(hits).toEqual([]);
  });

  test("any product is found by any of its words in any order, marks or not", async () => {
    const asked = fc.constantFrom(...goods).chain(({ sku, name }) =>
      fc.record({
        sku: fc.constant(sku),
        words: fc.shuffledSubarray(name.split(/[\s,]+/), { minLength: 1 }),
        cut: fc.integer({ min: 1, max: 7 }),
        bare: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ sku, words, cut, bare }) => {
        const typed = words.map((word) => word.slice(0, cut)).join(" ");
        expect(await found(shop, bare ? foldText(typed) : typed)).toContain(sku);
      }),
      { numRuns: 60 },
    );
  });

  test("any text whatever is answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (text) => {
        expect(Array.isArray(await found(shop, text))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test("the shelves are told by name, with what stands on them", async () => {
    const { categories } = await shop.take("catalog.categories", {});
    expect(categories).toEqual([
      { category: "Bánh", productCount: 1 },
      { category: "Dịch vụ", productCount: 1 },
      { category: "Món", productCount: 1 },
      { category: "Sữa", productCount: 4 },
    ]);
  });
});

describe("what sells most of late", () => {
  test("comes first among equals, at once and after a restart", async () => {
    const shop = await openShop();
    await shop.take("catalog.import", { products: goods });
    expect(await found(shop, "sữa", 3)).toEqual(["S2", "S1", "Z1"]);
    await sell(shop, { lines: [{ sku: "S1" }] });
    expect(await found(shop, "sữa", 3)).toEqual(["S1", "S2", "Z1"]);
    const session = shop.connection.session;
    await shop.restart();
    shop.connection.session = session;
    expect(await found(shop, "sữa", 3)).toEqual(["S1", "S2", "Z1"]);
  });

  test("is what was learned as well, and counts on from there", async () => {
    const shop = await openShop();
    await shop.take("catalog.import", { products: goods });
    for (const sku of ["M3", "M3", "M3", "M2", "M2", "M1"]) await sell(shop, { lines: [{ sku }] });
    await shop.engine().suggester.learnNow();
    shop.clock.nowMs += 60_000;
    expect(await found(shop, "", 3)).toEqual(["M3", "M2", "M1"]);
    for (const sku of ["M2", "M2"]) await sell(shop, { lines: [{ sku }] });
    expect(await found(shop, "", 3)).toEqual(["M2", "M3", "M1"]);
    const session = shop.connection.session;
    await shop.restart();
    shop.connection.session = session;
    expect(await found(shop, "", 3)).toEqual(["M2", "M3", "M1"]);
  });

  test("is the answer where nothing is typed, without what is sensitive", async () => {
    const shop = await openShop();
    await shop.take("catalog.import", { products: goods });
    await sell(shop, { lines: [{ sku: "D1" }] });
    await sell(shop, { lines: [{ sku: "S6" }] });
    const hits = await found(shop, "  ", 500);
    expect(hits[0]).toBe("S6");
    expect(hits.at(-1)).toBe("Z1");
    expect(hits).not.toContain("D1");
    expect(hits).toHaveLength(goods.length - 1);
  });
});

describe("the shelf follows the catalogue", () => {
  test("a renamed product is found by its new name alone, a new one at once, stock as it stands", async () => {
    const shop = await openShop();
    await shop.take("catalog.import", { products: goods });
    expect(await found(shop, "omachi")).toEqual(["M2"]);
    await shop.take("catalog.import", {
      products: [priced("M2", "Phở khô"), priced("N1", "Nước mắm", { stockQuantity: 1 })],
    });
    expect(await found(shop, "omachi")).toEqual([]);
    expect(await found(shop, "pho kho")).toEqual(["M2"]);
    expect(await found(shop, "nuoc")).toEqual(["N1"]);
    await sell(shop, { lines: [{ sku: "N1" }] });
    const { products } = await shop.take("catalog.search", { text: "nuoc" });
    expect(products).toMatchObject([{ sku: "N1", stockQuantity: 0 }]);
  });

  test("what a refused call would have saved is not found", async () => {
    const shop = await openShop();
    await shop.take("catalog.search", { text: "" });
    const twice = [priced("A", "Trà"), priced("A", "Trà")];
    await shop.refusal("catalog.import", { products: twice });
    expect(await found(shop, "tra")).toEqual([]);
  });
});

test("what goods cost the shop is told to managers and owners, and to no cashier", async () => {
  const shop = await openWorld();
  await shop.take("catalog.import", { products: [{ ...TEA, costMinor: 30_000 }] });
  const costsTold = async (role: "cashier" | "manager" | "owner") => {
    const { connection } = shop.caller(role);
    Object.assign(shop.connection, { session: connection.session });
    const { products } = await shop.take("catalog.search", { text: TEA.sku });
    const { product } = await shop.take("catalog.byCode", { code: TEA.barcode });
    expect(product).toMatchObject({ sku: TEA.sku, priceMinor: TEA.priceMinor });
    return [products[0]?.costMinor, product.costMinor];
  };
  expect(await costsTold("cashier")).toEqual([undefined, undefined]);
  expect(await costsTold("manager")).toEqual([30_000, 30_000]);
  expect(await costsTold("owner")).toEqual([30_000, 30_000]);
});
