import { describe, expect, test } from "vitest";
import { NOW_MS, type PastSale, type ShelfProduct, soldShop } from "./soldShop.ts";

const shelf: readonly ShelfProduct[] = [
  { sku: "coffee", name: "Cà phê rang xay", category: "Đồ uống" },
  { sku: "filter", name: "Phin nhôm", category: "Dụng cụ" },
  { sku: "milk", name: "Sữa đặc", category: "Sữa" },
  { sku: "rice", name: "Gạo thơm", category: "Gạo" },
  { sku: "sauce", name: "Nước mắm", category: "Gia vị" },
  { sku: "soap", name: "Xà bông", category: "Tắm gội" },
];

/** Coffee with filter and milk, rice with sauce; soap now and then with anything. */
const habits = (count = 40): readonly PastSale[] =>
  Array.from({ length: count }, (_, at) => ({
    customerId: `customer-${at % 8}`,
    daysAgo: 2 + at * 2,
    skus: at % 2 === 0 ? ["coffee", "filter", "milk"] : ["rice", "sauce", ...soapOf(at)],
  }));
const soapOf = (at: number) => (at % 5 === 0 ? ["soap"] : []);

const HOUR_MS = 3_600_000;

/** Coffee is bought in the morning and soap in the evening, by people who buy one of them. */
const byTheHour = (): readonly PastSale[] =>
  Array.from({ length: 60 }, (_, at) => ({
    customerId: `customer-${at % 20}`,
    daysAgo: 4 + at + (at % 2 === 0 ? 0 : 0.5),
    skus: [at % 2 === 0 ? "coffee" : "soap"],
  }));

/** Both were bought twice, together, in the middle of the day. */
const alike = (customerId: string): readonly PastSale[] =>
  [60.25, 20.25].map((daysAgo) => ({ customerId, daysAgo, skus: ["coffee", "soap"] }));

type Worth = { readonly dear: string; readonly cheap: string };

/** Two things bought together three times, one for ten times the money. */
const bothBought = (customerId: string, { dear, cheap }: Worth): readonly PastSale[] =>
  [100, 95, 90].map((daysAgo) => ({
    customerId,
    daysAgo,
    skus: [dear, cheap],
    paidMinor: { [dear]: 200_000, [cheap]: 20_000 },
  }));

/** Of two things alike in all but their money, the dear one was bought again by everybody. */
const dearOnesReturn = (): readonly PastSale[] =>
  Array.from({ length: 48 }, (_, at) => {
    const customerId = `customer-${at}`;
    const skus = shelf.map(({ sku }) => sku);
    const dear = skus[at % 6] ?? "";
    const cheap = skus[(at + 1 + (at % 5)) % 6] ?? "";
    const again = { customerId, daysAgo: 5 + at, skus: [dear], paidMinor: { [dear]: 200_000 } };
    return [...bothBought(customerId, { dear, cheap }), again];
  }).flat();

const skusOf = (answers: readonly { readonly sku: string }[]) => answers.map(({ sku }) => sku);

