import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type HeadlessOptions = { readonly dataDir: string; readonly keyHex: string };

/**
 * `--data DIR`, and the shop's key from QUEN_KEY (64 hex digits), from the file that `--key-file` or
 * QUEN_KEY_FILE names, or else from a file of its own beside the shop, made on first use. The last
 * keeps out only who gets the database without its folder; it says so.
 */
export const headlessOptions = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  log: (text: string) => void,
): HeadlessOptions => {
  const dataDir = wordAfter(argv, "--data");
  if (dataDir === undefined) {
    throw new Error("Say which shop to open: npm run --silent engine -- --data DIR");
  }
  return { dataDir, keyHex: readKey(dataDir, argv, env, log) };
};

const readKey = (
  dataDir: string,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  log: (text: string) => void,
): string => {
  if (env.QUEN_KEY) return keyIn(env.QUEN_KEY, "QUEN_KEY");
  const named = wordAfter(argv, "--key-file") ?? env.QUEN_KEY_FILE;
  const path = named ?? join(dataDir, "shop.key");
  if (existsSync(path)) return keyIn(readFileSync(path, "utf8"), path);
  if (existsSync(join(dataDir, "shop.db"))) {
    throw new Error(`The shop in ${dataDir} is encrypted and its key is not at ${path}.`);
  }
  const key = randomBytes(32).toString("hex");
  onDisk(`The folder ${dataDir} cannot be made`, () => mkdirSync(dataDir, { recursive: true }));
  onDisk(`The shop's key cannot be written to ${path}`, () =>
    writeFileSync(path, `${key}\n`, { mode: 0o600, flag: "wx" }),
  );
  if (named === undefined) {
    log(`A new key was put at ${path}. Keep it apart from the data: give it by QUEN_KEY_FILE.`);
  }
  return key;
};

const onDisk = (problem: string, work: () => void): void => {
  try {
    work();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? ` (${cause.code})` : "";
    throw new Error(`${problem}${code}. Nothing was changed.`, { cause });
  }
};

const keyIn = (text: string, where: string): string => {
  const key = text.trim().replaceAll("-", "").toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new Error(`${where} does not hold a key of 64 hex digits.`);
  return key;
};

const wordAfter = (argv: readonly string[], name: string): string | undefined => {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const word = argv[at] ?? "";
  return word.includes("=") ? word.slice(word.indexOf("=") + 1) : argv[at + 1];
};
