/**
 * What was learned, by revision: a new one is written beside the old, then `suggestion_model` points
 * at it in one short transaction. All of it can be learned again, so nothing here is a fact.
 *
 * A companion list is one value (little-endian, packed by `tables/packedLists.ts`): a row for each
 * pair would make writing and loading thirty times slower, and no question is ever asked in SQL.
 */
export const suggestionTables = `
  CREATE TABLE suggestion_model (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    revision      INTEGER NOT NULL,
    learned_at_ms INTEGER NOT NULL,
    basket_count  INTEGER NOT NULL,
    week_baskets  BLOB    NOT NULL
  ) STRICT;

  CREATE TABLE suggestion_items (
    revision      INTEGER NOT NULL,
    item          INTEGER NOT NULL,
    sku           TEXT    NOT NULL,
    baskets       INTEGER NOT NULL CHECK (baskets >= 0),
    buyers        INTEGER NOT NULL CHECK (buyers >= 0),
    repeat_buyers INTEGER NOT NULL CHECK (repeat_buyers BETWEEN 0 AND buyers),
    first_at_ms   INTEGER NOT NULL,
    last_at_ms    INTEGER NOT NULL,
    weeks         BLOB    NOT NULL,
    together      BLOB    NOT NULL,
    kindred       BLOB    NOT NULL,
    PRIMARY KEY (revision, item)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE suggestion_ranker (
    revision INTEGER NOT NULL,
    task     TEXT    NOT NULL CHECK (task IN ('with-basket', 'history-only')),
    feature  TEXT    NOT NULL,
    weight   REAL    NOT NULL,
    PRIMARY KEY (revision, task, feature)
  ) STRICT, WITHOUT ROWID;
`;
