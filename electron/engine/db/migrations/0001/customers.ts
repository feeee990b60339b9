/**
 * People. Every personal field is sealed under the person's own key (see keyring); the clock of a
 * field decides which of two writers was last. Consents and points are ledgers.
 */
export const customerTables = `
  CREATE TABLE customers (
    customer_id   TEXT    PRIMARY KEY,
    created_at_ms INTEGER NOT NULL,
    -- 1: taken back with the import that made it; nothing personal is left.
    removed       INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE customer_fields (
    customer_id TEXT    NOT NULL REFERENCES customers (customer_id),
    field       TEXT    NOT NULL,
    sealed      BLOB,
    clock_ms    INTEGER NOT NULL,
    clock_count INTEGER NOT NULL,
    PRIMARY KEY (customer_id, field)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE identities (
    identity_id TEXT    PRIMARY KEY,
    customer_id TEXT    NOT NULL REFERENCES customers (customer_id),
    kind        TEXT    NOT NULL CHECK (kind IN ('phone', 'email', 'card', 'shop')),
    sealed      BLOB    NOT NULL,
    source      TEXT    NOT NULL,
    since_ms    INTEGER NOT NULL,
    -- The import that added it to somebody who was known already, and that takes it back.
    import_id   TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX identities_by_customer ON identities (customer_id);
  CREATE INDEX identities_by_import ON identities (import_id) WHERE import_id IS NOT NULL;

  CREATE TABLE consents (
    consent_id  TEXT    PRIMARY KEY,
    customer_id TEXT    NOT NULL REFERENCES customers (customer_id),
    purpose     TEXT    NOT NULL CHECK (purpose IN ('personalization', 'marketing')),
    channel     TEXT    NOT NULL
                CHECK (channel IN ('counter', 'print', 'sms', 'email', 'zalo', 'phone')),
    state       TEXT    NOT NULL CHECK (state IN ('granted', 'withdrawn')),
    wording     TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    at_ms       INTEGER NOT NULL,
    staff_id    TEXT,
    position    INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX consents_by_customer ON consents (customer_id, position);

  CREATE TABLE customer_totals (
    customer_id        TEXT    PRIMARY KEY REFERENCES customers (customer_id),
    store_count        INTEGER NOT NULL DEFAULT 0,
    store_spent_minor  INTEGER NOT NULL DEFAULT 0,
    first_store_at_ms  INTEGER,
    last_store_at_ms   INTEGER,
    online_count       INTEGER NOT NULL DEFAULT 0,
    online_spent_minor INTEGER NOT NULL DEFAULT 0,
    first_online_at_ms INTEGER,
    last_online_at_ms  INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE customer_products (
    customer_id    TEXT    NOT NULL,
    sku            TEXT    NOT NULL,
    purchase_count INTEGER NOT NULL,
    quantity_milli INTEGER NOT NULL,
    first_at_ms    INTEGER NOT NULL,
    last_at_ms     INTEGER NOT NULL,
    PRIMARY KEY (customer_id, sku)
  ) STRICT, WITHOUT ROWID;

  -- Rows are ordered by position, not by the clock: a clock set back never reorders a ledger.
  CREATE TABLE points_ledger (
    customer_id   TEXT    NOT NULL REFERENCES customers (customer_id),
    position      INTEGER NOT NULL CHECK (position > 0),
    entry_id      TEXT    NOT NULL,
    at_ms         INTEGER NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN
                  ('earn', 'redeem', 'expire', 'take-back', 'give-back', 'adjust', 'merge')),
    points        INTEGER NOT NULL CHECK (points <> 0),
    source_kind   TEXT    NOT NULL,
    source_id     TEXT    NOT NULL,
    balance_after INTEGER NOT NULL,
    PRIMARY KEY (customer_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE points_lots (
    customer_id TEXT    NOT NULL,
    position    INTEGER NOT NULL,
    remaining   INTEGER NOT NULL CHECK (remaining >= 0),
    expires_day TEXT,
    PRIMARY KEY (customer_id, position),
    FOREIGN KEY (customer_id, position) REFERENCES points_ledger (customer_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE points_balances (
    customer_id TEXT    PRIMARY KEY REFERENCES customers (customer_id),
    balance     INTEGER NOT NULL,
    position    INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER points_ledger_is_kept BEFORE UPDATE ON points_ledger
    BEGIN SELECT RAISE(ABORT, 'the points ledger is append-only'); END;
  CREATE TRIGGER points_ledger_stays BEFORE DELETE ON points_ledger
    BEGIN SELECT RAISE(ABORT, 'the points ledger is append-only'); END;
  CREATE TRIGGER consents_are_kept BEFORE UPDATE ON consents
    BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END;
  CREATE TRIGGER consents_stay BEFORE DELETE ON consents
    BEGIN SELECT RAISE(ABORT, 'consents are append-only'); END;
`;
