import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  findDataKey,
  type Keychain,
  keepDataKey,
  setDataKeyAside,
} from "../../electron/main/broker/dataKey.ts";
import { watchDisk } from "../watchDisk.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "quen-key-"));

/** Turns the bytes round: enough to see that the file does not hold the bare key. */
const keychain: Keychain = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(text, "utf8").reverse(),
  decryptString: (sealed) => Buffer.from(sealed).reverse().toString("utf8"),
};
const noKeychain: Keychain = {
  isEncryptionAvailable: () => false,
  encryptString: () => {
    throw new Error("there is no keychain");
  },
  decryptString: () => {
    throw new Error("there is no keychain");
  },
};

const keyIn = (folder: string, chain: Keychain, keyFile?: string) => {
  const found = findDataKey(chain, { folder, keyFile });
  if (!found.ok) throw new Error(found.error.why);
  return found.value;
};

test("the key is made once and is the same at every start", () => {
  const folder = newFolder();
  const first = keyIn(folder, keychain);
  expect(first.keyHex).toMatch(/^[0-9a-f]{64}$/);
  expect(first.keychain).toBe("system");
  expect(keyIn(folder, keychain)).toEqual(first);
  expect(keyIn(newFolder(), keychain).keyHex).not.toBe(first.keyHex);
});

test("with a keychain the bare key is nowhere on the disk", () => {
  const folder = newFolder();
  const { keyHex } = keyIn(folder, keychain);
  expect(readFileSync(join(folder, "data.key"), "utf8")).not.toContain(keyHex);
  expect(existsSync(join(folder, "unprotected.key"))).toBe(false);
});

test("without a keychain the shop opens still, and says that its key is bare", () => {
  const folder = newFolder();
  const first = keyIn(folder, noKeychain);
  expect(first.keychain).toBe("basic");
  expect(keyIn(folder, noKeychain)).toEqual(first);
  expect(statSync(join(folder, "unprotected.key")).mode & 0o077).toBe(0);
});

test("a bare key is sealed as soon as there is a keychain", () => {
  const folder = newFolder();
  const { keyHex } = keyIn(folder, noKeychain);
  expect(keyIn(folder, keychain)).toEqual({ keyHex, keychain: "system" });
  expect(existsSync(join(folder, "unprotected.key"))).toBe(false);
});

test("a bare key that cannot be sealed now opens the shop all the same, and is sealed another time", () => {
  const folder = newFolder();
  const { keyHex } = keyIn(folder, noKeychain);
  // In the way of the new file, as a full disk is.
  mkdirSync(join(folder, "data.key.new"));
  expect(keyIn(folder, keychain)).toEqual({ keyHex, keychain: "basic" });
  rmdirSync(join(folder, "data.key.new"));
  expect(keyIn(folder, keychain)).toEqual({ keyHex, keychain: "system" });
});

test("a key that a cut left bare beside the sealed one is bare no longer after the next start", () => {
  const folder = newFolder();
  const { keyHex } = keyIn(folder, noKeychain);
  keyIn(folder, keychain);
  writeFileSync(join(folder, "unprotected.key"), keyHex);
  expect(keyIn(folder, keychain)).toEqual({ keyHex, keychain: "system" });
  expect(existsSync(join(folder, "unprotected.key"))).toBe(false);
});

test("a sealed key that cannot be opened is told and never replaced", () => {
  const folder = newFolder();
  keyIn(folder, keychain);
  const sealed = readFileSync(join(folder, "data.key"));
  const found = findDataKey(noKeychain, { folder, keyFile: undefined });
  expect(found).toEqual({
    ok: false,
    error: { kind: "KeyUnreadable", why: "there is no keychain" },
  });
  expect(readFileSync(join(folder, "data.key"))).toEqual(sealed);
});

test("a key file that is named comes first, and must hold a key", () => {
  const folder = newFolder();
  const keyFile = join(folder, "by-hand.key");
  writeFileSync(keyFile, `${"0f".repeat(32)}\n`);
  expect(keyIn(folder, keychain, keyFile)).toEqual({
    keyHex: "0f".repeat(32),
    keychain: "key-file",
  });
  writeFileSync(keyFile, "secret");
  expect(findDataKey(keychain, { folder, keyFile }).ok).toBe(false);
  expect(findDataKey(keychain, { folder, keyFile: join(folder, "absent.key") }).ok).toBe(false);
});

