import Database from "better-sqlite3";
import { assert } from "../../../shared/kernel/assert.ts";

type Parameters = readonly unknown[];

export type ReadStatement<P extends Parameters, Row> = {
  readonly get: (...parameters: P) => Row | undefined;
  readonly all: (...parameters: P) => Row[];
  readonly iterate: (...parameters: P) => IterableIterator<Row>;
};

export type WriteStatement<P extends Parameters, Row> = ReadStatement<P, Row> & {
  readonly run: (...parameters: P) => {
    readonly changes: number;
    readonly lastInsertRowid: number | bigint;
  };
};

/** A connection that may only ask. */
export type ReadDb = {
  readonly prepare: <P extends Parameters, Row>(sql: string) => ReadStatement<P, Row>;
};

/** A connection that may also write. Statements are kept by their text, the last ones used. */
export type WriteDb = {
  readonly prepare: <P extends Parameters, Row = unknown>(sql: string) => WriteStatement<P, Row>;
  readonly exec: (sql: string) => void;
  /** The answer of a one-value pragma. */
  readonly pragma: (text: string) => string | number;
  readonly inTransaction: () => boolean;
  readonly close: () => void;
  readonly path: string;
};

export type OpenOptions = {
  /** 32 bytes as hex: the whole file is encrypted with it. Absent: the file stands open. */
  readonly keyHex?: string;
  readonly readOnly?: boolean;
  /** FULL: an answered commit survives a power cut. NORMAL only for what can be rebuilt. */
  readonly synchronous?: "FULL" | "NORMAL" | "OFF";
};

/** Opens one SQLite file in WAL with foreign keys on. Throws a SqliteError where it cannot. */
export const openDb = (path: string, options: OpenOptions = {}): WriteDb => {
  const raw = new Database(path, { readonly: options.readOnly ?? false });
  try {
    configure(raw, options);
  } catch (error) {
    raw.close();
    throw error;
  }
  return wrap(raw, path);
};

/** Locks a file that nobody has open with another key, page by page. */
export const changeKey = (
  path: string,
  { fromHex, toHex }: { readonly fromHex: string; readonly toHex: string },
): void => {
  const db = openDb(path, { keyHex: fromHex });
  try {
    // Pages that lie in a log could not be locked anew.
    db.pragma("journal_mode = DELETE");
    db.pragma(`rekey='raw:${checkedKey(toHex)}'`);
  } finally {
    db.close();
  }
};

const checkedKey = (keyHex: string): string => {
  assert(/^[0-9a-f]{64}$/.test(keyHex), "a data key is 64 hex digits");
  return keyHex;
};

const configure = (raw: Database.Database, options: OpenOptions): void => {
  if (options.keyHex !== undefined) {
    // AEGIS-256: a page costs a fifth of what it does under ChaCha20, which is the library's default.
    raw.pragma("cipher='aegis'");
    raw.pragma(`key='raw:${checkedKey(options.keyHex)}'`);
  }
  raw.pragma("busy_timeout = 5000");
  raw.pragma("foreign_keys = ON");
  raw.pragma("trusted_schema = OFF");
  raw.pragma("cache_size = -65536");
  if (options.readOnly) {
    raw.prepare("SELECT count(*) FROM sqlite_schema").get();
    return;
  }
  raw.pragma("journal_mode = WAL");
  // Both packages compile WAL's default as NORMAL, which loses answered commits in a power cut.
  raw.pragma(`synchronous = ${options.synchronous ?? "FULL"}`);
  // The worker folds the log into the file; this is the cap for a till that outruns it (64 MiB).
  raw.pragma("wal_autocheckpoint = 16000");
  raw.pragma("journal_size_limit = 67108864");
};

const wrap = (raw: Database.Database, path: string): WriteDb => {
  const statementOf = lastUsed((sql: string) => raw.prepare(sql));
  return {
    // A row's shape is what its SQL selects: said by the caller, proven by the tests of its query.
    prepare: <P extends Parameters, Row>(sql: string) =>
      statementOf(sql) as unknown as WriteStatement<P, Row>,
    exec: (sql) => {
      raw.exec(sql);
    },
    pragma: (text) => raw.pragma(text, { simple: true }) as string | number,
    inTransaction: () => raw.inTransaction,
    close: () => raw.close(),
    path,
  };
};

/** The engine's own texts are half as many; those with an instant in them are never asked again. */
const MOST_KEPT = 500;

/**
 * Keeps the last ones used, up to twice as many. In two generations: what is used again is as quick to find
 * as in one map, while a list in the order of use would have to be kept at each use.
 */
const lastUsed = <T>(make: (text: string) => T): ((text: string) => T) => {
  let young = new Map<string, T>();
  let old = young;
  return (text) => {
    const known = young.get(text);
    if (known) return known;
    const one = old.get(text) ?? make(text);
    if (young.size >= MOST_KEPT) {
      old = young;
      young = new Map();
    }
    young.set(text, one);
    return one;
  };
};

/** Runs `work` in one transaction of this file alone; a throw leaves no trace. */
export const inOneFile = (
  db: WriteDb,
  begin: "BEGIN IMMEDIATE" | "BEGIN EXCLUSIVE",
  work: () => void,
): void => {
  db.exec(begin);
  try {
    work();
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction()) db.exec("ROLLBACK");
    throw error;
  }
};
