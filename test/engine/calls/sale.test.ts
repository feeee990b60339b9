import { beforeAll, describe, expect, test } from "vitest";
import { dumpTables } from "../db/dump.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { issueCoupons, openWorld, passDays, RICE, sell, TEA, type World } from "./world.ts";

const cash = (amountMinor: number) => [{ method: "cash" as const, amountMinor }];

const auditLines = (shop: TestShop, kind: string) =>
  shop
    .engine()
    .stores.shop.prepare<[string], { subject: string; staffId: string }>(
      "SELECT subject, staff_id AS staffId FROM audit WHERE kind = ? ORDER BY sequence",
    )
    .all(kind);

const stockOf = async (shop: TestShop, code: string): Promise<number | undefined> =>
  (await shop.take("catalog.byCode", { code })).product.stockQuantity;

describe("a price comes from the catalogue", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  }, 60_000);

  test("and a cashier's own word on it is not taken", async () => {
    const till = world.caller("cashier");
    for (const priceMinor of [0, 1, TEA.priceMinor - 1, TEA.priceMinor + 1]) {
      const refusal = await till.refusal("sale.commit", {
        lines: [{ sku: "TEA", priceMinor }],
        payments: cash(priceMinor),
      });
      expect(refusal).toEqual({ kind: "PriceOverrideNotAllowed", sku: "TEA" });
    }
  });

  test("saying the catalogue's own price is no override", async () => {
    const sale = await world.caller("cashier").take("sale.commit", {
      lines: [{ sku: "TEA", priceMinor: TEA.priceMinor }],
      payments: cash(TEA.priceMinor),
    });
    expect(sale.totalMinor).toBe(TEA.priceMinor);
    expect(auditLines(world, "sale.price-override")).toEqual([]);
  });

  test("a manager's is taken and audited, and the list price is kept beside it", async () => {
    const manager = world.caller("manager");
    const { saleId, receiptNumber } = await manager.take("sale.commit", {
      lines: [{ sku: "TEA", priceMinor: 40_000 }],
      payments: cash(40_000),
    });
    expect(auditLines(world, "sale.price-override")).toEqual([
      {
        subject: `${receiptNumber} TEA 45000 > 40000`,
        staffId: manager.connection.session?.staffId,
      },
    ]);
    const row = world
      .engine()
      .stores.shop.prepare<[string], { unit: number; list: number }>(
        "SELECT unit_price_minor AS unit, list_price_minor AS list FROM sale_lines WHERE sale_id = ?",
      )
      .get(saleId);
    expect(row).toEqual({ unit: 40_000, list: 45_000 });
  });

  test("a large discount by hand is audited, a small one is not", async () => {
    const lines = [
      { sku: "TEA", discountBps: 2_999 },
      { sku: "TEA", discountBps: 3_000 },
    ];
    const till = world.caller("cashier");
    const { cashTotalMinor } = await till.take("sale.quote", { lines });
    const { receiptNumber } = await till.take("sale.commit", {
      lines,
      payments: cash(cashTotalMinor),
    });
    expect(auditLines(world, "sale.large-discount").map(({ subject }) => subject)).toEqual([
      `${receiptNumber} TEA 13500`,
    ]);
  });

  test("a price that changes later changes no finished sale", async () => {
    const shop = await openWorld();
    const { saleId } = await sell(shop, { lines: [{ sku: "TEA" }] });
    const before = await shop.take("sale.get", { saleId });
    await shop.take("catalog.import", {
      products: [{ ...TEA, name: "Trà khác", priceMinor: 99_000, taxRateBps: 500 }],
    });
    expect(await shop.take("sale.get", { saleId })).toEqual(before);
  });
});

test("a sale says what was taken off it by line, by each coupon and by points", async () => {
  const shop = await openWorld();
  const { an: customerId } = shop;
  const [code = ""] = await issueCoupons(shop);
  await sell(shop, { customerId, lines: [{ sku: "TEA", quantity: 20 }] });
  const basket = {
    customerId,
    lines: [
      { sku: "TEA", quantity: 2, discountMinor: 1_001 },
      { sku: "TEA", discountMinor: 2_002 },
      { sku: "RICE", quantityMilli: 1_337 },
    ],
    couponCodes: [code],
    pointsToRedeem: 3,
  };
  const { saleId } = await sell(shop, basket);
  const { discounts, discountMinor, lines, coupons, pointsValueMinor } = await shop.take(
    "sale.get",
    { saleId },
  );
  expect(discounts).toEqual([
    { kind: "line", minor: 3_003 },
    { kind: "coupon", code, minor: coupons[0]?.discountMinor },
    { kind: "points", minor: pointsValueMinor },
  ]);
  expect(pointsValueMinor).toBeGreaterThan(0);
  expect(lines.flatMap((line) => line.discounts)).toHaveLength(8);
  expect(discounts.reduce((sum, { minor }) => sum + minor, 0)).toBe(discountMinor);
});

