import type { ReadDb, WriteDb } from "../db/connection.ts";
import { LIMIT } from "../db/rows.ts";
import type { FactOf } from "./facts.ts";

export type SavedSegment = {
  readonly segmentId: string;
  readonly name: string;
  /** JSON text of its definition. */
  readonly segment: string;
  readonly changedAtMs: number;
};

const COLUMNS = "segment_id AS segmentId, name, segment, changed_at_ms AS changedAtMs";

export const findSavedSegment = (db: ReadDb, segmentId: string): SavedSegment | undefined =>
  db
    .prepare<[string], SavedSegment>(`SELECT ${COLUMNS} FROM segments WHERE segment_id = ?`)
    .get(segmentId);

export const listSavedSegments = (
  db: ReadDb,
  { limit, after }: { readonly limit: number; readonly after?: SavedSegment | undefined },
): readonly SavedSegment[] =>
  db
    .prepare<[string, string, number], SavedSegment>(
      `SELECT ${COLUMNS} FROM segments WHERE (name, segment_id) > (?, ?)
        ORDER BY name, segment_id ${LIMIT}`,
    )
    .all(after?.name ?? "", after?.segmentId ?? "", limit);

export const applySegmentSaved = (db: WriteDb, fact: FactOf<"segment.saved">): void => {
  db.prepare<unknown[]>(
    `INSERT INTO segments (segment_id, name, segment, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (segment_id) DO UPDATE SET
       name = excluded.name, segment = excluded.segment, changed_at_ms = excluded.changed_at_ms`,
  ).run(fact.segmentId, fact.name, fact.segment, fact.changedAtMs);
};

export const applySegmentRemoved = (db: WriteDb, fact: FactOf<"segment.removed">): void => {
  db.prepare<[string]>("DELETE FROM segments WHERE segment_id = ?").run(fact.segmentId);
};
