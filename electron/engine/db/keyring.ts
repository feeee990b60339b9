import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { assert, defined } from "../../../shared/kernel/assert.ts";
import type { ReadDb, WriteDb } from "./connection.ts";
import { freshBytes } from "./freshBytes.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEPT_KEYS = 20_000;
const RESERVED_TIMES = 4;

/**
 * The keys of the people: one of 32 bytes each, in a file of its own. What is known about a person
 * is stored only sealed under that key, so destroying the key forgets the person in every copy.
 */
export type Keyring = {
  /** Makes the person's key; written before the fact that needs it. */
  readonly create: (customerId: string) => void;
  /**
   * Sees that there are keys for at least so many people to come. Where there are not it makes them for
   * several times as many and waits for the disk once: work that makes many people takes its next one
   * from here. `dropReserve` destroys what was not taken.
   */
  readonly reserve: (least: number, newId: () => string) => void;
  /** Somebody whose key is on the disk already, or undefined where none is left in the reserve. */
  readonly takeReserved: () => string | undefined;
  readonly dropReserve: () => void;
  /** AES-256-GCM over `text`; `field` is bound in, so that one field cannot stand for another. */
  readonly seal: (customerId: string, field: string, text: string) => Buffer;
  readonly has: (customerId: string) => boolean;
  /** The text, or undefined where the person's key was destroyed. */
  readonly open: (customerId: string, field: string, sealed: Uint8Array) => string | undefined;
  /** A keyed hash of 32 bytes: equal inputs are found equal, and nothing else is learned. */
  readonly fingerprint: (text: string) => Buffer;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS customer_keys (
    customer_id TEXT PRIMARY KEY,
    key         BLOB NOT NULL CHECK (length(key) = 32)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS secrets (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** Opens the keyring in `db`, making its tables and its secret on first use. */
export const openKeyring = (db: WriteDb): Keyring => {
  db.exec(SCHEMA);
  // Node looks at a key given as bytes for 50 µs each time, and at a key object for none.
  const secret = createSecretKey(readSecret(db));
  const kept = new Map<string, KeyObject>();
  const reserved: string[] = [];

  const find = (customerId: string): KeyObject | undefined => {
    const known = kept.get(customerId);
    if (known) return known;
    const row = db
      .prepare<[string], { key: Buffer }>("SELECT key FROM customer_keys WHERE customer_id = ?")
      .get(customerId);
    return row && keep(kept, customerId, row.key);
  };

  const create = (customerId: string): void => {
    const key = freshBytes(32);
    if (!db.inTransaction()) db.exec("BEGIN IMMEDIATE");
    db.prepare<[string, Buffer]>("INSERT INTO customer_keys (customer_id, key) VALUES (?, ?)").run(
      customerId,
      key,
    );
    keep(kept, customerId, key);
  };

  return {
    create,
    reserve: (least, newId) => {
      if (reserved.length >= least) return;
      assert(!db.inTransaction(), "a reserve is made between two units of work");
      const fresh = Array.from({ length: RESERVED_TIMES * least - reserved.length }, newId);
      for (const customerId of fresh) create(customerId);
      db.exec("COMMIT");
      reserved.unshift(...fresh.toReversed());
    },
    takeReserved: () => reserved.pop(),
    dropReserve: () => {
      if (reserved.length === 0) return;
      assert(!db.inTransaction(), "a reserve is dropped between two units of work");
      db.exec("BEGIN IMMEDIATE");
      for (const customerId of reserved.splice(0)) {
        kept.delete(customerId);
        db.prepare<[string]>("DELETE FROM customer_keys WHERE customer_id = ?").run(customerId);
      }
      db.exec("COMMIT");
    },
    seal: (customerId, field, text) =>
      sealWith(defined(find(customerId), `key of customer ${customerId}`), field, text),
    has: (customerId) => find(customerId) !== undefined,
    open: (customerId, field, sealed) => {
      const key = find(customerId);
      return key && openWith(key, field, sealed);
    },
    fingerprint: (text) => createHmac("sha256", secret).update(text).digest(),
  };
};

const sealWith = (key: KeyObject, field: string, text: string): Buffer => {
  const nonce = freshBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(field));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

const openWith = (key: KeyObject, field: string, sealed: Uint8Array): string => {
  assert(sealed.length >= NONCE_BYTES + TAG_BYTES, `sealed ${field} is cut short`);
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(field));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([body, decipher.final()]).toString("utf8");
};

const keep = (kept: Map<string, KeyObject>, customerId: string, bytes: Buffer): KeyObject => {
  if (kept.size >= KEPT_KEYS) {
    const oldest = kept.keys().next();
    if (!oldest.done) kept.delete(oldest.value);
  }
  const key = createSecretKey(bytes);
  kept.set(customerId, key);
  return key;
};

/** Whether two files hold keys of the same shop. */
export const areOfOneShop = (left: ReadDb, right: ReadDb): boolean => {
  const [one, other] = [findSecret(left), findSecret(right)];
  return one !== undefined && other !== undefined && one.equals(other);
};

/** Everybody whose key is there. */
export const listKeyed = (db: ReadDb): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[], { id: string }>("SELECT customer_id AS id FROM customer_keys")
      .all()
      .map(({ id }) => id),
  );

const readSecret = (db: WriteDb): Buffer => {
  db.prepare<[Buffer]>("INSERT OR IGNORE INTO secrets (name, value) VALUES ('fingerprint', ?)").run(
    randomBytes(32),
  );
  return defined(findSecret(db), "the fingerprint secret");
};

const findSecret = (db: ReadDb): Buffer | undefined =>
  db.prepare<[], { value: Buffer }>("SELECT value FROM secrets WHERE name = 'fingerprint'").get()
    ?.value;
