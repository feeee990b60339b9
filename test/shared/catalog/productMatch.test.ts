import { describe, expect, test } from "vitest";
import {
  matchesJoined,
  matchesNearly,
  nearBeginnings,
  productMatch,
  productWords,
  typedWords,
} from "../../../shared/domain/catalog/productMatch.ts";

const words = { sku: "X1", name: "Sữa tươi", barcode: "893000", category: "Đồ uống" };

describe("how near a product is to what was typed", () => {
  test.each([
    ["its whole name begins so", "sua", "Sữa tươi", 1],
    ["the whole name", "sữa tươi", "Sữa tươi", 1],
    ["its last word begins so", "sua t", "Sữa tươi", 2],
    ["its first word begins so", "su", "Sữa tươi", 2],
    ["a whole word of the name", "sua", "Bánh sữa", 3],
    ["whole words in another order", "tuoi sua", "Sữa tươi", 3],
    ["a word of the name begins so", "su", "Bánh sữa", 4],
    ["words of the name begin so", "t su", "Sữa tươi", 4],
    ["its SKU only", "x", "Sữa tươi", 5],
    ["its barcode only", "893", "Sữa tươi", 5],
    ["its category only", "do uong", "Sữa tươi", 5],
    ["its name and its category", "sua do", "Sữa tươi", 5],
    ["other marks", "sửa", "Sữa tươi", 11],
    ["other marks in one of the words", "sửa tuoi", "Sữa tươi", 11],
    ["a word that is not there", "sua xx", "Sữa tươi", undefined],
    ["the middle of a word", "ua", "Sữa tươi", undefined],
  ])("%s: %s in %s", (_, text, name, expected) => {
    expect(productMatch(productWords({ ...words, name }), typedWords(text))).toBe(expected);
  });
});

describe("a slip of the finger", () => {
  const milk = productWords({ ...words, name: "Sữa tươi Vinamilk" });
  const known = ["sua", "tuoi", "vinamilk", "gao", "nuoc"];

  test.each([
    ["two letters swapped", "vinamlik", true],
    ["two letters wrong", "vinomikl", false],
    ["one letter missing", "vinmilk", true],
    ["one letter too many", "vinaamilk", true],
    ["one letter wrong", "vinanilk", true],
    ["the first letter wrong", "binamilk", true],
    ["one letter wrong in what is typed so far", "vinn", true],
    ["a short word must be right", "sux", false],
    ["in any order", "tuoj sua", true],
    ["something else", "abcd", false],
  ])("%s: %s", (_, text, expected) => {
    const near = nearBeginnings(known, typedWords(text));
    expect(matchesNearly(milk, near)).toBe(expected);
  });

  test.each([
    ["written together", "suatuoi", true],
    ["written apart", "vina milk", true],
    ["too short to mean it", "sua", false],
    ["something else", "suagao", false],
  ])("%s: %s", (_, text, expected) => {
    expect(matchesJoined(milk, typedWords(text))).toBe(expected);
  });
});
