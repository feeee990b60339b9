import { insertRow } from "../../../electron/engine/db/rows.ts";
import { openStores, type Stores } from "../../../electron/engine/db/stores.ts";
import { parseMoney } from "../../../shared/money/parseMoney.ts";
import type { PastBasket, PastShop } from "./pastShop.ts";

export const KEY_HEX = "5e".repeat(32);
const CURRENCY = "GBP";
const REGISTER = "register";

/** A shop of the engine's own making that holds the catalogue and the training baskets as sales. */
export const fillShop = (
  dataDir: string,
  shop: PastShop,
  training: readonly PastBasket[],
): Stores => {
  const stores = openStores({ dataDir, keyHex: KEY_HEX, unsafeFast: true });
  const db = stores.shop;
  db.exec("BEGIN");
  insertRow(db, "registers", { registerId: REGISTER, letter: "A", isOwn: true });
  for (const [sku, { name, price, category }] of shop.items) {
    insertRow(db, "products", {
      sku,
      name: name || sku,
      category,
      priceMinor: minorOf(price),
      soldBy: "unit",
      sensitive: false,
      createdAtMs: 0,
    });
  }
  const customerIds = new Set([...shop.baskets.values()].map(({ customerId }) => customerId));
  for (const customerId of customerIds) {
    insertRow(db, "customers", { customerId, createdAtMs: 0 });
  }
  training.forEach((basket, at) => {
    insertSale(stores, basket, at + 1);
  });
  db.exec("COMMIT");
  return stores;
};

const insertSale = ({ shop }: Stores, basket: PastBasket, sequence: number): void => {
  const { basketId, customerId, atMs } = basket;
  const amounts = [...basket.lines.values()].map(minorOf);
  const totalMinor = amounts.reduce((sum, amount) => sum + amount, 0);
  insertRow(shop, "sales", {
    saleId: basketId,
    registerId: REGISTER,
    receiptSequence: sequence,
    receiptNumber: `A-${sequence}`,
    businessDay: new Date(atMs).toISOString().slice(0, 10),
    soldAtMs: Math.round(atMs),
    staffId: "staff",
    customerId,
    taxMode: "inclusive",
    grossMinor: totalMinor,
    discountMinor: 0,
    netMinor: totalMinor,
    taxMinor: 0,
    totalMinor,
    roundingMinor: 0,
    changeMinor: 0,
    pointsEarned: 0,
    pointsRedeemed: 0,
    pointsValueMinor: 0,
  });
  [...basket.lines.keys()].forEach((sku, at) => {
    const grossMinor = amounts[at] ?? 0;
    insertRow(shop, "sale_lines", {
      saleId: basketId,
      line: at + 1,
      sku,
      name: sku,
      soldBy: "unit",
      quantityMilli: 1_000,
      unitPriceMinor: grossMinor,
      listPriceMinor: grossMinor,
      grossMinor,
      discountMinor: 0,
      netMinor: grossMinor,
      taxRateBps: 0,
      taxMinor: 0,
      pointsEarned: 0,
      pointsSpent: 0,
      suggested: false,
    });
  });
};

/** Exactly, without a float; what cannot be read, or lies below nothing, counts as nothing. */
export const minorOf = (text: string): number => {
  const [whole = "0", fraction = ""] = text.split(".");
  const minor = parseMoney(`${whole}.${fraction.slice(0, 2).padEnd(2, "0")}`, {
    currency: CURRENCY,
    decimalSeparator: ".",
  });
  return minor.ok ? Math.max(0, minor.value) : 0;
};
