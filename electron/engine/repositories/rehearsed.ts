import type { MatchCandidate } from "../../../shared/domain/identity/matchDecision.ts";
import type { KeptVersions } from "../../../shared/domain/order/orderVersion.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { LIMIT } from "../db/rows.ts";
import { MOST_OWNERS } from "./customerSearch.ts";
import type { FieldClock } from "./facts.ts";
import type { OrderKey } from "./orders.ts";

/** What a rehearsal makes of people and orders, in a file of its own beside the shop's. */
export const REHEARSAL_SCHEMA = `
  CREATE TABLE people (
    customer_id TEXT    PRIMARY KEY,
    is_newcomer INTEGER NOT NULL,
    -- JSON text: a candidate to be matched, and when its name was said.
    person      TEXT    NOT NULL,
    name_clock  TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE owners (
    identity_key INTEGER NOT NULL,
    customer_id  TEXT    NOT NULL,
    PRIMARY KEY (identity_key, customer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE orders (
    source        TEXT NOT NULL,
    external_id   TEXT NOT NULL,
    version       TEXT NOT NULL,
    buyer_version TEXT,
    customer_id   TEXT,
    PRIMARY KEY (source, external_id)
  ) STRICT, WITHOUT ROWID;`;

export type Rehearsed = {
  readonly person: MatchCandidate;
  readonly nameClock: FieldClock | undefined;
  readonly isNewcomer: boolean;
};

type PersonRow = {
  readonly isNewcomer: 0 | 1;
  readonly person: string;
  readonly nameClock: string | null;
};

export const findRehearsed = (db: ReadDb, customerId: string): Rehearsed | undefined => {
  const row = db
    .prepare<[string], PersonRow>(
      `SELECT is_newcomer AS isNewcomer, person, name_clock AS nameClock
         FROM people WHERE customer_id = ?`,
    )
    .get(customerId);
  return (
    row && {
      person: JSON.parse(row.person),
      nameClock: row.nameClock === null ? undefined : JSON.parse(row.nameClock),
      isNewcomer: row.isNewcomer === 1,
    }
  );
};

/** `keys` are those of the identities that are new to the person. */
export const keepRehearsed = (
  db: WriteDb,
  { person, nameClock, isNewcomer }: Rehearsed,
  keys: readonly number[],
): void => {
  db.prepare<[string, number, string, string | null]>(
    "INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?)",
  ).run(
    person.customerId,
    Number(isNewcomer),
    JSON.stringify(person),
    nameClock ? JSON.stringify(nameClock) : null,
  );
  for (const key of keys) {
    db.prepare<[number, string]>("INSERT OR IGNORE INTO owners VALUES (?, ?)").run(
      key,
      person.customerId,
    );
  }
};

/** Those whom `findCustomersByIdentity` would name. */
export const listRehearsedOwners = (db: ReadDb, key: number): readonly string[] =>
  db
    .prepare<[number, number], { customerId: string }>(
      `SELECT customer_id AS customerId FROM owners WHERE identity_key = ?
        ORDER BY customer_id ${LIMIT}`,
    )
    .all(key, MOST_OWNERS)
    .map(({ customerId }) => customerId);

export type RehearsedOrder = KeptVersions & { readonly customerId: string | null };

export const findRehearsedOrder = (db: ReadDb, key: OrderKey): RehearsedOrder | undefined =>
  db
    .prepare<[string, string], RehearsedOrder>(
      `SELECT version, buyer_version AS buyerVersion, customer_id AS customerId
         FROM orders WHERE source = ? AND external_id = ?`,
    )
    .get(key.source, key.externalId);

export const keepRehearsedOrder = (db: WriteDb, key: OrderKey, order: RehearsedOrder): void => {
  const { version, buyerVersion, customerId } = order;
  db.prepare<unknown[]>("INSERT OR REPLACE INTO orders VALUES (?, ?, ?, ?, ?)").run(
    ...[key.source, key.externalId, version, buyerVersion, customerId],
  );
};
