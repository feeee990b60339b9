/**
 * The shop, its people and registers; `changes` is the record that rebuilds every other table and
 * later replicates; `audit` is a chain of keyed hashes; `answers` makes a repeated request harmless.
 */
export const shopTables = `
  CREATE TABLE shop (
    only_row            INTEGER PRIMARY KEY CHECK (only_row = 1),
    shop_id             TEXT    NOT NULL,
    name                TEXT    NOT NULL,
    phone               TEXT,
    address             TEXT,
    currency            TEXT    NOT NULL CHECK (length(currency) = 3),
    timezone            TEXT    NOT NULL,
    locale              TEXT    NOT NULL CHECK (locale IN ('vi', 'en')),
    country             TEXT    NOT NULL,
    tax_mode            TEXT    NOT NULL CHECK (tax_mode IN ('inclusive', 'exclusive')),
    cash_rounding_minor INTEGER NOT NULL CHECK (cash_rounding_minor >= 0),
    loyalty_rules       TEXT    NOT NULL,
    is_demo             INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
    created_at_ms       INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE tax_rates (
    tax_class TEXT    NOT NULL,
    from_day  TEXT    NOT NULL,
    rate_bps  INTEGER NOT NULL CHECK (rate_bps BETWEEN 0 AND 10000),
    PRIMARY KEY (tax_class, from_day)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE registers (
    register_id      TEXT    PRIMARY KEY,
    letter           TEXT    NOT NULL UNIQUE,
    is_own           INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    receipt_sequence INTEGER NOT NULL DEFAULT 0 CHECK (receipt_sequence >= 0)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE staff (
    staff_id      TEXT    PRIMARY KEY,
    name          TEXT    NOT NULL,
    name_key      TEXT    NOT NULL UNIQUE,
    role          TEXT    NOT NULL CHECK (role IN ('cashier', 'manager', 'owner')),
    pin_hash      TEXT    NOT NULL,
    created_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Of this machine only: wrong PINs in a row, and the sessions that a restart may reopen.
  CREATE TABLE sign_in_attempts (
    name_key    TEXT    PRIMARY KEY,
    wrong_count INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sessions (
    token_hash    BLOB    PRIMARY KEY,
    staff_id      TEXT    NOT NULL,
    opened_at_ms  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE answers (
    request_id  TEXT    PRIMARY KEY,
    method      TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL,
    answer      TEXT    NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE changes (
    sequence    INTEGER PRIMARY KEY,
    change_id   TEXT    NOT NULL,
    register_id TEXT    NOT NULL,
    clock_ms    INTEGER NOT NULL,
    clock_count INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    customer_id TEXT,
    payload     TEXT    NOT NULL
  ) STRICT;

  CREATE TABLE audit (
    sequence      INTEGER PRIMARY KEY,
    at_ms         INTEGER NOT NULL,
    staff_id      TEXT,
    kind          TEXT    NOT NULL,
    subject       TEXT    NOT NULL,
    previous_hash BLOB    NOT NULL,
    hash          BLOB    NOT NULL
  ) STRICT;

  -- The end of the chain, so that a cut tail is found as well.
  CREATE TABLE audit_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    entries  INTEGER NOT NULL,
    hash     BLOB    NOT NULL
  ) STRICT;

  CREATE TRIGGER changes_are_kept BEFORE UPDATE ON changes
    BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
  CREATE TRIGGER changes_stay BEFORE DELETE ON changes
    BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
  CREATE TRIGGER audit_is_kept BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  CREATE TRIGGER audit_stays BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
`;
