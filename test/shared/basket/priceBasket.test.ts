import { describe, expect, test } from "vitest";
import { priceBasket } from "../../../shared/domain/basket/priceBasket.ts";
import { defaultLoyaltyRules } from "../../../shared/domain/loyalty/loyaltyRules.ts";
import { largestMinor } from "../../../shared/money/money.ts";
import { line, priced, terms } from "./baskets.ts";

const tea = line();
const rice = line({ sku: "RICE", name: "Gạo", unitPriceMinor: 33_333, quantityMilli: 1_500 });
const mug = line({ sku: "MUG", name: "Cốc", category: "home", unitPriceMinor: 60_000 });

const free = { kind: "percent", rateBps: 10_000 } as const;
const giftOf = (sku: string) => ({ code: "GIFT", offer: { kind: "gift", sku } }) as const;
const points = (multiplierBps: number) =>
  ({ code: `X${multiplierBps}`, offer: { kind: "points", multiplierBps } }) as const;

describe("a plain basket", () => {
  test("of nothing costs nothing", () => {
    expect(priced([])).toMatchObject({ totalMinor: 0, taxes: [], lines: [], pointsEarned: 0 });
  });

  test("with tax in the prices: the customer pays what the shelf says", () => {
    expect(priced([tea, mug])).toMatchObject({
      grossMinor: 160_000,
      totalMinor: 160_000,
      netMinor: 145_455,
      taxMinor: 14_545,
      taxes: [{ rateBps: 1_000, netMinor: 145_455, taxMinor: 14_545 }],
    });
  });

  test("with tax on top: it is added to what the shelf says", () => {
    expect(priced([tea, mug], { taxMode: "exclusive" })).toMatchObject({
      grossMinor: 160_000,
      netMinor: 160_000,
      taxMinor: 16_000,
      totalMinor: 176_000,
    });
  });

  test("weighed goods cost their weight, rounded half up", () => {
    expect(priced([rice]).lines[0]).toMatchObject({ grossMinor: 50_000, quantityMilli: 1_500 });
  });

  test("tax is rounded once for each rate, not once for each line", () => {
    const nickels = Array.from({ length: 3 }, () => line({ unitPriceMinor: 5 }));
    // A line alone owes 0.5, which rounds to 1; three such lines owe 1.5, which is 2 and not 3.
    const basket = priced(nickels, { taxMode: "exclusive" });
    expect(basket.taxMinor).toBe(2);
    expect(basket.lines.map((one) => one.taxMinor)).toEqual([1, 1, 0]);
  });

  test("each rate has its own sum, the lowest first", () => {
    const basket = priced([tea, line({ sku: "SALT", taxRateBps: 0 }), line({ taxRateBps: 800 })], {
      taxMode: "exclusive",
    });
    expect(basket.taxes).toEqual([
      { rateBps: 0, netMinor: 100_000, taxMinor: 0 },
      { rateBps: 800, netMinor: 100_000, taxMinor: 8_000 },
      { rateBps: 1_000, netMinor: 100_000, taxMinor: 10_000 },
    ]);
  });
});

describe("a line's own discount", () => {
  test.each([
    ["10% off", { discountBps: 1_000 }, 10_000],
    ["12 000 đ off", { discountMinor: 12_000 }, 12_000],
    ["all of it off", { discountBps: 10_000 }, 100_000],
    ["both", { discountBps: 1_000, discountMinor: 5_000 }, 15_000],
  ])("%s", (_, discount, discountMinor) => {
    const [one] = priced([{ ...tea, ...discount }]).lines;
    expect(one).toMatchObject({ discountMinor, totalMinor: 100_000 - discountMinor });
    expect(one?.discounts).toEqual([{ kind: "line", minor: discountMinor }]);
  });

  test("above what the line costs is a slip of the finger, and refused", () => {
    const refused = priceBasket([tea, { ...mug, discountMinor: 60_001 }], terms());
    expect(refused).toEqual({ ok: false, error: { kind: "DiscountTooLarge", sku: "MUG" } });
  });
});

