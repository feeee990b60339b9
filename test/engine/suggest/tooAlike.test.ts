import { describe, expect, test } from "vitest";
import { type PastSale, type ShelfProduct, soldShop } from "./soldShop.ts";

const skusOf = (answers: readonly { readonly sku: string }[]) => answers.map(({ sku }) => sku);

describe("what is of a kind with what is in hand", () => {
  const moka = { sku: "moka", name: "Cà phê bột Moka", category: "Đồ uống" };
  const culi = { sku: "culi", name: "Cà phê bột Culi", category: "Đồ uống" };
  const milk = { sku: "milk", name: "Sữa đặc", category: "Sữa" };
  const rice = { sku: "rice", name: "Gạo thơm", category: "Gạo" };
  const others: readonly PastSale[] = Array.from({ length: 40 }, (_, at) => ({
    daysAgo: 2 + at * 2,
    skus: ["rice"],
  }));
  /** All take milk with their coffee, some one brand and some the other; `both` of them take two. */
  const brands = (both: number): readonly PastSale[] => [
    ...others,
    ...Array.from({ length: 60 }, (_, at) => ({
      daysAgo: 2 + at,
      skus: at < both ? ["moka", "culi", "milk"] : ["milk", at % 2 === 0 ? "moka" : "culi"],
    })),
  ];
  const beside = (both: number) =>
    skusOf(
      soldShop([moka, culi, milk, rice], brands(both)).suggest({ basketSkus: ["moka", "milk"] }),
    );

  test("is not offered where people buy one in place of the other", () => {
    expect(beside(0)).not.toContain("culi");
    expect(beside(8)).not.toContain("culi");
  });

  test("is not offered in a shop of a handful of goods either, most of which are of that kind", () => {
    const sales = brands(0).filter(({ skus }) => !skus.includes("rice"));
    const few = soldShop([moka, culi, milk], sales);
    expect(skusOf(few.suggest({ basketSkus: ["moka", "milk"] }))).not.toContain("culi");
  });

  test("is offered where people buy both", () => {
    expect(beside(40)).toContain("culi");
  });
});

test("goods that all carry the same words are not all of a kind", () => {
  const paints = Array.from({ length: 40 }, (_, at) => ({
    sku: `paint-${at}`,
    name: `Sơn Bình An ${at}`,
    category: "Sơn",
  }));
  const sales = Array.from({ length: 40 }, (_, at) => ({
    daysAgo: 2 + at * 2,
    skus: ["paint-1", "paint-2"],
  }));
  const each = paints.map(({ sku }) => ({ daysAgo: 3, skus: [sku] }));
  const { suggest } = soldShop(paints, [...sales, ...each]);
  expect(skusOf(suggest({ basketSkus: ["paint-1"] }))).toContain("paint-2");
});

describe("where a number is all that tells goods apart", () => {
  const numbered = (count: number, name: (at: number) => string): readonly ShelfProduct[] =>
    Array.from({ length: count }, (_, at) => ({ sku: `P${at}`, name: name(at) }));
  const pairs = (count: number): readonly PastSale[] =>
    Array.from({ length: count * 4 }, (_, at) => {
      const first = (at % (count / 2)) * 2;
      return { daysAgo: 2 + at, skus: [`P${first}`, `P${first + 1}`] };
    });

  test.each([
    { count: 4, name: (at: number) => `Sản phẩm số ${at}` },
    { count: 40, name: (at: number) => `Product ${at}` },
  ])("$count goods of such names are suggested with each other", ({ count, name }) => {
    const { suggest } = soldShop(numbered(count, name), pairs(count));
    expect(suggest({ basketSkus: ["P2"] })[0]).toMatchObject({
      sku: "P3",
      reason: { kind: "goes-with" },
    });
  });

  test("the sizes of one shoe that people take alone are not offered beside each other", () => {
    const rest = Array.from("abcdefghijklmn", (letter) => ({ sku: letter, name: `Áo ${letter}` }));
    const shoes = numbered(4, (at) => `Giày vải trắng ${36 + at}`);
    const each = rest.flatMap(({ sku }, at) =>
      ["P2", "P3"].map((shoe) => ({ daysAgo: 2 + at, skus: [sku, shoe] })),
    );
    const { suggest } = soldShop([...shoes, ...rest], each);
    expect(skusOf(suggest({ basketSkus: ["P2", "a"] }))).not.toContain("P3");
  });
});
