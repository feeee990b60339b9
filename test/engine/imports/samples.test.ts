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
    ["kiotviet-orders.synthetic-from-spec.json", "VND", "kiotviet-json", 1, 0],
    ["medusa-2.21.2-admin-orders.json", "VND", "medusa-json", 2, 0],
    ["medusa-2.21.2-admin-orders.json", "USD", "medusa-json", 0, 2],
    ["vendure-3.7.3-admin-orders.json", "USD", "vendure-json", 3, 0],
    ["vendure-3.7.3-admin-orders.json", "VND", "vendure-json", 0, 3],
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

  test("amounts of Vendure are hundredths, those of Medusa and KiotViet whole units", async () => {
    const first = async (name: string, currency: string) =>
      (await readFileAt(join(samples, name), { currency })).orders[0];
    expect(await first("vendure-3.7.3-admin-orders.json", "USD")).toMatchObject({
      externalId: "1",
      number: "PA83W7ELYDP4W1XN",
      state: "paid",
      placedAtMs: utc("2026-11-22T00:51:17.756Z"),
      totalMinor: 425_780,
      linesMinor: 395_780,
      taxMinor: 35_980,
      shippingMinor: 30_000,
      buyer: {
        name: "Nguyễn Thị Ánh",
        phone: "0912345678",
        email: "anh.nguyen@example.com",
        shopAccount: "1",
        address: "12 Lê Lợi, Quận 1, TP. Hồ Chí Minh",
      },
    });
    expect(await first("medusa-2.21.2-admin-orders.json", "VND")).toMatchObject({
      externalId: "order_01M80CB2CW4CSSV22KWNHWE9CR",
      number: "1",
      state: "pending",
      totalMinor: 617_000,
      linesMinor: 617_000,
      buyer: { name: "Nguyễn Thị Ánh", phone: "+84912345678", email: "khach0@example.com" },
    });
    expect(await first("kiotviet-orders.synthetic-from-spec.json", "VND")).toMatchObject({
      externalId: "DHSPE_260401KW474ETA",
      state: "pending",
      // The source tells no zone: its times are the shop's.
      placedAtMs: utc("2026-03-31T19:22:00Z"),
      updatedAtMs: utc("2026-03-31T19:25:00Z"),
      totalMinor: 597_000,
      linesMinor: 617_000,
      discountMinor: 20_000,
      buyer: { name: "Nguyễn Thị Ánh", phone: "0912345678", shopAccount: "KH000555" },
    });
  });

  test.each([
    "sapo-customers-list-response.json",
    "shopify-graphql-throttled.synthetic.json",
    "shopify-rest-customer.json",
    "woocommerce-v3-refunds-list.json",
  ])("%s is no file of orders that is known here", async (name) => {
    expect((await refusalOf(join(samples, name)))?.kind).toBe("FormatUnknown");
  });
}
