/** Products by SKU; the stock is a ledger with its sum kept on the product. */
export const catalogTables = `
  CREATE TABLE products (
    product_number       INTEGER PRIMARY KEY,
    sku                  TEXT    NOT NULL UNIQUE,
    name                 TEXT    NOT NULL,
    barcode              TEXT    UNIQUE,
    category             TEXT,
    price_minor          INTEGER NOT NULL CHECK (price_minor >= 0),
    cost_minor           INTEGER CHECK (cost_minor >= 0),
    tax_rate_bps         INTEGER CHECK (tax_rate_bps BETWEEN 0 AND 10000),
    sold_by              TEXT    NOT NULL CHECK (sold_by IN ('unit', 'weight')),
    sensitive            INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
    stock_quantity_milli INTEGER,
    created_at_ms        INTEGER NOT NULL
  ) STRICT;

  CREATE VIRTUAL TABLE product_words USING fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4',
    tokenize = 'ascii');

  CREATE TABLE stock_ledger (
    entry_number   INTEGER PRIMARY KEY,
    sku            TEXT    NOT NULL REFERENCES products (sku),
    quantity_milli INTEGER NOT NULL,
    source_kind    TEXT    NOT NULL CHECK (source_kind IN ('count', 'sale', 'return')),
    source_id      TEXT    NOT NULL,
    at_ms          INTEGER NOT NULL
  ) STRICT;

  CREATE TRIGGER stock_ledger_is_kept BEFORE UPDATE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
  CREATE TRIGGER stock_ledger_stays BEFORE DELETE ON stock_ledger
    BEGIN SELECT RAISE(ABORT, 'the stock ledger is append-only'); END;
`;
