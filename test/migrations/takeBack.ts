import type { WriteDb } from "../../electron/engine/db/connection.ts";

/** What takes the columns and tables of a version away again. */
const takenBackBy: Readonly<Record<number, string>> = {
  9: `DROP INDEX coupon_double_uses_by_sale;
    ALTER TABLE campaigns DROP COLUMN message_template;
    ALTER TABLE campaigns DROP COLUMN letter_template`,
  10: `DROP TABLE campaign_commitments;
    ALTER TABLE coupons DROP COLUMN max_discount_minor;
    ALTER TABLE campaigns DROP COLUMN issued_count;
    ALTER TABLE campaigns DROP COLUMN held_out_count`,
  11: "ALTER TABLE sale_lines DROP COLUMN unit_cost_minor",
  12: "ALTER TABLE campaign_members DROP COLUMN drawn_at_ms",
  13: `ALTER TABLE suggestion_model DROP COLUMN hour_baskets;
    ALTER TABLE suggestion_items DROP COLUMN hours`,
  14: `ALTER TABLE sales DROP COLUMN extra_points;
    ALTER TABLE sales DROP COLUMN extra_points_minor`,
  15: "ALTER TABLE campaign_members DROP COLUMN chosen_for",
};

/** Makes the shop one of `version`, from 8 on, with all that was kept before; what came later is gone. */
export const takeBackTo = (db: WriteDb, version: number): void => {
  const later = Object.entries(takenBackBy).filter(([made]) => Number(made) > version);
  for (const [, sql] of later.toReversed()) db.exec(sql);
  db.exec(`PRAGMA user_version = ${version}`);
};
