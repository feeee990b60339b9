import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";
import type { FactOf } from "./facts.ts";
import { passOverReceipts } from "./receipts.ts";

export type UsedCode = { readonly code: string; readonly atMs: number };

/** Codes that were used here, and of which `other`, an older state of the shop, knows no use. */
export const listUsesUnknownTo = (db: ReadDb, other: ReadDb): readonly UsedCode[] => {
  const isOpen = (code: string): boolean =>
    other
      .prepare<[string], unknown>(
        `SELECT 1 FROM coupons WHERE code = ?
           AND code NOT IN (SELECT code FROM coupon_redemptions)
           AND code NOT IN (SELECT code FROM coupon_uses_replaced)`,
      )
      .get(code) !== undefined;
  return db
    .prepare<[], UsedCode>(
      `SELECT code, at_ms AS atMs FROM coupon_redemptions
       UNION ALL SELECT code, at_ms FROM coupon_uses_replaced ORDER BY 1`,
    )
    .all()
    .filter(({ code }) => isOpen(code));
};

/** How often a code was used that had been used before. */
export const countDoubleUses = (db: ReadDb): number =>
  db.prepare<[], { n: number }>("SELECT count(*) AS n FROM coupon_double_uses").get()?.n ?? 0;

export const applyShopRestored = (db: WriteDb, fact: FactOf<"shop.restored">): void => {
  const { restoredAtMs, isReplacedRead } = fact;
  insertRow(db, "restores", { restoredAtMs, isReplacedRead });
  for (const { code, atMs } of fact.used) insertRow(db, "coupon_uses_replaced", { code, atMs });
  for (const passed of fact.receipts ?? []) passOverReceipts(db, passed, restoredAtMs);
};
