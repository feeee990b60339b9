import { foldText } from "../../../../shared/domain/identity/fold.ts";

/**
 * The words of `name` that tell what it is. Sizes and packings do not: "500 g", "1.5l", "lốc 6". A number
 * without a unit does: of "Sơn 101" and "Sơn 102" nothing else tells them apart.
 */
export const tellingWords = (name: string): ReadonlySet<string> => {
  const words = foldText(name).split(" ");
  const isSize = (at: number) => /^\d+$/.test(words[at] ?? "") && isUnitBeside(words, at);
  return new Set(
    words.filter(
      (word, at) => word !== "" && !units.has(word) && !measure.test(word) && !isSize(at),
    ),
  );
};

/** Over the numbers between, so that "1.5 l" is one size. */
const isUnitBeside = (words: readonly string[], at: number): boolean => {
  if (units.has(words[at - 1] ?? "")) return true;
  const next = words.slice(at + 1).find((word) => !/^\d+$/.test(word)) ?? "";
  return units.has(next) || measure.test(next);
};

const units = new Set(
  "g kg ky ml cl l lit oz lb mm cm m s xl xxl goi chai hop lon loc thung vien pcs".split(" "),
);
/** "500g", "6x330ml", "12chai". */
const measure = new RegExp(`^\\d+(x\\d+)?(${[...units].join("|")})$`);

/** `kin` by their names: whether one is bought in place of the other only the shop's sales say. */
export type Likeness = "same" | "kin" | "none";

export type Named = {
  readonly words: ReadonlySet<string>;
  readonly category: string | null | undefined;
};

/**
 * How alike two things are by their names: the same in another size, or of one kind, as "Cà phê bột
 * Moka" and "Cà phê bột Culi". Words that most goods of the shop carry say nothing of a kind.
 */
export const likenessOf = (left: Named, right: Named, everyday: ReadonlySet<string>): Likeness => {
  const most = Math.max(left.words.size, right.words.size);
  const all = [...left.words].filter((word) => right.words.has(word));
  if (all.length === most && most > 0) return "same";
  const shared = all.filter((word) => !everyday.has(word)).length;
  const longer = Math.max(...[left, right].map(({ words }) => countBut(words, everyday)));
  if (shared === 0) return "none";
  if (shared >= KIN_SHARE * longer) return "kin";
  const isOneShelf = left.category != null && left.category === right.category;
  return isOneShelf && shared >= FEWEST_ON_SHELF && shared >= SHELF_SHARE * longer ? "kin" : "none";
};

const KIN_SHARE = 0.75;
/** Within one category. */
const SHELF_SHARE = 0.4;
const FEWEST_ON_SHELF = 2;

const countBut = (words: ReadonlySet<string>, but: ReadonlySet<string>): number =>
  [...words].filter((word) => !but.has(word)).length;
