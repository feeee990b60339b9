import type { Migration } from "../migrate.ts";

/** Products are searched in memory, in the order a cashier expects; their FTS5 words are not asked. */
export const noProductWords: Migration = {
  version: 3,
  up: (db) => db.exec("DROP TABLE product_words"),
};