describe("coupons", () => {
  const tenPercent = { code: "TEN", offer: { kind: "percent", rateBps: 1_000 } } as const;
  const thirty = { code: "THIRTY", offer: { kind: "amount", amountMinor: 30_000 } } as const;

  test("a percentage is rounded once on the basket and shared over its lines", () => {
    const three = ["A", "B", "C"].map((sku) => line({ sku, unitPriceMinor: 335 }));
    const basket = priced(three, { coupons: [tenPercent] });
    // 10% of 1005 is 100.5, so 101; the lines alone would have lost 34 each, 102 in all.
    expect(basket.coupons).toEqual([{ code: "TEN", accepted: true, discountMinor: 101 }]);
    expect(basket.lines.map((one) => one.discountMinor)).toEqual([34, 34, 33]);
  });

  test("apply in the order given, each on what is left", () => {
    const totals = [
      [tenPercent, thirty],
      [thirty, tenPercent],
    ].map((coupons) => priced([tea], { coupons }).totalMinor);
    expect(totals).toEqual([60_000, 63_000]);
  });

  test("come after the line's own discount", () => {
    const basket = priced([{ ...tea, discountMinor: 50_000 }], { coupons: [tenPercent] });
    expect(basket.lines[0]?.discounts).toEqual([
      { kind: "line", minor: 50_000 },
      { kind: "coupon", code: "TEN", minor: 5_000 },
    ]);
  });

  test("an amount never takes off more than what the goods cost", () => {
    const big = { code: "BIG", offer: { kind: "amount", amountMinor: 1_000_000 } } as const;
    expect(priced([tea], { coupons: [big] })).toMatchObject({
      totalMinor: 0,
      taxMinor: 0,
      coupons: [{ discountMinor: 100_000 }],
    });
  });

  test("a gift makes one unit free, also among several and after other discounts", () => {
    const gift = { code: "GIFT", offer: { kind: "gift", sku: "MUG" } } as const;
    const threeMugs = { ...mug, quantityMilli: 3_000, discountBps: 5_000 };
    expect(priced([tea, threeMugs], { coupons: [gift] }).coupons).toEqual([
      { code: "GIFT", accepted: true, discountMinor: 30_000 },
    ]);
  });

  test.each([
    ["goods of another kind", { scope: { categories: ["food"] } }, { kind: "NothingInScope" }],
    ["an empty scope", { scope: { skus: [] } }, { kind: "NothingInScope" }],
    ["too little spent", { minimumSpendMinor: 160_001 }, { kind: "BelowMinimum", missingMinor: 1 }],
    [
      "too little spent on the goods in scope",
      { scope: { categories: ["home"] }, minimumSpendMinor: 100_000 },
      { kind: "BelowMinimum", missingMinor: 40_000 },
    ],
    ["enough spent", { minimumSpendMinor: 160_000 }, undefined],
    ["goods in scope by sku", { scope: { skus: ["TEA"] } }, undefined],
    ["goods in scope by category", { scope: { skus: ["X"], categories: ["home"] } }, undefined],
    ["a scope that limits nothing", { scope: {} }, undefined],
  ])("10%% off with %s", (_, limits, why) => {
    const coupon = { code: "TEN", offer: { ...tenPercent.offer, ...limits } };
    const [decision] = priced([tea, mug], { coupons: [coupon] }).coupons;
    expect(decision?.why).toEqual(why);
    expect(decision?.accepted).toBe(why === undefined);
  });

  test.each([
    ["the same code twice", [tenPercent, tenPercent], "AlreadyInBasket"],
    ["nothing left to take off", [{ ...thirty, offer: free }, tenPercent], "NothingToGain"],
    ["a gift that is not in the basket", [thirty, giftOf("PEN")], "GiftNotInBasket"],
    ["a weaker multiplier after a stronger", [points(30_000), points(20_000)], "NothingToGain"],
  ])("the last one does nothing with %s, and says why", (_, coupons, kind) => {
    const decisions = priced([tea], { coupons }).coupons;
    expect(decisions.map((one) => one.accepted)).toEqual([true, false]);
    expect(decisions[1]?.why?.kind).toBe(kind);
  });

  test("the gift does not count towards the spend that earns it", () => {
    const gift = { code: "G", offer: { ...giftOf("MUG").offer, minimumSpendMinor: 150_000 } };
    expect(priced([tea, mug], { coupons: [gift] }).coupons[0]?.why).toEqual({
      kind: "BelowMinimum",
      missingMinor: 50_000,
    });
  });

  test("whether a minimum is reached does not depend on the coupons before it", () => {
    const onHundred = { code: "H", offer: { ...tenPercent.offer, minimumSpendMinor: 100_000 } };
    const basket = priced([tea], { coupons: [thirty, onHundred] });
    expect(basket.coupons[1]).toEqual({ code: "H", accepted: true, discountMinor: 7_000 });
  });

  test("a percentage stops at its ceiling", () => {
    const capped = { code: "CAP", offer: { ...tenPercent.offer, maxDiscountMinor: 4_000 } };
    expect(priced([tea], { coupons: [capped] }).coupons[0]?.discountMinor).toBe(4_000);
  });
});

