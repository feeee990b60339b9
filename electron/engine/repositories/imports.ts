import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import type { FactOf } from "./facts.ts";
import type { OrderKey } from "./orders.ts";

export type ImportRow = {
  readonly importId: string;
  readonly fileName: string;
  readonly format: string;
  readonly startedAtMs: number;
  /** 0: it was cut off, or runs still. */
  readonly finished: 0 | 1;
  readonly undone: 0 | 1;
  readonly orderCount: number;
  readonly createdCount: number;
  readonly updatedCount: number;
  readonly rejectedCount: number;
};

const IMPORT_COLUMNS = `import_id AS importId, file_name AS fileName, format,
  started_at_ms AS startedAtMs, finished, undone, order_count AS orderCount,
  created_count AS createdCount, updated_count AS updatedCount, rejected_count AS rejectedCount`;

export const findImport = (db: ReadDb, importId: string): ImportRow | undefined =>
  db
    .prepare<[string], ImportRow>(`SELECT ${IMPORT_COLUMNS} FROM imports WHERE import_id = ?`)
    .get(importId);

export type ImportPage = {
  readonly limit: number;
  /** The last one of the page before. */
  readonly after: Pick<ImportRow, "startedAtMs" | "importId"> | undefined;
};

/** Newest first. */
export const listImports = (db: ReadDb, { limit, after }: ImportPage): readonly ImportRow[] =>
  db
    .prepare<[number, string, number], ImportRow>(
      `SELECT ${IMPORT_COLUMNS} FROM imports WHERE (started_at_ms, import_id) < (?, ?)
        ORDER BY started_at_ms DESC, import_id DESC ${LIMIT}`,
    )
    .all(after?.startedAtMs ?? Number.MAX_SAFE_INTEGER, after?.importId ?? "", limit);

/** How many orders the import has made or changed by now. */
export const countImportEffects = (
  db: ReadDb,
  importId: string,
): Pick<ImportRow, "createdCount" | "updatedCount"> =>
  db
    .prepare<[string], Pick<ImportRow, "createdCount" | "updatedCount">>(
      `SELECT count(*) FILTER (WHERE before IS NULL) AS createdCount,
              count(*) FILTER (WHERE before IS NOT NULL) AS updatedCount
         FROM import_effects WHERE import_id = ?`,
    )
    .get(importId) ?? { createdCount: 0, updatedCount: 0 };

export type ImportEffect = OrderKey & { readonly before: string | null };

export const listImportEffects = (db: ReadDb, importId: string): readonly ImportEffect[] =>
  db
    .prepare<[string], ImportEffect>(
      `SELECT source, external_id AS externalId, before FROM import_effects
        WHERE import_id = ? ORDER BY source, external_id`,
    )
    .all(importId);

export const findImportEffect = (
  db: ReadDb,
  importId: string,
  key: OrderKey,
): ImportEffect | undefined =>
  db
    .prepare<[string, string, string], ImportEffect>(
      `SELECT source, external_id AS externalId, before FROM import_effects
        WHERE import_id = ? AND source = ? AND external_id = ?`,
    )
    .get(importId, key.source, key.externalId);

/** People whom this import made, or one that was taken back before and who stayed for its sake. */
export const listImportCustomers = (db: ReadDb, importId: string): readonly string[] =>
  db
    .prepare<[string], { customerId: string }>(
      `SELECT customer_id AS customerId
         FROM import_customers JOIN imports USING (import_id) JOIN customers USING (customer_id)
        WHERE (import_id = ? OR undone = 1) AND removed = 0`,
    )
    .all(importId)
    .map(({ customerId }) => customerId);

/** Known people to whom this import added a phone, an e-mail or an account. */
export const listCustomersLearnedFrom = (db: ReadDb, importId: string): readonly string[] =>
  db
    .prepare<[string], { customerId: string }>(
      "SELECT DISTINCT customer_id AS customerId FROM identities WHERE import_id = ?",
    )
    .all(importId)
    .map(({ customerId }) => customerId);

export const applyImportStarted = (db: WriteDb, fact: FactOf<"import.started">): void => {
  const { importId, fileName, format, startedAtMs, staffId } = fact;
  insertRow(db, "imports", {
    importId,
    fileName,
    format,
    startedAtMs,
    staffId,
    finished: false,
    undone: false,
    orderCount: 0,
    createdCount: 0,
    updatedCount: 0,
    rejectedCount: 0,
  });
};

export const applyImportFinished = (db: WriteDb, fact: FactOf<"import.finished">): void => {
  db.prepare<unknown[]>(
    `UPDATE imports SET finished = 1, order_count = ?, created_count = ?, updated_count = ?,
                        rejected_count = ?
      WHERE import_id = ?`,
  ).run(fact.orderCount, fact.createdCount, fact.updatedCount, fact.rejectedCount, fact.importId);
};

export const applyImportUndone = (db: WriteDb, fact: FactOf<"import.undone">): void => {
  db.prepare<[string]>("UPDATE imports SET undone = 1 WHERE import_id = ?").run(fact.importId);
  db.prepare<[string]>("DELETE FROM identities WHERE import_id = ?").run(fact.importId);
};
