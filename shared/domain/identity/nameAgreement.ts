import { withoutNameNote } from "../customer/customerName.ts";
import { searchWords } from "./fold.ts";
import { jaroWinkler } from "./similarity.ts";

/** What two names say about whether they are one person's; "unknown" where one says nothing. */
export type NameAgreement = "same" | "similar" | "different" | "unknown";

/**
 * Compares folded names word by word, in any order: "same" when the shorter name is wholly within
 * the longer and both last words are common to both ("Hà Nguyễn", "Nguyễn Thị Thu Hà"), "similar"
 * when it nearly is. Titles, notes and the fillers Thị and Văn count nothing. A masked name
 * ("N***** H*") says nothing, nor does a family name alone.
 */
export const nameAgreement = (left: string, right: string): NameAgreement => {
  if (isMasked(left) || isMasked(right)) return "unknown";
  const words = tellingWords(left);
  // Whoever orders again is mostly written alike.
  const names = [words, left === right ? words : tellingWords(right)] as const;
  if (names.some(saysNothing)) return "unknown";
  if (left === right) return "same";
  const agreement = wordsAgreement(names[0], names[1]);
  return agreement === "same" && marksDisagree(left, right) ? "similar" : agreement;
};

type Words = readonly string[];

const isMasked = (name: string): boolean => /[*•]/.test(name);

const saysNothing = (words: Words): boolean =>
  words.length < 2 && words.every((word) => onlyFamilyNames.has(word));

const wordsAgreement = (left: Words, right: Words): NameAgreement => {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (isRunTogether(short, long) || isRunTogether(long, short)) return "same";
  const matches = short.map((word) => bestMatch(word, long));
  if (matches.includes("none")) return "different";
  const bothEndsMatch = bestMatch(long.at(-1) ?? "", short) === "equal";
  return bothEndsMatch && matches.every((match) => match === "equal") ? "same" : "similar";
};

/** Names of accounts: "thuha" for Thu Hà. */
const isRunTogether = ([account = "", ...more]: Words, name: Words): boolean =>
  more.length === 0 && !name.includes(account) && canSpell(account, name);

/** Whether `text` is made of `words`. Position by position: a pattern would backtrack for ever. */
const canSpell = (text: string, words: Words): boolean => {
  const reached = new Set([0]);
  for (const at of reached) {
    for (const word of words) if (text.startsWith(word, at)) reached.add(at + word.length);
  }
  return reached.has(text.length);
};

type WordMatch = "equal" | "near" | "none";

const bestMatch = (word: string, words: Words): WordMatch => {
  if (words.includes(word)) return "equal";
  return words.some((other) => isNear(word, other)) ? "near" : "none";
};

/**
 * A slip of the finger, or an initial. Words of three letters have no slips: Hà, Hải and Hoa are
 * three people. At 0.9 Huyền and Huền are near, Trang and Trinh are not.
 */
const isNear = (left: string, right: string): boolean => {
  const shortest = Math.min(left.length, right.length);
  if (shortest === 1) return left[0] === right[0];
  return shortest >= 4 && jaroWinkler(left, right) >= 0.9;
};

/** The folded words that tell people apart; the digits of "thuha92" do not. */
const tellingWords = (name: string): Words => {
  const words = searchWords(withoutNameNote(name).replace(/\p{N}+/gu, " "));
  return withoutFillers(withoutTitles(words));
};

const withoutTitles = (words: Words): Words =>
  words.length > 1 && titles.has(words[0] ?? "") ? withoutTitles(words.slice(1)) : words;

const withoutFillers = (words: Words): Words =>
  words.filter(
    (word, at) => !fillers.has(word) || at === 0 || at === words.length - 1 || words.length < 3,
  );

/** Whether both names were typed with their marks, and the marks of a common word differ. */
const marksDisagree = (left: string, right: string): boolean => {
  const [leftWords, rightWords] = [markedWords(left), markedWords(right)];
  const bothMarked = [leftWords, rightWords].every((words) =>
    [...words].some(([folded, marked]) => folded !== marked),
  );
  return (
    bothMarked &&
    [...leftWords].some(([folded, marked]) => (rightWords.get(folded) ?? marked) !== marked)
  );
};

/** Each folded word with its marks. Tones stand at the end: Hoà and Hòa are two spellings. */
const markedWords = (name: string): ReadonlyMap<string, string> =>
  new Map(
    name.split(/[^\p{L}\p{M}]+/u).map((word) => {
      const letters = word.toLowerCase().normalize("NFD");
      const tone = letters.match(tones)?.join("") ?? "";
      return [searchWords(word).join(""), letters.replace(tones, "") + tone];
    }),
  );

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

const fillers = new Set(["thi", "van"]);

const titles = new Set("anh chi co chu bac em ong ba cau di ban mr mrs ms miss khach".split(" "));

/** Family names that are hardly ever given names; Hoàng, Vũ or Dương are both. */
const onlyFamilyNames = new Set("nguyen tran pham huynh phan vo bui ngo".split(" "));