describe("quantities", () => {
  test("of what is sold by weight are thousandths, exact to the unit", async () => {
    const shop = await openWorld();
    const quote = await shop.take("sale.quote", {
      lines: [{ sku: RICE.sku, quantityMilli: 1_234 }],
    });
    expect(quote.lines).toEqual([
      expect.objectContaining({ quantity: 1.234, quantityMilli: 1_234, grossMinor: 40_105 }),
    ]);
  });

  test("three at 0.10 are 0.30, and a tenth off is 0.27", async () => {
    const shop = await openShop({ currency: "USD", timezone: "America/New_York", locale: "en" });
    await shop.take("catalog.import", { products: [{ sku: "GUM", name: "Gum", priceMinor: 10 }] });
    const asked = { lines: [{ sku: "GUM", quantity: 3, discountBps: 1_000 }] };
    expect(await shop.take("sale.quote", asked)).toMatchObject({
      grossMinor: 30,
      discountMinor: 3,
      totalMinor: 27,
    });
  });

  test("sold are taken from the stock, which may go below nothing and says so", async () => {
    const shop = await openWorld();
    const quote = await shop.take("sale.quote", { lines: [{ sku: "TEA", quantity: 103 }] });
    expect(quote.lines[0]?.stockLeft).toBe(-3);
    await sell(shop, { lines: [{ sku: "TEA", quantity: 103 }] });
    expect(await stockOf(shop, "TEA")).toBe(-3);
    await shop.take("catalog.import", { products: [{ ...TEA, stockQuantity: 12 }] });
    expect(await stockOf(shop, "TEA")).toBe(12);
    expect(await stockOf(shop, "RICE")).toBeUndefined();
  });

  test("a product that the catalogue does not have cannot be sold under the table either", async () => {
    const shop = await openWorld();
    const { shop: db } = shop.engine().stores;
    const insert = (quantityMilli: number, saleId: string) => () =>
      db.exec(`INSERT INTO sale_lines VALUES
        ('${saleId}', 1, 'TEA', 'Trà', 'unit', ${quantityMilli}, 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, NULL)`);
    expect(insert(1_000, "no-such-sale")).toThrow("FOREIGN KEY");
    const { saleId } = await sell(shop, { lines: [{ sku: "TEA" }] });
    expect(insert(-96_000, saleId)).toThrow(/constraint/i);
    expect(() =>
      db.exec("INSERT INTO stock_ledger VALUES (9, 'NONE', 1, 'count', 'x', 1)"),
    ).toThrow("FOREIGN KEY");
  });
});

describe("receipt numbers", () => {
  test("are one row without a gap: refused sales take none", async () => {
    const shop = await openWorld();
    const numbers: string[] = [];
    for (let sale = 0; sale < 3; sale += 1) {
      numbers.push((await sell(shop, { lines: [{ sku: "TEA" }] })).receiptNumber);
      await shop.refusal("sale.commit", { lines: [{ sku: "NONE" }], payments: [] });
      await shop.refusal("sale.commit", { lines: [{ sku: "TEA" }], payments: cash(1) });
    }
    expect(numbers).toEqual(["Q1-000001", "Q1-000002", "Q1-000003"]);
  });

  test("never go back with a clock that is set back, nor do the changes and the ledgers", async () => {
    const shop = await openWorld();
    await sell(shop, { customerId: shop.an, lines: [{ sku: "TEA", quantity: 9 }] });
    passDays(shop, -400);
    const { receiptNumber } = await sell(shop, {
      customerId: shop.an,
      lines: [{ sku: "TEA", quantity: 9 }],
    });
    expect(receiptNumber).toBe("Q1-000002");
    const { shop: db } = shop.engine().stores;
    const clocks = db
      .prepare<[], { ms: number; count: number }>(
        "SELECT clock_ms AS ms, clock_count AS count FROM changes ORDER BY sequence",
      )
      .all();
    const isAfter = clocks.every(({ ms, count }, place) => {
      const before = clocks[place - 1];
      return !before || ms > before.ms || (ms === before.ms && count > before.count);
    });
    expect(isAfter).toBe(true);
    const { entries } = await shop.take("loyalty.ledger", { customerId: shop.an });
    expect(entries.map(({ balanceAfter }) => balanceAfter)).toEqual([80, 40]);
    expect((await shop.take("sale.list", {})).sales.map(({ receiptNumber: one }) => one)).toEqual([
      "Q1-000002",
      "Q1-000001",
    ]);
  });

  test("concurrent sales on two lines each get their own, and none is told that it failed", async () => {
    const shop = await openWorld();
    const tills = [shop.caller("cashier"), shop.caller("cashier")] as const;
    const sold = await Promise.all(
      Array.from({ length: 20 }, (_, sale) =>
        (sale % 2 ? tills[0] : tills[1]).take("sale.commit", {
          lines: [{ sku: "TEA" }],
          payments: cash(45_000),
        }),
      ),
    );
    expect(new Set(sold.map(({ receiptNumber }) => receiptNumber)).size).toBe(20);
    expect(await stockOf(shop, "TEA")).toBe(80);
  });
});

