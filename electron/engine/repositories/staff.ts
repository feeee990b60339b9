import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";
import { nameKey } from "./shop.ts";

export type StaffRow = {
  readonly staffId: string;
  readonly name: string;
  readonly role: "cashier" | "manager" | "owner";
  readonly pinHash: string;
};

const COLUMNS = "staff_id AS staffId, name, role, pin_hash AS pinHash";

export const findStaffByName = (db: ReadDb, name: string): StaffRow | undefined =>
  db
    .prepare<[string], StaffRow>(`SELECT ${COLUMNS} FROM staff WHERE name_key = ?`)
    .get(nameKey(name));

export const findStaff = (db: ReadDb, staffId: string): StaffRow | undefined =>
  db.prepare<[string], StaffRow>(`SELECT ${COLUMNS} FROM staff WHERE staff_id = ?`).get(staffId);

export const listStaffNames = (db: ReadDb): readonly string[] =>
  db
    .prepare<[], { name: string }>("SELECT name FROM staff ORDER BY created_at_ms, staff_id")
    .all()
    .map(({ name }) => name);

export const wrongPinCount = (db: ReadDb, name: string): number =>
  db
    .prepare<[string], { n: number }>(
      "SELECT wrong_count AS n FROM sign_in_attempts WHERE name_key = ?",
    )
    .get(nameKey(name))?.n ?? 0;

export const setWrongPinCount = (db: WriteDb, name: string, count: number): void => {
  db.prepare<[string, number]>(
    `INSERT INTO sign_in_attempts VALUES (?, ?)
     ON CONFLICT (name_key) DO UPDATE SET wrong_count = excluded.wrong_count`,
  ).run(nameKey(name), count);
};

export const insertSession = (
  db: WriteDb,
  session: {
    readonly tokenHash: Uint8Array;
    readonly staffId: string;
    readonly openedAtMs: number;
  },
): void => insertRow(db, "sessions", session);

export const findSessionStaff = (
  db: ReadDb,
  tokenHash: Uint8Array,
): (StaffRow & { readonly openedAtMs: number }) | undefined =>
  db
    .prepare<[Uint8Array], StaffRow & { openedAtMs: number }>(
      `SELECT staff.staff_id AS staffId, name, role, pin_hash AS pinHash,
              opened_at_ms AS openedAtMs
         FROM sessions JOIN staff USING (staff_id) WHERE token_hash = ?`,
    )
    .get(tokenHash);

export const deleteSession = (db: WriteDb, tokenHash: Uint8Array): void => {
  db.prepare<[Uint8Array]>("DELETE FROM sessions WHERE token_hash = ?").run(tokenHash);
};

export const deleteSessionsBefore = (db: WriteDb, openedAtMs: number): void => {
  db.prepare<[number]>("DELETE FROM sessions WHERE opened_at_ms < ?").run(openedAtMs);
};
