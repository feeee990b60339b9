import type { WriteDb } from "../../../electron/engine/db/connection.ts";
import type { Random } from "../../../electron/engine/demo/random.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { drawCustomer } from "./draws.ts";
import { inBatches } from "./inBatches.ts";
import { insertInto } from "./insertInto.ts";
import type { Period } from "./insertPeople.ts";

type Trade = {
  readonly people: readonly string[];
  readonly period: Period;
  readonly random: Random;
};

/** One online order to five customers, from two shops, all sent and paid. */
export const insertOrders = (shop: WriteDb, { people, period, random }: Trade): void => {
  const order = insertInto(shop, "orders", ORDER_COLUMNS);
  const line = insertInto(
    shop,
    "order_lines",
    `source, external_id, line, sku, name, quantity, unit_price_minor, discount_minor,
     total_minor`,
  );
  const count = Math.floor(people.length / 5);
  const stepMs = (period.endMs - period.startMs) / count;
  inBatches([shop], count, (index) => {
    const atMs = Math.floor(period.startMs + index * stepMs);
    const source = index % 3 === 0 ? "woocommerce" : "shopify";
    const externalId = String(1_000_000 + index);
    const customerId = defined(people[drawCustomer(random, people.length)], "a person");
    const prices = [1, 2].map(() => 1_000 * random.between(20, 400));
    const total = prices.reduce((sum, price) => sum + price, 0);
    const place = [source, externalId, `#${1_000 + index}`, atMs, atMs, atMs, customerId];
    order.run(...place, "fulfilled", "VND", total, 0, 0, 0, total, 0, "v");
    prices.forEach((price, at) => {
      const sku = `SP${String(random.below(5_000)).padStart(5, "0")}`;
      line.run(source, externalId, at + 1, sku, `Món đặt trên mạng ${sku}`, 1, price, 0, price);
    });
  });
};

const ORDER_COLUMNS = `source, external_id, number, placed_at_ms, updated_at_ms, paid_at_ms,
  customer_id, state, currency, lines_minor, discount_minor, shipping_minor, tax_minor,
  total_minor, refunded_minor, version`;
