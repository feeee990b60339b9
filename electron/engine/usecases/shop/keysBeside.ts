import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { defined } from "../../../../shared/kernel/assert.ts";
import { openDb } from "../../db/connection.ts";
import { storageFaultKind } from "../../db/faults.ts";
import { areOfOneShop } from "../../db/keyring.ts";
import type { Context } from "../context.ts";

const MOST = 100;
const names = Array.from({ length: MOST }, (_, place) =>
  place === 0 ? "quen-keys.backup" : `quen-keys-${place + 1}.backup`,
);

/** Whether a file of this name is taken for the people's keys; capitals are no difference on a stick. */
export const isKeysName = (name: string): boolean => names.includes(name.toLowerCase());

/**
 * Where a backup in `folder` keeps the keys of its people: in the file of this shop, or in one of its
 * own beside those of others. Theirs is all that opens their backups, and is not written over: two
 * shops share a stick, and a shop that moved to a new computer has another key than before.
 */
export const ownKeysPath = (context: Context, folder: string): string => {
  const free = names.map((name) => join(folder, name)).find((path) => !isOfAnother(context, path));
  return defined(free, "a name for the keys");
};

const isOfAnother = ({ stores }: Context, path: string): boolean => {
  if (!existsSync(path) || statSync(path).size === 0) return false;
  try {
    const keys = openDb(path, { keyHex: stores.keyHex, readOnly: true });
    try {
      return !areOfOneShop(keys, stores.keys);
    } finally {
      keys.close();
    }
  } catch (error) {
    if (storageFaultKind(error) === undefined) throw error;
    return storageFaultKind(error) === "wrong-key";
  }
};

/** The files that may hold the keys of a backup, or of a shop that a backup has replaced. */
export const listKeysBeside = (path: string): readonly string[] => {
  const folder = dirname(path);
  const replaced = join(
    folder,
    basename(path).replace(/^shop\.db\.replaced-/, "keys.db.replaced-"),
  );
  if (replaced !== join(folder, basename(path)) && existsSync(replaced)) return [replaced];
  return readdirSync(folder)
    .filter(isKeysName)
    .sort((left, right) => left.length - right.length || (left < right ? -1 : 1))
    .map((name) => join(folder, name));
};
