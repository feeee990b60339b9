import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { disagreements } from "../../../electron/engine/repositories/checks.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { formatMoney, formatRate } from "../../../shared/money/formatMoney.ts";
import { sumMinor } from "../../../shared/money/money.ts";
import { textOf } from "../print/coupons.ts";
import type { Asked } from "../setUp.ts";
import { saleFigures } from "../till/figures.ts";
import { issueCoupons, openWorld, type World } from "./world.ts";

type Shop = {
  readonly currency: string;
  readonly timezone: string;
  readonly taxMode: "inclusive" | "exclusive";
  readonly cashRoundingMinor: number;
  readonly dearestMinor: number;
};

const vietnam = { currency: "VND", timezone: "Asia/Ho_Chi_Minh", dearestMinor: 900_000 };
const america = { currency: "USD", timezone: "America/New_York", dearestMinor: 50_000 };
const kuwait = { currency: "KWD", timezone: "Asia/Kuwait", dearestMinor: 90_000 };

const shops: readonly Shop[] = [
  { ...vietnam, taxMode: "inclusive", cashRoundingMinor: 1_000 },
  { ...vietnam, taxMode: "exclusive", cashRoundingMinor: 500 },
  { ...america, taxMode: "exclusive", cashRoundingMinor: 5 },
  { ...america, taxMode: "inclusive", cashRoundingMinor: 0 },
  { ...kuwait, taxMode: "inclusive", cashRoundingMinor: 5 },
  { ...kuwait, taxMode: "exclusive", cashRoundingMinor: 250 },
];

const rates = [undefined, 0, 500, 825, 1_000, 1_900];
const skus = ["A", "B", "C", "D", "E", "F"];

const line = fc.record(
  {
    sku: fc.constantFrom(...skus),
    amount: fc.integer({ min: 1, max: 40 }),
    discountBps: fc.nat(10_000),
    suggested: fc.boolean(),
  },
  { requiredKeys: ["sku", "amount"] },
);

const purchase = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 7 }),
  isKnown: fc.boolean(),
  couponCount: fc.integer({ min: 0, max: 2 }),
  pointsShare: fc.constantFrom(0, 0, 0.3, 1),
  paidBy: fc.constantFrom("cash", "too much cash", "card", "card and cash"),
  extraMinor: fc.nat(100_000),
});
type Purchase = typeof purchase extends fc.Arbitrary<infer P> ? P : never;

/** Even skus are sold by the piece, odd ones by weight. */
const askedLines = ({ lines }: Purchase): Asked<"sale.quote">["lines"] =>
  lines.map(({ amount, ...one }) =>
    skus.indexOf(one.sku) % 2 === 0
      ? { ...one, quantity: amount }
      : { ...one, quantityMilli: amount * 137 },
  );

type Quote = Output<"sale.quote">;
type Payments = Asked<"sale.commit">["payments"];

const payments = (quote: Quote, { paidBy, extraMinor }: Purchase): Payments => {
  const { totalMinor, cashTotalMinor } = quote;
  switch (paidBy) {
    case "cash":
      return [{ method: "cash", amountMinor: cashTotalMinor }];
    case "too much cash":
      return [{ method: "cash", amountMinor: cashTotalMinor + extraMinor }];
    case "card":
      return [{ method: "card", amountMinor: totalMinor }];
    case "card and cash": {
      const cardMinor = Math.floor(totalMinor / 3);
      return [
        { method: "card", amountMinor: cardMinor },
        { method: "cash", amountMinor: totalMinor - cardMinor + extraMinor + 1_000 },
      ];
    }
  }
};

const openMoneyWorld = async (shop: Shop): Promise<World> => {
  const { dearestMinor, ...fields } = shop;
  const world = await openWorld({ ...fields, isFast: true });
  await world.take("catalog.import", {
    products: skus.map((sku, index) => ({
      sku,
      name: `Product ${sku}`,
      priceMinor: Math.floor(dearestMinor / (index * index + 1)) + index * 7,
      soldBy: index % 2 === 0 ? "unit" : "weight",
      stockQuantity: 1_000,
      ...(rates[index] === undefined ? {} : { taxRateBps: rates[index] }),
    })),
  });
  return world;
};

