import type { Companions } from "../knowledge.ts";

type Companion = { readonly other: number; readonly count: number; readonly weight: number };

/** The companions of `item` that are present, those that speak loudest first. */
export const companionsIn = (
  { width, other, count, weight }: Companions,
  item: number,
  present: { readonly has: (item: number) => boolean },
): readonly Companion[] => {
  const found: Companion[] = [];
  for (let at = item * width; at < (item + 1) * width; at += 1) {
    const one = other[at] ?? -1;
    if (one < 0) break;
    if (present.has(one))
      found.push({ other: one, count: count[at] ?? 0, weight: weight[at] ?? 0 });
  }
  return found.sort((left, right) => right.weight - left.weight || right.count - left.count);
};
