import { foldText, searchWords } from "../../../../shared/domain/identity/fold.ts";
import type { Steps } from "../../../../shared/domain/targeting/steps.ts";
import { inItemSteps } from "../itemSteps.ts";

/** The words of `name` that tell a thing from others: sizes, packings and numbers do not. */
export const tellingWords = (name: string): ReadonlySet<string> =>
  new Set(searchWords(name).filter((word) => !/\d/.test(word) && !units.has(word)));

/**
 * The words that tell each of a shop's goods from the others. Words that more of them share than a
 * thing has sizes name a kind: of "Sản phẩm 1" to "Sản phẩm 40" the number tells.
 */
export function* wordsThatTell(
  goods: readonly { readonly name: string }[],
): Steps<readonly ReadonlySet<string>[]> {
  const words: ReadonlySet<string>[] = [];
  const whole: string[] = [];
  const countByWords = new Map<string, number>();
  const countOf = (item: number): number => countByWords.get(keyOf(words[item])) ?? 0;
  yield* inItemSteps(goods.length, (item) => {
    const name = goods[item]?.name ?? "";
    whole.push(foldText(name));
    words.push(tellingWords(name));
    countByWords.set(keyOf(words[item]), countOf(item) + 1);
  });
  const told: ReadonlySet<string>[] = [];
  yield* inItemSteps(goods.length, (item) => {
    const own = isKind(countOf(item), goods.length) ? new Set([whole[item] ?? ""]) : words[item];
    told.push(own ?? new Set());
  });
  return told;
}

const keyOf = (words: ReadonlySet<string> | undefined): string =>
  [...(words ?? [])].sort().join(" ");

/** Shoes come in a dozen sizes; a handful is a kind only where it is much of the shop. */
const MOST_SIZES = 12;
const HANDFUL = 4;
const SHARE_OF_SHOP = 0.25;

const isKind = (sharing: number, all: number): boolean =>
  sharing > MOST_SIZES || (sharing >= HANDFUL && sharing >= SHARE_OF_SHOP * all);

/** Names that share so much of their words are one thing in two sizes. */
export const isSameThing = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => {
  if (left.size === 0 || right.size === 0) return false;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared >= SAME_SHARE * Math.max(left.size, right.size);
};

const SAME_SHARE = 0.75;

const units = new Set(["g", "kg", "ml", "l", "lit", "goi", "chai", "hop", "lon", "loc", "thung"]);
