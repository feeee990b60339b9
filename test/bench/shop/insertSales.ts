import type { WriteDb } from "../../../electron/engine/db/connection.ts";
import { type Random, seededRandom } from "../../../electron/engine/demo/random.ts";
import { showReceiptNumber } from "../../../shared/domain/sale/receiptNumber.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { dayOf } from "../../../shared/kernel/day.ts";
import { taxWithinMinor } from "../../../shared/money/money.ts";
import { drawBasket, drawCustomer } from "./draws.ts";
import { inBatches } from "./inBatches.ts";
import { insertInto } from "./insertInto.ts";
import type { Period } from "./insertPeople.ts";
import { uuidSource } from "./uuidSource.ts";

type Product = { readonly sku: string; readonly name: string; readonly priceMinor: number };
type Trade = {
  readonly people: readonly string[];
  readonly count: number;
  readonly period: Period;
  readonly random: Random;
};

const TAX_BPS = 800;
const EARN_PER_MINOR = 10_000;

/** Two years of sales in the order of their receipts: four of five to somebody who is known. */
export const insertSales = (shop: WriteDb, { people, count, period, random }: Trade): void => {
  const products = shop
    .prepare<[], Product>("SELECT sku, name, price_minor AS priceMinor FROM products ORDER BY sku")
    .all();
  const insert = inserter(shop);
  const newId = uuidSource(seededRandom("sales' ids"));
  const stepMs = (period.endMs - period.startMs) / count;
  const byCustomer = takeIndex(shop, "sales_by_customer");
  inBatches([shop], count, (index) => {
    const soldAtMs = Math.floor(period.startMs + index * stepMs);
    const person = random.chance(0.8) ? drawCustomer(random, people.length) : undefined;
    const lines = drawBasket(random, person, products.length).map(({ product, quantity }) => ({
      ...defined(products[product], "a product"),
      quantity,
    }));
    const customerId = person === undefined ? null : defined(people[person], "a person");
    insert({ saleId: newId(soldAtMs), sequence: index + 1, soldAtMs, customerId, lines });
  });
  shop.exec(`UPDATE registers SET receipt_sequence = ${count}; ${byCustomer}`);
};

/** Drops an index and answers the SQL that makes it again: sorted at once it takes a tenth of the time. */
const takeIndex = (shop: WriteDb, name: string): string => {
  const index = shop
    .prepare<[string], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = ?")
    .get(name);
  shop.exec(`DROP INDEX ${name}`);
  return defined(index, name).sql;
};

type Sale = {
  readonly saleId: string;
  readonly sequence: number;
  readonly soldAtMs: number;
  readonly customerId: string | null;
  readonly lines: readonly (Product & { readonly quantity: number })[];
};

const inserter = (shop: WriteDb): ((sale: Sale) => void) => {
  const { registerId, staffId } = whoSells(shop);
  const sale = insertInto(shop, "sales", SALE_COLUMNS);
  const line = insertInto(shop, "sale_lines", LINE_COLUMNS);
  const payment = insertInto(shop, "payments", "sale_id, position, method, amount_minor");
  return ({ saleId, sequence, soldAtMs, customerId, lines }) => {
    let [gross, tax] = [0, 0];
    lines.forEach(({ sku, name, priceMinor, quantity }, index) => {
      const lineGross = priceMinor * quantity;
      const lineTax = taxWithinMinor(lineGross, TAX_BPS);
      const net = lineGross - lineTax;
      gross += lineGross;
      tax += lineTax;
      const prices = [priceMinor, priceMinor, lineGross, 0, net, TAX_BPS, lineTax, 0, 0, 0];
      line.run(saleId, index + 1, sku, name, "unit", quantity * 1_000, ...prices);
    });
    const receipt = showReceiptNumber({ register: "Q1", sequence });
    const day = dayOf(soldAtMs, "Asia/Ho_Chi_Minh");
    const points = customerId === null ? 0 : Math.floor(gross / EARN_PER_MINOR);
    const place = [saleId, registerId, sequence, receipt, day, soldAtMs, staffId, customerId];
    sale.run(...place, "inclusive", gross, 0, gross - tax, tax, gross, 0, 0, points, 0, 0);
    payment.run(saleId, 1, "cash", gross);
  };
};

export const SALE_COLUMNS = `sale_id, register_id, receipt_sequence, receipt_number, business_day,
  sold_at_ms, staff_id, customer_id, tax_mode, gross_minor, discount_minor, net_minor, tax_minor,
  total_minor, rounding_minor, change_minor, points_earned, points_redeemed, points_value_minor`;

export const LINE_COLUMNS = `sale_id, line, sku, name, sold_by, quantity_milli, unit_price_minor,
  list_price_minor, gross_minor, discount_minor, net_minor, tax_rate_bps, tax_minor,
  points_earned, points_spent, suggested`;

const whoSells = (shop: WriteDb): { readonly registerId: string; readonly staffId: string } =>
  defined(
    shop
      .prepare<[], { registerId: string; staffId: string }>(
        "SELECT register_id AS registerId, staff_id AS staffId FROM registers, staff",
      )
      .get(),
    "the register and the owner",
  );