describe("what is suggested", () => {
  test("goes with the basket, the closest first", () => {
    const { suggest } = soldShop(shelf, habits());
    const answers = suggest({ basketSkus: ["coffee"] });
    expect(skusOf(answers).slice(0, 2).sort()).toEqual(["filter", "milk"]);
    expect(answers[0]?.reason.kind).toBe("goes-with");
  });

  test("without a basket is what the customer is due for", () => {
    const sales = Array.from({ length: 6 }, (_, at) => ({
      customerId: "hoa",
      daysAgo: 35 + at * 30,
      skus: ["rice"],
    }));
    const { suggest } = soldShop(shelf, [...habits(), ...sales]);
    expect(suggest({ customerId: "hoa" })[0]).toMatchObject({
      sku: "rice",
      reason: { kind: "due", evidence: { everyDays: 30, lastDaysAgo: 35 } },
    });
  });

  test("is not called due long after its rhythm has ended", () => {
    const last = (daysAgo: number) => {
      const sales = Array.from({ length: 6 }, (_, at) => ({
        customerId: "hoa",
        daysAgo: daysAgo + at * 30,
        skus: ["rice"],
      }));
      const answers = soldShop(shelf, [...habits(), ...sales]).suggest({ customerId: "hoa" });
      return answers.find(({ sku }) => sku === "rice")?.reason.kind;
    };
    expect(last(89)).toBe("due");
    expect(last(91)).toBe("habit");
  });

  test("without a basket follows the money, where the shop's customers come back for what is worth most to them", () => {
    const first = (dear: string, cheap: string) =>
      soldShop(shelf, [...dearOnesReturn(), ...bothBought("hoa", { dear, cheap })]).suggest({
        customerId: "hoa",
      })[0]?.sku;
    expect(first("milk", "sauce")).toBe("milk");
    expect(first("sauce", "milk")).toBe("sauce");
  });

  test("without a basket goes by the time of the day, where goods have theirs", () => {
    const { suggest } = soldShop(shelf, [...byTheHour(), ...alike("hoa")]);
    const firstAt = (hour: number) =>
      suggest({ customerId: "hoa", nowMs: NOW_MS + hour * HOUR_MS })[0]?.sku;
    expect([firstAt(0), firstAt(12), firstAt(23)]).toEqual(["coffee", "soap", "coffee"]);
  });

  test("is nothing without a basket and without a customer", () => {
    expect(soldShop(shelf, habits()).suggest()).toEqual([]);
  });

  test("is at most three things, and never one twice", () => {
    const { suggest } = soldShop(shelf, habits());
    for (const basketSkus of [["coffee"], ["rice", "coffee"], ["soap"]]) {
      const skus = skusOf(suggest({ customerId: "customer-1", basketSkus }));
      expect(skus.length).toBeLessThanOrEqual(3);
      expect(new Set(skus).size).toBe(skus.length);
    }
  });

  test("counts a sale of a moment ago at once, before anything is learned anew", () => {
    const { suggest, sell } = soldShop(shelf, habits());
    const basketSkus = ["soap"];
    suggest({ basketSkus });
    sell({ customerId: "new", daysAgo: 0, skus: ["rice"] });
    expect(skusOf(suggest({ customerId: "new", basketSkus }))).not.toContain("rice");
    expect(skusOf(suggest({ basketSkus }))).toContain("rice");
  });
});

describe("what is never suggested", () => {
  const offered = (products: readonly ShelfProduct[], sales = habits()) =>
    skusOf(soldShop(products, sales).suggest({ basketSkus: ["coffee"] }));
  const shelfWith = (sku: string, change: Partial<ShelfProduct>) =>
    shelf.map((product) => (product.sku === sku ? { ...product, ...change } : product));

  test("what lies in the basket", () => {
    expect(
      skusOf(soldShop(shelf, habits()).suggest({ basketSkus: ["coffee", "filter"] })),
    ).not.toEqual(expect.arrayContaining(["filter"]));
  });

  test.each([
    { what: "out of stock", change: { stockQuantityMilli: 0 }, isOffered: false },
    { what: "below no stock", change: { stockQuantityMilli: -1_000 }, isOffered: false },
    { what: "in stock", change: { stockQuantityMilli: 1_000 }, isOffered: true },
    { what: "not counted", change: {}, isOffered: true },
    { what: "sensitive", change: { sensitive: true }, isOffered: false },
  ])("$what: offered is $isOffered", ({ change, isOffered }) => {
    expect(offered(shelfWith("filter", change)).includes("filter")).toBe(isOffered);
  });

  test("what became sensitive after it was learned", () => {
    const { suggest, stores } = soldShop(shelf, habits());
    suggest({ basketSkus: ["coffee"] });
    stores.shop.exec("UPDATE products SET sensitive = 1 WHERE sku IN ('filter', 'coffee')");
    const answers = suggest({ basketSkus: ["coffee"] });
    expect(skusOf(answers)).not.toContain("filter");
    expect(JSON.stringify(answers)).not.toContain("Cà phê");
  });

  test("a sensitive thing as the reason for another", () => {
    const { suggest } = soldShop(shelfWith("coffee", { sensitive: true }), habits());
    expect(suggest({ basketSkus: ["coffee"] })).toEqual([]);
  });

  test("what the customer refused", () => {
    const { suggest } = soldShop(shelf, habits());
    const answers = suggest({ basketSkus: ["coffee"], refusedSkus: ["filter", "milk"] });
    expect(skusOf(answers)).not.toEqual(expect.arrayContaining(["filter"]));
    expect(skusOf(answers)).not.toEqual(expect.arrayContaining(["milk"]));
  });

  test("what was bought so lately that it cannot be due", () => {
    const lately = [{ customerId: "hoa", daysAgo: 1, skus: ["filter"] }];
    const { suggest } = soldShop(shelf, [...habits(), ...lately]);
    expect(skusOf(suggest({ customerId: "hoa", basketSkus: ["coffee"] }))).not.toContain("filter");
    expect(skusOf(suggest({ basketSkus: ["coffee"] }))).toContain("filter");
  });

  test("a third thing of one category", () => {
    const alike = ["tea", "juice", "water"].map((sku) => ({ sku, name: sku, category: "Đồ uống" }));
    const sales = habits().map((sale) => ({ ...sale, skus: ["coffee", "tea", "juice", "water"] }));
    const { suggest } = soldShop([...shelf, ...alike], sales);
    expect(skusOf(suggest({ basketSkus: ["coffee"] }))).toHaveLength(2);
  });

  test("the same thing in another size", () => {
    const sizes = [{ sku: "coffee-500", name: "Cà phê rang xay 500 g", category: "Khác" }];
    const sales = habits().map((sale) => ({ ...sale, skus: ["coffee", "coffee-500", "filter"] }));
    const { suggest } = soldShop([...shelf, ...sizes], sales);
    expect(skusOf(suggest({ basketSkus: ["coffee"] }))).toEqual(["filter"]);
  });
});

