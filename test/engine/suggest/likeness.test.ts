import { expect, test } from "vitest";
import { likenessOf, tellingWords } from "../../../electron/engine/suggest/serving/likeness.ts";

const coffee = "Cà phê";
const named = (name: string, category: string | undefined) => ({
  words: tellingWords(name),
  category,
});
const between = (left: string, right: string, category: string | undefined) =>
  likenessOf(named(left, category), named(right, category), new Set(["house"]));

test.each([
  ["Cà phê rang xay", "Cà phê rang xay 500 g"],
  ["Coca Cola lon 330ml", "Coca Cola chai 1.5 l"],
  ["Coca Cola 330ml", "Coca Cola lốc 6x330ml"],
  ["Trứng gà hộp 10", "Trứng gà hộp 6"],
  ["Áo thun cổ tròn M", "Áo thun cổ tròn XL"],
])("%s and %s are the same in two sizes", (left, right) => {
  expect(between(left, right, undefined)).toBe("same");
});

test.each([
  ["Sữa tươi Vinamilk có đường 180ml", "Sữa tươi Vinamilk không đường 180ml", undefined],
  ["Sơn Bình An 101", "Sơn Bình An 102", undefined],
  ["Cà phê bột Moka Lâm Đồng 250 g", "Cà phê bột Buôn Ma Thuột 500 g", coffee],
])("%s and %s are of a kind", (left, right, category) => {
  expect(between(left, right, category)).toBe("kin");
});

test.each([
  ["Cà phê bột Moka Lâm Đồng", "Cà phê bột Buôn Ma Thuột", undefined],
  ["Cà phê bột", "Bột giặt", coffee],
  ["Sản phẩm 1", "Sản phẩm 2", undefined],
  ["Hàng 1", "Hàng 2", coffee],
  ["House tea", "House cake", coffee],
  ["House", "House 2", undefined],
  ["", "", coffee],
  ["500 g", "1 kg", coffee],
])("%s and %s are not alike", (left, right, category) => {
  expect(between(left, right, category)).toBe("none");
});
