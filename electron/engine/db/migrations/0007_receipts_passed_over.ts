import type { Migration } from "../migrate.ts";

/**
 * Receipt numbers without a sale here: after a restore, those that were, or may have been, given out in
 * what was replaced. Both ends belong to it. A number stands on paper once.
 */
export const receiptsPassedOver: Migration = {
  version: 7,
  up: (db) =>
    db.exec(`
      CREATE TABLE receipts_passed_over (
        register_id    TEXT    NOT NULL REFERENCES registers (register_id),
        from_sequence  INTEGER NOT NULL CHECK (from_sequence > 0),
        to_sequence    INTEGER NOT NULL CHECK (to_sequence >= from_sequence),
        restored_at_ms INTEGER NOT NULL REFERENCES restores (restored_at_ms),
        PRIMARY KEY (register_id, from_sequence)
      ) STRICT, WITHOUT ROWID`),
};
