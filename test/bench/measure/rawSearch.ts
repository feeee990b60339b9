import { exactText, foldText } from "../../../shared/domain/identity/fold.ts";
import type { RawShop } from "./rawShop.ts";

const LIMIT = 20;

/**
 * The statements that answer one search, and nothing else: who is meant, and what each has spent
 * this year, by which their tier is known.
 */
export const rawSearch = ({ shop, search }: RawShop, fromMs: number) => {
  const row = "customer_id, name, phone, email, last_at_ms";
  const byWords = (column: string) =>
    search.prepare<unknown[], Hit>(
      `SELECT ${row} FROM ${column}_words
         JOIN documents ON documents.document_number = ${column}_words.rowid
        WHERE ${column}_words MATCH ? ORDER BY ${column}_words.rowid DESC LIMIT ${LIMIT}`,
    );
  const [folded, exact] = [byWords("folded"), byWords("exact")];
  const byEnd = search.prepare<unknown[], Hit>(
    `SELECT ${row} FROM
       (SELECT customer_id FROM phone_digits WHERE reversed >= ? AND reversed < ? LIMIT ${LIMIT})
       JOIN documents USING (customer_id) ORDER BY document_number DESC`,
  );
  const year = shop.prepare<unknown[], { minor: number }>(YEAR);
  return (text: string): readonly Hit[] => {
    const hits = /^\d+$/.test(text)
      ? byEnd.all(reversed(text), `${reversed(text)}:`)
      : wordHits(text);
    for (const { customer_id: id } of hits) year.get(id, fromMs, id, fromMs);
    return hits;
  };

  function wordHits(text: string): readonly Hit[] {
    const plain = foldText(text);
    const marked = exactText(text);
    const found = marked === plain ? [] : exact.all(expression(marked));
    return found.length >= LIMIT ? found : [...found, ...folded.all(expression(plain))];
  }
};

type Hit = { readonly customer_id: string };

const YEAR = `SELECT
  (SELECT coalesce(sum(total_minor), 0) FROM sales WHERE customer_id = ? AND sold_at_ms >= ?)
  + (SELECT coalesce(sum(total_minor - refunded_minor), 0) FROM orders
      WHERE customer_id = ? AND placed_at_ms >= ?
        AND state IN ('paid', 'fulfilled', 'partially-refunded')) AS minor`;

const reversed = (digits: string): string => [...digits].reverse().join("");
const expression = (words: string): string =>
  words
    .split(" ")
    .map((word) => `"${word}"*`)
    .join(" AND ");
