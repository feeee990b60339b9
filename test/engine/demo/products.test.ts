import { describe, expect, test } from "vitest";
import { barcodeOf } from "../../../electron/engine/demo/products.ts";
import { wholeShop } from "./smallShop.ts";

const { products, sales } = wholeShop;

/** By the definition: the weighted sum of all thirteen digits is a multiple of ten. */
const isEan13 = (code: string): boolean =>
  /^\d{13}$/.test(code) &&
  [...code].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 ? 3 : 1), 0) % 10 === 0;

describe("the demo shop's shelf", () => {
  test("has a name and an SKU of its own for everything", () => {
    expect(new Set(products.map(({ sku }) => sku)).size).toBe(products.length);
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
  });

  test("has a valid Vietnamese EAN-13 of its own on all that is not weighed", () => {
    const packed = products.filter(({ soldBy }) => soldBy === "unit");
    const codes = packed.map(({ barcode = "" }) => barcode);
    expect(codes.filter((code) => !(isEan13(code) && code.startsWith("893")))).toEqual([]);
    expect(new Set(codes).size).toBe(packed.length);
    expect(products.filter(({ soldBy, barcode }) => soldBy === "weight" && barcode)).toEqual([]);
  });

  test("knows the check digit of a barcode that is printed in GS1's own example", () => {
    expect(isEan13("6291041500213")).toBe(true);
    expect(isEan13(barcodeOf(0))).toBe(true);
  });

  test("asks whole prices in steps of 500 đồng, above what the goods cost", () => {
    expect(products.filter(({ priceMinor }) => priceMinor <= 0 || priceMinor % 500 > 0)).toEqual(
      [],
    );
    expect(products.filter(({ costMinor, priceMinor }) => costMinor >= priceMinor)).toEqual([]);
  });

  test("spans some twenty categories, every tax rate, weighed goods and sensitive ones", () => {
    const categories = new Set(products.map(({ category }) => category));
    expect(categories.size).toBeGreaterThanOrEqual(20);
    expect(new Set(products.map(({ taxRateBps }) => taxRateBps))).toEqual(
      new Set([500, 800, 1_000]),
    );
    expect(products.filter(({ soldBy }) => soldBy === "weight").length).toBeGreaterThan(20);
    const sensitive = products.filter((product) => product.sensitive).map(({ sku }) => sku);
    expect(sensitive).toEqual(expect.arrayContaining(["TN-BCS-3", "TN-QUETHAI"]));
    expect(sensitive.length).toBeLessThan(20);
  });

  test("is stocked for all that it sells, and on its last day has run out of a few things only", () => {
    const soldMilli = new Map<string, number>();
    for (const line of sales.flatMap(({ lines }) => lines)) {
      const milli = line.quantityMilli ?? (line.quantity ?? 0) * 1_000;
      soldMilli.set(line.sku, (soldMilli.get(line.sku) ?? 0) + milli);
    }
    const left = products.map(({ sku, stockQuantity, category }) => ({
      category,
      milli: Math.round(stockQuantity * 1_000) - (soldMilli.get(sku) ?? 0),
    }));
    const seasonal = ["Hàng Tết", "Trung thu"];
    const gone = left.filter(({ milli }) => milli === 0);
    const usualGone = gone.filter(({ category }) => !seasonal.includes(category));
    expect(left.filter(({ milli }) => milli < 0)).toEqual([]);
    expect(usualGone.length).toBeGreaterThan(2);
    expect(usualGone.length).toBeLessThan(30);
    // In November neither mooncakes nor Tết goods are on the shelf.
    expect(gone.length - usualGone.length).toBe(
      products.filter(({ category }) => seasonal.includes(category)).length,
    );
  });
});
