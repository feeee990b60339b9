import { exactText, foldText } from "../identity/fold.ts";

/** A product's words laid out to be looked through quickly: each text has a space at both ends. */
export type ProductWords = {
  readonly name: string;
  /** The name's words, then those of the SKU, the barcode and the category. */
  readonly all: string;
  /** The same with its marks. */
  readonly exactAll: string;
};

type Named = {
  readonly sku: string;
  readonly name: string;
  readonly barcode: string | null;
  readonly category: string | null;
};

export const productWords = ({ sku, name, barcode, category }: Named): ProductWords => {
  const folded = ` ${foldText(name)} `;
  // A whole catalogue is read at once, and the words beside the names are mostly plain.
  const codes = [sku, barcode ?? ""].map(plainWords);
  const shelf = category ?? "";
  return {
    name: folded,
    all: `${folded}${[...codes, foldText(shelf)].join(" ")} `,
    exactAll: ` ${[exactText(name), ...codes, exactText(shelf)].join(" ")} `,
  };
};

const plainWords = (code: string): string =>
  /^[a-z\d]*$/i.test(code) ? code.toLowerCase() : foldText(code);

/** What was typed, read once for all products. A beginning has a space before it, a whole word two. */
export type TypedWords = {
  readonly words: readonly string[];
  readonly beginnings: readonly string[];
  readonly wholes: readonly string[];
  /** The words in their order, as a name would begin with them. */
  readonly phrase: string;
  readonly wholePhrase: string;
  /** Beginnings of the words that were typed with marks. */
  readonly marked: readonly string[];
};

export const typedWords = (text: string): TypedWords => {
  const phrase = ` ${foldText(text)}`;
  const words = [...new Set(splitWords(phrase))];
  return {
    words,
    beginnings: words.map((word) => ` ${word}`),
    wholes: words.map((word) => ` ${word} `),
    phrase,
    wholePhrase: `${phrase} `,
    marked: splitWords(exactText(text))
      .filter((word) => foldText(word) !== word)
      .map((word) => ` ${word}`),
  };
};

/**
 * How near the product is to what was typed, 1 the nearest, or undefined where a typed word begins
 * none of its words. Source: README.md in this folder, "What is found first".
 */
export const productMatch = (product: ProductWords, typed: TypedWords): number | undefined => {
  if (!hasAll(product.all, typed.beginnings)) return undefined;
  return (
    nameMatch(product.name, typed) + (hasAll(product.exactAll, typed.marked) ? 0 : OTHER_MARKS)
  );
};

const OTHER_MARKS = 10;

const nameMatch = (name: string, typed: TypedWords): number => {
  if (name.startsWith(typed.phrase)) return name.startsWith(typed.wholePhrase) ? 1 : 2;
  if (!hasAll(name, typed.beginnings)) return 5;
  return hasAll(name, typed.wholes) ? 3 : 4;
};

/** A plain loop: it runs for every product at every key. */
const hasAll = (text: string, parts: readonly string[]): boolean => {
  for (const part of parts) if (!text.includes(part)) return false;
  return true;
};

/** Shorter words have too many neighbours: of three letters, one wrong means another word. */
const FEWEST_LETTERS = 4;
/** More are looked at for no word: each costs another look at every product. */
const MOST_NEIGHBOURS = 6;

/**
 * What may have been meant by each typed word: itself, or for four letters and more those of
 * `known` that begin so but for one letter wrong, missing, too many or swapped with its neighbour.
 */
export const nearBeginnings = (
  known: Iterable<string>,
  { words }: TypedWords,
): readonly (readonly string[])[] => {
  const near = words.map((word) => [` ${word}`]);
  const long = words.flatMap((word, at) => (word.length < FEWEST_LETTERS ? [] : [{ word, at }]));
  for (const one of known) {
    for (const { word, at } of long) {
      const found = near[at];
      if (found && found.length <= MOST_NEIGHBOURS && beginsNearly(one, word)) {
        found.push(` ${one}`);
      }
    }
  }
  return near;
};

/** Whether the product has one of the `beginnings` of each typed word. */
export const matchesNearly = (
  { all }: ProductWords,
  beginnings: readonly (readonly string[])[],
): boolean => beginnings.every((near) => near.some((beginning) => all.includes(beginning)));

/** Whether the name has the typed words, written together or apart: "cocacola" and Coca-Cola. */
export const matchesJoined = ({ name }: ProductWords, { words, phrase }: TypedWords): boolean => {
  const joined = phrase.replaceAll(" ", "");
  return (
    joined.length >= FEWEST_LETTERS &&
    // Most names are told apart by their first two letters, without writing them anew.
    name.includes(` ${words[0]?.slice(0, 2)}`) &&
    name.replaceAll(" ", "").includes(joined)
  );
};

/** Whether `word` begins with `typed` but for one letter. */
const beginsNearly = (word: string, typed: string): boolean => {
  let same = 0;
  while (same < typed.length && word[same] === typed[same]) same += 1;
  if (same === typed.length) return true;
  const rest = typed.slice(same + 1);
  return (
    word.startsWith(rest, same + 1) ||
    word.startsWith(rest, same) ||
    word.startsWith(typed.slice(same), same + 1) ||
    (word[same] === typed[same + 1] &&
      word[same + 1] === typed[same] &&
      word.startsWith(typed.slice(same + 2), same + 2))
  );
};

export const splitWords = (text: string): string[] => text.split(" ").filter((word) => word !== "");