describe("what was waved away, or earns too little", () => {
  const filterCosts = (costMinor?: number) =>
    shelf.map((product) =>
      product.sku === "filter" && costMinor !== undefined ? { ...product, costMinor } : product,
    );

  test("is not offered while it is dismissed", () => {
    const { suggest } = soldShop(shelf, habits());
    const basketSkus = ["coffee"];
    expect(skusOf(suggest({ basketSkus, dismissedSkus: ["filter"] }))).not.toContain("filter");
    expect(skusOf(suggest({ basketSkus }))).toContain("filter");
  });

  test.each([
    { cost: 18_000, floor: 1_000, isOffered: true },
    { cost: 18_001, floor: 1_000, isOffered: false },
    { cost: undefined, floor: 9_000, isOffered: true },
    { cost: 20_000, floor: 0, isOffered: true },
    { cost: 20_001, floor: 0, isOffered: false },
    { cost: 25_000, floor: undefined, isOffered: true },
  ])("of 20,000 with a cost of $cost and a floor of $floor bps: $isOffered", (row) => {
    const { suggest } = soldShop(filterCosts(row.cost), habits());
    const floor = row.floor === undefined ? {} : { marginFloorBps: row.floor };
    const answers = suggest({ basketSkus: ["coffee"], ...floor });
    expect(skusOf(answers).includes("filter")).toBe(row.isOffered);
  });
});

describe("without consent", () => {
  test("the history has no influence at all: only the basket speaks", () => {
    const own = Array.from({ length: 12 }, (_, at) => ({
      customerId: "hoa",
      daysAgo: 10 + at * 9,
      skus: ["rice", "soap"],
    }));
    const { suggest } = soldShop(shelf, [...habits(), ...own]);
    const nobody = suggest({ basketSkus: ["coffee"] });
    expect(suggest({ customerId: "nobody known", basketSkus: ["coffee"] })).toEqual(nobody);
    expect(suggest({ customerId: "hoa", basketSkus: ["coffee"] })).not.toEqual(nobody);
    for (const { reason } of nobody) {
      expect(["goes-with", "popular-now"]).toContain(reason.kind);
    }
  });
});

describe("a young shop", () => {
  test.each([0, 1, 3, 10])("with %i sales never fails", (count) => {
    const { suggest } = soldShop(shelf, habits(count));
    const answers = suggest({ customerId: "customer-0", basketSkus: ["coffee"] });
    expect(answers.length).toBeLessThanOrEqual(3);
    for (const { score } of answers) expect(score).toBeGreaterThan(0);
  });

  test("with ten sales suggests what went with coffee", () => {
    const { suggest } = soldShop(shelf, habits(10));
    expect(
      skusOf(suggest({ basketSkus: ["coffee"] }))
        .slice(0, 2)
        .sort(),
    ).toEqual(["filter", "milk"]);
  });

  test("without products answers nothing", () => {
    expect(soldShop([]).suggest({ customerId: "hoa", basketSkus: ["gone"] })).toEqual([]);
  });
});
