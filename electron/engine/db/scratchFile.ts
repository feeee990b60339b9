import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { assert } from "../../../shared/kernel/assert.ts";
import { openDb, type WriteDb } from "./connection.ts";

const NAME = /^scratch-[0-9a-f]{16}\.db(-wal|-shm|-journal)?$/;
const HALF_LIST = /^[\da-f-]{36}\.csv\.part$/i;

/**
 * A file for what is worked out and never kept, so that memory does not grow with it. Its key is known
 * to nobody but this connection; it is gone with `close`, and after a kill with the next start.
 */
export const openScratch = (dataDir: string, schema: string): WriteDb => {
  const path = join(dataDir, `scratch-${randomBytes(8).toString("hex")}.db`);
  const keyHex = randomBytes(32).toString("hex");
  const remove = () => {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
  };
  try {
    const db = openEmpty(path, keyHex, schema);
    const close = () => {
      db.close();
      remove();
    };
    return { ...db, close };
  } catch (error) {
    // A full disk takes the name of the file, and then nothing more.
    remove();
    throw error;
  }
};

const openEmpty = (path: string, keyHex: string, schema: string): WriteDb => {
  const db = openDb(path, { keyHex, synchronous: "OFF" });
  try {
    // Only what stood before is kept in a journal, and nothing did.
    assert(db.pragma("journal_mode = MEMORY") === "memory", "a scratch file leaves no journal");
    db.pragma(`cache_size = -${CACHE_KIB}`);
    db.exec(`BEGIN EXCLUSIVE; ${schema}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Beyond so much the rest lies on the disk. */
const CACHE_KIB = 16_384;

/**
 * What killed engines left, half a list of rejected rows too, which has people's names in the clear; only
 * whoever holds the folder may call it.
 */
export const dropScratchFiles = (dataDir: string): void => {
  drop(dataDir, NAME);
  const lists = rejectsFolder(dataDir);
  if (existsSync(lists)) drop(lists, HALF_LIST);
};

/** Where lists of rejected rows go that were given no place. */
export const rejectsFolder = (dataDir: string): string => join(dataDir, "rejects");

const drop = (folder: string, name: RegExp): void => {
  for (const each of readdirSync(folder)) {
    if (name.test(each)) rmSync(join(folder, each), { force: true });
  }
};
