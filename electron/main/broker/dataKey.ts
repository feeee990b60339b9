import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ShellOutput } from "../../../shared/contract/shell.ts";
import { assert } from "../../../shared/kernel/assert.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import { copyDurably, renameDurably, writeDurably } from "./writeDurably.ts";

export type DataKey = {
  readonly keyHex: string;
  readonly keychain: ShellOutput<"shell.about">["keychain"];
};
export type KeyUnreadable = { readonly kind: "KeyUnreadable"; readonly why: string };
/** It opens the shop all the same, until the next start. */
export type KeyUnkept = { readonly kind: "KeyUnkept"; readonly why: string };

/** The part of Electron's `safeStorage` that is used; it is there once the app is ready. */
export type Keychain = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
};
type Places = {
  readonly folder: string;
  /** A key kept by hand, for a shop of the headless engine. */
  readonly keyFile: string | undefined;
};

/**
 * The key of the shop's files: made at the first start and kept under the system's keychain. A key
 * that cannot be read is never replaced, because the shop still needs it.
 */
export const findDataKey = (
  keychain: Keychain,
  { folder, keyFile }: Places,
): Result<DataKey, KeyUnreadable> => {
  try {
    return ok(keyFile === undefined ? keptKey(keychain, folder) : keyOfFile(keyFile));
  } catch (error) {
    return err({ kind: "KeyUnreadable", why: error instanceof Error ? error.message : "" });
  }
};

const keyOfFile = (path: string): DataKey => ({ keyHex: readKey(path), keychain: "key-file" });

/**
 * Linux without a keyring service has nowhere to keep a secret: the key then lies bare beside the
 * shop, the window says so, and it is sealed at the first start that finds a keychain.
 */
const keptKey = (keychain: Keychain, folder: string): DataKey => {
  const sealed = join(folder, "data.key");
  const bare = join(folder, "unprotected.key");
  if (existsSync(sealed)) {
    const keyHex = checked(keychain.decryptString(readFileSync(sealed)));
    // A cut right after it was sealed left it bare beside that.
    if (existsSync(bare) && readFileSync(bare, "utf8").trim() === keyHex) rmSync(bare);
    return { keyHex, keychain: "system" };
  }
  const known = existsSync(bare) ? readKey(bare) : undefined;
  const keyHex = known ?? randomBytes(32).toString("hex");
  if (!keychain.isEncryptionAvailable()) {
    // On the disk before anything is encrypted with it: a lost key is a lost shop.
    if (known === undefined) writeDurably(bare, Buffer.from(keyHex));
    return { keyHex, keychain: "basic" };
  }
  try {
    writeDurably(sealed, keychain.encryptString(keyHex));
    rmSync(bare, { force: true });
  } catch (error) {
    // It stays where it is until a keychain and a disk take it: the shop opens by it all the same.
    if (known === undefined) throw error;
    return { keyHex, keychain: "basic" };
  }
  return { keyHex, keychain: "system" };
};

/**
 * Keeps the key that was typed from paper and has opened the shop, in the place of one that did not.
 * That one stays beside it: it may be another shop's. A key kept by hand is nobody's to change here.
 */
export const keepDataKey = (
  keychain: Keychain,
  { folder, keyFile }: Places,
  keyHex: string,
): Result<DataKey, KeyUnkept> => {
  if (keyFile !== undefined) return ok({ keyHex, keychain: "key-file" });
  try {
    const isSealed = keychain.isEncryptionAvailable();
    const sealed = join(folder, "data.key");
    const bare = join(folder, "unprotected.key");
    const bytes = isSealed ? keychain.encryptString(keyHex) : Buffer.from(keyHex);
    const [path, other] = isSealed ? [sealed, bare] : [bare, sealed];
    // Never without a key in place, not even for a moment: a start that finds none makes one.
    if (existsSync(path)) copyDurably(path, pathAside(path));
    writeDurably(path, bytes);
    if (existsSync(other)) renameDurably(other, pathAside(other));
    return ok({ keyHex, keychain: isSealed ? "system" : "basic" });
  } catch (error) {
    return err({ kind: "KeyUnkept", why: error instanceof Error ? error.message : "" });
  }
};

/** Where the keychain does not give a key any more: the next start makes one, and this one stays beside it. */
export const setDataKeyAside = (folder: string): void => {
  for (const name of ["data.key", "unprotected.key"]) {
    const path = join(folder, name);
    if (existsSync(path)) renameDurably(path, pathAside(path));
  }
};

const pathAside = (path: string): string => {
  const before = `${basename(path)}.before-`;
  const taken = readdirSync(dirname(path)).filter((name) => name.startsWith(before));
  return `${path}.before-${taken.length + 1}`;
};

const readKey = (path: string) => checked(readFileSync(path, "utf8").trim());

const checked = (keyHex: string) => {
  assert(/^[0-9a-f]{64}$/.test(keyHex), "a data key is 64 hex digits");
  return keyHex;
};