describe("points", () => {
  test("pay like a discount, before tax, and are shared over the lines", () => {
    const basket = priced([tea, mug], { pointsToRedeem: 100, pointsAvailable: 250 });
    expect(basket).toMatchObject({
      pointsRedeemed: 100,
      pointsValueMinor: 20_000,
      pointsUsable: 250,
      totalMinor: 140_000,
      taxMinor: 12_727,
    });
    // 62.5 and 37.5: among equals the odd one goes to the first by sku, not by scan.
    expect(basket.lines.map((one) => one.pointsSpent)).toEqual([62, 38]);
    expect(basket.lines.map((one) => one.discountMinor)).toEqual([12_500, 7_500]);
  });

  test("are not taken beyond the total, and the last one may be worth less", () => {
    const cheap = line({ unitPriceMinor: 1_050 });
    expect(priced([cheap], { pointsToRedeem: 900, pointsAvailable: 900 })).toMatchObject({
      pointsRedeemed: 6,
      pointsValueMinor: 1_050,
      pointsUsable: 6,
      totalMinor: 0,
    });
  });

  test("cannot be more than there are", () => {
    const asked = terms({ pointsToRedeem: 11, pointsAvailable: 10 });
    expect(priceBasket([tea], asked)).toEqual({
      ok: false,
      error: { kind: "PointsShort", available: 10 },
    });
  });

  test("that are owed refuse every redemption and nothing else", () => {
    expect(priced([tea], { pointsAvailable: -40 })).toMatchObject({ pointsUsable: 0 });
    expect(priceBasket([tea], terms({ pointsToRedeem: 1, pointsAvailable: -40 }))).toEqual({
      ok: false,
      error: { kind: "PointsShort", available: 0 },
    });
  });

  test("are earned on what is paid: not on discounts, not on points", () => {
    const half = { code: "HALF", offer: { kind: "percent", rateBps: 5_000 } } as const;
    expect(priced([tea]).pointsEarned).toBe(10);
    expect(priced([tea], { coupons: [half] }).pointsEarned).toBe(5);
    expect(priced([tea], { pointsToRedeem: 300, pointsAvailable: 300 }).pointsEarned).toBe(4);
  });

  test("are earned without tax where the shop says so", () => {
    const loyalty = { ...defaultLoyaltyRules("VND"), earnOnTax: false };
    expect(priced([tea], { loyalty }).pointsEarned).toBe(9);
  });

  test("are rounded down once on the basket, not once on each line", () => {
    const three = [5_000, 5_000, 5_000].map((unitPriceMinor) => line({ unitPriceMinor }));
    expect(priced(three).pointsEarned).toBe(1);
  });

  test("multiply by the customer's tier and by the best coupon, on the goods in scope", () => {
    const onMugs = { kind: "points", multiplierBps: 20_000, scope: { skus: ["MUG"] } } as const;
    const basket = priced([tea, mug], {
      pointsMultiplierBps: 15_000,
      coupons: [{ code: "DOUBLE", offer: onMugs }],
    });
    const doubled = { accepted: true, discountMinor: 0, multiplierBps: 20_000 };
    expect(basket.coupons).toEqual([{ code: "DOUBLE", ...doubled }]);
    expect(basket.lines.map((one) => one.pointsEarned)).toEqual([15, 18]);
  });

  test("go to nobody where there is no customer", () => {
    expect(priced([tea], { pointsMultiplierBps: 0 }).pointsEarned).toBe(0);
  });
});

describe("what no shop can mean", () => {
  test("a basket above the largest amount is refused before anything is lost", () => {
    const atLimit = line({ unitPriceMinor: largestMinor });
    expect(priced([atLimit]).totalMinor).toBe(largestMinor);
    expect(priceBasket([atLimit, line({ unitPriceMinor: 1 })], terms())).toEqual({
      ok: false,
      error: { kind: "AmountTooLarge" },
    });
  });

  test.each([
    ["a quantity of nothing", { quantityMilli: 0 }],
    ["a negative quantity", { quantityMilli: -1_000 }],
    ["a part of a thousandth", { quantityMilli: 0.1 }],
    ["a negative price", { unitPriceMinor: -99 }],
    ["a price with a fraction", { unitPriceMinor: 0.1 }],
    ["a negative discount", { discountMinor: -1 }],
    ["a discount above all", { discountBps: 10_001 }],
    ["a negative tax", { taxRateBps: -1 }],
  ])("%s is a defect of the caller", (_, wrong) => {
    expect(() => priceBasket([line(wrong)], terms())).toThrow();
  });
});
