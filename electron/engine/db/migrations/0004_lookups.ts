import type { Migration } from "../migrate.ts";

/**
 * What was suggested beside each sale and what became of it; the counts that learning asks are kept
 * beside it. `outcomes` is a list of {sku, reasonKind, outcome}: it is written with every sale and
 * read whole by one report, so a row for each thing would only cost the till.
 */
export const lookups: Migration = {
  version: 4,
  up: (db) =>
    db.exec(`
      CREATE TABLE lookups (
        sale_id    TEXT    PRIMARY KEY REFERENCES sales (sale_id),
        lookup_id  TEXT    NOT NULL,
        is_control INTEGER NOT NULL CHECK (is_control IN (0, 1)),
        outcomes   TEXT    NOT NULL CHECK (json_valid(outcomes))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shown_products (
        sku             TEXT    PRIMARY KEY,
        shown_count     INTEGER NOT NULL,
        taken_count     INTEGER NOT NULL CHECK (taken_count <= shown_count),
        dismissed_count INTEGER NOT NULL CHECK (dismissed_count <= shown_count)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE shown_reasons (
        reason_kind     TEXT    PRIMARY KEY,
        shown_count     INTEGER NOT NULL,
        taken_count     INTEGER NOT NULL CHECK (taken_count <= shown_count),
        dismissed_count INTEGER NOT NULL CHECK (dismissed_count <= shown_count)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE dismissals (
        customer_id TEXT    NOT NULL REFERENCES customers (customer_id),
        sku         TEXT    NOT NULL,
        at_ms       INTEGER NOT NULL,
        PRIMARY KEY (customer_id, sku)
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER lookups_are_kept BEFORE UPDATE ON lookups
        BEGIN SELECT RAISE(ABORT, 'a lookup is kept'); END;
      CREATE TRIGGER lookups_stay BEFORE DELETE ON lookups
        BEGIN SELECT RAISE(ABORT, 'a lookup is kept'); END`),
};
