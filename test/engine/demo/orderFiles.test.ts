import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import Papa from "papaparse";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { defined } from "../../../shared/kernel/assert.ts";
import { onlineOrders } from "../../demo/onlineOrders.ts";
import { writeOrderFiles } from "../../demo/orderFiles.ts";
import { endDay, smallShop } from "./smallShop.ts";

const folder = mkdtempSync(join(tmpdir(), "quen-orders-"));
const files = writeOrderFiles(folder, smallShop, { seed: 7, endDay });
const pathOf = (shop: string) =>
  defined(
    files.find((file) => file.shop === shop),
    shop,
  ).path;
const textOf = (shop: string) => readFileSync(pathOf(shop), "utf8");
const tableOf = (text: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

afterAll(() => rmSync(folder, { recursive: true }));

describe("the demo's online orders", () => {
  test("are about 600 in four formats, a few of them spoiled", () => {
    const sum = (field: "orderCount" | "flawedCount") =>
      files.reduce((total, file) => total + file[field], 0);
    expect(files.map(({ shop }) => shop)).toEqual(["shopify", "woocommerce", "shopee", "tiktok"]);
    expect(sum("orderCount")).toBe(600);
    expect(sum("flawedCount")).toBe(11);
  });

  test("are the same for the same seed", () => {
    const period = { shop: "shopify", seed: 7, endDay } as const;
    expect(onlineOrders(smallShop, period)).toEqual(onlineOrders(smallShop, period));
  });

  test("are by customers of the shop and by others, the well-known regular among them", () => {
    const orders = onlineOrders(smallShop, { shop: "shopify", seed: 7, endDay });
    const known = orders.filter(({ buyer }) => buyer.customerIndex !== undefined);
    expect(known.length / orders.length).toBeGreaterThan(0.4);
    expect(known.length / orders.length).toBeLessThan(0.8);
    expect(known.filter(({ buyer }) => buyer.customerIndex === 0).length).toBeGreaterThan(2);
  });

  test("write names without marks and phones in other forms than the shop's", () => {
    const buyers = onlineOrders(smallShop, { shop: "woocommerce", seed: 7, endDay }).map(
      ({ buyer }) => buyer,
    );
    expect(buyers.some(({ phone = "" }) => phone.startsWith("+84"))).toBe(true);
    expect(buyers.some(({ phone = "" }) => phone.includes("."))).toBe(true);
    expect(buyers.some(({ name }) => /^[A-Za-z ]+$/.test(name))).toBe(true);
  });
});

describe("the files", () => {
  test("Shopify's has its 79 columns, and order fields on the first row of an order only", () => {
    const [header, ...rows] = tableOf(textOf("shopify"));
    const name = defined(header, "header").indexOf("Name");
    const total = defined(header, "header").indexOf("Total");
    expect(header).toHaveLength(79);
    expect(header?.[58]).toBe("Source");
    expect(rows.filter((row) => row[total] !== "")).toHaveLength(260);
    expect(new Set(rows.map((row) => row[name])).size).toBe(260);
    expect(rows.length).toBeGreaterThan(260);
  });

  test("WooCommerce's has money as text, and sums that agree", () => {
    const Orders = z.array(
      z.object({
        total: z.string(),
        shipping_total: z.string(),
        line_items: z.array(z.object({ total: z.string() })),
      }),
    );
    const orders = Orders.parse(JSON.parse(textOf("woocommerce")));
    const wrong = orders.filter(({ total, shipping_total, line_items }) => {
      const parts = [shipping_total, ...line_items.map((item) => item.total)].map(Number);
      return Number(total) !== parts.reduce((sum, part) => sum + part, 0);
    });
    expect(orders).toHaveLength(170);
    expect(wrong.map(({ total }) => total)).toEqual(["một trăm nghìn"]);
  });

  test("Shopee's is a workbook of 62 columns with the buyer masked", () => {
    const book = read(readFileSync(pathOf("shopee")));
    const sheet = defined(book.Sheets.orders, "the sheet");
    const [header = [], ...rows] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    const names = header.map((name) => name.normalize("NFC"));
    expect(header).toHaveLength(62);
    expect(names).not.toEqual(header);
    expect(new Set(rows.map((row) => row[0])).size).toBe(100);
    expect(rows.every((row) => row[names.indexOf("Số điện thoại")]?.startsWith("******"))).toBe(
      true,
    );
  });

  test("TikTok Shop's has 56 columns, a row of descriptions, and tabs after ids and times", () => {
    const text = textOf("tiktok");
    const [header = [], descriptions, ...rows] = tableOf(text.replace("\uFEFF", ""));
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(header).toHaveLength(56);
    expect(descriptions).toHaveLength(56);
    expect(new Set(rows.map((row) => row[0])).size).toBe(70);
    expect(rows.every((row) => row[0]?.endsWith("\t"))).toBe(true);
  });
});
