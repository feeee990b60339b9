import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoShop } from "../../electron/engine/demo/plan.ts";
import { shopeeXlsx } from "./formats/shopeeXlsx.ts";
import { shopifyCsv } from "./formats/shopifyCsv.ts";
import { tiktokCsv } from "./formats/tiktokCsv.ts";
import { wooJson } from "./formats/wooJson.ts";
import { type OnlineOrder, type OnlineShop, onlineOrders } from "./onlineOrders.ts";

/** A file of online orders that lies on the disk, and what is in it. */
export type OrderFile = {
  readonly shop: OnlineShop;
  readonly path: string;
  readonly orderCount: number;
  /** Orders that cannot be read and must come back with a reason. */
  readonly flawedCount: number;
  /** Different customers of the demo shop among the readable orders; marketplaces mask them. */
  readonly knownCustomerCount: number;
};

/** Writes the online orders of `demo` into `folder`, each shop's in its own format. */
export const writeOrderFiles = (
  folder: string,
  demo: DemoShop,
  { seed, endDay }: { readonly seed: number; readonly endDay: string },
): readonly OrderFile[] => {
  mkdirSync(folder, { recursive: true });
  return formats.map(({ shop, fileName, write }) => {
    const orders = onlineOrders(demo, { shop, seed, endDay });
    const path = join(folder, fileName);
    writeFileSync(path, write(orders));
    return {
      shop,
      path,
      orderCount: orders.length,
      flawedCount: orders.filter(({ flaw }) => flaw !== undefined).length,
      knownCustomerCount: knownCustomers(orders),
    };
  });
};

const knownCustomers = (orders: readonly OnlineOrder[]): number => {
  const readable = orders.filter(({ flaw }) => flaw === undefined);
  return new Set(readable.flatMap(({ buyer: { customerIndex } }) => customerIndex ?? [])).size;
};

type Format = {
  readonly shop: OnlineShop;
  /** As each shop names its own downloads. */
  readonly fileName: string;
  readonly write: (orders: readonly OnlineOrder[]) => string | Uint8Array;
};

const formats: readonly Format[] = [
  { shop: "shopify", fileName: "orders_export_1.csv", write: shopifyCsv },
  { shop: "woocommerce", fileName: "woocommerce-orders.json", write: wooJson },
  { shop: "shopee", fileName: "Order.all.xlsx", write: shopeeXlsx },
  { shop: "tiktok", fileName: "Tất cả đơn hàng.csv", write: tiktokCsv },
];
