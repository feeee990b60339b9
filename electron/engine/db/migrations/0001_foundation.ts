import type { Migration } from "../migrate.ts";
import { campaignTables } from "./0001/campaigns.ts";
import { catalogTables } from "./0001/catalog.ts";
import { customerTables } from "./0001/customers.ts";
import { orderTables } from "./0001/orders.ts";
import { saleTables } from "./0001/sales.ts";
import { shopTables } from "./0001/shop.ts";
import { suggestionTables } from "./0001/suggestions.ts";

/** The shop's tables: facts, their append-only ledgers, and the summaries kept beside them. */
export const foundation: Migration = {
  version: 1,
  up: (db) => {
    for (const tables of [
      shopTables,
      catalogTables,
      customerTables,
      saleTables,
      orderTables,
      campaignTables,
      suggestionTables,
    ]) {
      db.exec(tables);
    }
  },
};
