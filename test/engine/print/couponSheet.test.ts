import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  couponPageCount,
  couponSheet,
  couponSheetParts,
} from "../../../electron/engine/print/couponSheet.ts";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { coupon, manyCoupons, sheetOf, textOf } from "./coupons.ts";
import { barcodesIn, qrCodesIn, readBarcodeSvg, readQrSvg } from "./readSymbols.ts";

test("a slip says whom it is for, what it gives, what it asks for, until when and from whom", () => {
  const text = textOf(couponSheet(sheetOf()));
  for (const words of [
    "Tặng Hà",
    "Nguyễn Thị Thu Hà",
    "Giảm 10%",
    "Cho cà phê, đơn từ 200.000 đ",
    "Dùng đến hết 30/11/2026",
    "K7QF-2M9P",
    "Tạp hoá Cô Mi 0912 345 678",
  ]) {
    expect(text).toContain(words);
  }
});

test.each([
  "slips-3x8",
  "letter",
  "receipt-58",
] as const)("on %s a coupon that is good only later says from when", (layout) => {
  const coupons = [coupon({ fromDay: "2026-11-25" })];
  expect(textOf(couponSheet(sheetOf({ layout, coupons })))).toContain(
    "Từ 25/11/2026 đến hết 30/11/2026",
  );
  expect(textOf(couponSheet(sheetOf({ layout, coupons, locale: "en" })))).toContain(
    "From 25 Nov 2026 until 30 Nov 2026",
  );
});

test("in English the frame of the slip is English, and names stay as they are", () => {
  const text = textOf(couponSheet(sheetOf({ locale: "en" })));
  expect(text).toContain("For Hà");
  expect(text).toContain("Good until 30 Nov 2026");
  expect(text).not.toContain("Tặng");
});

test("barcode and QR of every slip hold the code that is printed beneath", () => {
  const coupons = manyCoupons(40);
  const document = couponSheet(sheetOf({ coupons }));
  const scanned = barcodesIn(document).map(readBarcodeSvg);
  expect(qrCodesIn(document).map(readQrSvg)).toEqual(scanned);
  const printed = [...document.matchAll(/<p>([0-9A-Z]{4}(?:-[0-9A-Z]{1,4})+)<\/p>/g)].map(
    ([, code]) => code,
  );
  expect(printed).toEqual(scanned.map(showCouponCode));
  expect(scanned.toSorted()).toEqual(coupons.map(({ code }) => code).toSorted());
});

test.each([
  ["slips-3x8", 0, 0],
  ["slips-3x8", 1, 1],
  ["slips-3x8", 24, 1],
  ["slips-3x8", 25, 2],
  ["slips-2x5", 20, 2],
  ["slips-2x5", 21, 3],
  ["letter", 3, 3],
  ["receipt", 3, 3],
  ["receipt-58", 0, 0],
] as const)("as %s, %i coupons take %i sheets", (layout, count, pages) => {
  expect(couponPageCount(count, layout)).toBe(pages);
  const document = couponSheet(sheetOf({ layout, coupons: manyCoupons(count) }));
  expect(document.split('<section class="page">').length - 1).toBe(pages);
  expect(document.split('<article class="slip">').length - 1).toBe(count);
});

test("slips lie in the order in which they are given, and each sheet names its first and last person", () => {
  const coupons = ["Bùi Anh", "Đỗ Anh", "Lê Ân", "Trần Dũng", "Nguyễn Đức"].map((customerName) =>
    coupon({ customerName }),
  );
  const document = couponSheet(sheetOf({ coupons }));
  const names = [...document.matchAll(/<small[^>]*>(.*?)<\/small>/g)].map(([, name]) => name);
  expect(names).toEqual(["Bùi Anh", "Đỗ Anh", "Lê Ân", "Trần Dũng", "Nguyễn Đức"]);
  expect(textOf(document)).toContain("Quà tháng 11 Anh – Đức Trang 1/1");
});

test("a letter greets its person and carries the one coupon", () => {
  const text = textOf(couponSheet(sheetOf({ layout: "letter" })));
  expect(text).toContain("Hà thân mến,");
  expect(text).toContain("12 Hàng Bạc, 0912 345 678");
});

describe("whatever stands in a name or an offer", () => {
  test("it is text: a script in a name is shown and not run", () => {
    const document = couponSheet(
      sheetOf({
        campaignName: "</title><script>alert(1)</script>",
        coupons: [
          coupon({ customerName: "<script>alert(1)</script>", offerText: '"><img src=x>' }),
        ],
      }),
    );
    expect(document).not.toMatch(/<script|<img/);
    expect(textOf(document)).toContain("<script>alert(1)</script>");
  });

  test("it adds no markup", () => {
    const anything = fc.string({ unit: fc.constantFrom(..."<>&\"'/= abc"), minLength: 1 });
    const tags = (document: string) => document.split("<").length;
    const plain = tags(couponSheet(sheetOf({ coupons: [coupon({ customerName: "ab c" })] })));
    fc.assert(
      fc.property(anything, (text) => {
        const hostile = coupon({ customerName: `${text} x`, givenName: text, offerText: text });
        expect(tags(couponSheet(sheetOf({ coupons: [hostile] })))).toBe(plain);
      }),
      { numRuns: 30 },
    );
  });

  test("its place is kept: the longer it is, the smaller its type, never beyond its lines", () => {
    const sizeOf = (offerText: string) =>
      Number(
        /class="offer" style="--size:([\d.]+)/.exec(
          couponSheet(sheetOf({ coupons: [coupon({ offerText })] })),
        )?.[1],
      );
    const sizes = ["Giảm 10%", "Giảm 30.000 đ", "Giảm 250.000.000 đ", "Mua 2 ".repeat(40)].map(
      sizeOf,
    );
    expect(sizes).toEqual(sizes.toSorted((left, right) => right - left));
    expect(sizes.at(0)).toBeGreaterThan(5);
    expect(sizes.at(-1)).toBe(1.6);
  });
});

test("a number is not parted from its unit at the end of a line", () => {
  expect(couponSheet(sheetOf())).toContain("200.000\u00a0đ");
});

test("the document loads the shop's type and nothing else", () => {
  const document = couponSheet(sheetOf());
  const addresses = [...document.matchAll(/url\((.*?)\)/g)].map(([, address = ""]) => address);
  expect(addresses).toHaveLength(9);
  expect(addresses.every((address) => address.startsWith("app://quen/fonts/be-vietnam-pro-"))).toBe(
    true,
  );
  expect(document).not.toMatch(/https?:|src=|href="(?!#)|@import/);
  expect(document).toContain("default-src &#39;none&#39;");
});

test("the document comes in parts of one coupon at most, so that others get their turn", () => {
  const parts = [...couponSheetParts(sheetOf({ coupons: manyCoupons(30) }))];
  for (const part of parts) expect(part.split('<article class="slip">').length).toBeLessThan(3);
});
