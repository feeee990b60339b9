/**
 * Online orders by (source, external id). The buyer is
 * sealed under the person's key; `version` grows with each payload that stands over the one before.
 */
export const orderTables = `
  CREATE TABLE orders (
    source         TEXT    NOT NULL,
    external_id    TEXT    NOT NULL,
    number         TEXT    NOT NULL,
    placed_at_ms   INTEGER NOT NULL,
    updated_at_ms  INTEGER NOT NULL,
    paid_at_ms     INTEGER,
    state          TEXT    NOT NULL CHECK (state IN
                   ('pending', 'paid', 'fulfilled', 'cancelled', 'refunded', 'partially-refunded')),
    currency       TEXT    NOT NULL,
    lines_minor    INTEGER NOT NULL,
    discount_minor INTEGER NOT NULL,
    shipping_minor INTEGER NOT NULL,
    tax_minor      INTEGER NOT NULL,
    total_minor    INTEGER NOT NULL,
    refunded_minor INTEGER NOT NULL,
    customer_id    TEXT    REFERENCES customers (customer_id),
    sealed_buyer   BLOB,
    version        TEXT    NOT NULL,
    import_id      TEXT,
    PRIMARY KEY (source, external_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX orders_by_customer
    ON orders (customer_id, placed_at_ms, state, total_minor, refunded_minor)
    WHERE customer_id IS NOT NULL;
  CREATE INDEX orders_by_time ON orders (placed_at_ms);

  CREATE TABLE order_lines (
    source           TEXT    NOT NULL,
    external_id      TEXT    NOT NULL,
    line             INTEGER NOT NULL,
    sku              TEXT,
    external_product TEXT,
    name             TEXT    NOT NULL,
    quantity         INTEGER NOT NULL CHECK (quantity > 0),
    unit_price_minor INTEGER NOT NULL,
    discount_minor   INTEGER NOT NULL,
    total_minor      INTEGER NOT NULL,
    PRIMARY KEY (source, external_id, line),
    FOREIGN KEY (source, external_id) REFERENCES orders (source, external_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE imports (
    import_id         TEXT    PRIMARY KEY,
    file_name         TEXT    NOT NULL,
    format            TEXT    NOT NULL,
    started_at_ms     INTEGER NOT NULL,
    staff_id          TEXT    NOT NULL,
    finished          INTEGER NOT NULL CHECK (finished IN (0, 1)),
    undone            INTEGER NOT NULL CHECK (undone IN (0, 1)),
    order_count       INTEGER NOT NULL,
    created_count     INTEGER NOT NULL,
    updated_count     INTEGER NOT NULL,
    rejected_count    INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- What stood before each order that an import touched; what it can be taken back to.
  CREATE TABLE import_effects (
    import_id   TEXT NOT NULL REFERENCES imports (import_id),
    source      TEXT NOT NULL,
    external_id TEXT NOT NULL,
    before      TEXT,
    PRIMARY KEY (import_id, source, external_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE import_customers (
    import_id   TEXT NOT NULL REFERENCES imports (import_id),
    customer_id TEXT NOT NULL,
    PRIMARY KEY (import_id, customer_id)
  ) STRICT, WITHOUT ROWID;
`;
