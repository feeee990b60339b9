import { expect, test } from "vitest";
import { formatsOf } from "../../../renderer/words/format.ts";

const of = (locale: "vi" | "en", currency = "VND") =>
  formatsOf({ locale, currency, timezone: "Asia/Ho_Chi_Minh", nowMs: () => novemberMs });
const novemberMs = Date.UTC(2026, 10, 10, 18, 30);

test.each([
  ["money", "479.900 đ", "479,900 đ", 479_900],
  ["amount", "479.900", "479,900", 479_900],
  ["compact", "8,4 tr", "8.4M", 8_412_000],
  ["number", "1.284", "1,284", 1_284],
  ["rate", "8%", "8%", 800],
  ["quantity", "0,425", "0.425", 425],
] as const)("%s is written as the shop writes it: %s, %s", (name, inVietnamese, inEnglish, value) => {
  expect(of("vi")[name](value)).toBe(inVietnamese);
  expect(of("en")[name](value)).toBe(inEnglish);
});

test("money that leaves has a true minus, the width of a figure", () => {
  expect(of("vi").amount(-8_100)).toBe("−8.100");
  expect(of("en", "USD").amount(-810)).toBe("−8.10");
});

test("the currency stands alone where the total is large", () => {
  expect(of("vi").symbol).toBe("đ");
  expect(of("en", "USD").symbol).toBe("$");
  expect(of("en", "KWD").symbol).toBe("KWD");
});

test("days and hours are those of the shop, wherever the computer thinks it is", () => {
  expect(of("vi").dayNear(novemberMs)).toBe("11/11");
  expect(of("en").dayNear(novemberMs)).toBe("11 Nov");
  expect(of("vi").day(novemberMs)).toBe("11/11/2026");
  expect(of("vi").time(novemberMs)).toBe("01:30");
  expect(of("vi").monthYear(novemberMs)).toBe("11/2026");
  expect(of("vi").dayText("2026-11-30")).toBe("30/11");
});

test("a day of another year says its year, but under a chart", () => {
  expect(of("vi").dayText("2027-01-04")).toBe("04/01/2027");
  expect(of("en").dayText("2025-12-31")).toBe("31 Dec 2025");
  // Half past midnight where the shop is, and still last year in Greenwich.
  expect(of("vi").dayNear(Date.UTC(2025, 11, 31, 17, 30))).toBe("01/01");
  expect(of("vi").dayTime(Date.UTC(2025, 10, 10, 18, 30))).toBe("11/11/2025 01:30");
  expect(of("vi").dayOfChart("2027-01-04")).toBe("04/01");
  expect(of("vi").dayOrMonth(novemberMs)).toBe("11/11");
  expect(of("en").dayOrMonth(Date.UTC(2024, 2, 10))).toBe("Mar 2024");
});

test.each([
  ["2026-11-30", "Thứ hai, 30 tháng 11 năm 2026", "Monday, 30 November 2026"],
  ["2027-01-03", "Chủ nhật, 3 tháng 1 năm 2027", "Sunday, 3 January 2027"],
] as const)("%s in words is %s, %s", (day, inVietnamese, inEnglish) => {
  expect(of("vi").dayInWords(day)).toBe(inVietnamese);
  expect(of("en").dayInWords(day)).toBe(inEnglish);
});

test.each([
  ["vi", "VND", "500000", 500_000],
  ["vi", "VND", "500.000", 500_000],
  ["vi", "VND", "1e3", undefined],
  ["vi", "USD", "12,50", 1_250],
  ["en", "USD", "1,234.50", 123_450],
  ["en", "USD", "1,234", 123_400],
  ["en", "KWD", "4.799", 4_799],
  ["vi", "KWD", "1.234", 1_234_000],
] as const)("in %s %s the typed amount %s is %s minor units", (locale, currency, typed, minor) => {
  expect(of(locale, currency).readMoney(typed)).toBe(minor);
});

test.each([
  ["vi", "500000", "500.000"],
  ["vi", "1.2345", "12.345"],
  ["vi", "1234,5", "1.234,5"],
  ["en", "1234.5", "1,234.5"],
  ["vi", "abc", "abc"],
] as const)("in %s, while it is typed, %s is shown as %s", (locale, typed, shown) => {
  expect(of(locale).asTyped(typed)).toBe(shown);
});

test("what is typed below nothing is no amount: nobody owes a shop less than nothing", () => {
  expect(of("vi").readMoney("-5.000")).toBeUndefined();
  expect(of("en", "USD").readMoney("-0.01")).toBeUndefined();
  expect(of("vi").readMoney("0")).toBe(0);
});
