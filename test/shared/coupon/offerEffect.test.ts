import { expect, test } from "vitest";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";
import { type OfferGoods, offerEffect } from "../../../shared/domain/coupon/offerEffect.ts";

/** A line of a basket; it costs what it cost, and earns points once. */
const line = (sku: string, costMinor: number, over: Partial<OfferGoods> = {}): OfferGoods => ({
  sku,
  category: "Coffee",
  quantityMilli: 1_000,
  spendMinor: costMinor,
  dueMinor: costMinor,
  multiplierBps: 10_000,
  ...over,
});

const coffee = { categories: ["Coffee"] };
const mug: Offer = { kind: "gift", sku: "MUG" };
const twice: Offer = { kind: "points", multiplierBps: 20_000 };

test.each<[what: string, offer: Offer, goods: readonly OfferGoods[], takenMinor: number[]]>([
  [
    "a share, of what is in its scope",
    { kind: "percent", rateBps: 1_000, scope: coffee },
    [line("TEA", 900, { category: "Tea" }), line("PHIN", 500)],
    [0, 50],
  ],
  [
    "a share, up to its ceiling",
    { kind: "percent", rateBps: 5_000, maxDiscountMinor: 300 },
    [line("TEA", 600), line("PHIN", 300)],
    [200, 100],
  ],
  [
    "an amount, no more than the goods cost",
    { kind: "amount", amountMinor: 900 },
    [line("TEA", 500, { dueMinor: 100 }), line("PHIN", 300)],
    [100, 300],
  ],
  ["a gift of one piece of several", mug, [line("MUG", 900, { quantityMilli: 2_000 })], [450]],
  [
    "a gift up to what it gives at most",
    { ...mug, maxDiscountMinor: 400 },
    [line("MUG", 900, { quantityMilli: 2_000 })],
    [400],
  ],
  [
    "a gift of a kilogram of what is weighed",
    mug,
    [line("MUG", 900, { quantityMilli: 1_500 })],
    [600],
  ],
  [
    "a gift of all that is weighed, where that is less",
    mug,
    [line("MUG", 300, { quantityMilli: 500 })],
    [300],
  ],
  [
    "a gift at what a piece costs after other discounts, of the dearest line",
    mug,
    [line("MUG", 500, { dueMinor: 100 }), line("MUG", 400, { quantityMilli: 2_000 })],
    [0, 200],
  ],
  ["a gift of the first of equal lines", mug, [line("MUG", 500), line("MUG", 500)], [500, 0]],
])("%s is taken off", (_, offer, goods, takenMinor) => {
  const effect = offerEffect(offer, goods);
  expect(effect.ok && effect.value.map(({ takeOffMinor }) => takeOffMinor)).toEqual(takenMinor);
});

test.each<[what: string, goods: readonly OfferGoods[], multipliersBps: number[]]>([
  [
    "each line that still costs something",
    [line("TEA", 5), line("MUG", 5, { dueMinor: 0 })],
    [20_000, 10_000],
  ],
  [
    "no line that another coupon multiplies by more",
    [line("TEA", 5), line("MUG", 5, { multiplierBps: 30_000 })],
    [20_000, 30_000],
  ],
])("points are multiplied on %s", (_, goods, multipliersBps) => {
  const effect = offerEffect(twice, goods);
  expect(effect.ok && effect.value.map(({ multiplierBps }) => multiplierBps)).toEqual(
    multipliersBps,
  );
});

const minimum = { minimumSpendMinor: 1_000 };

test.each<[what: string, offer: Offer, goods: readonly OfferGoods[], missingMinor: number]>([
  [
    "what is out of scope",
    { kind: "percent", rateBps: 1_000, scope: coffee, ...minimum },
    [line("TEA", 900, { category: "Tea" }), line("PHIN", 600)],
    400,
  ],
  ["the gift itself", { ...mug, ...minimum }, [line("MUG", 400), line("PHIN", 700)], 300],
  [
    "of several gifts the one that is given",
    { ...mug, ...minimum },
    [line("MUG", 800, { quantityMilli: 2_000 }), line("PHIN", 500)],
    100,
  ],
  [
    "nothing of a gift that is out of scope anyway",
    { ...mug, scope: coffee, ...minimum },
    [line("MUG", 400, { category: "Mugs" }), line("PHIN", 700)],
    300,
  ],
])("towards a minimum does not count %s", (_, offer, goods, missingMinor) => {
  expect(offerEffect(offer, goods)).toEqual({
    ok: false,
    error: { kind: "BelowMinimum", missingMinor },
  });
});

test("a minimum is of what the goods cost before any coupon", () => {
  const offer: Offer = { kind: "amount", amountMinor: 100, ...minimum };
  expect(offerEffect(offer, [line("TEA", 1_000, { dueMinor: 200 })])).toMatchObject({ ok: true });
});

test.each<[string, Offer, readonly OfferGoods[], object]>([
  [
    "nothing is in scope",
    { ...twice, scope: coffee },
    [line("TEA", 5, { category: "Tea" })],
    { kind: "NothingInScope" },
  ],
  ["the gift is not there", mug, [line("TEA", 5)], { kind: "GiftNotInBasket", sku: "MUG" }],
  [
    "all is free already",
    { kind: "amount", amountMinor: 9 },
    [line("TEA", 5, { dueMinor: 0 })],
    { kind: "NothingToGain" },
  ],
  [
    "points are multiplied as much already",
    twice,
    [line("TEA", 5, { multiplierBps: 20_000 })],
    { kind: "NothingToGain" },
  ],
])("where %s it says so", (_, offer, goods, error) => {
  expect(offerEffect(offer, goods)).toEqual({ ok: false, error });
});
