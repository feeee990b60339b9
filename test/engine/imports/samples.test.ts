import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readFileAt, refusalOf, utc } from "./orderFiles.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const samples = process.env.QUEN_SAMPLES ?? join(root, "../shared/samples");

if (!existsSync(samples)) {
  test(`the real samples are not at ${samples}: set QUEN_SAMPLES to read them too`, () => {});
} else {
  test.each([
    // file, currency, format, orders, rejects
    ["haravan-order.json", "VND", "haravan-json", 1, 0],
    ["lazada-vn-orders.header-real.rows-synthetic.csv", "VND", "lazada", 2, 0],
    ["sapo-orders-single.json", "VND", "sapo-json", 1, 0],
    ["shopee-vn-Order.all.header-real.rows-synthetic.csv", "VND", "shopee", 2, 0],
    ["shopify-graphql-orders.synthetic.json", "VND", "shopify-json", 1, 0],
    ["shopify-orders_export.header-real.rows-synthetic.csv", "VND", "shopify-csv", 2, 1],
    ["shopify-orders_export.header-real.rows-synthetic.csv", "USD", "shopify-csv", 1, 3],
    ["shopify-rest-order.json", "USD", "shopify-json", 1, 0],
    ["shopify-rest-orders.json", "USD", "shopify-json", 0, 1],
    ["woo-ios-order-alternative-types.json", "USD", "woocommerce-json", 0, 1],
    ["woo-ios-order-with-attribution-info.json", "USD", "woocommerce-json", 1, 0],
    ["woo-ios-orders-load-all.json", "USD", "woocommerce-json", 3, 1],
    ["woocommerce-v3-orders-list.json", "USD", "woocommerce-json", 2, 0],
    ["woocommerce-webtoffee.header-real.rows-synthetic.csv", "VND", "woocommerce-csv", 1, 0],
  ])("%s in %s is %s with %d orders and %d rejects", async (name, currency, format, ...counts) => {
    const { file, orders, rejects } = await readFileAt(join(samples, name), { currency });
    expect(file.format).toBe(format);
    expect([orders.length, rejects.length]).toEqual(counts);
  });

  test("TikTok Shop's sample does not tell its dates, and is read once somebody does", async () => {
    const path = join(samples, "tiktokshop-vn-OrderSKUList.header-real.rows-synthetic.csv");
    const untold = await readFileAt(path);
    expect(untold.file.dates?.by).toBe("nobody");
    expect(untold.rejects.map(({ reason }) => reason.kind)).toEqual([
      "DateAmbiguous",
      "DateAmbiguous",
    ]);
    const { orders } = await readFileAt(path, { dateOrder: "day-first" });
    expect(orders[0]).toMatchObject({
      externalId: "582836886501426351",
      placedAtMs: utc("2026-08-01T04:54:00Z"),
      lines: [{ externalProductId: "1729384756102938475" }],
    });
  });

  test("a workbook of one row element per cell shows all its columns", async () => {
    const path = join(samples, "tiktokshop-one-row-element-per-cell.xlsx");
    expect(await refusalOf(path)).toMatchObject({
      kind: "FormatUnknown",
      headers: ["Order ID", "Order Status", "Created Time", "SKU ID"],
    });
  });

  test("the masked buyer of Shopee is known by the account alone", async () => {
    const name = "shopee-vn-Order.all.header-real.rows-synthetic.csv";
    const { orders } = await readFileAt(join(samples, name));
    expect(orders.map(({ buyer }) => buyer)).toEqual([
      { shopAccount: "anh_nguyen90" },
      { shopAccount: "anh_nguyen90" },
    ]);
    expect(orders[0]).toMatchObject({ totalMinor: 134_050, refundedMinor: 30_000 });
  });

  test.each([
    "kiotviet-orders.synthetic-from-spec.json",
    "medusa-2.21.2-admin-orders.json",
    "sapo-customers-list-response.json",
    "shopify-graphql-throttled.synthetic.json",
    "shopify-rest-customer.json",
    "vendure-3.7.3-admin-orders.json",
    "woocommerce-v3-refunds-list.json",
  ])("%s is no file of orders that is known here", async (name) => {
    expect((await refusalOf(join(samples, name)))?.kind).toBe("FormatUnknown");
  });
}
