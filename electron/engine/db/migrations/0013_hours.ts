import type { Migration } from "../migrate.ts";

/** At which hours of the day things sell; empty until the shop has learned again. */
export const hours: Migration = {
  version: 13,
  up: (db) =>
    db.exec(`
      ALTER TABLE suggestion_model ADD COLUMN hour_baskets BLOB NOT NULL DEFAULT x'';
      ALTER TABLE suggestion_items ADD COLUMN hours BLOB NOT NULL DEFAULT x''`),
};
