import type { LoyaltyRules } from "../../../shared/domain/loyalty/loyaltyRules.ts";
import type { ShopSettings } from "../../../shared/domain/shop/shopSettings.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";
import type { FactOf } from "./facts.ts";

export type Shop = {
  readonly shopId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: "vi" | "en";
  readonly country: string;
  readonly taxMode: "inclusive" | "exclusive";
  readonly cashRoundingMinor: number;
  readonly loyalty: LoyaltyRules;
  readonly isDemo: boolean;
};

export type Register = {
  readonly registerId: string;
  readonly letter: string;
  readonly receiptSequence: number;
};

export const findShop = (db: ReadDb): Shop | undefined => {
  const row = db
    .prepare<[], Omit<Shop, "loyalty" | "isDemo"> & { rules: string; demo: number }>(
      `SELECT shop_id AS shopId, name, phone, address, currency, timezone, locale, country,
              tax_mode AS taxMode, cash_rounding_minor AS cashRoundingMinor,
              loyalty_rules AS rules, is_demo AS demo
         FROM shop`,
    )
    .get();
  if (!row) return undefined;
  const { rules, demo, ...shop } = row;
  return { ...shop, loyalty: JSON.parse(rules), isDemo: demo === 1 };
};

export const getShop = (db: ReadDb): Shop => defined(findShop(db), "the shop");

export const findOwnRegister = (db: ReadDb): Register | undefined =>
  db
    .prepare<[], Register>(
      `SELECT register_id AS registerId, letter, receipt_sequence AS receiptSequence
         FROM registers WHERE is_own = 1`,
    )
    .get();

/** The rate in force on `day`, or 0 where none was set. */
export const standardRateBps = (db: ReadDb, day: string): number =>
  db
    .prepare<[string], { rateBps: number }>(
      `SELECT rate_bps AS rateBps FROM tax_rates
        WHERE tax_class = 'standard' AND from_day <= ? ORDER BY from_day DESC LIMIT 1`,
    )
    .get(day)?.rateBps ?? 0;

export const applyShopMade = (db: WriteDb, fact: FactOf<"shop.made">): void => {
  insertRow(db, "shop", {
    onlyRow: 1,
    shopId: fact.shopId,
    name: fact.name,
    phone: fact.phone,
    address: fact.address,
    currency: fact.currency,
    timezone: fact.timezone,
    locale: fact.locale,
    country: fact.country,
    taxMode: fact.taxMode,
    cashRoundingMinor: fact.cashRoundingMinor,
    loyaltyRules: JSON.stringify(fact.loyaltyRules),
    createdAtMs: fact.createdAtMs,
  });
  insertRow(db, "registers", {
    registerId: fact.registerId,
    letter: fact.registerLetter,
    isOwn: true,
  });
  for (const { fromDay, rateBps } of fact.taxRates) {
    insertRow(db, "tax_rates", { taxClass: "standard", fromDay, rateBps });
  }
};

export const applyDemoFilled = (db: WriteDb): void => {
  db.prepare<[]>("UPDATE shop SET is_demo = 1").run();
};

/** What the owner has set, or what a shop begins with. */
export const findSettings = (db: ReadDb): ShopSettings => {
  const row = db
    .prepare<[], Omit<ShopSettings, "marginFloorBps"> & { marginFloorBps: number | null }>(
      `SELECT suggestion_control_bps AS suggestionControlBps,
              contact_cap_per_month AS contactCapPerMonth, margin_floor_bps AS marginFloorBps,
              assumed_margin_bps AS assumedMarginBps
         FROM shop`,
    )
    .get();
  const { marginFloorBps, ...settings } = defined(row, "the shop");
  return marginFloorBps === null ? settings : { ...settings, marginFloorBps };
};

/** Each by itself, so that two tills may change two of them. */
export const applySettings = (db: WriteDb, fact: FactOf<"shop.settings-changed">): void => {
  const columns = {
    suggestion_control_bps: fact.suggestionControlBps,
    contact_cap_per_month: fact.contactCapPerMonth,
    margin_floor_bps: fact.marginFloorBps,
    assumed_margin_bps: fact.assumedMarginBps,
  };
  for (const [column, value] of Object.entries(columns)) {
    if (value === undefined) continue;
    db.prepare<[number | null]>(`UPDATE shop SET ${column} = ?`).run(value);
  }
};

export const applyStaffMade = (db: WriteDb, fact: FactOf<"staff.made">): void => {
  const { staffId, name, role, pinHash, createdAtMs } = fact;
  insertRow(db, "staff", { staffId, name, nameKey: nameKey(name), role, pinHash, createdAtMs });
};

/** How a staff name is recognised at sign-in: the case and the spaces do not matter. */
export const nameKey = (name: string): string =>
  name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
