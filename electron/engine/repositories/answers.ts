import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow } from "../db/rows.ts";

export type StoredAnswer = {
  readonly method: string;
  readonly fingerprint: Uint8Array;
  readonly answer: string;
};

export const findAnswer = (db: ReadDb, requestId: string): StoredAnswer | undefined =>
  db
    .prepare<[string], StoredAnswer>(
      "SELECT method, fingerprint, answer FROM answers WHERE request_id = ?",
    )
    .get(requestId);

export const appendAnswer = (
  db: WriteDb,
  answer: StoredAnswer & { readonly requestId: string },
): void => insertRow(db, "answers", answer);
