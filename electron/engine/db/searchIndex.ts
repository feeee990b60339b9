import { rmSync } from "node:fs";
import { type OpenOptions, openDb, type ReadDb, type WriteDb } from "./connection.ts";
import { storageFaultKind } from "./faults.ts";

const SEARCH_VERSION = 3;

/**
 * What search needs in the clear, in a file of its own that is never backed up: it is derived, and
 * made again whenever it does not agree with the facts. A document's rowid grows with each touch, so
 * that "newest first" is the index's own order: `ORDER BY rank` took 209 ms on "nguyen" here.
 */
export type SearchIndex = {
  /** Another one after `remake`, so it is asked for each time. */
  readonly db: WriteDb;
  /** While true the marker stands still: not everybody who changed after it is in. */
  isBehind: boolean;
  /** Puts an empty file in the place of this one. */
  readonly remake: () => void;
  readonly close: () => void;
};

export type SearchDocument = {
  readonly customerId: string;
  readonly name: string;
  /** Words without marks, and as they were typed. */
  readonly folded: string;
  readonly exact: string;
  readonly identities: readonly IndexedIdentity[];
  readonly lastAtMs: number | undefined;
  /** Month and day, "MM-DD", where it is known. */
  readonly birthday: string | undefined;
  /** The same by the lunar calendar, where the year is known too. */
  readonly lunarBirthday: string | undefined;
};

export type IndexedIdentity = {
  readonly kind: string;
  readonly value: string;
  /** Of a phone abroad: its digits without the country's, as it may be typed from its front. */
  readonly front?: string;
};

// The words are cut, folded and lower case already. Any other tokenizer knows letters by tables of
// its own, and where it cuts a word once more FTS5 refuses the search: phrases need more detail.
const TOKENIZER = `tokenize = 'ascii'`;

const SCHEMA = `
  CREATE TABLE documents (
    document_number INTEGER PRIMARY KEY,
    customer_id     TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,
    folded          TEXT    NOT NULL,
    exact           TEXT    NOT NULL,
    phone           TEXT,
    email           TEXT,
    last_at_ms      INTEGER,
    birthday        TEXT,
    lunar_birthday  TEXT
  ) STRICT;
  CREATE INDEX documents_by_birthday ON documents (birthday) WHERE birthday IS NOT NULL;
  CREATE INDEX documents_by_lunar_birthday ON documents (lunar_birthday)
    WHERE lunar_birthday IS NOT NULL;
  CREATE VIRTUAL TABLE folded_words USING fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6',
    ${TOKENIZER});
  CREATE VIRTUAL TABLE exact_words USING fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6',
    ${TOKENIZER});
  CREATE TABLE known_identities (
    kind        TEXT NOT NULL,
    value       TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    PRIMARY KEY (kind, value, customer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX known_identities_by_customer ON known_identities (customer_id);
  CREATE TABLE phone_digits (
    reversed    TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    PRIMARY KEY (reversed, customer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE foreign_fronts (
    digits      TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    PRIMARY KEY (digits, customer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX foreign_fronts_by_customer ON foreign_fronts (customer_id);
  CREATE TABLE marker (
    only_row         INTEGER PRIMARY KEY CHECK (only_row = 1),
    indexed_sequence INTEGER NOT NULL
  ) STRICT;
  INSERT INTO marker VALUES (1, 0);
  PRAGMA user_version = ${SEARCH_VERSION};`;

/** Opens the index; a file that cannot be read, or one of another version, is made anew. */
export const openSearch = (path: string, options: OpenOptions): SearchIndex => {
  let db = openCurrent(path, options);
  return {
    get db() {
      return db;
    },
    isBehind: false,
    remake: () => {
      db.close();
      removeFile(path);
      db = openCurrent(path, options);
    },
    close: () => db.close(),
  };
};

const openCurrent = (path: string, options: OpenOptions): WriteDb => {
  const db = openOrRemake(path, options);
  if (db.pragma("user_version") === SEARCH_VERSION) return db;
  db.close();
  removeFile(path);
  const fresh = openDb(path, options);
  fresh.exec(SCHEMA);
  return fresh;
};

/** Whether the index has a page that cannot be read. Reads all of it: asked after a fault only. */
export const isTorn = (db: WriteDb): boolean => {
  try {
    return db.pragma("quick_check(1)") !== "ok";
  } catch (error) {
    if (storageFaultKind(error) === undefined) throw error;
    return true;
  }
};

const openOrRemake = (path: string, options: OpenOptions): WriteDb => {
  try {
    return openDb(path, options);
  } catch (error) {
    const kind = storageFaultKind(error);
    if (kind !== "wrong-key" && kind !== "corrupt") throw error;
    removeFile(path);
    return openDb(path, options);
  }
};

const removeFile = (path: string): void => {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
};

