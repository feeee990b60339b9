import fc from "fast-check";
import { expect, test } from "vitest";
import type { PricedLine } from "../../../shared/domain/basket/priceBasket.ts";
import { sumMinor } from "../../../shared/money/money.ts";
import { anyCase, type Case, priced } from "./baskets.ts";

const holds = (law: (one: Case) => void) =>
  fc.assert(fc.property(anyCase, law), { numRuns: 1_000 });

const figures = [
  "grossMinor",
  "discountMinor",
  "netMinor",
  "taxMinor",
  "totalMinor",
  "pointsEarned",
] as const;

const sumOf = (lines: readonly PricedLine[], figure: (typeof figures)[number] | "pointsSpent") =>
  sumMinor(lines.map((line) => line[figure]));

test("every figure of the lines sums to the basket's, to the unit", () => {
  holds(({ lines, terms }) => {
    const basket = priced(lines, terms);
    for (const figure of figures) expect(sumOf(basket.lines, figure)).toBe(basket[figure]);
    expect(sumOf(basket.lines, "pointsSpent")).toBe(basket.pointsRedeemed);
  });
});

test("net and tax of the rates sum to the basket's, and each rate to its lines", () => {
  holds(({ lines, terms }) => {
    const basket = priced(lines, terms);
    expect(sumMinor(basket.taxes.map((tax) => tax.netMinor))).toBe(basket.netMinor);
    expect(sumMinor(basket.taxes.map((tax) => tax.taxMinor))).toBe(basket.taxMinor);
    for (const { rateBps, netMinor, taxMinor } of basket.taxes) {
      const ofRate = basket.lines.filter((one) => one.taxRateBps === rateBps);
      expect([sumOf(ofRate, "netMinor"), sumOf(ofRate, "taxMinor")]).toEqual([netMinor, taxMinor]);
    }
  });
});

test("a line's figures keep to their definitions in both tax modes", () => {
  holds(({ lines, terms }) => {
    for (const one of priced(lines, terms).lines) {
      const due = one.grossMinor - one.discountMinor;
      expect(one.totalMinor).toBe(one.netMinor + one.taxMinor);
      expect(terms.taxMode === "inclusive" ? one.totalMinor : one.netMinor).toBe(due);
      expect(sumMinor(one.discounts.map((discount) => discount.minor))).toBe(one.discountMinor);
    }
  });
});

test("no figure is ever negative, and no discount exceeds what its line costs", () => {
  holds(({ lines, terms }) => {
    const basket = priced(lines, terms);
    for (const one of basket.lines) {
      for (const figure of [...figures, "pointsSpent"] as const) {
        expect(Object.is(one[figure], -0)).toBe(false);
        expect(one[figure]).toBeGreaterThanOrEqual(0);
      }
      expect(one.discountMinor).toBeLessThanOrEqual(one.grossMinor);
      expect(one.discounts.every((discount) => discount.minor > 0)).toBe(true);
    }
  });
});

test("the order of the lines changes neither the basket nor what any line costs", () => {
  const shuffled = anyCase.chain((one) =>
    fc.record({
      one: fc.constant(one),
      order: fc.shuffledSubarray(
        one.lines.map((_, index) => index),
        {
          minLength: one.lines.length,
          maxLength: one.lines.length,
        },
      ),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ one: { lines, terms }, order }) => {
      const given = priced(lines, terms);
      const other = priced(
        order.flatMap((place) => lines[place] ?? []),
        terms,
      );
      expect({ ...other, lines: [] }).toEqual({ ...given, lines: [] });
      const texts = (all: readonly PricedLine[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(texts(other.lines)).toEqual(texts(given.lines));
    }),
    { numRuns: 1_000 },
  );
});

test("the lines are answered in the order they were given", () => {
  holds(({ lines, terms }) => {
    const named = lines.map((line, index) => ({ ...line, name: `line ${index}` }));
    expect(priced(named, terms).lines.map((line) => line.name)).toEqual(
      named.map((line) => line.name),
    );
  });
});

test("what the coupons say they took off is what the lines lost to them", () => {
  holds(({ lines, terms }) => {
    const basket = priced(lines, terms);
    for (const { accepted, discountMinor, why } of basket.coupons) {
      if (!accepted) expect([discountMinor, why !== undefined]).toEqual([0, true]);
    }
    const lost = basket.lines
      .flatMap((one) => one.discounts)
      .filter((one) => one.kind === "coupon");
    for (const code of new Set(lost.map((one) => one.code))) {
      const told = basket.coupons.find((coupon) => coupon.code === code && coupon.accepted);
      expect(sumMinor(lost.filter((one) => one.code === code).map((one) => one.minor))).toBe(
        told?.discountMinor,
      );
    }
  });
});

test("points redeemed are never more than asked for, and worth at most their value", () => {
  holds(({ lines, terms }) => {
    const basket = priced(lines, terms);
    const { pointValueMinor } = terms.loyalty;
    expect(basket.pointsRedeemed).toBeLessThanOrEqual(terms.pointsToRedeem);
    const fullValue = basket.pointsRedeemed * pointValueMinor;
    expect(basket.pointsValueMinor).toBeLessThanOrEqual(fullValue);
    // Only the last point may be worth less than its full value.
    expect(fullValue - basket.pointsValueMinor).toBeLessThan(Math.max(1, pointValueMinor));
  });
});

test("tax of a rate is within half a unit of the exact tax on what is left", () => {
  holds(({ lines, terms }) => {
    for (const { rateBps, netMinor, taxMinor } of priced(lines, terms).taxes) {
      const twiceScaledTax = 2n * BigInt(taxMinor);
      const [base, divisor] =
        terms.taxMode === "inclusive"
          ? [BigInt(netMinor + taxMinor), BigInt(10_000 + rateBps)]
          : [BigInt(netMinor), 10_000n];
      const off = twiceScaledTax * divisor - 2n * base * BigInt(rateBps);
      expect(off <= divisor && off > -divisor).toBe(true);
    }
  });
});

test("no coupon, discount or point makes a basket dearer", () => {
  holds(({ lines, terms }) => {
    const plain = lines.map(({ discountMinor: _, discountBps: __, ...rest }) => rest);
    const full = priced(plain, { ...terms, coupons: [], pointsToRedeem: 0 });
    expect(priced(lines, terms).netMinor).toBeLessThanOrEqual(full.netMinor);
  });
});
