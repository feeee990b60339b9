import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { assert } from "../../../shared/kernel/assert.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { openDb, type WriteDb } from "./connection.ts";
import { StorageFault, type StorageFaultKind, storageFaultKind } from "./faults.ts";
import { type Keyring, openKeyring } from "./keyring.ts";
import { lockFolder } from "./lock.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import { migrations } from "./migrations.ts";
import { finishRestore } from "./restoredFiles.ts";
import { dropScratchFiles } from "./scratchFile.ts";
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
 * has it, `newer-file`, `wrong-key`, `vanished` where one of shop and keys stands without the other.
 */
export const openStores = (options: OpenStores): Stores => {
  const opened: { close: () => void }[] = [];
  const close = () => {
    for (const one of opened.splice(0).reverse()) one.close();
  };
  try {
    return { ...openFiles(options, opened), close };
  } catch (error) {
    close();
    throw inWords(error);
  }
};

/** The shop comes before its keys: where only keys stand, a shop has stood beside them. */
const openFiles = (
  { dataDir, keyHex, unsafeFast }: OpenStores,
  opened: { close: () => void }[],
): Omit<Stores, "close"> => {
  const later = <T extends { close: () => void }>(one: T): T => {
    opened.push(one);
    return one;
  };
  const file = (name: string) => join(dataDir, name);
  mkdirSync(dataDir, { recursive: true });
  later(lockFolder(dataDir));
  dropScratchFiles(dataDir);
  finishRestore(dataDir);
  const written = { keyHex, synchronous: unsafeFast ? "OFF" : "FULL" } as const;
  if (existsSync(file("keys.db")) && !existsSync(file("shop.db"))) throw vanished("shop.db");
  const shop = later(openDb(file("shop.db"), written));
  if (isBlank(file("keys.db")) && isInUse(shop)) throw vanished("keys.db");
  migrate(shop, migrations);
  assert(unsafeFast || shop.pragma("synchronous") === 2, "the shop is written with FULL");
  const keys = later(openDb(file("keys.db"), written));
  const keyring = openKeyring(keys);
  const derived = { keyHex, synchronous: unsafeFast ? "OFF" : "NORMAL" } as const;
  const search = later(openSearch(file("search.db"), derived));
  return { dataDir, shop, keys, keyring, search, keyHex };
};

const isBlank = (path: string): boolean => !existsSync(path) || statSync(path).size === 0;

const isInUse = (shop: WriteDb): boolean =>
  schemaVersion(shop) > 0 &&
  shop.prepare<[], unknown>("SELECT 1 FROM changes LIMIT 1").get() !== undefined;

const vanished = (name: "shop.db" | "keys.db"): StorageFault => {
  const other = name === "shop.db" ? "keys.db" : "shop.db";
  return new StorageFault(
    "vanished",
    `The shop's file ${name} is gone, but its ${other} is still here. ` +
      "Nothing was opened in its place: put the file back, or restore a backup.",
  );
};

/** What a person can do about a shop that does not open, in place of SQLite's own words. */
const inWords = (error: unknown): unknown => {
  const kind = storageFaultKind(error);
  const words = kind && wordsByKind[kind];
  if (error instanceof StorageFault || !kind || !words) return error;
  return new StorageFault(kind, `${words} Nothing was changed.`, { cause: error });
};

const wordsByKind: Partial<Record<StorageFaultKind, string>> = {
  "wrong-key":
    "This key does not open the shop, or the beginning of its file is damaged. " +
    "Give the key that it was made with: it is also its printed recovery key.",
  corrupt: "A file of the shop is damaged. Restore a backup.",
  "read-only": "The shop's folder cannot be written to.",
  "disk-full": "The disk is full: the shop cannot be opened.",
  busy: "Another program has a file of the shop open.",
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
  const end = (word: "COMMIT" | "ROLLBACK", files: readonly WriteDb[]) => {
    for (const file of files) if (file.inTransaction()) file.exec(word);
  };
  shop.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    end(result.ok ? "COMMIT" : "ROLLBACK", [keys, shop]);
    endIndex(search, () => end(result.ok ? "COMMIT" : "ROLLBACK", [search.db]));
    return result;
  } catch (error) {
    end("ROLLBACK", [keys, shop, search.db]);
    throw error;
  }
};

/**
 * Runs reads of the shop as one: they see one state of it, and only the first looks for what has been
 * written meanwhile, which for a row by its key is most of the time it takes.
 */
export const inSnapshot = <R>({ shop }: Pick<Stores, "shop">, read: () => R): R => {
  assert(!shop.inTransaction(), "transactions do not nest");
  shop.prepare<[]>("BEGIN").run();
  try {
    return read();
  } finally {
    // A fault of the disk may have ended it already; that is what is told then.
    if (shop.inTransaction()) shop.prepare<[]>("COMMIT").run();
  }
};

/**
 * The same for one step of long work that is answered only after another unit has waited for the
 * disk: this one does not. A cut may take the last steps, never their middle, and no key of them.
 */
export const inUnwaitedStep = <R extends Result<unknown, unknown>>(
  stores: Stores,
  work: () => R,
): R => {
  stores.shop.exec("PRAGMA synchronous = NORMAL");
  try {
    return inTransaction(stores, work);
  } finally {
    stores.shop.exec("PRAGMA synchronous = FULL");
  }
};

/** The facts are on the disk by now: what the index could not keep is mended at the next start. */
const endIndex = (search: SearchIndex, end: () => void): void => {
  try {
    end();
  } catch (error) {
    if (storageFaultKind(error) === undefined) throw error;
    if (search.db.inTransaction()) search.db.exec("ROLLBACK");
    search.isBehind = true;
  }
};
