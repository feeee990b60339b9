import { rmSync } from "node:fs";
import { openDb, type WriteDb } from "./connection.ts";
import { storageFaultKind } from "./faults.ts";

/** Raised with each change of what is filled in, since what stands in a file is not filled again. */
const FIGURES_VERSION = 4;

/**
 * What segments are asked from: every customer's figures under a small number, and sets of these
 * numbers by what was bought, visited, left and is about to expire. Derived from the shop's file by
 * the worker that reads it; the till never writes here and pays nothing for it. A million customers
 * are a scan of some 60 MB here; the shop's own tables, joined by texts of 36 letters, take seconds.
 *
 * The shop is attached as `shop`. A file that cannot be read, or of another version, is made anew; what is
 * torn further inside is met by the question, see `isTorn`.
 */
export const openFigures = (
  paths: { readonly figures: string; readonly shop: string },
  keyHex: string,
): WriteDb => {
  const db = openCurrent(paths.figures, keyHex);
  return closedOnFault(db, () => {
    db.pragma(`cache_size = -${CACHE_KIB}`);
    // Sets of people are kept in memory: a file of theirs would lie on the disk in the clear.
    db.pragma("temp_store = MEMORY");
    db.prepare<[string, string]>("ATTACH ? AS shop KEY ?").run(paths.shop, `raw:${keyHex}`);
    return db;
  });
};

/** What was filled in cannot be read any more, and only making it anew helps. */
export const isTorn = (error: unknown): boolean => {
  const kind = storageFaultKind(error);
  return kind === "wrong-key" || kind === "corrupt";
};

export const dropFigures = (path: string): void => {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
};

const openCurrent = (path: string, keyHex: string): WriteDb => {
  // Not OFF: its pages would reach the disk in any order, and a power cut could leave some of them old.
  const options = { keyHex, synchronous: "NORMAL" } as const;
  try {
    const db = openDb(path, options);
    if (closedOnFault(db, () => db.pragma("user_version")) === FIGURES_VERSION) return db;
    db.close();
  } catch (error) {
    if (!isTorn(error)) throw error;
  }
  dropFigures(path);
  const fresh = openDb(path, options);
  return closedOnFault(fresh, () => {
    fresh.exec(SCHEMA);
    return fresh;
  });
};

/** Each try on a full disk would else keep a file open that nobody can reach any more. */
const closedOnFault = <T>(db: WriteDb, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    db.close();
    throw error;
  }
};

/** The whole of `people` stays at hand between two questions, opened and decrypted. */
const CACHE_KIB = 200_000;

const SCHEMA = `
  CREATE TABLE people (
    customer_number    INTEGER PRIMARY KEY,
    store_count        INTEGER NOT NULL,
    store_spent_minor  INTEGER NOT NULL,
    online_count       INTEGER NOT NULL,
    online_spent_minor INTEGER NOT NULL,
    first_store_at_ms  INTEGER NOT NULL,
    last_store_at_ms   INTEGER NOT NULL,
    first_at_ms        INTEGER NOT NULL,
    -- 0 where nothing was ever bought; the same for the three before it.
    last_at_ms         INTEGER NOT NULL,
    points_balance     INTEGER NOT NULL,
    -- A bit for each purpose by channel that is granted.
    consents           INTEGER NOT NULL,
    -- A bit for each kind of address that is known.
    addresses          INTEGER NOT NULL,
    -- A bit for each shelf that anything was ever bought from; of the shelves, those that have one.
    shelves            INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX people_by_last_visit ON people (last_at_ms);
  -- Apart, since each question reads all of people, and a name is as long as the rest.
  CREATE TABLE names (
    customer_number INTEGER PRIMARY KEY,
    customer_id     TEXT    NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE goods (
    goods_number INTEGER PRIMARY KEY,
    sku          TEXT    NOT NULL UNIQUE,
    category     TEXT
  ) STRICT;
  CREATE TABLE buyers (
    goods_number    INTEGER NOT NULL,
    customer_number INTEGER NOT NULL,
    last_at_ms      INTEGER NOT NULL,
    PRIMARY KEY (goods_number, customer_number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX buyers_by_customer ON buyers (customer_number);

  -- The first of them have a bit in \`people\`, see shelfBits.ts.
  CREATE TABLE shelves (
    place    INTEGER PRIMARY KEY,
    category TEXT    NOT NULL UNIQUE
  ) STRICT;
  -- The same by shelf: a large one has thousands of goods, and most of the people.
  CREATE TABLE shelf_buyers (
    category        TEXT    NOT NULL,
    customer_number INTEGER NOT NULL,
    last_at_ms      INTEGER NOT NULL,
    PRIMARY KEY (category, customer_number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shelf_buyers_by_customer ON shelf_buyers (customer_number);

  CREATE TABLE visits (
    customer_number INTEGER NOT NULL,
    at_ms           INTEGER NOT NULL,
    place           INTEGER NOT NULL,
    spent_minor     INTEGER NOT NULL,
    PRIMARY KEY (customer_number, at_ms, place)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE expiring (
    expires_day     TEXT    NOT NULL,
    customer_number INTEGER NOT NULL,
    points          INTEGER NOT NULL,
    PRIMARY KEY (expires_day, customer_number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX expiring_by_customer ON expiring (customer_number);

  CREATE TABLE carts (
    customer_number INTEGER NOT NULL,
    placed_at_ms    INTEGER NOT NULL,
    PRIMARY KEY (customer_number, placed_at_ms)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE marker (
    only_row         INTEGER PRIMARY KEY CHECK (only_row = 1),
    -- The last change that is in; -1: nothing is.
    filled_sequence  INTEGER NOT NULL
  ) STRICT;
  INSERT INTO marker VALUES (1, -1);
  PRAGMA user_version = ${FIGURES_VERSION};`;
