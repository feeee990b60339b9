import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import type { ChangeClock } from "./changes.ts";
import type { FactOf, SealedIdentity } from "./facts.ts";

export type CustomerRow = { readonly customerId: string; readonly createdAtMs: number };

export const findCustomer = (db: ReadDb, customerId: string): CustomerRow | undefined =>
  db
    .prepare<[string], CustomerRow>(
      `SELECT customer_id AS customerId, created_at_ms AS createdAtMs
         FROM customers WHERE customer_id = ? AND removed = 0`,
    )
    .get(customerId);

/** Sealed texts by field name. */
export const listSealedFields = (
  db: ReadDb,
  customerId: string,
): readonly { readonly field: string; readonly sealed: Uint8Array }[] =>
  db
    .prepare<[string], { field: string; sealed: Uint8Array }>(
      "SELECT field, sealed FROM customer_fields WHERE customer_id = ? AND sealed IS NOT NULL",
    )
    .all(customerId);

export const findSealedField = (
  db: ReadDb,
  customerId: string,
  field: string,
): Uint8Array | undefined =>
  db
    .prepare<[string, string], { sealed: Uint8Array }>(
      `SELECT sealed FROM customer_fields
        WHERE customer_id = ? AND field = ? AND sealed IS NOT NULL`,
    )
    .get(customerId, field)?.sealed;

/** When the field was last said; imported words have negative times. */
export const findFieldClock = (
  db: ReadDb,
  customerId: string,
  field: string,
): ChangeClock | undefined =>
  db
    .prepare<[string, string], ChangeClock>(
      `SELECT clock_ms AS clockMs, clock_count AS clockCount
         FROM customer_fields WHERE customer_id = ? AND field = ?`,
    )
    .get(customerId, field);

export type IdentityRow = {
  readonly identityId: string;
  readonly kind: "phone" | "email" | "card" | "shop";
  readonly sealed: Uint8Array;
  readonly source: string;
  readonly sinceMs: number;
};

export const listIdentities = (db: ReadDb, customerId: string): readonly IdentityRow[] =>
  db
    .prepare<[string], IdentityRow>(
      `SELECT identity_id AS identityId, kind, sealed, source, since_ms AS sinceMs
         FROM identities WHERE customer_id = ? ORDER BY since_ms, identity_id`,
    )
    .all(customerId);

export type ConsentRow = {
  readonly purpose: "personalization" | "marketing";
  readonly channel: "counter" | "print" | "sms" | "email" | "zalo" | "phone";
  readonly state: "granted" | "withdrawn";
  readonly atMs: number;
  readonly source: string;
  readonly wording: string;
};

/** Every consent ever recorded, in the order in which it was said. */
export const listConsents = (db: ReadDb, customerId: string): readonly ConsentRow[] =>
  db
    .prepare<[string], ConsentRow>(
      `SELECT purpose, channel, state, at_ms AS atMs, source, wording
         FROM consents WHERE customer_id = ? ORDER BY position`,
    )
    .all(customerId);

/** The last word on one purpose and channel, by SQL, for lists of many people. */
export const LAST_CONSENT = `(SELECT state FROM consents
  WHERE consents.customer_id = customers.customer_id AND purpose = ? AND channel = ?
  ORDER BY position DESC LIMIT 1)`;

export type CustomerTotals = {
  readonly storeCount: number;
  readonly storeSpentMinor: number;
  readonly firstStoreAtMs: number | null;
  readonly lastStoreAtMs: number | null;
  readonly onlineCount: number;
  readonly onlineSpentMinor: number;
  readonly firstOnlineAtMs: number | null;
  readonly lastOnlineAtMs: number | null;
};

export const customerTotals = (db: ReadDb, customerId: string): CustomerTotals | undefined =>
  db
    .prepare<[string], CustomerTotals>(
      `SELECT store_count AS storeCount, store_spent_minor AS storeSpentMinor,
              first_store_at_ms AS firstStoreAtMs, last_store_at_ms AS lastStoreAtMs,
              online_count AS onlineCount, online_spent_minor AS onlineSpentMinor,
              first_online_at_ms AS firstOnlineAtMs, last_online_at_ms AS lastOnlineAtMs
         FROM customer_totals WHERE customer_id = ?`,
    )
    .get(customerId);

/** Sales since `fromMs`, newest first: when and how much. */
export const listRecentVisits = (
  db: ReadDb,
  query: { readonly customerId: string; readonly fromMs: number; readonly limit: number },
): readonly { readonly atMs: number; readonly totalMinor: number }[] =>
  db
    .prepare<[string, number, number], { atMs: number; totalMinor: number }>(
      `SELECT sold_at_ms AS atMs, total_minor AS totalMinor FROM sales
        WHERE customer_id = ? AND sold_at_ms >= ? ORDER BY sold_at_ms DESC ${LIMIT}`,
    )
    .all(query.customerId, query.fromMs, query.limit);

export type VisitRow = {
  readonly ref: string;
  readonly number: string;
  readonly atMs: number;
  readonly totalMinor: number;
};

