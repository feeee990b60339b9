import { existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";

const SHOP_FILE = /^(?:shop|keys|search|figures)\.db(?:-wal|-shm)?$/;

/**
 * Puts the files of a shop that does not open beside themselves, as `shop.db.replaced-<instant>`, so
 * that the next start finds a computer without a shop. Nothing is deleted: somebody may be able to read it.
 */
export const setShopAside = (dataDir: string, atMs: number): void => {
  if (!existsSync(dataDir)) return;
  const files = readdirSync(dataDir).filter((name) => SHOP_FILE.test(name));
  // The logs first: a new file would take the log that lies beside its name for its own, and empty it.
  for (const name of files.sort((left, right) => right.length - left.length)) {
    renameSync(join(dataDir, name), join(dataDir, name.replace(".db", `.db.replaced-${atMs}`)));
  }
};
