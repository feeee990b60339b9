import { expect, test } from "vitest";
import { z } from "zod";
import { en } from "../../../renderer/words/en/en.ts";
import { formatsOf } from "../../../renderer/words/format.ts";
import { couponText, refusalText } from "../../../renderer/words/refusalWords.ts";
import { vi } from "../../../renderer/words/vi/vi.ts";
import { CommonRefusal, contract } from "../../../shared/contract/index.ts";

const dictionaries = { vi, en };
const formats = {
  vi: formatsOf({ locale: "vi", currency: "VND", timezone: "Asia/Ho_Chi_Minh", nowMs: Date.now }),
  en: formatsOf({ locale: "en", currency: "VND", timezone: "Asia/Ho_Chi_Minh", nowMs: Date.now }),
};

/** Every kind of the contract, read from the schemas themselves. */
const kinds = [...Object.values(contract).map(({ refusal }) => refusal), CommonRefusal].flatMap(
  (schema) => [...JSON.stringify(z.toJSONSchema(schema)).matchAll(/"const":"(\w+)"/gu)],
);
const kindNames = [...new Set(kinds.map(([, kind]) => kind ?? ""))];

const facts = {
  untilMs: 1,
  triesLeft: 2,
  available: 3,
  missingMinor: 4_000,
  excessMinor: 5_000,
  limitBytes: 6_000_000,
  needs: "owner",
  why: "disk-full",
  text: "t",
  sku: "s",
  category: "Trà",
  code: "c",
  name: "n",
  path: "p",
  barcode: "b",
  currency: "XYZ",
  timezone: "Z",
  reference: "7F3A",
  typed: 63,
  skipped: [{ why: "NoMarketingConsent", count: 3 }],
};

test.each([
  "vi",
  "en",
] as const)("every refusal of the contract has its sentence in %s", (locale) => {
  expect(kindNames.length).toBeGreaterThan(40);
  const { of } = dictionaries[locale].refusals;
  for (const kind of kindNames) {
    expect(Object.keys(of), `no words for ${kind}`).toContain(kind);
    const sentence = Reflect.apply(Reflect.get(of, kind), undefined, [
      { kind, ...facts },
      formats[locale],
    ]);
    expect(sentence).toMatch(/^\S.{5,}[.”]$/u);
    expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
  }
});

test("no table of refusals has words for a kind that is gone", () => {
  const known = new Set([...kindNames, "Defect", "InvalidCall", "EngineUnavailable"]);
  expect(Object.keys(vi.refusals.of).filter((kind) => !known.has(kind))).toEqual([]);
});

test("a refusal is said with its facts, as the shop writes them", () => {
  expect(refusalText({ kind: "Underpaid", missingMinor: 21_000 }, vi.refusals, formats.vi)).toBe(
    "Còn thiếu 21.000 đ.",
  );
  expect(refusalText({ kind: "Underpaid", missingMinor: 21_000 }, en.refusals, formats.en)).toBe(
    "21,000 đ is still missing.",
  );
});

test("a refused coupon is said with its reason, its code as it stands on the slip", () => {
  const refusal = {
    kind: "CouponRefused",
    code: "K7QF2M9P3D",
    why: { kind: "BelowMinimum", missingMinor: 21_000 },
  } as const;
  expect(refusalText(refusal, vi.refusals, formats.vi)).toBe(
    "Phiếu K7QF-2M9P-3D: mua thêm 21.000 đ để dùng. Bỏ phiếu rồi thu tiền.",
  );
  expect(refusalText(refusal, en.refusals, formats.en)).toBe(
    "Coupon K7QF-2M9P-3D: buy 21,000 đ more to use it. Drop it, then take payment.",
  );
});

test("a gift that is still to be put in is said by its name", () => {
  const why = { kind: "GiftNotInBasket", sku: "MI75", name: "Mì gói tôm chua cay" };
  expect(couponText(why, vi.refusals.coupon, formats.vi)).toBe(
    "thêm món tặng Mì gói tôm chua cay vào giỏ",
  );
  expect(couponText(why, en.refusals.coupon, formats.en)).toBe(
    "add the gift Mì gói tôm chua cay to the basket",
  );
});

test("a coupon's reason that this window does not know is left to a plain sentence", () => {
  expect(couponText({ kind: "FromTheFuture" }, vi.refusals.coupon, formats.vi)).toBeUndefined();
});

/** Each path of a dictionary with its kind of value. */
const shapeOf = (value: unknown, path = ""): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => shapeOf(inner, `${path}.${key}`))
    : [`${path} ${typeof value}`];

test("both dictionaries say the same things", () => {
  expect(shapeOf(en)).toEqual(shapeOf(vi));
});

const sentencesOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(sentencesOf)
    : [];
};

test.each(["vi", "en"] as const)("nothing in %s shouts", (locale) => {
  expect(sentencesOf(dictionaries[locale]).filter((text) => /!/u.test(text))).toEqual([]);
});

test("English is written in English, and Vietnamese in composed letters", () => {
  const marks = /[ăâđêôơưàảãáạ]/iu;
  const names = [
    "Tiếng Việt",
    "Số viết 1.284, ngày viết 10/11",
    "Dong, prices include VAT, cash rounded to 500 đ",
  ];
  expect(sentencesOf(en).filter((text) => marks.test(text) && !names.includes(text))).toEqual([]);
  expect(sentencesOf(vi).filter((text) => text !== text.normalize("NFC"))).toEqual([]);
});

/** Every sentence of a dictionary that is made from parts, each part being 1. */
const sentencesOfOne = (value: unknown): readonly string[] => {
  if (typeof value === "function") return [String(Reflect.apply(value, undefined, ones(value)))];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(sentencesOfOne)
    : [];
};

const oneOfEach = { days: 1, points: 1, minor: 1, number: "1", source: "1", baskets: 1 };
/** A function of facts takes them by name, one of figures takes them as they are written. */
const ones = (sentence: object): readonly unknown[] =>
  /^\(\{/u.test(String(sentence)) ? [oneOfEach, formats.en] : ["1", "1", "1", "1"];

const oneOfMany = /\b1 (?:people|are|were|(?!(?:is|was|does|gets|this)\b)[a-z-]+s)\b/u;

test("one of a thing is said in English without an s", () => {
  const { refusals: _, ...others } = en;
  const said = sentencesOfOne(others);
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((text) => oneOfMany.test(text))).toEqual([]);
});

test("one of a thing is called one where its figure stands by itself, too", () => {
  const { customers, segments, campaigns, results, messages } = en;
  const named = (count: string) => [
    customers.figures.count(count),
    customers.figures.points(count),
    segments.audience.found(count),
    campaigns.issued.issued(count),
    results.figures.redeemed(count),
    messages.figures.count(count),
  ];
  expect(named("1")).toEqual([
    ...["visit", "point", "person fits", "person with a coupon", "coupon used"],
    "message to send",
  ]);
  expect(named("1,284")).toEqual([
    ...["visits", "points", "people fit", "people with a coupon", "coupons used"],
    "messages to send",
  ]);
});

test("one point and one try are said in English without an s", () => {
  const say = (refusal: Parameters<typeof refusalText>[0]) =>
    refusalText(refusal, en.refusals, formats.en);
  expect(say({ kind: "PointsShort", available: 1 })).toBe("Only 1 point is in hand.");
  expect(say({ kind: "PointsShort", available: 2 })).toBe("Only 2 points are in hand.");
  expect(say({ kind: "WrongPin", triesLeft: 1 })).toContain("1 try left");
});
