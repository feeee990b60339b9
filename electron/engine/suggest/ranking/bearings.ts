import { type Companions, type Knowledge, WEEK_COUNT } from "../knowledge.ts";
import type { Goods } from "./goods.ts";

/** What is known of the items, turned round to be asked quickly. */
export type Bearings = {
  readonly knowledge: Knowledge;
  readonly goods: Goods;
  readonly together: Spoken;
  readonly kindred: Spoken;
  /** Logarithms of the share of baskets: ever, the last weeks, the last quarter. */
  readonly everShare: Float32Array;
  readonly monthShare: Float32Array;
  readonly quarterShare: Float32Array;
  /** Logarithms of the days since the item was last, and first, sold. */
  readonly silence: Float32Array;
  readonly age: Float32Array;
  /** Share of buyers who came back for it. */
  readonly repeatShare: Float32Array;
  /** How its sales ran over the last half year, centred, about unit length. */
  readonly course: Float32Array;
  /** All items that ever sold, the most sold of late first. */
  readonly popular: Int32Array;
};

/** For each item present, what it speaks for. */
export type Spoken = {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float32Array;
  readonly cosine: Float32Array;
  /** Share of the groups with the item present that hold the target too. */
  readonly share: Float32Array;
};

export const COURSE_WEEKS = 26;
const MONTH_WEEKS = 4;
const QUARTER_WEEKS = 13;
/** Added to counts that are divided by, so that a pair met once is no certainty. */
const DOUBT = 5;

export const takeBearings = (knowledge: Knowledge, goods: Goods): Bearings => {
  const { itemCount, asOfDay, baskets, buyers, repeatBuyers, firstDay, lastDay } = knowledge;
  const perItem = (value: (item: number) => number) => {
    const values = new Float32Array(itemCount);
    for (let item = 0; item < itemCount; item += 1) values[item] = value(item);
    return values;
  };
  const days = (since: Float64Array) =>
    perItem((item) =>
      (baskets[item] ?? 0) > 0 ? Math.log1p(Math.max(0, asOfDay - (since[item] ?? 0))) : 0,
    );
  const monthShare = perItem((item) => weeklyShare(knowledge, item, { from: 0, to: MONTH_WEEKS }));
  return {
    knowledge,
    goods,
    together: turnRound(knowledge.together, itemCount, baskets),
    kindred: turnRound(knowledge.kindred, itemCount, buyers),
    everShare: perItem((i) => Math.log(((baskets[i] ?? 0) + 1) / (knowledge.basketCount + 1))),
    monthShare,
    quarterShare: perItem((i) => weeklyShare(knowledge, i, { from: 0, to: QUARTER_WEEKS })),
    silence: days(lastDay),
    age: days(firstDay),
    repeatShare: perItem((i) => ((repeatBuyers[i] ?? 0) + 0.5) / ((buyers[i] ?? 0) + 2)),
    course: courses(knowledge),
    popular: byPopularity(knowledge, monthShare),
  };
};

/** Logarithm of the item's share of the baskets of some weeks. */
export const weeklyShare = (
  { weeks, weekBaskets }: Knowledge,
  item: number,
  { from, to }: { readonly from: number; readonly to: number },
): number => {
  let own = 0;
  let all = 0;
  for (let week = Math.max(0, from); week < Math.min(to, WEEK_COUNT); week += 1) {
    own += weeks[item * WEEK_COUNT + week] ?? 0;
    all += weekBaskets[week] ?? 0;
  }
  return Math.log((own + 0.5) / (all + 1));
};

const turnRound = (companions: Companions, itemCount: number, held: Int32Array): Spoken => {
  const { width, other, count, weight } = companions;
  const start = new Int32Array(itemCount + 1);
  for (const given of other) if (given >= 0) start[given + 1] = (start[given + 1] ?? 0) + 1;
  for (let i = 0; i < itemCount; i += 1) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const next = start.slice();
  const length = start[itemCount] ?? 0;
  const spoken: Spoken = {
    start,
    target: new Int32Array(length),
    weight: new Float32Array(length),
    cosine: new Float32Array(length),
    share: new Float32Array(length),
  };
  for (let at = 0; at < other.length; at += 1) {
    const given = other[at] ?? -1;
    if (given < 0) continue;
    const place = next[given] ?? 0;
    next[given] = place + 1;
    const target = Math.floor(at / width);
    const doubted = (held[given] ?? 0) + DOUBT;
    spoken.target[place] = target;
    spoken.weight[place] = weight[at] ?? 0;
    spoken.share[place] = (count[at] ?? 0) / doubted;
    spoken.cosine[place] = (count[at] ?? 0) / Math.sqrt(doubted * ((held[target] ?? 0) + DOUBT));
  }
  return spoken;
};

const courses = ({ itemCount, weeks, weekBaskets }: Knowledge): Float32Array => {
  const course = new Float32Array(itemCount * COURSE_WEEKS);
  for (let item = 0; item < itemCount; item += 1) {
    const own = course.subarray(item * COURSE_WEEKS, (item + 1) * COURSE_WEEKS);
    let mean = 0;
    for (let week = 0; week < COURSE_WEEKS; week += 1) {
      const perHundred =
        ((weeks[item * WEEK_COUNT + week] ?? 0) * 100) / Math.max(weekBaskets[week] ?? 0, 1);
      own[week] = Math.sqrt(perHundred + 0.2);
      mean += (own[week] ?? 0) / COURSE_WEEKS;
    }
    let square = 0;
    for (let week = 0; week < COURSE_WEEKS; week += 1) {
      own[week] = (own[week] ?? 0) - mean;
      square += (own[week] ?? 0) ** 2;
    }
    const length = Math.sqrt(square) + 1;
    for (let week = 0; week < COURSE_WEEKS; week += 1) own[week] = (own[week] ?? 0) / length;
  }
  return course;
};

const byPopularity = ({ itemCount, baskets }: Knowledge, share: Float32Array): Int32Array => {
  const sold: number[] = [];
  for (let item = 0; item < itemCount; item += 1) if ((baskets[item] ?? 0) > 0) sold.push(item);
  const key = (item: number) => share[item] ?? 0;
  sold.sort(
    (left, right) =>
      key(right) - key(left) || (baskets[right] ?? 0) - (baskets[left] ?? 0) || left - right,
  );
  return Int32Array.from(sold);
};