test("a key typed from paper is this computer's from then on, and what it replaces stays beside it", () => {
  const typed = "0f".repeat(32);
  const folder = newFolder();
  keyIn(folder, keychain);
  const sealed = readFileSync(join(folder, "data.key"));
  const places = { folder, keyFile: undefined };
  expect(keepDataKey(keychain, places, typed)).toEqual({
    ok: true,
    value: { keyHex: typed, keychain: "system" },
  });
  expect(keyIn(folder, keychain).keyHex).toBe(typed);
  expect(readFileSync(join(folder, "data.key.before-1"))).toEqual(sealed);
  keepDataKey(keychain, places, "1e".repeat(32));
  expect(keyIn(folder, keychain).keyHex).toBe("1e".repeat(32));
  expect(readFileSync(join(folder, "data.key.before-1"))).toEqual(sealed);
  expect(existsSync(join(folder, "data.key.before-2"))).toBe(true);
});

test("where the keychain has gone, a sealed key does not come before the typed one", () => {
  const typed = "0f".repeat(32);
  const folder = newFolder();
  keyIn(folder, keychain);
  const kept = keepDataKey(noKeychain, { folder, keyFile: undefined }, typed);
  expect(kept).toEqual({ ok: true, value: { keyHex: typed, keychain: "basic" } });
  expect(keyIn(folder, noKeychain)).toEqual({ keyHex: typed, keychain: "basic" });
});

test("a keychain that says no to the typed key is told, and leaves what was kept where it was", () => {
  const folder = newFolder();
  const first = keyIn(folder, keychain);
  const unwilling: Keychain = {
    ...keychain,
    encryptString: () => {
      throw new Error("the person said no");
    },
  };
  const kept = keepDataKey(unwilling, { folder, keyFile: undefined }, "0f".repeat(32));
  expect(kept).toEqual({ ok: false, error: { kind: "KeyUnkept", why: "the person said no" } });
  expect(keyIn(folder, keychain)).toEqual(first);
});

test("a disk that takes no more leaves the key that was kept in its place", () => {
  const folder = newFolder();
  const first = keyIn(folder, keychain);
  mkdirSync(join(folder, "data.key.new"));
  const kept = keepDataKey(keychain, { folder, keyFile: undefined }, "0f".repeat(32));
  expect(kept).toMatchObject({ ok: false, error: { kind: "KeyUnkept" } });
  expect(keyIn(folder, keychain)).toEqual(first);
});

test("a key file that is kept by hand is left as it is", () => {
  const folder = newFolder();
  const keyFile = join(folder, "by-hand.key");
  writeFileSync(keyFile, "0f".repeat(32));
  keepDataKey(keychain, { folder, keyFile }, "1e".repeat(32));
  expect(readFileSync(keyFile, "utf8")).toBe("0f".repeat(32));
  expect(existsSync(join(folder, "data.key"))).toBe(false);
});

test("a key that the keychain does not give any more is set aside for a new one, and not lost", () => {
  const folder = newFolder();
  keyIn(folder, keychain);
  const sealed = readFileSync(join(folder, "data.key"));
  setDataKeyAside(folder);
  expect(keyIn(folder, noKeychain).keychain).toBe("basic");
  expect(readFileSync(join(folder, "data.key.before-1"))).toEqual(sealed);
});

describe("a key survives a power cut", () => {
  test("a new one stands on the disk by its name before anything is encrypted with it", () => {
    const folder = newFolder();
    const seen = watchDisk(folder);
    keyIn(folder, noKeychain);
    expect(seen).toEqual([
      "sync unprotected.key.new",
      "rename to unprotected.key",
      "sync the folder",
    ]);
  });

  test("a bare one goes only when the sealed one stands on the disk", () => {
    const folder = newFolder();
    keyIn(folder, noKeychain);
    const seen = watchDisk(folder);
    keyIn(folder, keychain);
    expect(seen).toEqual([
      ...["sync data.key.new", "rename to data.key", "sync the folder"],
      "remove unprotected.key",
    ]);
  });

  test("one that is replaced lies beside it on the disk before the typed one takes its place", () => {
    const folder = newFolder();
    keyIn(folder, keychain);
    const seen = watchDisk(folder);
    keepDataKey(keychain, { folder, keyFile: undefined }, "0f".repeat(32));
    expect(seen).toEqual([
      ...["sync data.key.before-1", "sync the folder"],
      ...["sync data.key.new", "rename to data.key", "sync the folder"],
    ]);
  });
});
