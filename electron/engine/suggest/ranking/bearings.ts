import type { Steps } from "../../../../shared/kernel/steps.ts";
import { inItemSteps } from "../itemSteps.ts";
import { type Companions, type Knowledge, WEEK_COUNT } from "../knowledge.ts";
import { topOf } from "../learning/topOf.ts";
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
  /** Of all that stands in baskets, the share of each category. */
  readonly categoryShare: Float32Array;
  /** The most sold of late first: more than lie in a basket and are asked for. */
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
const MOST_POPULAR = 1_000;
const MORE_THAN_BASKETS = 2 ** 24;

export function* takeBearings(knowledge: Knowledge, goods: Goods): Steps<Bearings> {
  const { itemCount, baskets, buyers, basketCount } = knowledge;
  const together = yield* turnRound(knowledge.together, itemCount, baskets);
  const kindred = yield* turnRound(knowledge.kindred, itemCount, buyers);
  const floats = () => new Float32Array(itemCount);
  const bearings = {
    knowledge,
    goods,
    together,
    kindred,
    everShare: floats(),
    monthShare: floats(),
    quarterShare: floats(),
    silence: floats(),
    age: floats(),
    repeatShare: floats(),
    course: new Float32Array(itemCount * COURSE_WEEKS),
    categoryShare: categoryShares(knowledge, goods),
    popular: byPopularity(knowledge),
  };
  yield* inItemSteps(itemCount, (item) => {
    const [held, bought] = [baskets[item] ?? 0, buyers[item] ?? 0];
    bearings.everShare[item] = Math.log((held + 1) / (basketCount + 1));
    bearings.monthShare[item] = weeklyShare(knowledge, item, { from: 0, to: MONTH_WEEKS });
    bearings.quarterShare[item] = weeklyShare(knowledge, item, { from: 0, to: QUARTER_WEEKS });
    bearings.silence[item] = daysSince(knowledge, item, knowledge.lastDay);
    bearings.age[item] = daysSince(knowledge, item, knowledge.firstDay);
    bearings.repeatShare[item] = ((knowledge.repeatBuyers[item] ?? 0) + 0.5) / (bought + 2);
    takeCourse(knowledge, item, bearings.course);
  });
  return bearings;
}

const categoryShares = ({ baskets }: Knowledge, goods: Goods): Float32Array => {
  const shares = new Float32Array(goods.categoryCount);
  let all = 0;
  baskets.forEach((held, item) => {
    all += held;
    const category = goods.category[item] ?? -1;
    if (category >= 0) shares[category] = (shares[category] ?? 0) + held;
  });
  return shares.map((held) => held / Math.max(all, 1));
};

const daysSince = ({ baskets, asOfDay }: Knowledge, item: number, since: Float64Array): number =>
  (baskets[item] ?? 0) > 0 ? Math.log1p(Math.max(0, asOfDay - (since[item] ?? 0))) : 0;

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

function* turnRound(companions: Companions, itemCount: number, held: Int32Array): Steps<Spoken> {
  const { width, other, count, weight } = companions;
  const start = new Int32Array(itemCount + 1);
  yield* inItemSteps(itemCount, (target) => {
    for (let at = target * width; at < (target + 1) * width; at += 1) {
      const given = other[at] ?? -1;
      if (given >= 0) start[given + 1] = (start[given + 1] ?? 0) + 1;
    }
  });
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
  yield* inItemSteps(itemCount, (target) => {
    for (let at = target * width; at < (target + 1) * width; at += 1) {
      const given = other[at] ?? -1;
      if (given < 0) continue;
      const place = next[given] ?? 0;
      next[given] = place + 1;
      const doubted = (held[given] ?? 0) + DOUBT;
      spoken.target[place] = target;
      spoken.weight[place] = weight[at] ?? 0;
      spoken.share[place] = (count[at] ?? 0) / doubted;
      spoken.cosine[place] = (count[at] ?? 0) / Math.sqrt(doubted * ((held[target] ?? 0) + DOUBT));
    }
  });
  return spoken;
}

const takeCourse = (
  { weeks, weekBaskets }: Knowledge,
  item: number,
  course: Float32Array,
): void => {
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
};

/** Of equally many baskets of late those with more baskets ever come first. */
const byPopularity = ({ itemCount, baskets, weeks }: Knowledge): Int32Array => {
  const sold = new Int32Array(itemCount);
  const keys = new Float64Array(itemCount);
  let length = 0;
  for (let item = 0; item < itemCount; item += 1) {
    const ever = baskets[item] ?? 0;
    if (ever === 0) continue;
    sold[length] = item;
    length += 1;
    let ofLate = 0;
    for (let week = 0; week < MONTH_WEEKS; week += 1) {
      ofLate += weeks[item * WEEK_COUNT + week] ?? 0;
    }
    keys[item] = ofLate * MORE_THAN_BASKETS + ever;
  }
  return sold.slice(0, topOf(sold, length, { keys, count: MOST_POPULAR }));
};