/** Puts one person's words, digits and identities in, in place of what stood there. */
export const indexDocument = (db: WriteDb, document: SearchDocument): void => {
  beginOnce(db);
  forgetDocument(db, document.customerId);
  const { customerId, name, folded, exact, identities, lastAtMs } = document;
  const first = (kind: string) => identities.find((one) => one.kind === kind)?.value ?? null;
  const { lastInsertRowid } = db
    .prepare<unknown[]>(
      `INSERT INTO documents (customer_id, name, folded, exact, phone, email, last_at_ms,
                              birthday, lunar_birthday)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      customerId,
      name,
      folded,
      exact,
      first("phone"),
      first("email"),
      lastAtMs ?? null,
      document.birthday ?? null,
      document.lunarBirthday ?? null,
    );
  insertWords(db, { number: Number(lastInsertRowid), folded, exact });
  for (const { kind, value, front } of identities) {
    db.prepare<unknown[]>("INSERT OR IGNORE INTO known_identities VALUES (?, ?, ?)").run(
      kind,
      value,
      customerId,
    );
    if (kind === "phone") insertDigits(db, value, customerId);
    if (front !== undefined) {
      const row = [front, customerId];
      db.prepare<string[]>("INSERT OR IGNORE INTO foreign_fronts VALUES (?, ?)").run(...row);
    }
  }
};

export const forgetDocument = (db: WriteDb, customerId: string): void => {
  beginOnce(db);
  if (!deleteWords(db, customerId)) return;
  db.prepare<[string]>("DELETE FROM documents WHERE customer_id = ?").run(customerId);
  const phones = db
    .prepare<[string], { value: string }>(
      "SELECT value FROM known_identities WHERE customer_id = ? AND kind = 'phone'",
    )
    .all(customerId);
  for (const { value } of phones) {
    db.prepare<[string, string]>(
      "DELETE FROM phone_digits WHERE reversed = ? AND customer_id = ?",
    ).run(reversedDigits(value), customerId);
  }
  for (const table of ["known_identities", "foreign_fronts"]) {
    db.prepare<[string]>(`DELETE FROM ${table} WHERE customer_id = ?`).run(customerId);
  }
};

/** Moves the person to the front: they have just been here. */
export const touchDocument = (db: WriteDb, customerId: string, lastAtMs: number): void => {
  beginOnce(db);
  if (!deleteWords(db, customerId)) return;
  db.prepare<[number, string]>(
    `UPDATE documents
        SET last_at_ms = max(coalesce(last_at_ms, 0), ?),
            document_number = (SELECT max(document_number) + 1 FROM documents)
      WHERE customer_id = ?`,
  ).run(lastAtMs, customerId);
  const moved = db
    .prepare<[string], DocumentWords>(
      "SELECT document_number AS number, folded, exact FROM documents WHERE customer_id = ?",
    )
    .get(customerId);
  if (moved) insertWords(db, moved);
};

type DocumentWords = Pick<SearchDocument, "folded" | "exact"> & { readonly number: number };

export const setIndexedSequence = (db: WriteDb, sequence: number): void => {
  db.prepare<[number]>("UPDATE marker SET indexed_sequence = ?").run(sequence);
};

export const indexedSequence = (db: ReadDb): number =>
  db.prepare<[], { n: number }>("SELECT indexed_sequence AS n FROM marker").get()?.n ?? 0;

/** Digits as they are typed from the end: national form, so that 0912… and +84912… agree. */
export const reversedDigits = (phone: string): string =>
  [...phone.replace(/\D/g, "")].reverse().join("");

const insertDigits = (db: WriteDb, phone: string, customerId: string): void => {
  db.prepare<[string, string]>("INSERT OR IGNORE INTO phone_digits VALUES (?, ?)").run(
    reversedDigits(phone),
    customerId,
  );
};

/**
 * By values: an INSERT of what a SELECT finds may be many rows, and for those FTS5 writes out, row by
 * row, what it else gathers until the commit. It took six times as long.
 */
const insertWords = (db: WriteDb, document: DocumentWords): void => {
  for (const column of ["folded", "exact"] as const) {
    db.prepare<[number, string]>(`INSERT INTO ${column}_words (rowid, words) VALUES (?, ?)`).run(
      document.number,
      document[column],
    );
  }
};

const deleteWords = (db: WriteDb, customerId: string): boolean => {
  const row = db
    .prepare<[string], { n: number }>(
      "SELECT document_number AS n FROM documents WHERE customer_id = ?",
    )
    .get(customerId);
  if (!row) return false;
  db.prepare<[number]>("DELETE FROM folded_words WHERE rowid = ?").run(row.n);
  db.prepare<[number]>("DELETE FROM exact_words WHERE rowid = ?").run(row.n);
  return true;
};

const beginOnce = (db: WriteDb): void => {
  if (!db.inTransaction()) db.exec("BEGIN IMMEDIATE");
};

/** Whether this person's birthday is one of `days` ("MM-DD") by this calendar. */
export const isBornOn = (
  db: ReadDb,
  customerId: string,
  { days, calendar }: { readonly days: readonly string[]; readonly calendar: "solar" | "lunar" },
): boolean => {
  const row = db
    .prepare<[string], { solar: string | null; lunar: string | null }>(
      `SELECT birthday AS solar, lunar_birthday AS lunar FROM documents WHERE customer_id = ?`,
    )
    .get(customerId);
  return days.includes(row?.[calendar] ?? "");
};

/** Everybody whose birthday is one of `days` ("MM-DD") by this calendar. */
export const customersBornOn = (
  db: ReadDb,
  days: readonly string[],
  calendar: "solar" | "lunar",
): readonly string[] =>
  db
    .prepare<[string], { customerId: string }>(
      `SELECT customer_id AS customerId FROM documents
        WHERE ${calendar === "lunar" ? "lunar_birthday" : "birthday"} IN
              (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(days))
    .map(({ customerId }) => customerId);
