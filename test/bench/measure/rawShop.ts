import { join } from "node:path";
import { openDb, type WriteDb } from "../../../electron/engine/db/connection.ts";
import { BENCH_KEY } from "../shop/buildShop.ts";

/** The shop's files under the engine's own pragmas and cipher, for plain SQL. */
export type RawShop = {
  readonly shop: WriteDb;
  readonly keys: WriteDb;
  readonly search: WriteDb;
  readonly close: () => void;
};

export const openRawShop = (dataDir: string): RawShop => {
  const open = (name: string, synchronous: "FULL" | "NORMAL") =>
    openDb(join(dataDir, name), { keyHex: BENCH_KEY, synchronous });
  const shop = open("shop.db", "FULL");
  const keys = open("keys.db", "FULL");
  const search = open("search.db", "NORMAL");
  return {
    ...{ shop, keys, search },
    close: () => {
      for (const file of [search, keys, shop]) file.close();
    },
  };
};
