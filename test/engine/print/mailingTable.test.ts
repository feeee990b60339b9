import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvTable } from "../../../electron/engine/print/csvTable.ts";
import { type MailedCoupon, mailingTable } from "../../../electron/engine/print/mailingTable.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { coupon } from "./coupons.ts";

const mailed = (changes: Partial<MailedCoupon> = {}): MailedCoupon => ({
  ...coupon(),
  contacts: { sms: "84912345678", email: "ha@example.com" },
  ...changes,
});

const mailingCsv = (coupons: readonly MailedCoupon[], locale: Locale): string =>
  csvTable(mailingTable(coupons, locale));

const rowsOf = (csv: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(csv.replace(/^\ufeff/, "").trimEnd()).data;

test("a mailing list has a line a coupon under its headings, and opens right in a spreadsheet", () => {
  const csv = mailingCsv([mailed()], "vi");
  expect(csv.startsWith("\ufeff")).toBe(true);
  expect(rowsOf(csv)).toEqual([
    [
      ...["Khách hàng", "Tên gọi", "Số nhận SMS", "Số Zalo", "Số gọi điện", "E-mail"],
      ...["Ưu đãi", "Điều kiện", "Dùng từ", "Dùng đến hết", "Mã phiếu"],
    ],
    [
      "Nguyễn Thị Thu Hà",
      "Hà",
      ...["84912345678", "", "", "ha@example.com"],
      "Giảm 10%",
      "Cho cà phê, đơn từ 200.000 đ",
      ...["2026-11-16", "2026-11-30"],
      "K7QF-2M9P",
    ],
  ]);
});

test.each([
  ["=1+1"],
  ["+84912345678"],
  ["-1"],
  ["@SUM(A1)"],
  ["\t=1"],
  ["\r=1"],
  [" =1"],
  ["＝1"],
])("%j is no formula", (customerName) => {
  const [, row] = rowsOf(mailingCsv([mailed({ customerName, givenName: "x" })], "en"));
  expect(row?.[0]).toBe(`'${customerName}`);
});

test("whatever is written comes back as one cell, and never as a formula", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\",;' aà") }), (text) => {
      const rows = rowsOf(mailingCsv([mailed({ customerName: text, offerText: text })], "en"));
      expect(rows).toHaveLength(2);
      const [cell = "", , , , , , offer] = rows[1] ?? [];
      expect(cell).toBe(offer);
      expect([text, `'${text}`]).toContain(cell);
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});
