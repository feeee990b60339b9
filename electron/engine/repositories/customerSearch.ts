import { exactText, foldText } from "../../../shared/domain/identity/fold.ts";
import type { Identity } from "../../../shared/domain/identity/identity.ts";
import type { PhoneCountry } from "../../../shared/domain/identity/phone.ts";
import type { ReadDb } from "../db/connection.ts";
import { LIMIT } from "../db/rows.ts";
import { type CustomerHit, HIT_COLUMNS } from "./customerHit.ts";
import { searchByDigits } from "./phoneSearch.ts";

/** So many are asked about who share one identity, the oldest first: more is no family. */
export const MOST_OWNERS = 20;

/** Everybody who has one of `identities`. */
export const findCustomersByIdentity = (
  search: ReadDb,
  identities: readonly Identity[],
): readonly string[] => {
  const found = new Set<string>();
  for (const { kind, value } of identities) {
    const rows = search
      .prepare<[string, string, number], { customerId: string }>(
        `SELECT customer_id AS customerId FROM known_identities
          WHERE kind = ? AND value = ? ORDER BY customer_id ${LIMIT}`,
      )
      .all(kind, value, MOST_OWNERS);
    for (const { customerId } of rows) found.add(customerId);
  }
  return [...found];
};

export type CustomerQuery = {
  readonly text: string;
  readonly limit: number;
  /** Whose phones are meant where no country is typed. */
  readonly country: PhoneCountry;
};

/**
 * Customers for what was typed, best first: words by name (any order, marks or not, the latest
 * visitors first and those whose marks agree before the others), digits by the end or the beginning
 * of a phone, both together, anything with "@" by e-mail, and a whole identity such as a card's text.
 */
export const searchCustomers = (search: ReadDb, query: CustomerQuery): readonly CustomerHit[] => {
  const { limit } = query;
  const text = query.text.trim();
  if (text === "") return latestVisitors(search, { limit });
  const all = wordsOf(foldText(text));
  const words = all.filter((word) => !isNumber(word));
  const digits = all.filter(isNumber).join("");
  const hits = new Map<string, CustomerHit>();
  const add = (found: readonly CustomerHit[]) => {
    for (const hit of found) if (hits.size < limit) hits.set(hit.customerId, hit);
  };
  if (text.length >= 4) add(byWholeIdentity(search, text));
  if (text.includes("@")) add(byEmail(search, text, limit));
  else if (words.length === 0 && digits !== "") add(searchByDigits(search, { ...query, digits }));
  else if (digits !== "") add(byNameAndDigits(search, { ...query, words, digits }));
  // A name may have digits of its own: "Quán 79".
  if (hits.size < limit && !text.includes("@")) add(byName(search, { text, words: all, limit }));
  return [...hits.values()];
};

const wordsOf = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");
const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** `place`: whoever was here lately has the higher one. */
export type Visitor = CustomerHit & { readonly place: number };

/**
 * The latest visitors below a place. Without those of whom a marketplace told an account and no name:
 * there is nothing to choose by.
 */
export const latestVisitors = (
  search: ReadDb,
  { limit, below = Number.MAX_SAFE_INTEGER }: { readonly limit: number; readonly below?: number },
): readonly Visitor[] =>
  search
    .prepare<[number, number], Visitor>(
      `SELECT ${HIT_COLUMNS}, document_number AS place FROM documents
        WHERE name <> '' AND document_number < ? ORDER BY document_number DESC ${LIMIT}`,
    )
    .all(below, limit);

const byWholeIdentity = (search: ReadDb, text: string): readonly CustomerHit[] =>
  search
    .prepare<[string, string], CustomerHit>(
      `SELECT ${HIT_COLUMNS} FROM known_identities JOIN documents USING (customer_id)
        WHERE (kind = 'card' AND value = ?) OR (kind = 'shop' AND value = ?) LIMIT 20`,
    )
    .all(text.toUpperCase(), text);

const byEmail = (search: ReadDb, text: string, limit: number): readonly CustomerHit[] => {
  const from = text.trim().toLowerCase().normalize("NFC");
  return search
    .prepare<[string, string, number], CustomerHit>(
      `SELECT ${HIT_COLUMNS} FROM known_identities JOIN documents USING (customer_id)
        WHERE kind = 'email' AND value >= ? AND value < ? ORDER BY value ${LIMIT}`,
    )
    .all(from, `${from}\uffff`, limit);
};

type NameQuery = {
  readonly text: string;
  readonly words: readonly string[];
  readonly limit: number;
};

/** More are read than shown, so that whole words can stand before mere beginnings. */
const READ_AHEAD = 3;

const byName = (search: ReadDb, { text, words, limit }: NameQuery): readonly CustomerHit[] => {
  if (words.length === 0) return [];
  const exactWords = wordsOf(exactText(text));
  const hasMarks = exactWords.join(" ") !== words.join(" ");
  const exact = hasMarks ? byWords(search, "exact", exactWords, limit * READ_AHEAD) : [];
  const folded = exact.length >= limit ? [] : byWords(search, "folded", words, limit * READ_AHEAD);
  return [...ranked(exact, exactWords, exactText), ...ranked(folded, words, foldText)];
};

/** "hà 5678" and "0912 hà": of the phones with these digits, those whose owner has the words. */
const byNameAndDigits = (
  search: ReadDb,
  query: CustomerQuery & { readonly words: readonly string[]; readonly digits: string },
): readonly CustomerHit[] => {
  const { text, words } = query;
  const hits = searchByDigits(search, { ...query, limit: PHONES_READ }).filter(({ name }) => {
    const named = wordsOf(foldText(name));
    return words.every((word) => named.some((one) => one.startsWith(word)));
  });
  const marked = wordsOf(exactText(text)).filter((word) => !isNumber(word));
  return ranked(hits, marked, exactText);
};

const PHONES_READ = 500;

const byWords = (
  search: ReadDb,
  column: "exact" | "folded",
  words: readonly string[],
  limit: number,
): readonly CustomerHit[] => {
  const match = words.map((word) => `"${word}"*`).join(" AND ");
  return search
    .prepare<[string, number], CustomerHit>(
      `SELECT ${HIT_COLUMNS} FROM ${column}_words
         JOIN documents ON documents.document_number = ${column}_words.rowid
        WHERE ${column}_words MATCH ? ORDER BY ${column}_words.rowid DESC ${LIMIT}`,
    )
    .all(match, limit);
};

/** Names that have the typed words whole come before names that only begin so; else as they were. */
const ranked = (
  hits: readonly CustomerHit[],
  words: readonly string[],
  normal: (text: string) => string,
): readonly CustomerHit[] => {
  const wholeCount = (hit: CustomerHit) => {
    const named = new Set(normal(hit.name).split(" "));
    return words.filter((word) => named.has(word)).length;
  };
  return hits
    .map((hit) => ({ hit, whole: wholeCount(hit) }))
    .sort((left, right) => right.whole - left.whole)
    .map(({ hit }) => hit);
};
