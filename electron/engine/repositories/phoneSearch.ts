import { getCountryCallingCode } from "libphonenumber-js/min";
import { type PhoneCountry, readPhone } from "../../../shared/domain/identity/phone.ts";
import type { ReadDb } from "../db/connection.ts";
import { LIMIT } from "../db/rows.ts";
import { type CustomerHit, HIT_COLUMNS } from "./customerHit.ts";

export type DigitsQuery = {
  readonly digits: string;
  /** Whose phones are meant where no country is typed. */
  readonly country: PhoneCountry;
  readonly limit: number;
};

/**
 * Customers by the digits of a phone: a whole number first, in any form that it ever had; then
 * numbers that end so, as people tell them; then numbers that begin so, at home or abroad.
 */
export const searchByDigits = (search: ReadDb, query: DigitsQuery): readonly CustomerHit[] => {
  const hits = new Map<string, CustomerHit>();
  for (const find of [byWholeNumber, byEnd, byFront]) {
    if (hits.size >= query.limit) break;
    for (const hit of find(search, query)) hits.set(hit.customerId, hit);
  }
  return [...hits.values()].slice(0, query.limit);
};

const FEWEST_OF_A_NUMBER = 7;

const byWholeNumber = (search: ReadDb, query: DigitsQuery): readonly CustomerHit[] => {
  if (query.digits.length < FEWEST_OF_A_NUMBER) return [];
  const phone = readPhone(query.digits, query.country);
  if (!phone.ok) return [];
  return search
    .prepare<[string, number], CustomerHit>(
      `SELECT ${HIT_COLUMNS} FROM known_identities JOIN documents USING (customer_id)
        WHERE kind = 'phone' AND value = ? ORDER BY document_number DESC ${LIMIT}`,
    )
    .all(phone.value, query.limit);
};

const byEnd = (search: ReadDb, { digits, limit }: DigitsQuery): readonly CustomerHit[] => {
  const reversed = [...digits].reverse().join("");
  return search
    .prepare<[string, string, number], CustomerHit>(
      `SELECT ${HIT_COLUMNS} FROM
         (SELECT customer_id FROM phone_digits WHERE reversed >= ? AND reversed < ? ${LIMIT})
         JOIN documents USING (customer_id) ORDER BY document_number DESC`,
    )
    .all(reversed, `${reversed}:`, limit);
};

const byFront = (search: ReadDb, query: DigitsQuery): readonly CustomerHit[] => {
  const { digits, country, limit } = query;
  const national = digits.replace(/^0+/, "");
  if (national === "") return [];
  const fronts = [`+${getCountryCallingCode(country)}${national}`, `+${national}`];
  const found = fronts.flatMap((front) =>
    search
      .prepare<[string, string, number], CustomerHit>(
        `SELECT ${HIT_COLUMNS} FROM
           (SELECT customer_id FROM known_identities
             WHERE kind = 'phone' AND value >= ? AND value < ? ${LIMIT})
           JOIN documents USING (customer_id) ORDER BY document_number DESC`,
      )
      .all(front, `${front}:`, limit),
  );
  return [...found, ...byForeignFront(search, national, limit)];
};

const byForeignFront = (search: ReadDb, national: string, limit: number): readonly CustomerHit[] =>
  search
    .prepare<[string, string, number], CustomerHit>(
      `SELECT ${HIT_COLUMNS} FROM
         (SELECT customer_id FROM foreign_fronts WHERE digits >= ? AND digits < ? ${LIMIT})
         JOIN documents USING (customer_id) ORDER BY document_number DESC`,
    )
    .all(national, `${national}:`, limit);
