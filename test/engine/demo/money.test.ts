import { expect, test } from "vitest";
import type { DemoLine, DemoSale } from "../../../electron/engine/demo/plan.ts";
import { type BasketLine, priceBasket } from "../../../shared/domain/basket/priceBasket.ts";
import { defaultLoyaltyRules } from "../../../shared/domain/loyalty/loyaltyRules.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { smallShop } from "./smallShop.ts";

const { products, sales } = smallShop;
const productBySku = new Map(products.map((product) => [product.sku, product]));
const loyalty = defaultLoyaltyRules("VND");

const basketLine = ({ sku, quantity = 0, quantityMilli, ...discount }: DemoLine): BasketLine => {
  const { name, priceMinor, taxRateBps } = defined(productBySku.get(sku), sku);
  return {
    sku,
    name,
    quantityMilli: quantityMilli ?? quantity * 1_000,
    unitPriceMinor: priceMinor,
    taxRateBps,
    ...discount,
  };
};

const priced = ({ lines, pointsToRedeem = 0 }: DemoSale, pointsAvailable: number) => {
  const terms = { taxMode: "inclusive", coupons: [], loyalty } as const;
  const basket = priceBasket(lines.map(basketLine), { ...terms, pointsToRedeem, pointsAvailable });
  if (!basket.ok) throw new Error(JSON.stringify(basket.error));
  return basket.value;
};

test("a planned total is what the engine's own rules make of the basket", () => {
  const wrong = sales.filter(
    ({ pointsToRedeem: _, ...sale }) => priced(sale, 0).totalMinor !== sale.totalMinor,
  );
  expect(wrong).toEqual([]);
});

test("what is handed over covers the total, rounded to whole thousands too, and exactly unless in cash", () => {
  const short = sales.filter(({ totalMinor, payment: { method, amountMinor } }) =>
    method === "cash"
      ? amountMinor < Math.ceil(totalMinor / 1_000) * 1_000
      : amountMinor !== totalMinor,
  );
  expect(short).toEqual([]);
});

test("whoever redeems points has them by the shop's first rules, and pays the rest in cash", () => {
  const earnedByCustomer = new Map<number, { atMs: number; points: number }[]>();
  const redemptions = sales.filter((sale) => {
    const { customerIndex = -1, soldAtMs, pointsToRedeem = 0, payment } = sale;
    const ledger = earnedByCustomer.get(customerIndex) ?? [];
    const yearAgoMs = soldAtMs - 365 * 86_400_000;
    const usable = ledger.filter(({ atMs, points }) => points < 0 || atMs > yearAgoMs);
    const available = usable.reduce((sum, { points }) => sum + points, 0);
    const { pointsEarned, pointsRedeemed } = priced(sale, available);
    expect(pointsRedeemed).toBe(pointsToRedeem);
    if (pointsToRedeem > 0) expect(payment.method).toBe("cash");
    ledger.push({ atMs: soldAtMs, points: pointsEarned - pointsRedeemed });
    earnedByCustomer.set(customerIndex, ledger);
    return pointsToRedeem > 0;
  });
  expect(redemptions.length).toBeGreaterThan(20);
});
