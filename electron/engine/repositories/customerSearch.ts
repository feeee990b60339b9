import { exactText, foldText } from "../../../shared/domain/identity/fold.ts";
import type { Identity } from "../../../shared/domain/identity/identity.ts";
import type { ReadDb } from "../db/connection.ts";

export type CustomerHit = {
  readonly customerId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly lastAtMs: number | null;
};

const COLUMNS = `documents.customer_id AS customerId, name, phone, email,
  last_at_ms AS lastAtMs`;

/** Everybody who has one of `identities`. */
export const findCustomersByIdentity = (
  search: ReadDb,
  identities: readonly Identity[],
): readonly string[] => {
  const found = new Set<string>();
  for (const { kind, value } of identities) {
    const rows = search
      .prepare<[string, string], { customerId: string }>(
        `SELECT customer_id AS customerId FROM known_identities
          WHERE kind = ? AND value = ? LIMIT 20`,
      )
      .all(kind, value);
    for (const { customerId } of rows) found.add(customerId);
  }
  return [...found];
};

/**
 * Customers for what was typed, best first: words by name (any order, marks or not, the latest
 * visitors first and those whose marks agree before the others), digits by the end or the beginning of a
 * phone, anything with "@" by e-mail, and a whole identity such as a card's text.
 */
export const searchCustomers = (
  search: ReadDb,
  query: { readonly text: string; readonly limit: number },
): readonly CustomerHit[] => {
  const { limit } = query;
  const text = query.text.trim();
  const digits = text.replace(/\D/g, "");
  const words = foldText(text.replace(/[+\d().\-/]+/g, " "))
    .split(" ")
    .filter(Boolean);
  const hits = new Map<string, CustomerHit>();
  const add = (found: readonly CustomerHit[]) => {
    for (const hit of found) if (hits.size < limit) hits.set(hit.customerId, hit);
  };
  if (text.length >= 4) add(byWholeIdentity(search, text));
  if (text.includes("@")) add(byEmail(search, text, limit));
  else if (words.length > 0) add(byName(search, { text, words, digits, limit }));
  if (words.length === 0 && digits.length > 0) add(byDigits(search, digits, limit));
  return [...hits.values()];
};

const byWholeIdentity = (search: ReadDb, text: string): readonly CustomerHit[] =>
  search
    .prepare<[string, string], CustomerHit>(
      `SELECT ${COLUMNS} FROM known_identities JOIN documents USING (customer_id)
        WHERE (kind = 'card' AND value = ?) OR (kind = 'shop' AND value = ?) LIMIT 20`,
    )
    .all(text.toUpperCase(), text);

const byEmail = (search: ReadDb, text: string, limit: number): readonly CustomerHit[] => {
  const from = text.trim().toLowerCase().normalize("NFC");
  return search
    .prepare<[string, string, number], CustomerHit>(
      `SELECT ${COLUMNS} FROM known_identities JOIN documents USING (customer_id)
        WHERE kind = 'email' AND value >= ? AND value < ? ORDER BY value LIMIT ?`,
    )
    .all(from, `${from}\uffff`, limit);
};

type NameQuery = {
  readonly text: string;
  readonly words: readonly string[];
  readonly digits: string;
  readonly limit: number;
};

/** More are read than shown, so that whole words can stand before mere beginnings. */
const READ_AHEAD = 3;

const byName = (search: ReadDb, query: NameQuery): readonly CustomerHit[] => {
  const { text, words, digits, limit } = query;
  const exactWords = exactText(text.replace(/[+\d().\-/]+/g, " "))
    .split(" ")
    .filter(Boolean);
  const hasMarks = exactWords.join(" ") !== words.join(" ");
  const exact = hasMarks ? byWords(search, "exact", exactWords, limit * READ_AHEAD) : [];
  const folded = exact.length >= limit ? [] : byWords(search, "folded", words, limit * READ_AHEAD);
  const found = [...ranked(exact, exactWords, exactText), ...ranked(folded, words, foldText)];
  return digits === "" ? found : found.filter(({ phone }) => phone?.includes(digits) ?? false);
};

const byWords = (
  search: ReadDb,
  column: "exact" | "folded",
  words: readonly string[],
  limit: number,
): readonly CustomerHit[] => {
  const match = words.map((word) => `"${word}"*`).join(" AND ");
  return search
    .prepare<[string, number], CustomerHit>(
      `SELECT ${COLUMNS} FROM ${column}_words
         JOIN documents ON documents.document_number = ${column}_words.rowid
        WHERE ${column}_words MATCH ? ORDER BY ${column}_words.rowid DESC LIMIT ?`,
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

const byDigits = (search: ReadDb, digits: string, limit: number): readonly CustomerHit[] => {
  const suffix = digits.startsWith("0") && digits.length > 4 ? digits.slice(1) : digits;
  const found = byPhoneEnd(search, suffix, limit);
  if (found.length >= limit) return found;
  return [...found, ...byPhoneStart(search, digits, limit)];
};

const byPhoneEnd = (search: ReadDb, digits: string, limit: number): readonly CustomerHit[] => {
  const reversed = [...digits].reverse().join("");
  return search
    .prepare<[string, string, number], CustomerHit>(
      `SELECT ${COLUMNS} FROM
         (SELECT customer_id FROM phone_digits WHERE reversed >= ? AND reversed < ? LIMIT ?)
         JOIN documents USING (customer_id) ORDER BY document_number DESC`,
    )
    .all(reversed, `${reversed}:`, limit);
};

/** Typed from the front: the national form begins with 0, or with the country's own digits. */
const byPhoneStart = (search: ReadDb, digits: string, limit: number): readonly CustomerHit[] => {
  const national = digits.replace(/^(00)?84|^0/, "");
  const starts = [`+${digits.replace(/^00/, "")}`, `+84${national}`];
  return starts.flatMap((start) =>
    search
      .prepare<[string, string, number], CustomerHit>(
        `SELECT ${COLUMNS} FROM
           (SELECT customer_id FROM known_identities
             WHERE kind = 'phone' AND value >= ? AND value < ? LIMIT ?)
           JOIN documents USING (customer_id) ORDER BY document_number DESC`,
      )
      .all(start, `${start}:`, limit),
  );
};
