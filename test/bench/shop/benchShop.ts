import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStores } from "../../../electron/engine/db/stores.ts";
import { BENCH_KEY, buildShop } from "./buildShop.ts";
import type { ShopSize } from "./shopSize.ts";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const benchFolder = join(root, "build", "out", "bench");

/**
 * The folder of a made-up shop of this size. Built at its first use and kept, until the schema or
 * the builder changes; whoever writes to it takes a copy.
 */
export const benchShop = async (size: ShopSize): Promise<string> => {
  const name = `shop-${size.customers}-${size.sales}-${builtFrom()}`;
  const folder = join(benchFolder, name);
  if (existsSync(folder)) return folder;
  removeFormer(`shop-${size.customers}-${size.sales}-`);
  const part = `${folder}.part`;
  mkdirSync(part, { recursive: true });
  await buildShop(part, size);
  renameSync(part, folder);
  return folder;
};

/** Runs `work` on a copy of the shop in `folder` that is thrown away afterwards. */
export const onCopy = async <T>(
  folder: string,
  name: string,
  work: (copy: string) => Promise<T>,
): Promise<T> => {
  const copy = join(benchFolder, `copy-${name}-${process.pid}`);
  cpSync(folder, copy, { recursive: true });
  try {
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const removeFormer = (prefix: string): void => {
  if (!existsSync(benchFolder)) return;
  for (const name of readdirSync(benchFolder).filter((one) => one.startsWith(prefix))) {
    rmSync(join(benchFolder, name), { recursive: true, force: true });
  }
};

/** A digest of all that decides what the built files hold. */
const builtFrom = (): string => {
  const hash = createHash("sha256");
  const own = dirname(fileURLToPath(import.meta.url));
  for (const name of readdirSync(own).sort()) {
    if (!isAside(name)) hash.update(readFileSync(join(own, name)));
  }
  for (const sql of schemas()) hash.update(sql);
  return hash.digest("hex").slice(0, 12);
};

const isAside = (name: string): boolean => name === "benchShop.ts" || name === "shopSize.ts";

/** The schemas and the cipher of a shop that was made this moment. */
const schemas = (): readonly string[] => {
  const dataDir = mkdtempSync(join(tmpdir(), "quen-bench-"));
  const { shop, keys, search, close } = openStores({ dataDir, keyHex: BENCH_KEY });
  try {
    return [shop, keys, search.db].flatMap((db) => [
      String(db.pragma("cipher")),
      ...db
        .prepare<[], { sql: string }>("SELECT coalesce(sql, '') AS sql FROM sqlite_schema")
        .all()
        .map(({ sql }) => sql),
    ]);
  } finally {
    close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
