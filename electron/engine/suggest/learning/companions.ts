import type { Companions } from "../knowledge.ts";
import { type Groups, invert } from "./basketLog.ts";
import { solveWeights } from "./ridge.ts";
import { topOf } from "./topOf.ts";

export type CompanionOptions = {
  /** How much each group counts; a basket of a hundred things says little about each pair. */
  readonly groupWeight: Float32Array;
  readonly width: number;
  /** How many of the closest speak with a weight. */
  readonly predictors: number;
  readonly ridge: number;
};

/** Weighted co-occurrence, each item's row cut to its closest others. */
export type CloseRows = {
  readonly itemCount: number;
  readonly rowWidth: number;
  readonly other: Int32Array;
  readonly gram: Float32Array;
  readonly diagonal: Float64Array;
};

/** Wide enough that what is cut away hardly speaks, narrow enough for tens of thousands of items. */
const ROW_WIDTH = 300;
/** Beyond this a group is a stocktake or a wholesale order, not a taste. */
const GROUP_SIZE_READ = 600;

/**
 * The closest companions of each item with the weights of a linear autoencoder that is solved in
 * closed form among them. Decision 0020 says why among the closest, and not among all.
 */
export const findCompanions = (
  groups: Groups,
  itemCount: number,
  options: CompanionOptions,
): Companions => {
  const { width } = options;
  const companions: Companions = {
    width,
    other: new Int32Array(itemCount * width).fill(-1),
    count: new Int32Array(itemCount * width),
    weight: new Float32Array(itemCount * width),
  };
  const rows = closeRows(groups, companions, options);
  solveWeights(rows, companions, options);
  return companions;
};

/** The rows, and of each the closest few with their counts into `companions`. */
const closeRows = (
  groups: Groups,
  companions: Companions,
  options: CompanionOptions,
): CloseRows => {
  const itemCount = companions.other.length / companions.width;
  const rowWidth = Math.max(1, Math.min(ROW_WIDTH, itemCount - 1));
  const rows: CloseRows = {
    itemCount,
    rowWidth,
    other: new Int32Array(itemCount * rowWidth).fill(-1),
    gram: new Float32Array(itemCount * rowWidth),
    diagonal: diagonalOf(groups, itemCount, options.groupWeight),
  };
  const groupsByItem = invert(groups, itemCount);
  const met = newMet(itemCount);
  for (let item = 0; item < itemCount; item += 1) {
    meet(item, { groups, groupsByItem, met, groupWeight: options.groupWeight });
    keepClosest(item, { rows, companions, met, ridge: options.ridge });
  }
  return rows;
};

const diagonalOf = (groups: Groups, itemCount: number, groupWeight: Float32Array): Float64Array => {
  const diagonal = new Float64Array(itemCount);
  for (let g = 0; g < groups.count; g += 1) {
    const end = groups.start[g + 1] ?? 0;
    for (let m = groups.start[g] ?? 0; m < end; m += 1) {
      const item = groups.members[m] ?? 0;
      diagonal[item] = (diagonal[item] ?? 0) + (groupWeight[g] ?? 0);
    }
  }
  return diagonal;
};

/** Everything that shares a group with one item; emptied after each item. */
type Met = {
  readonly gram: Float64Array;
  readonly count: Int32Array;
  readonly closeness: Float32Array;
  readonly ids: Int32Array;
  length: number;
};

const newMet = (itemCount: number): Met => ({
  gram: new Float64Array(itemCount),
  count: new Int32Array(itemCount),
  closeness: new Float32Array(itemCount),
  ids: new Int32Array(itemCount),
  length: 0,
});

type Meeting = {
  readonly groups: Groups;
  readonly groupsByItem: Groups;
  readonly met: Met;
  readonly groupWeight: Float32Array;
};

const meet = (item: number, { groups, groupsByItem, met, groupWeight }: Meeting): void => {
  const end = groupsByItem.start[item + 1] ?? 0;
  for (let at = groupsByItem.start[item] ?? 0; at < end; at += 1) {
    const g = groupsByItem.members[at] ?? 0;
    const weight = groupWeight[g] ?? 0;
    const first = groups.start[g] ?? 0;
    const last = Math.min(groups.start[g + 1] ?? 0, first + GROUP_SIZE_READ);
    for (let m = first; m < last; m += 1) {
      const other = groups.members[m] ?? 0;
      if (other === item) continue;
      const before = met.count[other] ?? 0;
      if (before === 0) {
        met.ids[met.length] = other;
        met.length += 1;
      }
      met.count[other] = before + 1;
      met.gram[other] = (met.gram[other] ?? 0) + weight;
    }
  }
};

type Keeping = {
  readonly rows: CloseRows;
  readonly companions: Companions;
  readonly met: Met;
  readonly ridge: number;
};

const keepClosest = (item: number, { rows, companions, met, ridge }: Keeping): void => {
  const own = (rows.diagonal[item] ?? 0) + ridge;
  for (let at = 0; at < met.length; at += 1) {
    const other = met.ids[at] ?? 0;
    const size = own * ((rows.diagonal[other] ?? 0) + ridge);
    met.closeness[other] = (met.gram[other] ?? 0) / Math.sqrt(size);
  }
  const found = met.length;
  const kept = topOf(met.ids, found, { keys: met.closeness, count: rows.rowWidth });
  for (let at = 0; at < kept; at += 1) {
    const other = met.ids[at] ?? 0;
    const place = item * rows.rowWidth + at;
    rows.other[place] = other;
    rows.gram[place] = met.gram[other] ?? 0;
    if (at < companions.width) {
      companions.other[item * companions.width + at] = other;
      companions.count[item * companions.width + at] = met.count[other] ?? 0;
    }
  }
  for (let at = 0; at < found; at += 1) {
    const other = met.ids[at] ?? 0;
    met.count[other] = 0;
    met.gram[other] = 0;
  }
  met.length = 0;
};
