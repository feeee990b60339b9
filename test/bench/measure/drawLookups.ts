import type { Random } from "../../../electron/engine/demo/random.ts";
import { foldText } from "../../../shared/domain/identity/fold.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { BenchProblem } from "./benchProblem.ts";
import type { RawShop } from "./rawShop.ts";

/** What a cashier types, one to seven characters of it, and whom it is about. */
export type Lookups = {
  readonly texts: readonly string[];
  readonly customerIds: readonly string[];
};

/** People as they come to the till: who buys often is looked up often. */
export const drawLookups = ({ shop, search }: RawShop, random: Random, count: number): Lookups => {
  const last = shop
    .prepare<[], { n: number }>("SELECT max(receipt_sequence) AS n FROM sales")
    .get();
  // By the register too: the index begins with it, and without it each draw reads the whole index.
  const sale = shop.prepare<[number], { customerId: string | null }>(
    `SELECT customer_id AS customerId FROM sales
      WHERE register_id = (SELECT register_id FROM registers WHERE is_own = 1)
        AND receipt_sequence = ?`,
  );
  const person = search.prepare<[string], Named>(
    "SELECT name, phone FROM documents WHERE customer_id = ?",
  );
  const known = shop.prepare("SELECT 1 FROM sales WHERE customer_id IS NOT NULL LIMIT 1").get();
  if (!known)
    throw new BenchProblem("No sale of this shop is of anybody known: nobody is looked up.");
  const customerIds: string[] = [];
  const texts: string[] = [];
  while (customerIds.length < count) {
    const id = sale.get(random.between(1, last?.n ?? 1))?.customerId;
    if (id == null) continue;
    customerIds.push(id);
    texts.push(...typedFor(defined(person.get(id), "who buys is indexed"), random));
  }
  return { texts, customerIds };
};

type Named = { readonly name: string; readonly phone: string | null };

const LONGEST = 7;

/** Every beginning of one way to ask for this person: each key that is pressed is a search. */
const typedFor = ({ name, phone }: Named, random: Random): readonly string[] => {
  const words = foldText(name).split(" ");
  const [family = "", given = ""] = [words[0], words.at(-1)];
  const marked = name.split(" ").at(-1) ?? "";
  const ways = [given, marked, family, `${family.slice(0, 2)} ${given}`, `${given} ${family}`];
  const digits = phone === null ? [] : lastDigits(phone);
  if (digits.length > 0 && random.chance(0.5)) return digits;
  return beginnings(random.pick(ways));
};

const beginnings = (text: string): readonly string[] =>
  Array.from({ length: Math.min(LONGEST, text.length) }, (_, at) => text.slice(0, at + 1)).filter(
    (typed) => typed.trim() === typed,
  );

/** "7", "67", "567": the end of the number, as long as it was heard. */
const lastDigits = (phone: string): readonly string[] =>
  Array.from({ length: LONGEST }, (_, at) => phone.slice(-1 - at));
