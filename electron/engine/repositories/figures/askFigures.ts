import { addressBit, addressNeeded } from "../../../../shared/domain/consent/address.ts";
import type { ConsentChannel } from "../../../../shared/domain/consent/consent.ts";
import { consentBit } from "../../../../shared/domain/consent/consentMask.ts";
import type { ReadDb, WriteDb } from "../../db/connection.ts";
import { LIMIT } from "../../db/rows.ts";
import type { Sql, Value } from "../sqlTerms.ts";

/** Makes the sets that `sql` names, in memory, for this connection. */
export const makeSets = (db: WriteDb, { sets }: Sql): void => {
  for (const { name, text, values } of sets ?? []) {
    db.exec(`CREATE TEMP TABLE IF NOT EXISTS ${name} (customer_number INTEGER PRIMARY KEY)`);
    db.prepare<Value[]>(`INSERT OR IGNORE INTO temp.${name} ${text}`).run(...values);
  }
};

export const dropSets = (db: WriteDb, { sets }: Sql): void => {
  for (const { name } of sets ?? []) db.exec(`DROP TABLE IF EXISTS temp.${name}`);
};

export type SegmentCount = { readonly count: number } & Readonly<
  Record<"print" | "sms" | "zalo" | "email" | "phone", number>
>;

/**
 * How many there are, and how many of them agreed to offers by each channel and have an
 * address for it. All of `people` is read in
 * its own order: picked by an index, most of it would be read out of order, which takes ten times as long.
 */
export const countPeople = (db: ReadDb, { text, values }: Sql): SegmentCount => {
  const sums = (["print", "sms", "zalo", "email", "phone"] as const).map(
    (channel) =>
      `count(*) FILTER (WHERE consents & ${consentBit({ purpose: "marketing", channel })}
         AND ${addressSql(channel)}) AS ${channel}`,
  );
  return (
    db
      .prepare<Value[], SegmentCount>(
        `SELECT count(*) AS count, ${sums.join(", ")} FROM people NOT INDEXED WHERE ${text}`,
      )
      .get(...values) ?? { count: 0, print: 0, sms: 0, zalo: 0, email: 0, phone: 0 }
  );
};

const addressSql = (channel: ConsentChannel): string => {
  const kind = addressNeeded(channel);
  return kind === undefined ? "TRUE" : `addresses & ${addressBit(kind)}`;
};

export type PersonFigures = {
  readonly customerId: string;
  readonly lastAtMs: number;
  readonly spentMinor: number;
};

/**
 * The latest visitors. Where many are meant the first of them are found soon by going back in time;
 * where few are, that would go through everybody out of order.
 */
export const listLatestPeople = (
  db: ReadDb,
  { text, values }: Sql,
  { limit, isCommon }: { readonly limit: number; readonly isCommon: boolean },
): readonly PersonFigures[] =>
  db
    .prepare<Value[], PersonFigures>(
      `SELECT customer_id AS customerId, last_at_ms AS lastAtMs,
              store_spent_minor + online_spent_minor AS spentMinor
         FROM (SELECT * FROM people ${isCommon ? "INDEXED BY people_by_last_visit" : "NOT INDEXED"}
                WHERE ${text} ORDER BY last_at_ms DESC, customer_number ${LIMIT})
              JOIN names USING (customer_number)
        ORDER BY last_at_ms DESC, customer_number`,
    )
    .all(...values, limit);

/** Consents and addresses as in `people`: a bit for each. */
export type Candidate = {
  readonly customerId: string;
  readonly consents: number;
  readonly addresses: number;
};

/** Everybody of the segment, the latest visitors first. */
export const listPeople = (db: ReadDb, { text, values }: Sql): readonly Candidate[] =>
  db
    .prepare<Value[], Candidate>(
      `SELECT customer_id AS customerId, consents, addresses
         FROM people NOT INDEXED JOIN names USING (customer_number)
        WHERE ${text} ORDER BY last_at_ms DESC, customer_id`,
    )
    .all(...values);

export const countEverybody = (db: ReadDb): number =>
  db.prepare<[], { n: number }>("SELECT count(*) AS n FROM people").get()?.n ?? 0;
