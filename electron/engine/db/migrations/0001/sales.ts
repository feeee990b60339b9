/** Finished sales keep their numbers: nothing of them is computed again from today's prices. */
export const saleTables = `
  CREATE TABLE sales (
    sale_id            TEXT    PRIMARY KEY,
    register_id        TEXT    NOT NULL REFERENCES registers (register_id),
    receipt_sequence   INTEGER NOT NULL CHECK (receipt_sequence > 0),
    receipt_number     TEXT    NOT NULL,
    business_day       TEXT    NOT NULL,
    sold_at_ms         INTEGER NOT NULL,
    staff_id           TEXT    NOT NULL,
    customer_id        TEXT    REFERENCES customers (customer_id),
    tax_mode           TEXT    NOT NULL,
    gross_minor        INTEGER NOT NULL CHECK (gross_minor >= 0),
    discount_minor     INTEGER NOT NULL CHECK (discount_minor >= 0),
    net_minor          INTEGER NOT NULL CHECK (net_minor >= 0),
    tax_minor          INTEGER NOT NULL CHECK (tax_minor >= 0),
    total_minor        INTEGER NOT NULL CHECK (total_minor = net_minor + tax_minor),
    rounding_minor     INTEGER NOT NULL,
    change_minor       INTEGER NOT NULL CHECK (change_minor >= 0),
    points_earned      INTEGER NOT NULL CHECK (points_earned >= 0),
    points_redeemed    INTEGER NOT NULL CHECK (points_redeemed >= 0),
    points_value_minor INTEGER NOT NULL CHECK (points_value_minor >= 0)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX sales_by_receipt ON sales (register_id, receipt_sequence);
  CREATE INDEX sales_by_number ON sales (receipt_number);
  -- With the total: what somebody spent in a year is read from the index alone.
  CREATE INDEX sales_by_customer ON sales (customer_id, sold_at_ms, total_minor)
    WHERE customer_id IS NOT NULL;
  CREATE INDEX sales_by_day ON sales (business_day, sold_at_ms);

  CREATE TABLE sale_lines (
    sale_id          TEXT    NOT NULL REFERENCES sales (sale_id),
    line             INTEGER NOT NULL CHECK (line > 0),
    sku              TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    sold_by          TEXT    NOT NULL,
    quantity_milli   INTEGER NOT NULL CHECK (quantity_milli > 0),
    unit_price_minor INTEGER NOT NULL CHECK (unit_price_minor >= 0),
    list_price_minor INTEGER NOT NULL CHECK (list_price_minor >= 0),
    gross_minor      INTEGER NOT NULL CHECK (gross_minor >= 0),
    discount_minor   INTEGER NOT NULL CHECK (discount_minor BETWEEN 0 AND gross_minor),
    net_minor        INTEGER NOT NULL CHECK (net_minor >= 0),
    tax_rate_bps     INTEGER NOT NULL,
    tax_minor        INTEGER NOT NULL CHECK (tax_minor >= 0),
    points_earned    INTEGER NOT NULL CHECK (points_earned >= 0),
    points_spent     INTEGER NOT NULL CHECK (points_spent >= 0),
    suggested        INTEGER NOT NULL CHECK (suggested IN (0, 1)),
    PRIMARY KEY (sale_id, line)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sale_discounts (
    sale_id  TEXT    NOT NULL,
    line     INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('line', 'coupon', 'points')),
    code     TEXT,
    minor    INTEGER NOT NULL CHECK (minor > 0),
    PRIMARY KEY (sale_id, line, position),
    FOREIGN KEY (sale_id, line) REFERENCES sale_lines (sale_id, line)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE payments (
    sale_id      TEXT    NOT NULL REFERENCES sales (sale_id),
    position     INTEGER NOT NULL,
    method       TEXT    NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reference    TEXT,
    PRIMARY KEY (sale_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER sales_are_kept BEFORE UPDATE ON sales
    BEGIN SELECT RAISE(ABORT, 'a finished sale is kept'); END;
  CREATE TRIGGER sales_stay BEFORE DELETE ON sales
    BEGIN SELECT RAISE(ABORT, 'a finished sale is kept'); END;
  CREATE TRIGGER sale_lines_are_kept BEFORE UPDATE ON sale_lines
    BEGIN SELECT RAISE(ABORT, 'a finished sale is kept'); END;
  CREATE TRIGGER sale_lines_stay BEFORE DELETE ON sale_lines
    BEGIN SELECT RAISE(ABORT, 'a finished sale is kept'); END;
`;
