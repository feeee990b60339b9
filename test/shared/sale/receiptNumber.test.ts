import { describe, expect, test } from "vitest";
import { readReceiptNumber, showReceiptNumber } from "../../../shared/domain/sale/receiptNumber.ts";

describe("a receipt's number", () => {
  test.each([
    ["Q1", 123, "Q1-000123"],
    ["A", 1, "A-000001"],
    ["Q12", 1_234_567, "Q12-1234567"],
  ])("of register %s, the %i-th, is %s", (register, sequence, text) => {
    expect(showReceiptNumber({ register, sequence })).toBe(text);
    expect(readReceiptNumber(text)).toEqual({ register, sequence });
  });

  test.each(["q1-123", " Q1 - 000123 ", "Q1 123", "Q1–000123"])("is read from %j", (text) => {
    expect(readReceiptNumber(text)).toEqual({ register: "Q1", sequence: 123 });
  });

  test.each([
    "",
    "Q1",
    "000123",
    "Q1-0",
    "Q1-12a",
    "1Q-12",
    "Q123-5",
    "Q1-1234567890123",
  ])("is not read from %j", (text) => expect(readReceiptNumber(text)).toBeUndefined());

  test("is never made of nonsense", () => {
    expect(() => showReceiptNumber({ register: "quầy", sequence: 1 })).toThrow("register");
    expect(() => showReceiptNumber({ register: "Q1", sequence: 0 })).toThrow("place");
  });
});
