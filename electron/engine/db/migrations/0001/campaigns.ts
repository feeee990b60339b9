/** Campaigns, who was drawn into which arm, and codes that can be used once, by a UNIQUE key. */
export const campaignTables = `
  CREATE TABLE campaigns (
    campaign_id           TEXT    PRIMARY KEY,
    name                  TEXT    NOT NULL,
    segment               TEXT    NOT NULL,
    offer                 TEXT    NOT NULL,
    from_day              TEXT    NOT NULL,
    to_day                TEXT    NOT NULL CHECK (to_day >= from_day),
    holdout_bps           INTEGER NOT NULL CHECK (holdout_bps BETWEEN 0 AND 10000),
    max_uses_per_customer INTEGER NOT NULL CHECK (max_uses_per_customer > 0),
    budget_minor          INTEGER,
    created_at_ms         INTEGER NOT NULL,
    issued_at_ms          INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE campaign_members (
    campaign_id TEXT NOT NULL REFERENCES campaigns (campaign_id),
    customer_id TEXT NOT NULL REFERENCES customers (customer_id),
    arm         TEXT NOT NULL CHECK (arm IN ('issued', 'held-out')),
    PRIMARY KEY (campaign_id, customer_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE coupons (
    code        TEXT PRIMARY KEY,
    campaign_id TEXT NOT NULL REFERENCES campaigns (campaign_id),
    customer_id TEXT NOT NULL REFERENCES customers (customer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX coupons_by_customer ON coupons (customer_id);
  CREATE INDEX coupons_by_campaign ON coupons (campaign_id);

  CREATE TABLE coupon_redemptions (
    code           TEXT    PRIMARY KEY REFERENCES coupons (code),
    sale_id        TEXT    NOT NULL REFERENCES sales (sale_id),
    discount_minor INTEGER NOT NULL CHECK (discount_minor >= 0),
    at_ms          INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX coupon_redemptions_by_sale ON coupon_redemptions (sale_id);

  CREATE TRIGGER coupon_redemptions_are_kept BEFORE UPDATE ON coupon_redemptions
    BEGIN SELECT RAISE(ABORT, 'coupon uses are append-only'); END;
  CREATE TRIGGER coupon_redemptions_stay BEFORE DELETE ON coupon_redemptions
    BEGIN SELECT RAISE(ABORT, 'coupon uses are append-only'); END;
`;