describe("who is at the till", () => {
  test("nobody is attached to a sale but who was chosen", async () => {
    const shop = await openWorld();
    const { saleId, pointsEarned } = await sell(shop, { lines: [{ sku: "TEA", quantity: 9 }] });
    expect(pointsEarned).toBe(0);
    expect(await shop.take("sale.get", { saleId })).not.toHaveProperty("customerId");
    const { shop: db } = shop.engine().stores;
    expect(dumpTables(db).points_ledger).toEqual([]);
    expect(dumpTables(db).customer_totals).toEqual([]);
  });

  test("typing digits that nobody has finds nobody to give the points to", async () => {
    const shop = await openWorld();
    expect(await shop.take("customer.search", { text: "0912 345 670" })).toEqual({ matches: [] });
  });
});

describe("the tax rate", () => {
  test("is the one of the day of the sale: 8% until the end of 2026, 10% from then on", async () => {
    const shop = await openWorld();
    const rate = async () =>
      (await shop.take("sale.quote", { lines: [{ sku: "TEA" }] })).taxes[0]?.rateBps;
    expect(await rate()).toBe(800);
    passDays(shop, 39);
    expect(await rate()).toBe(800);
    passDays(shop, 1);
    expect(await rate()).toBe(1_000);
  });

  test("of a product's own stands before the shop's", async () => {
    const shop = await openWorld();
    await shop.take("catalog.import", { products: [{ ...TEA, taxRateBps: 500 }] });
    const { taxes } = await shop.take("sale.quote", {
      lines: [{ sku: "TEA" }, { sku: RICE.sku, quantityMilli: 1_000 }],
    });
    expect(taxes.map(({ rateBps }) => rateBps)).toEqual([500, 800]);
  });
});

describe("cash", () => {
  test("is rounded to the shop's coin, as a line of its own, and other methods are not", async () => {
    const shop = await openWorld();
    const lines = [{ sku: RICE.sku, quantityMilli: 1_010 }];
    const { totalMinor, cashTotalMinor } = await shop.take("sale.quote", { lines });
    expect([totalMinor, cashTotalMinor]).toEqual([32_825, 33_000]);
    const inCash = await shop.take("sale.commit", { lines, payments: cash(50_000) });
    expect(inCash).toMatchObject({ totalMinor: 32_825, roundingMinor: 175, changeMinor: 17_000 });
    const byCard = await shop.take("sale.commit", {
      lines,
      payments: [{ method: "card", amountMinor: 32_825, reference: "auth 4711" }],
    });
    expect(byCard).toMatchObject({ roundingMinor: 0, changeMinor: 0 });
    const split = await shop.take("sale.commit", {
      lines,
      payments: [{ method: "transfer", amountMinor: 30_000 }, ...cash(3_000)],
    });
    expect(split).toMatchObject({ roundingMinor: 175, changeMinor: 0 });
  });
});

describe("a list of sales", () => {
  test("goes on where the page before ended, until there are no more", async () => {
    const shop = await openWorld();
    for (let sale = 0; sale < 5; sale += 1) await sell(shop, { lines: [{ sku: "TEA" }] });
    const pages: string[][] = [];
    let next: string | undefined;
    do {
      const page = await shop.take("sale.list", { limit: 2, ...(next ? { next } : {}) });
      pages.push(page.sales.map(({ receiptNumber }) => receiptNumber.slice(-1)));
      next = page.next;
    } while (next);
    expect(pages).toEqual([["5", "4"], ["3", "2"], ["1"]]);
  });
});
