import { expect, test } from "vitest";
import {
  pastOffer,
  type ShelfProduct,
} from "../../../electron/engine/suggest/targeting/readPast.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";

const product = (sku: string, category: string | null): ShelfProduct => ({
  ...{ sku, category, costMinor: null, sensitive: 0, productNumber: 0 },
});
const shelf = [product("tea", "Drinks"), product("mug", "Cups"), product("pin", null)];
const tenth: Offer = { kind: "percent", rateBps: 1_000 };

test.each<[what: string, offer: Offer, numbers: readonly number[] | undefined]>([
  ["the whole shop", tenth, undefined],
  ["what its scope names by category", { ...tenth, scope: { categories: ["Drinks"] } }, [0]],
  ["what its scope names by sku", { ...tenth, scope: { skus: ["pin", "gone"] } }, [2]],
  ["nothing, where the list is empty", { ...tenth, scope: { skus: [] } }, []],
  [
    "the gift, and not what has to be bought for it",
    { kind: "gift", sku: "mug", scope: { categories: ["Drinks"] } },
    [1],
  ],
  ["the gift, also where anything may be bought for it", { kind: "gift", sku: "mug" }, [1]],
])("an offer is for %s", (_, offer, numbers) => {
  const { products } = pastOffer(offer, "k", shelf);
  expect(products && [...products]).toEqual(numbers);
});
