import { sortInSteps } from "../../kernel/sortInSteps.ts";
import type { Steps } from "../../kernel/steps.ts";

/** Where a name's given part stands: last in Vietnamese, first in English. */
export type NameOrder = "family-first" | "given-first";

/**
 * A name as typed, composed, on one line, without characters that cannot be seen or that turn the
 * reading direction, at most 120 characters. Empty when nothing is left.
 */
export const cleanName = (typed: string): string =>
  typed
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .replace(unseen, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(cap, "$1")
    .trimEnd();

/** The word to greet `name` by: "Hà" for "Chị Nguyễn Thị Thu Hà (Shopee)". */
export const givenName = (name: string, order: NameOrder = "family-first"): string => {
  const words = nameWords(name);
  return (order === "family-first" ? words.at(-1) : words[0]) ?? "";
};

/** One to three letters for a small round picture: a short given name whole, else two initials. */
export const initials = (name: string, order: NameOrder = "family-first"): string => {
  const words = nameWords(name);
  const given = givenName(name, order);
  if ([...given].length <= 3) return given;
  const family = order === "family-first" ? words[0] : words.at(-1);
  const [first = "", second = ""] = order === "family-first" ? [family, given] : [given, family];
  const letters = words.length > 1 ? firstLetter(first) + firstLetter(second) : firstLetter(given);
  return letters.toUpperCase();
};

/** `name` without what shops write behind one: "Hà (mẹ Bin)", "Hà - quận 3", "Hà, gọi trước". */
export const withoutNameNote = (name: string): string =>
  name.replace(/(?<=\S)\s*(?:[([,/|]|\s[-–—]\s).*$/su, "");

/**
 * `people` by the given name of what `nameOf` calls them, then the whole name, by the Vietnamese
 * alphabet and its tones; those of one name stay as they stood. A little at a time: twenty thousand
 * names take a tenth of a second.
 */
export function* byGivenName<Person>(
  people: readonly Person[],
  nameOf: (person: Person) => string,
): Steps<readonly Person[]> {
  const named: Named<Person>[] = [];
  for (const person of people) {
    const name = nameOf(person);
    named.push({ person, given: givenName(name), whole: nameWords(name).join(" ") });
    if (named.length % NAMES_A_STEP === 0) yield;
  }
  const sorted = yield* sortInSteps(named, byName);
  return sorted.map(({ person }) => person);
}

type Named<Person> = { readonly person: Person; readonly given: string; readonly whole: string };

const NAMES_A_STEP = 500;

const byName = (left: Named<unknown>, right: Named<unknown>): number =>
  vietnamese.compare(left.given, right.given) || vietnamese.compare(left.whole, right.whole);

const vietnamese = new Intl.Collator("vi");

/** Zero-width and direction characters, tags and lone surrogates; not the joiners some scripts need. */
const unseen = /(?![\u200C\u200D])\p{Cf}|\p{Cs}/gu;

const cap = /^(.{120}).*$/su;

/** Numbers and pictures that stand behind a name, "Lan 2", "Mai 🎉", are no words of it. */
const nameWords = (name: string): readonly string[] => {
  const words = withoutNameNote(name)
    .split(/\s+/u)
    .filter((word) => word !== "");
  const named = words.filter((word) => /\p{L}/u.test(word));
  return named.length > 0 ? named : words;
};

const firstLetter = (word: string): string => [...word][0] ?? "";