const offers: readonly Asked<"campaign.create">["offer"][] = [
  { kind: "percent", rateBps: 1_250 },
  { kind: "percent", rateBps: 3_333, maxDiscountMinor: 777, scope: { skus: ["A", "B"] } },
  { kind: "amount", amountMinor: 1_001 },
  { kind: "points", multiplierBps: 25_000 },
  { kind: "gift", sku: "E" },
  { kind: "percent", rateBps: 2_000, exclusive: true },
];

describe.each(shops)("in $currency, tax $taxMode, cash by $cashRoundingMinor", (shop) => {
  let world: World;
  let codes: string[] = [];
  beforeAll(async () => {
    world = await openMoneyWorld(shop);
    await world.take("shop.setSettings", { contactCapPerMonth: offers.length });
    for (const offer of offers) {
      // In New York it is still the day before.
      const campaign = { offer, fromDay: "2026-11-20", maxUsesPerCustomer: 10 };
      codes.push(...(await issueCoupons(world, campaign)));
    }
  }, 60_000);

  const buy = async (bought: Purchase) => {
    const basket = {
      lines: askedLines(bought),
      ...(bought.isKnown ? { customerId: world.an } : {}),
    };
    const { pointsUsable = 0 } = await world.take("sale.quote", basket);
    const wanted = {
      ...basket,
      pointsToRedeem: Math.floor(pointsUsable * bought.pointsShare),
      couponCodes: bought.isKnown ? codes.slice(0, bought.couponCount) : [],
    };
    const tried = await world.take("sale.quote", wanted);
    const couponCodes = tried.coupons.filter(({ accepted }) => accepted).map(({ code }) => code);
    const taken = { ...wanted, couponCodes };
    const quote = await world.take("sale.quote", taken);
    const paid = payments(quote, bought);
    const sale = await world.take("sale.commit", { ...taken, payments: paid });
    codes = codes.filter((code) => !couponCodes.includes(code));
    return { quote, paid, sale, shown: await world.take("sale.get", { saleId: sale.saleId }) };
  };

  test("what was quoted is what is sold, paid, shown and printed, to the last unit", async () => {
    await fc.assert(
      fc.asyncProperty(purchase, async (bought) => {
        const { quote, paid, sale, shown } = await buy(bought);
        for (const figure of saleFigures)
          expect([figure, shown[figure]]).toEqual([figure, quote[figure]]);
        expect(sale.totalMinor).toBe(quote.totalMinor);
        expect(sale.pointsEarned).toBe(quote.pointsEarned);
        expect(shown.lines.map(({ line: _, ...one }) => one)).toEqual(quote.lines.map(asStored));
        expect(shown.taxes).toEqual(quote.taxes);
        if (bought.paidBy === "cash") {
          expect(sale.totalMinor + sale.roundingMinor).toBe(quote.cashTotalMinor);
        }
        const paidMinor = sumMinor(paid.map(({ amountMinor }) => amountMinor));
        expect(paidMinor - sale.changeMinor).toBe(sale.totalMinor + sale.roundingMinor);
        expect(Math.abs(sale.roundingMinor) * 2).toBeLessThanOrEqual(shop.cashRoundingMinor);
        for (const locale of ["vi", "en"] as const) {
          const { document } = await world.take("sale.receipt", { saleId: sale.saleId, locale });
          expectPaper(textOf(document), { sale, taxes: quote.taxes, shop, locale });
        }
      }),
      { numRuns: 25 },
    );
  });

  test("lines sum to the sale, rates sum to the tax, in every answer", async () => {
    await fc.assert(
      fc.asyncProperty(purchase, async (bought) => {
        const { shown } = await buy(bought);
        for (const figure of [
          "grossMinor",
          "discountMinor",
          "netMinor",
          "taxMinor",
          "totalMinor",
        ] as const) {
          const sum = sumMinor(shown.lines.map((one) => one[figure]));
          expect([figure, sum]).toEqual([figure, shown[figure]]);
        }
        for (const one of shown.lines) {
          const due = one.grossMinor - one.discountMinor;
          expect(one.totalMinor).toBe(one.netMinor + one.taxMinor);
          expect(shop.taxMode === "inclusive" ? one.totalMinor : one.netMinor).toBe(due);
        }
        expect(sumMinor(shown.taxes.map(({ taxMinor }) => taxMinor))).toBe(shown.taxMinor);
        expect(sumMinor(shown.taxes.map(({ netMinor }) => netMinor))).toBe(shown.netMinor);
      }),
      { numRuns: 15 },
    );
  });

  test("the points balance is the sum of the ledger, and every kept sum is right", async () => {
    const { entries, balance } = await world.take("loyalty.ledger", {
      customerId: world.an,
      limit: 500,
    });
    const kinds = new Set(entries.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["earn", "redeem"]);
    expect(codes.length).toBeLessThan(offers.length * 10);
    expect(sumMinor(entries.map(({ points }) => points))).toBe(balance);
    let sum = 0;
    for (const { points, balanceAfter } of entries.toReversed()) {
      sum += points;
      expect(balanceAfter).toBe(sum);
    }
    const { sales } = await world.take("sale.list", { limit: 500 });
    const { totals } = await world.take("customer.profile", { customerId: world.an });
    const own = sales.filter(({ customerId }) => customerId === world.an);
    expect(totals.spentMinor).toBe(sumMinor(own.map(({ totalMinor }) => totalMinor)));
    expect(totals.storeCount).toBe(own.length);
    expect(disagreements(world.engine().stores.shop)).toEqual([]);
  });
});

