import { expect, test } from "vitest";
import { DAY_MS, NOW_MS, type PastSale, soldShop } from "./soldShop.ts";

const shelf = ["bread", "butter", "jam", "tea", "oats"].map((sku) => ({ sku, category: "Food" }));

const sales: readonly PastSale[] = Array.from({ length: 60 }, (_, at) => ({
  customerId: `customer-${at % 12}`,
  daysAgo: 1 + at,
  skus: at % 3 === 0 ? ["bread", "butter", "jam"] : at % 3 === 1 ? ["bread", "butter"] : ["tea"],
}));

test("the baskets a reason counts are the baskets of the shop", () => {
  const { suggest, stores } = soldShop(shelf, sales);
  const butter = suggest({ basketSkus: ["bread"] }).find(({ sku }) => sku === "butter");
  const count = (sql: string) => stores.shop.prepare<[], { n: number }>(sql).get()?.n;
  expect(butter?.reason).toEqual({
    kind: "goes-with",
    evidence: {
      withSku: "bread",
      withName: "bread",
      basketsTogether: count(`SELECT count(*) AS n FROM sale_lines AS bread
        JOIN sale_lines AS butter USING (sale_id)
       WHERE bread.sku = 'bread' AND butter.sku = 'butter'`),
      basketsWith: count("SELECT count(*) AS n FROM sale_lines WHERE sku = 'bread'"),
    },
  });
});

test("two things of the basket are named where both speak for it", () => {
  const { suggest } = soldShop(shelf, sales);
  const jam = suggest({ basketSkus: ["bread", "butter"] }).find(({ sku }) => sku === "jam");
  const { withName, alsoName } = { ...jam?.reason.evidence } as Record<string, unknown>;
  expect([withName, alsoName].sort()).toEqual(["bread", "butter"]);
});

test("what was bought twice in irregular time is called a habit, with the true count", () => {
  const own = [40, 100].map((daysAgo) => ({ customerId: "hoa", daysAgo, skus: ["oats"] }));
  const oats = soldShop(shelf, [...sales, ...own])
    .suggest({ customerId: "hoa" })
    .find(({ sku }) => sku === "oats");
  expect(oats?.reason).toEqual({ kind: "habit", evidence: { count: 2, months: 4 } });
});

test("for something new the customer's habits are named before what is popular", () => {
  const together = Array.from({ length: 9 }, (_, at) => [
    { customerId: `pair-${at}`, daysAgo: 50 + at, skus: ["oats"] },
    { customerId: `pair-${at}`, daysAgo: 60 + at, skus: ["tea"] },
  ]).flat();
  const own = [{ customerId: "hoa", daysAgo: 30, skus: ["oats"] }];
  const tea = soldShop(shelf, [...sales, ...together, ...own])
    .suggest({ customerId: "hoa" })
    .find(({ sku }) => sku === "tea");
  expect(tea?.reason).toEqual({
    kind: "goes-with-habit",
    evidence: { withSku: "oats", withName: "oats", customersTogether: 9, customersWith: 10 },
  });
});

test("things that became sensitive are not counted among those of their category", () => {
  const care = ["test", "pills", "balm", "soap"].map((sku) => ({ sku, category: "Care" }));
  const own = ["test", "pills", "balm"].map((sku) => ({
    ...{ customerId: "hoa", daysAgo: 90, skus: [sku] },
  }));
  const once = [{ customerId: "other", daysAgo: 80, skus: ["soap", "oats"] }];
  const { suggest, stores } = soldShop([...shelf, ...care], [...sales, ...own, ...once]);
  const refusedSkus = [...shelf, ...care].map(({ sku }) => sku).filter((sku) => sku !== "soap");
  const soap = () => suggest({ customerId: "hoa", refusedSkus })[0]?.reason;
  expect(soap()).toEqual({ kind: "often-in-category", evidence: { category: "Care", count: 3 } });
  stores.shop.exec("UPDATE products SET sensitive = 1 WHERE sku IN ('test', 'pills')");
  expect(soap()?.kind).not.toBe("often-in-category");
});

test("days since a purchase are counted as the shop's calendar does, not by full turns of the clock", () => {
  // Bought at half past ten in the evening in Vietnam, and asked at ten in the morning five days later.
  const own = [4.48, 8.48, 12.48, 16.48].map((daysAgo) => ({
    ...{ customerId: "hoa", daysAgo, skus: ["oats"] },
  }));
  const oats = soldShop(shelf, [...sales, ...own])
    .suggest({ customerId: "hoa" })
    .find(({ sku }) => sku === "oats");
  expect(oats?.reason).toEqual({ kind: "due", evidence: { everyDays: 4, lastDaysAgo: 5 } });
});

test("what was popular when it was learned is told only of the weeks that are of late still", () => {
  const { suggest } = soldShop(shelf, [
    ...sales,
    ...[20, 21].map((daysAgo) => ({ daysAgo, skus: ["oats"] })),
    ...[3, 4, 5].map((daysAgo) => ({ daysAgo, skus: ["jam"] })),
  ]);
  const told = (afterDays: number) =>
    Object.fromEntries(
      suggest({ basketSkus: ["tea"], nowMs: NOW_MS + afterDays * DAY_MS }).flatMap(
        ({ sku, reason }) => (reason.kind === "popular-now" ? [[sku, reason.evidence]] : []),
      ),
    );
  expect(told(0)).toMatchObject({ bread: { days: 28 } });
  const [atOnce, later] = [told(0).bread?.baskets ?? 0, told(10).bread?.baskets ?? 0];
  expect(told(10)).toMatchObject({ bread: { days: 31 } });
  expect(later).toBeLessThan(atOnce);
  expect(told(29)).toEqual({});
});

test("what became sensitive since it was learned says nothing any more, in the basket or of a customer", () => {
  const own = [30, 60].map((daysAgo) => ({ customerId: "hoa", daysAgo, skus: ["butter"] }));
  const { suggest, stores } = soldShop(shelf, [...sales, ...own]);
  const asked = { customerId: "hoa", basketSkus: ["tea", "bread"] };
  const plain = { basketSkus: ["tea"] };
  expect(suggest({ basketSkus: ["bread"] })).not.toEqual([]);
  expect(suggest({ customerId: "hoa" })).not.toEqual([]);
  expect(suggest(asked)).not.toEqual(suggest(plain));
  stores.shop.exec("UPDATE products SET sensitive = 1 WHERE sku IN ('bread', 'butter')");
  expect(suggest({ basketSkus: ["bread"] })).toEqual([]);
  expect(suggest({ customerId: "hoa" })).toEqual([]);
  expect(suggest(asked)).toEqual(suggest(plain));
});
