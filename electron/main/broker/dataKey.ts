import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { ShellOutput } from "../../../shared/contract/shell.ts";
import { assert } from "../../../shared/kernel/assert.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";

export type DataKey = {
  readonly keyHex: string;
  readonly keychain: ShellOutput<"shell.about">["keychain"];
};
export type KeyUnreadable = { readonly kind: "KeyUnreadable"; readonly why: string };

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
    return { keyHex: checked(keychain.decryptString(readFileSync(sealed))), keychain: "system" };
  }
  const keyHex = existsSync(bare) ? readKey(bare) : randomBytes(32).toString("hex");
  if (!keychain.isEncryptionAvailable()) {
    if (!existsSync(bare)) writeDurably(bare, Buffer.from(keyHex));
    return { keyHex, keychain: "basic" };
  }
  writeDurably(sealed, keychain.encryptString(keyHex));
  rmSync(bare, { force: true });
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
): DataKey => {
  if (keyFile !== undefined) return { keyHex, keychain: "key-file" };
  const isSealed = keychain.isEncryptionAvailable();
  const path = join(folder, isSealed ? "data.key" : "unprotected.key");
  for (const name of ["data.key", "unprotected.key"]) setAside(join(folder, name));
  writeDurably(path, isSealed ? keychain.encryptString(keyHex) : Buffer.from(keyHex));
  return { keyHex, keychain: isSealed ? "system" : "basic" };
};

const setAside = (path: string): void => {
  if (!existsSync(path)) return;
  const taken = readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));
  renameSync(path, `${path}.before-${taken.length}`);
};

const readKey = (path: string) => checked(readFileSync(path, "utf8").trim());

const checked = (keyHex: string) => {
  assert(/^[0-9a-f]{64}$/.test(keyHex), "a data key is 64 hex digits");
  return keyHex;
};

/** On the disk before anything is encrypted with it: a lost key is a lost shop. */
const writeDurably = (path: string, bytes: Buffer) => {
  const file = openSync(`${path}.new`, "w", 0o600);
  writeSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
};
