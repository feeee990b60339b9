import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildShop } from "./buildShop.ts";
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
  const engine = join(root, "electron", "engine");
  const own = dirname(fileURLToPath(import.meta.url));
  for (const folder of [own, join(engine, "db"), join(engine, "suggest", "tables")]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || isAside(entry.name)) continue;
      hash.update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return hash.digest("hex").slice(0, 12);
};

const isAside = (name: string): boolean => name === "benchShop.ts" || name === "shopSize.ts";