export const listLastSales = (db: ReadDb, customerId: string, limit: number): readonly VisitRow[] =>
  db
    .prepare<[string, number], VisitRow>(
      `SELECT sale_id AS ref, receipt_number AS number, sold_at_ms AS atMs,
              total_minor AS totalMinor
         FROM sales WHERE customer_id = ? ORDER BY sold_at_ms DESC ${LIMIT}`,
    )
    .all(customerId, limit);

export type BoughtLine = {
  /** The sale. */
  readonly ref: string;
  readonly name: string;
  readonly quantityMilli: number;
};

/** All lines of the last `limit` sales, the dearest of each first. One question for them all. */
export const listLastSaleLines = (
  db: ReadDb,
  customerId: string,
  limit: number,
): readonly BoughtLine[] =>
  db
    .prepare<[string, number], BoughtLine>(
      `SELECT sale_id AS ref, name, quantity_milli AS quantityMilli
         FROM (SELECT sale_id FROM sales WHERE customer_id = ? ORDER BY sold_at_ms DESC ${LIMIT})
              JOIN sale_lines USING (sale_id)
        ORDER BY sale_id, gross_minor DESC, line`,
    )
    .all(customerId, limit);

export const applyCustomerMade = (
  db: WriteDb,
  fact: FactOf<"customer.made">,
  clock: ChangeClock,
): void => {
  const { customerId, createdAtMs, importId } = fact;
  insertRow(db, "customers", { customerId, createdAtMs });
  for (const [field, sealed] of Object.entries(fact.fields)) {
    saveField(db, { customerId, field, sealed, clock: fact.fieldClock ?? clock });
  }
  for (const identity of fact.identities) insertIdentity(db, customerId, identity);
  if (importId !== undefined) insertRow(db, "import_customers", { importId, customerId });
};

export const applyCustomerChanged = (
  db: WriteDb,
  fact: FactOf<"customer.changed">,
  clock: ChangeClock,
): void => {
  const { customerId } = fact;
  for (const [field, sealed] of Object.entries(fact.fields)) {
    saveField(db, { customerId, field, sealed, clock: fact.fieldClock ?? clock });
  }
};

export const applyIdentityAdded = (db: WriteDb, fact: FactOf<"identity.added">): void =>
  insertIdentity(db, fact.customerId, fact);

export const applyCustomerRemoved = (db: WriteDb, fact: FactOf<"customer.removed">): void => {
  const { customerId } = fact;
  db.prepare<[string]>("UPDATE customers SET removed = 1 WHERE customer_id = ?").run(customerId);
  db.prepare<[string]>("DELETE FROM customer_fields WHERE customer_id = ?").run(customerId);
  db.prepare<[string]>("DELETE FROM identities WHERE customer_id = ?").run(customerId);
};

export const applyConsentRecorded = (db: WriteDb, fact: FactOf<"consent.recorded">): void => {
  const { consentId, customerId, purpose, channel, state, wording, source, atMs, staffId } = fact;
  const last = db
    .prepare<[string], { position: number }>(
      "SELECT coalesce(max(position), 0) AS position FROM consents WHERE customer_id = ?",
    )
    .get(customerId);
  const position = (last?.position ?? 0) + 1;
  const row = { consentId, customerId, purpose, channel, state, wording, source, atMs, staffId };
  insertRow(db, "consents", { ...row, position });
};

/** The last writer by the clock wins; the same text again changes nothing. */
const saveField = (
  db: WriteDb,
  field: {
    readonly customerId: string;
    readonly field: string;
    readonly sealed: string | null;
    readonly clock: ChangeClock;
  },
): void => {
  const { clockMs, clockCount } = field.clock;
  db.prepare<unknown[]>(
    `INSERT INTO customer_fields VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (customer_id, field) DO UPDATE SET
       sealed = excluded.sealed, clock_ms = excluded.clock_ms, clock_count = excluded.clock_count
     WHERE (excluded.clock_ms, excluded.clock_count) > (clock_ms, clock_count)`,
  ).run(
    field.customerId,
    field.field,
    field.sealed === null ? null : Buffer.from(field.sealed, "base64"),
    clockMs,
    clockCount,
  );
};

const insertIdentity = (db: WriteDb, customerId: string, identity: SealedIdentity): void => {
  const { identityId, identityKind, sealed, source, sinceMs, importId } = identity;
  insertRow(db, "identities", {
    identityId,
    customerId,
    kind: identityKind,
    sealed: Buffer.from(sealed, "base64"),
    source,
    sinceMs,
    importId,
  });
};

/** Everybody who is still known, in the order of their ids, from behind `after`. */
export const listCustomerIds = (
  db: ReadDb,
  query: { readonly after: string; readonly limit: number },
): readonly string[] =>
  db
    .prepare<[string, number], { customerId: string }>(
      `SELECT customer_id AS customerId FROM customers
        WHERE customer_id > ? AND removed = 0 ORDER BY customer_id ${LIMIT}`,
    )
    .all(query.after, query.limit)
    .map(({ customerId }) => customerId);

/** Everybody whose name is known, to those who have the key. */
export const listNamed = (db: ReadDb): readonly string[] =>
  db
    .prepare<[], { id: string }>(
      "SELECT customer_id AS id FROM customer_fields WHERE field = 'name' AND sealed IS NOT NULL",
    )
    .all()
    .map(({ id }) => id);
