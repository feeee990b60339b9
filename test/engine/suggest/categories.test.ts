import { expect, test } from "vitest";
import { rank } from "../../../electron/engine/suggest/serving/model.ts";
import { pastBaskets } from "../../../electron/engine/suggest/serving/pastBaskets.ts";
import { DAY_MS, NOW_MS, type PastSale, soldShop } from "./soldShop.ts";

const drinks = ["coffee", "tea", "juice"];
const wares = ["pan", "broom", "bowl"];
const shelf = [...drinks, ...wares].map((sku) => ({
  sku,
  category: drinks.includes(sku) ? "Đồ uống" : "Gia dụng",
}));

/** Everything was bought as often as everything else, and nothing together with anything. */
const others: readonly PastSale[] = shelf.flatMap(({ sku }) =>
  [30, 20].map((daysAgo) => ({ customerId: `${sku}-${daysAgo}`, daysAgo, skus: [sku] })),
);

/** All that is new to Hoa, the likeliest first, as the ranking has it before anything was learned. */
const newTo = (own: readonly PastSale[], basketSkus: readonly string[]): readonly string[] => {
  const shop = soldShop(shelf, [...others, ...own]);
  const model = shop.learned();
  const history = pastBaskets(shop.stores.shop, "hoa", model.itemBySku);
  const basket = Int32Array.from(basketSkus, (sku) => model.itemBySku.get(sku) ?? -1);
  const known = new Set([...history.items, ...basket]);
  return rank(model, { nowDay: NOW_MS / DAY_MS, history, basket })
    .filter(({ item }) => !known.has(item))
    .map(({ item }) => model.skus[item] ?? "");
};

test("what is new to a customer comes first from the category that they buy from", () => {
  for (const bought of ["coffee", "pan"]) {
    const kind = bought === "coffee" ? drinks : wares;
    const own = [40, 10].map((daysAgo) => ({ customerId: "hoa", daysAgo, skus: [bought] }));
    expect(newTo(own, []).slice(0, 2).sort()).toEqual(kind.filter((sku) => sku !== bought).sort());
  }
});

test("of somebody unknown the basket's categories speak", () => {
  expect(newTo([], ["tea"]).slice(0, 2).sort()).toEqual(["coffee", "juice"]);
  expect(newTo([], ["bowl"]).slice(0, 2).sort()).toEqual(["broom", "pan"]);
});
