import type { Migration } from "../migrate.ts";

/** What each thing cost the shop when it was sold: a cost that changes later changes no past margin. */
export const unitCost: Migration = {
  version: 11,
  up: (db) =>
    db.exec(
      "ALTER TABLE sale_lines ADD COLUMN unit_cost_minor INTEGER CHECK (unit_cost_minor >= 0)",
    ),
};
