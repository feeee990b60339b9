import type { Migration } from "../migrate.ts";

/**
 * What was expected of each who was chosen for it, sealed: it is told at the till, and by then the person has bought
 * again. Of those drawn before this version it is not known.
 */
export const chosenFor: Migration = {
  version: 15,
  up: (db) => db.exec("ALTER TABLE campaign_members ADD COLUMN chosen_for BLOB"),
};
