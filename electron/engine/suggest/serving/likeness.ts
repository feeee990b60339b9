import { searchWords } from "../../../../shared/domain/identity/fold.ts";

/** The words of `name` that tell a thing from others: sizes, packings, numbers and `everyday` words do not. */
export const tellingWords = (name: string, everyday: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    searchWords(name).filter((word) => !/\d/.test(word) && !units.has(word) && !everyday.has(word)),
  );

/** Names that share so much of their words are one thing in two sizes. */
export const isSameThing = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => {
  if (left.size === 0 || right.size === 0) return false;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared >= SAME_SHARE * Math.max(left.size, right.size);
};

const SAME_SHARE = 0.75;

const units = new Set(["g", "kg", "ml", "l", "lit", "goi", "chai", "hop", "lon", "loc", "thung"]);
