import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";

export type AuditEntry = {
  readonly atMs: number;
  readonly staffId: string | undefined;
  readonly kind: string;
  readonly subject: string;
};

type Fingerprint = (text: string) => Buffer;

const NO_HASH = Buffer.alloc(32);

/** Appends one entry whose keyed hash covers the one before it. */
export const appendAudit = (db: WriteDb, entry: AuditEntry, fingerprint: Fingerprint): void => {
  const head = auditHead(db);
  const sequence = head.entries + 1;
  const hash = entryHash({ sequence, ...entry }, head.hash, fingerprint);
  insertRow(db, "audit", { sequence, ...entry, previousHash: head.hash, hash });
  db.prepare<[number, Uint8Array]>(
    `INSERT INTO audit_head VALUES (1, ?, ?)
     ON CONFLICT (only_row) DO UPDATE SET entries = excluded.entries, hash = excluded.hash`,
  ).run(sequence, hash);
};

export type AuditVerdict = {
  readonly ok: boolean;
  readonly entries: number;
  /** The first entry that is altered, missing or out of place. */
  readonly brokenAt?: number;
};

/** Walks the whole chain; finds any row that was altered, removed or put in. */
export const verifyAudit = (db: ReadDb, fingerprint: Fingerprint): AuditVerdict => {
  const rows = db.prepare<[], StoredEntry>(ENTRIES).iterate();
  let previous: Uint8Array = NO_HASH;
  let entries = 0;
  for (const { hash, previousHash, ...row } of rows) {
    entries += 1;
    const entry = { ...row, staffId: row.staffId ?? undefined };
    const right = entryHash(entry, previous, fingerprint);
    const isWhole = row.sequence === entries && equal(previousHash, previous) && equal(hash, right);
    if (!isWhole) return { ok: false, entries, brokenAt: entries };
    previous = hash;
  }
  const head = auditHead(db);
  if (head.entries !== entries || !equal(head.hash, previous)) {
    return { ok: false, entries, brokenAt: entries + 1 };
  }
  return { ok: true, entries };
};

/** Whether the newest entry was hashed with this key; also true of a shop without any. */
export const isSignedWith = (db: ReadDb, fingerprint: Fingerprint): boolean => {
  const newest = db.prepare<[], StoredEntry>(`${ENTRIES} DESC LIMIT 1`).get();
  if (!newest) return true;
  const { hash, previousHash, ...row } = newest;
  const entry = { ...row, staffId: row.staffId ?? undefined };
  return equal(hash, entryHash(entry, previousHash, fingerprint));
};

const ENTRIES = `SELECT sequence, at_ms AS atMs, staff_id AS staffId, kind, subject,
  previous_hash AS previousHash, hash FROM audit ORDER BY sequence`;

type StoredEntry = Omit<AuditEntry, "staffId"> & {
  readonly sequence: number;
  readonly staffId: string | null;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
};

const auditHead = (db: ReadDb): { readonly entries: number; readonly hash: Uint8Array } =>
  db
    .prepare<[], { entries: number; hash: Uint8Array }>("SELECT entries, hash FROM audit_head")
    .get() ?? { entries: 0, hash: NO_HASH };

const entryHash = (
  entry: AuditEntry & { readonly sequence: number },
  previous: Uint8Array,
  fingerprint: Fingerprint,
): Buffer => {
  const { sequence, atMs, staffId, kind, subject } = entry;
  const before = Buffer.from(previous).toString("hex");
  return fingerprint(JSON.stringify([sequence, atMs, staffId ?? null, kind, subject, before]));
};

const equal = (left: Uint8Array, right: Uint8Array): boolean => Buffer.from(left).equals(right);
