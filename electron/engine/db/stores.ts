import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { assert } from "../../../shared/kernel/assert.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { openDb, type WriteDb } from "./connection.ts";
import { StorageFault } from "./faults.ts";
import { type Keyring, openKeyring } from "./keyring.ts";
import { lockFolder } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { openSearch, type SearchIndex } from "./searchIndex.ts";

/** The three files of a shop: facts, keys of the people, and what search needs in the clear. */
export type Stores = {
  readonly dataDir: string;
  readonly shop: WriteDb;
  readonly keys: WriteDb;
  readonly keyring: Keyring;
  readonly search: SearchIndex;
  readonly keyHex: string;
  readonly close: () => void;
};

export type OpenStores = {
  readonly dataDir: string;
  readonly keyHex: string;
  /** Only for filling a shop that can be made again: an answered write may be lost. */
  readonly unsafeFast?: boolean;
};

/**
 * Opens the shop in `dataDir`, made if absent. Throws StorageFault: `locked` where another engine
 * has it, `newer-file`, `wrong-key`, `vanished` where the keys stand without their shop.
 */
export const openStores = ({ dataDir, keyHex, unsafeFast }: OpenStores): Stores => {
  mkdirSync(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  const opened: { close: () => void }[] = [lock];
  const synchronous = unsafeFast ? "OFF" : "FULL";
  try {
    const file = (name: string) => join(dataDir, name);
    assertNotVanished(file("keys.db"), file("shop.db"));
    const keys = openDb(file("keys.db"), { keyHex, synchronous });
    opened.push(keys);
    const shop = openDb(file("shop.db"), { keyHex, synchronous });
    opened.push(shop);
    migrate(shop, migrations);
    assert(unsafeFast || shop.pragma("synchronous") === 2, "the shop is written with FULL");
    const keyring = openKeyring(keys);
    const search = openSearch(file("search.db"), {
      keyHex,
      synchronous: unsafeFast ? "OFF" : "NORMAL",
    });
    opened.push(search.db);
    const close = () => {
      for (const one of opened.splice(0).reverse()) one.close();
    };
    return { dataDir, shop, keys, keyring, search, keyHex, close };
  } catch (error) {
    for (const one of opened.reverse()) one.close();
    throw error;
  }
};

const assertNotVanished = (keysPath: string, shopPath: string): void => {
  if (existsSync(keysPath) && !existsSync(shopPath)) {
    throw new StorageFault(
      "vanished",
      "The shop's file shop.db is gone, but its keys are still here. " +
        "Nothing was opened in its place: put the file back, or restore a backup.",
    );
  }
};

/**
 * Runs `work` as one unit over the three files; a refusal or a throw leaves no trace. Keys are
 * committed first, the facts second, the index last: a cut in between leaves at worst a key that
 * nobody uses or an index that is mended at the next start.
 */
export const inTransaction = <R extends Result<unknown, unknown>>(
  { shop, keys, search }: Stores,
  work: () => R,
): R => {
  assert(!shop.inTransaction(), "transactions do not nest");
  const files = [keys, shop, search.db];
  shop.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    for (const file of files)
      if (file.inTransaction()) file.exec(result.ok ? "COMMIT" : "ROLLBACK");
    return result;
  } catch (error) {
    for (const file of files) if (file.inTransaction()) file.exec("ROLLBACK");
    throw error;
  }
};
