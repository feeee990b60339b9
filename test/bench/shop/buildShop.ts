import { openStores, type Stores } from "../../../electron/engine/db/stores.ts";
import { seededRandom } from "../../../electron/engine/demo/random.ts";
import { learn } from "../../../electron/engine/suggest/learn.ts";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { fillSearch } from "./fillSearch.ts";
import { insertCoupons } from "./insertCoupons.ts";
import { insertOrders } from "./insertOrders.ts";
import { insertPeople } from "./insertPeople.ts";
import { insertSales } from "./insertSales.ts";
import { openedShop } from "./openedShop.ts";
import type { ShopSize } from "./shopSize.ts";
import { insertPoints, sumUp } from "./sumUp.ts";

export const BENCH_KEY = "5a".repeat(32);
export const BENCH_PIN = "2468";
export const BENCH_OWNER = "Lan";

/**
 * Fills an empty folder with a shop of two years' trade. Set up by the engine, then filled in bulk
 * by SQL: the rows that the engine would have written, under the same keys and ciphers, without the
 * record of each single change, which no lookup reads.
 */
export const buildShop = async (dataDir: string, size: ShopSize): Promise<void> => {
  const campaignId = await openedShop(dataDir);
  const stores = openStores({ dataDir, keyHex: BENCH_KEY, unsafeFast: true });
  try {
    loosen(stores);
    fill(stores, size, campaignId);
    tighten(stores);
  } finally {
    stores.close();
  }
};

const fill = (stores: Stores, size: ShopSize, campaignId: string): void => {
  const endMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const period = { startMs: endMs - 730 * DAY_MS, endMs };
  const step = <T>(name: string, work: () => T): T => {
    const startedMs = performance.now();
    const done = work();
    process.stderr.write(`${name}: ${((performance.now() - startedMs) / 1_000).toFixed(1)} s\n`);
    return done;
  };
  const people = step("people", () => insertPeople(stores, size.customers, period));
  const random = seededRandom("trade");
  step("sales", () => insertSales(stores.shop, { people, count: size.sales, period, random }));
  step("orders", () => insertOrders(stores.shop, { people, period, random }));
  step("points", () => insertPoints(stores.shop, endMs));
  step("sums", () => sumUp(stores.shop));
  step("coupons", () => insertCoupons(stores.shop, { people, campaignId, random }));
  step("search", () => fillSearch(stores, people));
  step("suggestions", () => learn(stores.shop, { nowMs: endMs }));
};

/** A file that can be built again waits for no disk and keeps no way back. */
const loosen = ({ shop, keys, search }: Stores): void => {
  for (const db of [shop, keys, search.db]) {
    db.pragma("journal_mode = OFF");
    db.exec("PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1048576; PRAGMA temp_store = FILE");
  }
};

const tighten = ({ shop, keys, search }: Stores): void => {
  for (const db of [shop, keys, search.db]) db.pragma("journal_mode = WAL");
};