type OnPaper = {
  readonly sale: Output<"sale.commit">;
  readonly taxes: Quote["taxes"];
  readonly shop: Shop;
  readonly locale: "vi" | "en";
};

const labels = {
  vi: { total: "Tổng cộng", within: "Trong đó VAT", change: "Tiền thừa" },
  en: { total: "Total", within: "Includes VAT", change: "Change" },
};

/** The number, what is due, each rate's tax once, and the change where there is some. */
const expectPaper = (paper: string, { sale, taxes, shop, locale }: OnPaper): void => {
  const { total, within, change } = labels[locale];
  const written = (minor: number) => formatMoney(minor, shop.currency, locale).replace(/\s/g, " ");
  const digits = (minor: number) => written(minor).replace(/[^\d.,]/g, "");
  expect(paper).toContain(` ${sale.receiptNumber} `);
  expect(paper).toContain(` ${total} ${written(sale.totalMinor + sale.roundingMinor)} `);
  const rows = taxes.map(({ rateBps, taxMinor }) =>
    shop.taxMode === "exclusive"
      ? `VAT ${formatRate(rateBps, locale)} ${digits(taxMinor)}`
      : `${within} ${formatRate(rateBps, locale)} ${written(taxMinor)}`,
  );
  const isTold = (_: string, at: number) =>
    shop.taxMode === "exclusive" || taxes[at]?.taxMinor !== 0;
  const told = rows.filter(isTold);
  for (const row of told) expect(paper.split(` ${row} `)).toHaveLength(2);
  expect(paper.split("VAT ")).toHaveLength(told.length + 1);
  const changed = sale.changeMinor > 0 ? [` ${change} ${digits(sale.changeMinor)} `] : [];
  expect(paper.split(` ${change} `)).toHaveLength(changed.length + 1);
  for (const row of changed) expect(paper).toContain(row);
};

/** A quote also tells how many would be left, and a line that no suggestion led to says nothing. */
const asStored = ({ stockLeft: _, suggested, ...one }: Quote["lines"][number]) => ({
  ...one,
  ...(suggested ? { suggested } : {}),
});
