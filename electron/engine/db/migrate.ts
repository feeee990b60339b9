import { copyFileSync, existsSync } from "node:fs";
import { assert } from "../../../shared/kernel/assert.ts";
import { inOneFile, type ReadDb, type WriteDb } from "./connection.ts";
import { StorageFault } from "./faults.ts";

export type Migration = {
  /** 1, 2, 3 … without gaps. A shipped one is never edited. */
  readonly version: number;
  readonly up: (db: WriteDb) => void;
};

/**
 * Brings `db` to the newest version, all steps in one transaction, after copying an older file
 * aside. Throws StorageFault `newer-file` where the file is ahead of this program.
 */
export const migrate = (db: WriteDb, migrations: readonly Migration[]): void => {
  migrations.forEach(({ version }, index) => {
    assert(version === index + 1, `migration ${version} stands at place ${index + 1}`);
  });
  const current = schemaVersion(db);
  if (current > migrations.length) {
    throw new StorageFault(
      "newer-file",
      `This shop was last opened by a newer Quen (its files are version ${current}, this one knows ` +
        `${migrations.length}). Nothing was changed: install the newer version to open it.`,
    );
  }
  if (current === migrations.length) return;
  if (current > 0) copyAside(db, current);
  inOneFile(db, "BEGIN EXCLUSIVE", () => {
    for (const migration of migrations.slice(current)) migration.up(db);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });
};

/** Whether the file is one of a shop, and not of its keys, its index or of something else. */
export const holdsShop = (db: ReadDb): boolean =>
  db
    .prepare<[], unknown>("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'changes'")
    .get() !== undefined;

export const schemaVersion = (db: ReadDb): number =>
  db
    .prepare<[], { version: number }>("SELECT user_version AS version FROM pragma_user_version")
    .get()?.version ?? 0;

const copyAside = (db: WriteDb, version: number): void => {
  db.pragma("wal_checkpoint(TRUNCATE)");
  const copy = `${db.path}.before-${version + 1}`;
  if (!existsSync(copy)) copyFileSync(db.path, copy);
};
